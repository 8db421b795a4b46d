"""Numbers on tiles fit, in as many digits as can be read, and are never zero if they are not."""

import re

import numpy as np
import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from animations.rendering.drawing.numerals import LEGIBLE, READABLE, Numerals, inside
from animations.rendering.drawing.tiles import numerals_for

NUMBERS = {
    "digits": [0, 3, 9],
    "bytes": [-128, 0, 127],
    "fractions": [2.25, 1 / 3, -0.0625],
    "mixed": [-31.7, 0.333, 0.0041],
    "large": [1e6, -2.5e7],
    "small": [1e-6, -3.25e-5],
    "far": [100.0, 1e-5],
}


def read(wording: str) -> float:
    plain = wording.replace("\N{MINUS SIGN}", "-")
    return float(re.sub(r"·\$10\^\{(-?\d+)\}\$", r"e\1", plain))


@pytest.mark.parametrize("side", [16, 18, 23, 33, 42, 52])
@pytest.mark.parametrize("name", list(NUMBERS))
def test_numbers_fit_on_their_tiles_and_are_about_right(name: str, side: float) -> None:
    numbers = NUMBERS[name]
    found = numerals_for(side, numbers)
    if found is None:
        return
    assert found.size >= LEGIBLE
    most = max(map(abs, numbers))
    for number in numbers:
        wording = found(number)
        assert bool(read(wording)) == bool(number)
        assert abs(read(wording) - number) <= 0.1 * max(most, abs(number))
        assert np.sign(read(wording)) == np.sign(number)
        if "$" not in wording:
            font = FontProperties(family="STIXGeneral")
            path = TextPath((0, 0), wording, found.size * 100 / 72, prop=font)
            assert path.get_extents().width < side - 3


def test_digits_are_given_up_before_numbers() -> None:
    thirds = [1 / 3, -2 / 3, 7 / 3]
    written = {}
    for side in (20, 30, 40, 60):
        found = numerals_for(side, thirds)
        written[side] = [found(number) for number in thirds] if found else None
    minus = "\N{MINUS SIGN}"
    assert written == {
        20: None,
        30: ["0.3", f"{minus}0.7", "2.3"],
        40: ["0.33", f"{minus}0.67", "2.33"],
        60: ["0.3333", f"{minus}0.6667", "2.333"],
    }


def test_whole_numbers_keep_their_digits() -> None:
    found = numerals_for(33, [-128, 127])
    assert found is not None
    assert [found(-128), found(127)] == ["\N{MINUS SIGN}128", "127"]
    assert Numerals(10, 2, 1)(99.7) == "100"
    assert Numerals(10, 2, 1)(2.25) in ("2.2", "2.3")
    assert Numerals(10, 1, 1)(0.02) == "0.02"


def test_tiles_that_are_too_small_have_no_numbers() -> None:
    assert numerals_for(READABLE, [1, 2]) is not None
    assert numerals_for(READABLE - 1, [1, 2]) is None
    assert numerals_for(READABLE, [-1000, 2]) is None
    assert numerals_for(40, [np.nan, np.nan]) is not None


def test_numbers_side_by_side_stay_apart() -> None:
    for side in (16, 33, 52):
        assert 0 < inside(side) < side - 5
