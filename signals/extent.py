"""Where most of a signal is: an interval to look at, even of one that never ends."""

import math
from functools import lru_cache

import numpy as np

from signals.arguments import FloatArray
from signals.continuous import ContinuousSignal
from signals.discrete import DiscreteSignal
from signals.pieces import Piece

SHARE = 0.99
_NEAR, _FAR, _DECADE = 1e-9, 1e9, 30
"""How near and how far an endless piece is looked at, and in how many points per decade."""
_ENDED = 1e-9  # of all that was found before: with less in two decades, nothing more will come
_POINTS = 120  # of a piece that ends
_MANY = 16  # pieces that end, which are looked at one by one
_CUT = 0.8  # samples are cut off if no more of them remain than this part


@lru_cache(maxsize=256)
@np.errstate(all="ignore")  # of what is too large, the ends stay infinite
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
    parts = _parts(signal)
    parts += [(np.array([at, at]), np.array([abs(weight)])) for at, weight in signal.impulses]
    total = sum(float(mass.sum()) for _, mass in parts)
    if not total:
        points = signal.breakpoints or (0.0,)
        return points[0], points[-1]
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


def _parts(signal: ContinuousSignal) -> list[tuple[FloatArray, FloatArray]]:
    """Return points of each piece and what lies between them; of very many pieces, together."""
    finite = [p for p in signal.pieces if math.isfinite(p.start) and math.isfinite(p.stop)]
    endless = [p for p in signal.pieces if math.isinf(p.stop - p.start)]
    if len(finite) <= _MANY:
        return [_masses(piece) for piece in signal.pieces]
    t = np.linspace(finite[0].start, finite[-1].stop, _MANY * _POINTS)
    with np.errstate(all="ignore"):
        parts = [(t, _between(t, np.abs(signal(t))))]
    return parts + [_masses(piece) for piece in endless]


def _masses(piece: Piece) -> tuple[FloatArray, FloatArray]:
    """Return points of a piece, from left to right, and how much lies between two of them.

    Of an endless piece, the last points are where nothing more comes, or as far as was looked.
    """
    if math.isfinite(piece.start) and math.isfinite(piece.stop):
        t = np.linspace(piece.start, piece.stop, _POINTS)
        return t, _between(t, _size(piece, t))
    origin = next((end for end in (piece.start, piece.stop) if math.isfinite(end)), None)
    if origin is not None:
        t, mass = _outwards(piece, origin, 1.0 if math.isinf(piece.stop) else -1.0)
        return (t, mass) if math.isinf(piece.stop) else (t[::-1], mass[::-1])
    origin = piece.landmarks[0] if piece.landmarks else 0.0
    (before, less), (after, more) = (_outwards(piece, origin, side) for side in (-1.0, 1.0))
    return np.concatenate([before[::-1], after[1:]]), np.concatenate([less[::-1], more])


def _outwards(piece: Piece, origin: float, side: float) -> tuple[FloatArray, FloatArray]:
    """Return points from an origin to one side, decade by decade, and what lies between them."""
    t = np.array([origin, origin + side * _NEAR])
    sizes = _size(piece, t)
    nothing = 0
    for power in range(round(math.log10(_NEAR)), round(math.log10(_FAR))):
        more = origin + side * np.geomspace(10.0**power, 10.0 ** (power + 1), _DECADE + 1)[1:]
        try:
            size = _size(piece, more)
        except ValueError:  # an integral that nothing is left of
            break
        t, sizes = np.concatenate([t, more]), np.concatenate([sizes, size])
        mass = _between(t, sizes)
        nothing = nothing + 1 if mass[-_DECADE:].sum() <= _ENDED * mass.sum() else 0
        if nothing == 2 and mass.sum():
            break
    return t, _between(t, sizes)


def _size(piece: Piece, t: FloatArray) -> FloatArray:
    with np.errstate(all="ignore"):
        sizes: FloatArray = np.abs(np.asarray(piece.function(t), dtype=float)) * np.ones_like(t)
    return np.where(np.isnan(sizes), 0.0, sizes)  # a factor was too small, another too large


def _between(t: FloatArray, sizes: FloatArray) -> FloatArray:
    return np.asarray((sizes[1:] + sizes[:-1]) / 2 * np.abs(np.diff(t)))


def _end(parts: list[tuple[FloatArray, FloatArray]], spare: float) -> float:
    """Return the least point beyond which no more than `spare` lies."""
    t = np.concatenate([points[1:] for points, _ in parts])
    mass = np.concatenate([masses for _, masses in parts])
    order = np.argsort(-t, kind="stable")
    t, beyond = t[order], np.cumsum(mass[order])
    if not math.isfinite(spare) or beyond[np.abs(t) > _FAR / 1e3].sum() > spare:
        return math.inf
    return float(t[min(int(np.searchsorted(beyond, spare)), len(t) - 1)])


def bounded(signal: ContinuousSignal | DiscreteSignal, share: float = SHARE) -> tuple[float, float]:
    """Return the `extent` of a signal.

    Raises
    ------
    ValueError
        If it goes on without end and does not decay.
    """
    start, stop = extent(signal, share)
    if math.isinf(start) or math.isinf(stop):
        raise ValueError(
            "a signal goes on without end and does not decay: bound it, as in u(t)*(t < 20)"
        )
    return start, stop
