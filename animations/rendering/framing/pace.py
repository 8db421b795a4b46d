"""How fast t goes: slowly where y changes and where something is new, fast through the rest."""

from itertools import pairwise

import numpy as np

from animations.rendering.beats import END, hold, travel, visit
from animations.rendering.framing.profile import peak, profile
from animations.rendering.framing.subject import Subject
from animations.rendering.timeline import Beat, finite
from signals import ContinuousSignal, DiscreteSignal

EVEN, CHANGE, READ = 0.7, 3.0, 1.05
"""Seconds for all of a sweep, for all that y changes, and for each stretch in which it does."""
LONGEST_READ = 7.0  # seconds that all stretches together take to be read
QUICKEST = 0.4  # seconds of a stretch
LONGEST_RESTS = 3.6  # seconds of all rests together
REST = 0.5  # seconds at the start, at least
RESTS, CLOSE = 8, 0.02  # how often t rests at most, and the part of a sweep between two rests
STEP, STEP_CHANGE, STEP_QUIET = 0.58, 0.42, 0.3  # seconds of a step: to read, to change, if idle
LONGEST_STEPS, MOST_STOPS = 14.0, 300  # seconds of all steps, and how many are shown at most
SMALL = 0.25  # of the greatest value, under which it is not shown how one stacks up
FINE = 64  # parts of a stretch between which the pace changes


def follow(
    y: ContinuousSignal | DiscreteSignal,
    start: float | None = None,
    stop: float | None = None,
    pause: float = 0.6,
    end: float = END,
    speed: float = 1.0,
    stacks: bool = False,
) -> tuple[Beat, ...]:
    """Sweep t from `start` to `stop` at the pace of y; by default, over what is worth seeing.

    Parameters
    ----------
    y : ContinuousSignal or DiscreteSignal
        The output. Of a continuous one, t rests at its breakpoints; of a discrete one it visits
        every whole shift or, of very many, every so many.
    start, stop : float
        First and last shift; both are shown exactly.
    pause, end : float
        Seconds to rest at breakpoints, and at the end.
    speed : float
        Times as fast as usual that t moves.
    stacks : bool
        Whether at every step its products stack up to a discrete output.

    Raises
    ------
    ValueError, TypeError
        Unless start < stop, both finite and, if y is discrete, whole, and the speed is positive.
    """
    if not isinstance(y, ContinuousSignal | DiscreteSignal):
        raise TypeError(f"follow: y must be a signal, got {type(y).__name__}")
    first, last = Subject(outputs=(y,)).sweep
    start, stop = first if start is None else start, last if stop is None else stop
    if not finite(start, "follow: start") < finite(stop, "follow: stop"):
        raise ValueError(f"follow: start < stop must hold, got {start:g} and {stop:g}")
    if not finite(speed, "follow: speed") > 0:
        raise ValueError(f"follow: speed must be positive, got {speed:g}")
    if isinstance(y, DiscreteSignal):
        if start != round(start) or stop != round(stop):
            raise ValueError(f"follow: whole shifts are needed, got {start:g} and {stop:g}")
        return _stepwise(y, round(start), round(stop), end, speed, stacks)
    rests = _apart([t for t in y.breakpoints if start < t < stop], start, stop)
    stations = [start, *rests, stop]
    stretches = [profile(y, start, stop).between(a, b) for a, b in pairwise(stations)]
    changes = [np.abs(np.diff(stretch.values)) for stretch in stretches]
    total = sum(float(change.sum()) for change in changes) or 1.0
    new = [float(change.sum()) > 1e-3 * total for change in changes]
    read = min(READ, LONGEST_READ / max(1, sum(new)))
    pause = min(pause, LONGEST_RESTS / max(1, len(rests)))
    beats = list(hold(start, max(pause, REST)))
    for (t, _), change, to_read in zip(stretches, changes, new, strict=True):
        wide = t[-1] - t[0]
        even = EVEN * wide / (stop - start) + read * to_read
        effort = even * np.diff(t) / wide + CHANGE * change / total
        seconds = max(QUICKEST, float(effort.sum()) / speed)
        done = np.concatenate([[0.0], np.cumsum(effort)]) / effort.sum()
        path = np.interp(np.linspace(0, 1, FINE + 1), done, t)
        beats += travel([*path[:-1].tolist(), float(t[-1])], seconds)
        beats += hold(float(t[-1]), end if t[-1] == stop else pause)
    return tuple(beats)


def _apart(points: list[float], start: float, stop: float) -> list[float]:
    """Return points that lie apart, or none if there are too many to rest at."""
    kept: list[float] = []
    for point in points:
        if point - (kept[-1] if kept else start) > CLOSE * (stop - start):
            kept.append(point)
    kept = [point for point in kept if stop - point > CLOSE * (stop - start)]
    return kept if len(kept) <= RESTS else []


def stops(start: int, stop: int) -> list[int]:
    """Return whole shifts from start to stop, both included, or every so many of very many."""
    return [*range(start, stop, -(-(stop - start) // MOST_STOPS) or 1), stop]


def _stepwise(
    y: DiscreteSignal, start: int, stop: int, end: float, speed: float, stacks: bool
) -> tuple[Beat, ...]:
    n = np.union1d(stops(start, stop), round(peak(y, start, stop))).astype(int)
    values = y(np.concatenate([[start - 1], n]))
    change = np.abs(np.diff(values))
    seconds = STEP + STEP_CHANGE * change / (np.max(change) or 1.0)
    seconds[(values[1:] == 0) & (values[:-1] == 0)] = STEP_QUIET
    seconds *= min(1.0, LONGEST_STEPS / float(seconds.sum())) / speed
    seconds[0] = max(REST, seconds[0])
    piles = (stacks & (np.abs(values[1:]) > SMALL * np.max(np.abs(values)))).tolist()
    return visit(n.tolist(), seconds.tolist(), end, stacks=piles)
