"""Ticks are round, lie within, and never read the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animations.rendering.framing.ticks import step_for, tick_names, ticks

MINUS = "\N{MINUS SIGN}"
repeatable = settings(derandomize=True, deadline=None)


@repeatable
@given(st.floats(1e-6, 1e6))
def test_a_step_is_the_next_round_number(least: float) -> None:
    step = step_for(least)
    assert least * (1 - 1e-9) <= step <= 2.5 * least * (1 + 1e-9)
    assert f"{step:.0e}"[0] in "125"


@repeatable
@given(st.floats(-2e6, 2e6), st.sampled_from([1e-4, 0.3, 1.0, 7.0, 250.0, 1e4]))
def test_no_two_ticks_read_the_same_and_each_is_right(low: float, long: float) -> None:
    step = step_for(long / 9)
    at = ticks(low, low + long, step)
    power, names = tick_names(at, step)
    assert 3 <= len(at) <= 11 and len(set(names)) == len(names)
    for tick, name in zip(at, names, strict=True):
        read = float(name.replace(MINUS, "-")) * 10.0**power
        assert read == pytest.approx(tick, abs=1e-3 * step + 1e-12 * abs(tick))


@pytest.mark.parametrize(
    ("at", "step", "widest", "power", "names"),
    [
        ([0, 5, 10], 5, 9, 0, ["0", "5", "10"]),
        ([-0.5, 0.5], 0.5, 4, 0, [MINUS + "0.5", "0.5"]),
        ([1000, 2000], 1000, 4, 0, ["1000", "2000"]),
        ([-1000], 1000, 4, 3, [MINUS + "1"]),
        ([0.005, 0.01], 0.005, 4, -3, ["5", "10"]),
        ([2e6, 4e6], 2e6, 4, 6, ["2", "4"]),
        ([12344, 12346], 2, 9, 0, ["12344", "12346"]),
    ],
)
def test_a_power_is_split_off_where_it_is_needed(
    at: list[float], step: float, widest: int, power: int, names: list[str]
) -> None:
    assert tick_names(at, step, widest) == (power, names)
