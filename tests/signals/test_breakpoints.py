"""Points that divide the line."""

import math

import pytest

from signals.breakpoints import distinct, inside

INF = math.inf


def test_points_that_differ_by_rounding_are_one():
    assert distinct([0.3, 0.1 + 0.2, 0.1]) == [0.1, 0.3]
    assert distinct([1e6, 1e6 + 1e-9, 1e6 + 1]) == [1e6, 1e6 + 1]


def test_small_units_are_not_rounding():
    assert distinct([0.0, 2e-13, 1e-13]) == [0.0, 1e-13, 2e-13]


def test_infinite_points_are_kept_once():
    assert distinct([INF, 1, -INF, INF, 0]) == [-INF, 0, 1, INF]
    assert distinct([INF, -INF]) == [-INF, INF]
    assert distinct([]) == []


@pytest.mark.parametrize(("start", "stop"), [(1, 2), (-INF, -3), (5e9, INF), (-INF, INF)])
def test_inside_is_inside(start, stop):
    assert start < inside(start, stop) < stop
