"""The live numbers are t and y, rounded."""

import re

import oracles
import pytest
from artists import swept, wordings
from figures import film_of

MINUS = "\N{MINUS SIGN}"
FIGURES = ["continuous", "commutativity"]
NUMBERS = ("$t =", "$y(t) =", "$=$")  # what the lines begin with that count


@pytest.mark.parametrize("name", FIGURES)
def test_the_numbers_are_t_and_y_rounded(name: str) -> None:
    film = film_of(name)
    for frame in swept(film):
        told = sorted(text for text in wordings(film, frame) if text.startswith(NUMBERS))
        *areas, t = told if name == "commutativity" else told[::-1]
        assert float(t.split("$")[-1].replace(MINUS, "-")) == round(frame.t, 2)
        y = oracles.y(frame.t)
        assert len(areas) == (2 if name == "commutativity" else 1)
        for area in areas:
            shown = value(area.split("=$")[1])
            assert abs(shown - y) <= 0.005 + 1e-12
            assert (shown == 0) == (abs(y) < 1e-12), "what is not zero is not written so"


def value(wording: str) -> float:
    """The number that is read, with its power of ten if it has one."""
    digits, power = re.fullmatch(r"([\d.]+)(?:·\$10\^\{(-?\d+)\}\$)?", wording).groups()
    return float(digits) * 10.0 ** int(power or 0)
