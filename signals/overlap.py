"""Where one signal lies over another that slides, and the products there."""

from typing import NamedTuple

import numpy as np

from signals.arguments import FloatArray
from signals.continuous import ContinuousSignal
from signals.discrete import DiscreteSignal

Support = tuple[float, float]


class Limit(NamedTuple):
    """An end of an overlap: τ itself or, of an end that moves, what is added to t."""

    value: float
    moves: bool


class Overlap(NamedTuple):
    """How much of two signals lies over each other, and from which τ to which.

    Without an overlap ("no") the lower limit lies above the upper one, or at it.
    """

    extent: str
    lower: Limit
    upper: Limit


def support(signal: ContinuousSignal | DiscreteSignal) -> Support:
    """Return where a signal is; for a discrete one the first and last index that are not zero."""
    if isinstance(signal, ContinuousSignal):
        return signal.support
    indices = signal.start + np.flatnonzero(signal.values)
    return (int(indices[0]), int(indices[-1])) if indices.size else (0, 0)


def overlap(
    fixed: Support, sliding: Support, t: float, flip: bool, closed: bool = False
) -> Overlap:
    """Find how much of a sliding signal lies over a fixed one at the shift t, from their supports.

    Its extent is ``"no"``, ``"partial"``, or ``"full"`` where one of the two lies wholly over the
    other. Where an end of both is at one τ, the limit is the one that moves. To touch at a single
    τ is an overlap if intervals are closed, as those of indices.
    """
    near, far = (-sliding[1], -sliding[0]) if flip else sliding
    start, stop = max(fixed[0], t + near), min(fixed[1], t + far)
    lower = Limit(near, True) if t + near >= fixed[0] else Limit(fixed[0], False)
    upper = Limit(far, True) if t + far <= fixed[1] else Limit(fixed[1], False)
    if start > stop or (start == stop and not closed):
        return Overlap("no", lower, upper)
    inside = fixed[0] <= t + near and t + far <= fixed[1]
    around = t + near <= fixed[0] and fixed[1] <= t + far
    return Overlap("full" if inside or around else "partial", lower, upper)


def products(
    fixed: DiscreteSignal, sliding: DiscreteSignal, t: int, flip: bool
) -> tuple[FloatArray, FloatArray]:
    """Return the indices at which fixed(τ) · sliding(±(t − τ)) is not zero, and its values."""
    tau = np.arange(fixed.start, fixed.stop)
    values = fixed.values * sliding(t - tau if flip else tau - t)
    return tau[values != 0].astype(float), values[values != 0]
