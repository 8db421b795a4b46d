"""A signal looked at in many places, once for all that follows from it."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from animations.rendering.arrays import Values
from signals import ContinuousSignal, DiscreteSignal

PLACES = 480  # at which a continuous signal is looked at, breakpoints aside
JUMP = 1 - 1e-6  # times what was there, that is less than it by more than rounding
FEW = 100  # breakpoints that are all looked at, however close they are
NARROWED, TIMES = 24, 5  # places within which an extreme is looked for again, and how often


class Profile(NamedTuple):
    """Shifts in order, and values there; at a breakpoint both one-sided limits."""

    t: Values
    values: Values

    def between(self, start: float, stop: float) -> "Profile":
        """Return the part from just after `start` to just before `stop`."""
        first = int(np.searchsorted(self.t, start, side="right")) - 1
        last = int(np.searchsorted(self.t, stop, side="left"))
        return Profile(self.t[first : last + 1], self.values[first : last + 1])


def edges_between(
    points: Sequence[float] | Values,
    start: float,
    stop: float,
    apart: float,
    function: Callable[[Values], Values] | None = None,
) -> Values:
    """Return the points between two others; of so many that most are not so far apart, fewer.

    Those are left at which a function is least and greatest, or else the first ones.
    """
    inner = np.asarray(points, dtype=float)
    inner = inner[(inner > start) & (inner < stop)]
    if inner.size <= FEW or inner.size * apart <= stop - start:
        return inner
    if function:
        return inner[extremes(inner, function(inner), apart)]
    _, first = np.unique(np.floor((inner - start) / apart), return_index=True)
    return inner[first]


def extremes(at: Values, values: Values, apart: float) -> NDArray[np.intp]:
    """Return which of some values, in their order, are least and greatest on each such length."""
    column = np.floor((at - at[0]) / apart)
    order = np.lexsort((values, column))
    least = np.flatnonzero(np.diff(column[order], prepend=-1.0))
    greatest = np.append(least[1:], at.size) - 1
    return np.unique(order[np.concatenate([least, greatest])])


@lru_cache(maxsize=64)
def profile(y: ContinuousSignal | DiscreteSignal, start: float, stop: float) -> Profile:
    """Look at a signal from `start` to `stop`; at a discrete one at every index."""
    if isinstance(y, DiscreteSignal):
        n: Values = np.arange(round(start), round(stop) + 1, dtype=float)
        return Profile(n, y(n))
    edges = edges_between(y.breakpoints, start, stop, (stop - start) / PLACES)
    t = np.union1d(np.linspace(start, stop, PLACES), edges)
    everywhere = np.concatenate([t, edges])
    values = np.concatenate([y(t), y.left(edges)])
    # Of one breakpoint's limits, that from the left comes first.
    order = np.lexsort((np.arange(len(everywhere)) < len(t), everywhere))
    return Profile(everywhere[order], values[order])


def peak(y: ContinuousSignal | DiscreteSignal, start: float, stop: float) -> float:
    """Return where, from start to stop, a signal is farthest from zero."""
    t, values = profile(y, start, stop)
    size = np.abs(values)
    best = int(np.argmax(size))
    if best + 1 < len(t) and t[best + 1] == t[best] and size[best + 1] < JUMP * size[best]:
        best -= 1  # just before a jump, at which it is gone
    impulses = [at for at, _ in getattr(y, "impulses", ()) if start <= at <= stop]
    return impulses[0] if impulses and not values.any() else float(t[best])


def narrowed(y: ContinuousSignal, low: float, high: float, sign: float) -> float:
    """Return where a smooth signal is greatest or, with a negative sign, least within bounds."""
    for _ in range(TIMES):
        t = np.linspace(low, high, NARROWED)
        best = int(np.argmax(sign * y(t)))
        low, high = float(t[max(best - 1, 0)]), float(t[min(best + 1, NARROWED - 1)])
    return (low + high) / 2
