"""Points that divide the line."""

import math

import numpy as np
import pytest

from signals.breakpoints import distinct, distinct_sums, fewest_sums, inside

INF = math.inf


def test_points_that_differ_by_rounding_are_one():
    assert distinct([0.3, 0.1 + 0.2, 0.1]) == [0.1, 0.3]
    assert distinct([1e6, math.nextafter(1e6, INF), 1e6 + 1]) == [1e6, 1e6 + 1]


def test_small_units_are_not_rounding():
    assert distinct([0.0, 2e-13, 1e-13, 1e6, 1e6 + 1e-9]) == [0.0, 1e-13, 2e-13, 1e6, 1e6 + 1e-9]
    assert distinct([1.7e9, 1.7e9 + 1e-3]) == [1.7e9, 1.7e9 + 1e-3]


def test_an_interval_is_never_taken_for_rounding():
    start, stop = 1e9, math.nextafter(1e9, INF)
    assert distinct([start, stop], narrowest=stop - start) == [start, stop]
    assert distinct_sums([start, stop], [0.0], narrowest=stop - start) == [start, stop]


def test_sums_that_cancel_keep_no_rounding():
    assert distinct_sums([0.1 + 0.2, 0.3], [-0.3]) == [0.0]
    assert distinct_sums([-1e6, -1e6 + 1e-7], [1e6]) == [0.0, -1e6 + 1e-7 + 1e6]
    assert distinct_sums([-INF, 0, INF], [INF, 1]) == [-INF, 1, INF]


def test_infinite_points_are_kept_once():
    assert distinct([INF, 1, -INF, INF, 0]) == [-INF, 0, 1, INF]
    assert distinct([INF, -INF]) == [-INF, INF]
    assert distinct([]) == []


@pytest.mark.parametrize(("start", "stop"), [(1, 2), (-INF, -3), (5e9, INF), (-INF, INF)])
def test_inside_is_inside(start, stop):
    assert start < inside(start, stop) < stop


TENTHS = np.arange(40) * 0.1
NOISE = np.random.default_rng(1).uniform(-1, 1, 50)


@pytest.mark.parametrize(
    ("some", "others", "narrowest"),
    [
        (NOISE, NOISE + 5, INF),
        (TENTHS, TENTHS, 0.1),
        (TENTHS, NOISE, 1e-3),
        (1e9 + TENTHS * 1e-7, [0.0], 1e-8),
        ([-INF, 0, INF], [1, INF], INF),
        ([], [1], INF),
    ],
)
@pytest.mark.parametrize("enough", [1, 100, 10**6])
def test_there_are_never_fewer_sums_than_are_foretold(some, others, narrowest, enough):
    foretold = fewest_sums(some, others, narrowest, enough)
    found = len(distinct_sums(some, others, narrowest))
    assert foretold <= found
    if enough == 10**6 and found and np.isfinite([*some, *others]).all():
        assert foretold == found


def test_of_many_sums_enough_are_foretold():
    rng = np.random.default_rng(2)
    assert fewest_sums(rng.random(2000), rng.random(3), INF, 500) > 500
    assert fewest_sums(rng.random(3), rng.random(2000), INF, 500) > 500
