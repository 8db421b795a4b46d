"""When what is to be seen: a timeline and its poster, for panels that come without."""

import numpy as np

from animations.rendering.framing.pace import follow
from animations.rendering.framing.subject import Subject
from animations.rendering.timeline import Beat, hold, reflect, steps, sweep
from signals import ContinuousSignal, DiscreteSignal

STEP, MOST = 0.9, 22.0  # seconds of a step, and of all steps together
SECONDS = 7.0  # of a sweep that follows no output
PLACES = 800  # at which an output is looked at


def beats_for(subject: Subject) -> tuple[Beat, ...]:
    """Return the beats in which t goes through what panels are about."""
    start, stop = subject.sweep
    if subject.last is not None:
        return steps(0, subject.last, min(STEP, MOST / (subject.last + 1)))
    flips = any(flip for _, flip in subject.sliding)
    opening = reflect(start) if flips else hold(start, 0.5)
    if not subject.outputs:
        return opening + sweep(start, stop, SECONDS)
    return opening + follow(subject.outputs[0], start, stop)


def poster_for(subject: Subject, sweep: tuple[float, float]) -> float:
    """Return the shift at which the first output is farthest from zero."""
    start, stop = sweep
    if not subject.outputs or start == stop:
        return float(round((start + stop) / 2)) if subject.is_discrete else (start + stop) / 2
    return peak(subject.outputs[0], start, stop)


def peak(y: ContinuousSignal | DiscreteSignal, start: float, stop: float) -> float:
    """Return where, from start to stop, a signal is farthest from zero."""
    if isinstance(y, DiscreteSignal):
        t = np.arange(round(start), round(stop) + 1, dtype=float)
    else:
        inner = [at for at in y.breakpoints if start < at < stop]
        t = np.unique([*np.linspace(start, stop, PLACES), *inner])
    return float(t[np.argmax(np.abs(y(t)))])
