"""Points that divide the line, and the intervals between them."""

import math
from collections.abc import Iterable

_ROUNDING = 1e-12
"""Points closer than this, relative to the largest, differ by rounding only."""


def distinct(points: Iterable[float]) -> list[float]:
    """Sort points, some perhaps infinite; of those that differ by rounding only, keep the first."""
    kept: list[float] = []
    points = sorted(points)
    rounding = _ROUNDING * max((abs(point) for point in points if math.isfinite(point)), default=0)
    for point in points:
        if not kept or point > kept[-1] + rounding:
            kept.append(point)
    return kept


def inside(start: float, stop: float) -> float:
    """Return a point well inside an interval, which may be infinite."""
    if math.isfinite(start) and math.isfinite(stop):
        return start + (stop - start) / 2
    if math.isfinite(start):
        return start + max(1.0, abs(start))
    return stop - max(1.0, abs(stop)) if math.isfinite(stop) else 0.0


def interval(start: float, stop: float) -> str:
    """Write [start, stop) for a message."""
    return f"{'(' if start == -math.inf else '['}{start:g}, {stop:g})"
