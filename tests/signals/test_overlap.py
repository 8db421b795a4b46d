"""Where two signals overlap, compared with τ one by one."""

from itertools import product
from math import inf
from typing import Any

import numpy as np
import pytest

from signals import DiscreteSignal, convolve, correlate
from signals.overlap import Limit, overlap, products, support
from signals.post import k

SUPPORTS = [(0, 5), (-3, 1), (2, 4), (0, inf), (-inf, 1), (-inf, inf), (-4, -1)]
SHIFTS = [-9, -6, -4, -2.5, -1, 0, 0.5, 1, 2, 3.5, 5, 7, 9, 12]


@pytest.mark.parametrize("flip", [True, False])
@pytest.mark.parametrize(("fixed", "sliding"), list(product(SUPPORTS, SUPPORTS)))
def test_the_limits_are_where_both_signals_are(fixed: Any, sliding: Any, flip: bool) -> None:
    """The points of τ, halves between the whole ones, keep clear of all ends."""
    tau = np.arange(-60.125, 60, 0.25)
    ends = {(-sliding[1] if flip else sliding[0]), (-sliding[0] if flip else sliding[1])}
    for t in SHIFTS:
        there = t - tau if flip else tau - t
        on_fixed = (fixed[0] < tau) & (tau < fixed[1])
        on_sliding = (sliding[0] < there) & (there < sliding[1])
        both = on_fixed & on_sliding
        found = overlap(fixed, sliding, t, flip)
        assert (found.extent == "no") == (not both.any())
        lower, upper = (
            limit.value + t if limit.moves else limit.value for limit in (found.lower, found.upper)
        )
        assert np.array_equal(both, (lower < tau) & (tau < upper)), (t, found)
        # An end of the sliding signal moves with t, one of the fixed signal does not.
        for limit in (found.lower, found.upper):
            assert limit.value in (ends if limit.moves else fixed)
        if found.extent != "no":
            covered = np.array_equal(both, on_fixed) or np.array_equal(both, on_sliding)
            assert found.extent == ("full" if covered else "partial"), t


def test_where_both_end_the_limit_is_the_one_that_moves() -> None:
    assert overlap((0, 5), (0, 5), 5, flip=True) == ("full", Limit(-5, True), Limit(0, True))


def test_indices_overlap_where_they_touch_intervals_do_not() -> None:
    assert overlap((0, 4), (0, 3), 0, flip=True, closed=True).extent == "partial"
    assert overlap((0, 4), (0, 3), 0, flip=True).extent == "no"
    assert overlap((0, 4), (0, 3), 8, flip=True, closed=True).extent == "no"


def test_the_support_of_a_discrete_signal_leaves_out_the_zeros_around_it() -> None:
    assert support(DiscreteSignal([0, 0, 3, 0, -1, 0], start=-4)) == (-2, 0)
    assert support(DiscreteSignal([0.0, 0.0], start=7)) == (0, 0)
    assert support(k) == (1, 6)


@pytest.mark.parametrize("flip", [True, False])
def test_products_are_those_that_add_up_to_y(flip: bool) -> None:
    h, x = DiscreteSignal([2.0, 0, -1, 3], start=-2), DiscreteSignal([1.0, -4, 0.5], start=1)
    y = convolve(h, x) if flip else correlate(h, x)
    for t in range(-12, 13):
        tau, values = products(h, x, t, flip)
        assert np.all(values != 0)
        expected = [h(int(n)) * x(int(t - n if flip else n - t)) for n in tau]
        assert values.tolist() == expected
        assert values.sum() == pytest.approx(y(t))
        assert list(tau) == sorted(tau)
