"""A signal cut into parts that add up to it."""

from collections.abc import Iterable
from itertools import pairwise
from math import inf, isnan

from signals.arguments import real_number
from signals.breakpoints import distinct
from signals.continuous import ContinuousSignal


def decompose(signal: ContinuousSignal, cuts: Iterable[float] = ()) -> list[ContinuousSignal]:
    """Cut a signal into parts that add up to it, from left to right.

    Each impulse is a part of its own, and so is each stretch between two neighbouring cuts.

    Parameters
    ----------
    signal : ContinuousSignal
        What to cut.
    cuts : iterable of float
        Where to cut; empty stretches are left out.

    Raises
    ------
    ValueError
        If a cut is NaN.
    TypeError
        If the signal is not continuous, or a cut is no number.
    """
    if not isinstance(signal, ContinuousSignal):
        raise TypeError(f"decompose: a continuous signal is needed, got {type(signal).__name__}")
    places = [real_number(cut, "decompose: a cut") for cut in cuts]
    if any(map(isnan, places)):
        raise ValueError("decompose: a cut must not be NaN")
    found = [ContinuousSignal((), [impulse]) for impulse in signal.impulses]
    for start, stop in pairwise([-inf, *distinct(places), inf]):
        pieces = [
            piece.restrict(max(start, piece.start), min(stop, piece.stop))
            for piece in signal.pieces
            if piece.start < stop and start < piece.stop
        ]
        if pieces:
            found.append(ContinuousSignal(pieces))
    return sorted(found, key=lambda part: part.support)
