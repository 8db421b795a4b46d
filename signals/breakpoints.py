"""Points that divide the line, and the intervals between them."""

import math
import sys
from collections.abc import Iterable

import numpy as np

_ROUNDING = 4 * sys.float_info.epsilon
"""Of the numbers that two points were computed from: less lies between them by rounding only."""


def distinct(points: Iterable[float], narrowest: float = math.inf) -> list[float]:
    """Sort points, some perhaps infinite; of those that differ by rounding only, keep the first.

    Rounding is a few units in the last place, and never half of the `narrowest` interval, which
    would vanish with it.
    """
    return _merged(((point, abs(point)) for point in points), narrowest)


def distinct_sums(
    some: Iterable[float], others: Iterable[float], narrowest: float = math.inf
) -> list[float]:
    """Sort the sums of each of some points with each other, as `distinct` does.

    Terms that cancel leave their rounding behind: 0.1 + 0.2 − 0.3 is 5.6e-17. What is undefined,
    ∞ − ∞, is left out.
    """
    one, other = (np.array([*points], dtype=np.float64) for points in (some, others))
    with np.errstate(invalid="ignore"):
        sums = np.add.outer(one, other).ravel()
    sizes = np.add.outer(np.abs(one), np.abs(other)).ravel()
    order = np.argsort(sums, kind="stable")[: np.count_nonzero(~np.isnan(sums))]  # NaN comes last
    sums, sizes = sums[order], sizes[order]
    first = np.flatnonzero(np.append(True, sums[1:] != sums[:-1])[: sums.size])
    least = np.minimum.reduceat(sizes, first) if first.size else sizes
    return _merged(zip(sums[first].tolist(), least.tolist(), strict=True), narrowest)


def fewest_sums(
    some: Iterable[float], others: Iterable[float], narrowest: float, enough: int
) -> int:
    """Return how many `distinct_sums` there are at least, at once.

    Not all pairs of points are looked at, but some four times as many as sums would be enough.
    """
    one, other = (np.array([*points], dtype=np.float64) for points in (some, others))
    one, other = (points[np.isfinite(points)] for points in (one, other))
    if not (one.size and other.size):
        return 0
    few = one[:: max(1, one.size * other.size // (4 * enough))]
    with np.errstate(over="ignore", invalid="ignore"):
        sums = np.sort(np.add.outer(few, other), axis=None)
        largest = np.abs(one).max() + np.abs(other).max()
        # What is so far apart is never taken for one and the same point.
        apart = np.diff(sums) > 2 * min(_ROUNDING * largest, narrowest / 4)
    return 1 + int(np.count_nonzero(apart))


def _merged(points: Iterable[tuple[float, float]], narrowest: float) -> list[float]:
    """Return `distinct` points, given each with the size of what it was computed from."""
    kept: list[float] = []
    largest = 0.0  # of what the last point that is kept was computed from
    for point, size in sorted(points):
        size = size if math.isfinite(size) else 0.0
        rounding = min(_ROUNDING * max(size, largest), narrowest / 4)
        if not kept or point > kept[-1] + rounding:
            kept.append(point)
            largest = size
    return kept


def inside(start: float, stop: float) -> float:
    """Return a point well inside [start, stop), which may be infinite; its start if it is alone."""
    if math.isfinite(start) and math.isfinite(stop):
        middle = start + (stop - start) / 2
        return middle if middle < stop else start
    if math.isfinite(start):
        return start + max(1.0, abs(start))
    return stop - max(1.0, abs(stop)) if math.isfinite(stop) else 0.0


def interval(start: float, stop: float) -> str:
    """Write [start, stop) for a message."""
    return f"{'(' if start == -math.inf else '['}{start:g}, {stop:g})"
