"""Where most of a signal is: an interval to look at, even of one that never ends."""

import math

import numpy as np

from signals.arguments import FloatArray
from signals.continuous import ContinuousSignal
from signals.discrete import DiscreteSignal
from signals.pieces import Piece

SHARE = 0.99
_DISTANCES = np.concatenate([[0.0], np.geomspace(1e-9, 1e9, 3601)])
_FAR = 1e6  # what still goes on from here on does not come to an end
_POINTS = 400  # of a piece that ends
_CUT = 0.8  # samples are cut off if no more of them remain than this part


def extent(signal: ContinuousSignal | DiscreteSignal, share: float = SHARE) -> tuple[float, float]:
    """Return the interval in which most of a signal is, by its absolute value.

    Parameters
    ----------
    signal : ContinuousSignal or DiscreteSignal
        Whose.
    share : float
        The part of ∫|s| or Σ|s| that must lie within.

    Returns
    -------
    tuple of float
        Its support, cut where an end is infinite, or where samples go on for long with next to
        nothing. An end stays infinite where the integral does not converge. For a discrete signal
        the first and the last index; (0, 0) for one that is zero.
    """
    if isinstance(signal, DiscreteSignal):
        return _indices(signal, share)
    start, stop = signal.support
    if math.isfinite(start) and math.isfinite(stop):
        return start, stop
    with np.errstate(all="ignore"):
        parts = [_masses(piece) for piece in signal.pieces]
    parts += [(np.array([at, at]), np.array([abs(weight)])) for at, weight in signal.impulses]
    total = sum(float(mass.sum()) for _, mass in parts)
    spare = (1 - share) * total / (math.isinf(start) + math.isinf(stop))
    if math.isinf(start):
        start = -_end([(-t[::-1], mass[::-1]) for t, mass in parts], spare)
    if math.isinf(stop):
        stop = _end(parts, spare)
    return start, stop


def _indices(signal: DiscreteSignal, share: float) -> tuple[int, int]:
    weights = np.abs(signal.values) / (np.max(np.abs(signal.values)) or 1.0)
    there = np.flatnonzero(weights)
    if not there.size:
        return 0, 0
    first, last = int(there[0]), int(there[-1])
    before, after = np.cumsum(weights), np.cumsum(weights[::-1])[::-1]
    spare = (1 - share) / 2 * float(weights.sum())
    inner = np.flatnonzero((before > spare) & (after > spare))
    if inner[-1] - inner[0] + 1 <= _CUT * (last - first + 1):
        first, last = int(inner[0]), int(inner[-1])
    return signal.start + first, signal.start + last


def _masses(piece: Piece) -> tuple[FloatArray, FloatArray]:
    """Return points of a piece, from left to right, and how much lies between two of them."""
    if math.isfinite(piece.start) and math.isfinite(piece.stop):
        t = np.linspace(piece.start, piece.stop, _POINTS)
    elif math.isfinite(piece.start):
        t = piece.start + _DISTANCES
    elif math.isfinite(piece.stop):
        t = piece.stop - _DISTANCES[::-1]
    else:
        middle = piece.landmarks[0] if piece.landmarks else 0.0
        t = np.concatenate([middle - _DISTANCES[::-1], middle + _DISTANCES[1:]])
    values = np.abs(np.asarray(piece.function(t), dtype=float)) * np.ones_like(t)
    return t, (values[1:] + values[:-1]) / 2 * np.diff(t)


def _end(parts: list[tuple[FloatArray, FloatArray]], spare: float) -> float:
    """Return the least point beyond which no more than `spare` lies."""
    t = np.concatenate([points[1:] for points, _ in parts])
    mass = np.concatenate([masses for _, masses in parts])
    order = np.argsort(-t, kind="stable")
    t, beyond = t[order], np.cumsum(mass[order])
    origin = min(float(points[0]) for points, _ in parts if math.isfinite(points[0]))
    if not math.isfinite(spare) or np.any(beyond[t > max(origin, 0.0) + _FAR] > spare):
        return math.inf
    return float(t[min(int(np.searchsorted(beyond, spare)), len(t) - 1)])
