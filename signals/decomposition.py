"""A signal cut into parts that add up to it."""

from collections.abc import Iterable
from itertools import pairwise
from math import inf, isfinite, isnan

from signals.arguments import real_number
from signals.breakpoints import distinct
from signals.continuous import ContinuousSignal
from signals.convolution import convolve
from signals.elementary import rect


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


def concentrate(signal: ContinuousSignal, cuts: Iterable[float]) -> ContinuousSignal:
    """Replace each stretch between two neighbouring cuts by an impulse of its area, in its middle.

    Impulses stay as they are. The finer the cuts, the less does a system tell the two apart.

    Parameters
    ----------
    signal : ContinuousSignal
        What to replace; it begins and ends somewhere.
    cuts : iterable of float
        Where to cut it.

    Raises
    ------
    ValueError, TypeError
        As `decompose`; and if a stretch has no end.
    """
    found: list[tuple[float, float]] = []
    for part in decompose(signal, cuts):
        if part.impulses:
            found += part.impulses
            continue
        start, stop = part.support
        if not (isfinite(start) and isfinite(stop)):
            raise ValueError("concentrate: a stretch without end has no middle; cut it off")
        area = convolve(part, rect(0.0, stop - start))(stop)
        found.append(((start + stop) / 2, area))
    return ContinuousSignal((), found)
