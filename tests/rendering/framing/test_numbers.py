"""Numbers are as fine as can be told apart, true, and never a zero that is none."""

import re
from decimal import Decimal
from math import isclose

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animations.rendering.framing.numbers import Numbers, is_exact, latex, power_of, shortest

MINUS = "\N{MINUS SIGN}"
WORDING = re.compile(rf"({MINUS}?)(\d+(?:\.\d+)?)(?:·\$10\^\{{(-?\d+)\}}\$)?")

repeatable = settings(derandomize=True, deadline=None)
finite = st.floats(-1e12, 1e12).filter(lambda value: value == 0 or abs(value) > 1e-12)


def parse(wording: str) -> float:
    """The number that somebody reads."""
    match = WORDING.fullmatch(wording)
    assert match, wording
    sign, digits, power = match.groups()
    value = Decimal(digits) * Decimal(10) ** int(power or 0)
    return float(-value if sign else value)


@repeatable
@given(finite, st.floats(1e-9, 1e3))
def test_a_number_is_within_what_can_be_told_apart(value: float, resolution: float) -> None:
    numbers = Numbers.told_apart([value], resolution)
    read = parse(numbers(value))
    assert abs(read - value) <= max(resolution, 10.0**numbers.power / 2 * (numbers.power > 0))


@repeatable
@given(finite)
def test_what_is_written_as_zero_is_zero(value: float) -> None:
    for wording in (Numbers(2)(value), Numbers(0)(value), shortest(value), Numbers(1, 3)(value)):
        assert (parse(wording) == 0) == (value == 0), wording


@repeatable
@given(finite)
def test_the_shortest_is_near_and_says_whether_it_is_exact(value: float) -> None:
    read = parse(shortest(value))
    assert isclose(read, value, rel_tol=0.06)
    assert is_exact(value) == isclose(read, value, rel_tol=1.1e-9)


@repeatable
@given(st.lists(st.floats(-99, 99), min_size=2, max_size=9))
def test_numbers_that_count_keep_their_places(values: list[float]) -> None:
    numbers = Numbers(2)
    decimals = {len(numbers(value).partition(".")[2]) for value in values if abs(value) >= 0.01}
    assert decimals <= {2}


@pytest.mark.parametrize(
    ("values", "resolution", "wording"),
    [
        ([0, 3, 12], 0.1, ["0", "3", "12"]),
        ([0, 2.8906], 0.02, ["0.00", "2.89"]),
        ([0.5, -0.0051], 0.02, ["0.50", MINUS + "0.01"]),
        ([-2.0, 0.004], 0.02, [MINUS + "2.00", "0.004"]),
        ([2000.25, 1234.5], 10, ["2000", "1234"]),
        ([2e6, 1.5e6], 1e4, ["2.00·$10^{6}$", "1.50·$10^{6}$"]),
        ([3.2e-6, -1e-6], 2e-8, ["3.20·$10^{-6}$", MINUS + "1.00·$10^{-6}$"]),
        ([1.0, 1e-9], 0.01, ["1.00", "1·$10^{-9}$"]),
        ([0.0], 0.0, ["0"]),
    ],
)
def test_a_quantity_is_written_in_one_way(
    values: list[float], resolution: float, wording: list[str]
) -> None:
    numbers = Numbers.told_apart(values, resolution)
    assert [numbers(value) for value in values] == wording


@pytest.mark.parametrize(
    ("value", "wording"),
    [
        (3.0, "3"),
        (2.5, "2.5"),
        (-0.25, MINUS + "0.25"),
        (0, "0"),
        (-10, MINUS + "10"),
        (1e5, "100000"),
        (2 / 3, "0.6667"),
        (np.float64(1234.5), "1234.5"),
        (2.5e-7, "2.5·$10^{-7}$"),
        (-4e9, MINUS + "4·$10^{9}$"),
    ],
)
def test_round_numbers_are_short(value: float, wording: str) -> None:
    assert shortest(value) == wording


@pytest.mark.parametrize(
    ("value", "digits", "wording"),
    [
        (1 / 3, 3, "0.333"),
        (99.7, 2, "100"),
        (1234.0, 2, "1234"),
        (-0.0625, 2, MINUS + "0.062"),
        (0.05, 1, "0.05"),
        (999999.6, 4, "1000000"),
    ],
)
def test_fewer_digits_are_left_off_after_the_point(value: float, digits: int, wording: str) -> None:
    assert shortest(value, digits) == wording


def test_a_number_in_a_formula_is_latex() -> None:
    assert latex(-2.5e-7) == r"-2.5\cdot 10^{-7}"
    assert latex(3.0) == "3"


@pytest.mark.parametrize(
    ("most", "power"),
    [(0, 0), (0.02, 0), (9999, 0), (10_000, 3), (2e6, 6), (0.009, -3), (1e-6, -6), (1e-7, -9)],
)
def test_powers_of_ten_are_split_off_in_threes(most: float, power: int) -> None:
    assert power_of(most) == power
