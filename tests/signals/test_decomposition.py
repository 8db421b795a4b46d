"""A signal is cut into parts that add up to it."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from signals import ContinuousSignal, decompose, impulse, piecewise
from signals.post import x


@pytest.mark.parametrize("cuts", [(), (1.0,), (-3, 0.5, 3, 4.5, 9)])
def test_parts_add_up(cuts: tuple[float, ...]) -> None:
    whole = x + impulse(2, weight=-1.5) + impulse(-1)
    found = decompose(whole, cuts)
    total = found[0]
    for part in found[1:]:
        total = total + part
    t: NDArray[np.float64] = np.linspace(-2, 7, 91)
    assert total(t) == pytest.approx(whole(t), abs=0)
    assert total.impulses == whole.impulses
    assert all(len(part.impulses) + bool(part.pieces) == 1 for part in found)


def test_parts_end_where_they_are_cut() -> None:
    signal = piecewise((0, 2, 1.0), (3, 5, 2.0))
    supports = [part.support for part in decompose(signal, cuts=(1, 2.5, 4))]
    assert supports == [(0, 1), (1, 2), (3, 4), (4, 5)]
    assert decompose(ContinuousSignal([]), cuts=(1, 2)) == []


@pytest.mark.parametrize(
    ("signal", "cuts", "error", "message"),
    [
        (3, [], TypeError, "decompose: a continuous signal is needed, got int"),
        (x, ["a"], TypeError, "decompose: a cut must be a real number, got 'a'"),
        (x, [10**400], ValueError, "decompose: a cut must be at most"),
        (x, [math.nan], ValueError, "decompose: a cut must not be NaN"),
    ],
)
def test_what_cannot_be_cut_is_refused(signal, cuts, error, message):
    with pytest.raises(error, match=message):
        decompose(signal, cuts)
