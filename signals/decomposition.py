"""A signal cut into parts that add up to it."""

from collections.abc import Iterable
from itertools import pairwise
from math import inf

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
    """
    found = [ContinuousSignal((), [impulse]) for impulse in signal.impulses]
    for start, stop in pairwise([-inf, *distinct(cuts), inf]):
        pieces = [
            piece.restrict(max(start, piece.start), min(stop, piece.stop))
            for piece in signal.pieces
            if piece.start < stop and start < piece.stop
        ]
        if pieces:
            found.append(ContinuousSignal(pieces))
    return sorted(found, key=lambda part: part.support)
