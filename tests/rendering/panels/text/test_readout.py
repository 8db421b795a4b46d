"""The live numbers are t and y, rounded."""

import oracles
import pytest
from artists import swept, wordings
from figures import film_of

FIGURES = ["continuous", "commutativity"]


@pytest.mark.parametrize("name", FIGURES)
def test_the_numbers_are_t_and_y_rounded(name: str) -> None:
    film = film_of(name)
    for frame in swept(film):
        counting = [wording for wording in wordings(film, frame) if wording[-3:-2] == "."]
        shown = [float(text.split("$")[-1].replace("\N{MINUS SIGN}", "-")) for text in counting]
        assert shown == [round(frame.t, 2), round(oracles.y(frame.t), 2)]
        assert counting[0].startswith("$t") and counting[1].startswith("$y(t)")
