"""A signal is cut into parts that add up to it."""

import math
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from signals import ContinuousSignal, concentrate, convolve, decompose, impulse, piecewise
from signals.post import h, x


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


@pytest.mark.parametrize("width", [1.0, 0.5])
def test_slices_become_impulses_of_their_area_in_their_middle(width: float) -> None:
    cuts = np.arange(0, 5 + width / 2, width)
    row = concentrate(x + impulse(7, weight=2), cuts)
    at, weights = np.array(row.impulses).T
    assert not row.pieces
    assert at.tolist() == [*(cuts[:-1] + width / 2), 7]
    # ∫ τ/2 dτ = τ²/4 up to 3, and 1/2 for every unit from there to 5.
    areas = np.diff([cut**2 / 4 if cut <= 3 else 9 / 4 + (cut - 3) / 2 for cut in cuts])
    assert weights == pytest.approx([*areas, 2])


def test_finer_impulses_are_nearer_to_the_signal_for_a_system() -> None:
    t: NDArray[np.float64] = np.linspace(-1, 12, 400)
    y = convolve(h, x)(t)
    errors = []
    for width in (1, 1 / 2, 1 / 4, 1 / 8):
        row = concentrate(x, np.arange(0, 5 + width / 2, width))
        errors.append(float(np.max(np.abs(convolve(h, row)(t) - y))))
    assert all(finer < 0.6 * coarse for coarse, finer in pairwise(errors))


def test_a_stretch_without_end_cannot_be_an_impulse() -> None:
    with pytest.raises(ValueError, match="concentrate: a stretch without end has no middle"):
        concentrate(h, [])
