"""When what is to be seen: a timeline and its poster, for panels that come without."""

from animations.rendering.framing.pace import follow
from animations.rendering.framing.profile import peak
from animations.rendering.framing.subject import Interval, Subject
from animations.rendering.timeline import Beat, hold, reflect, steps, sweep

STEP, MOST = 0.9, 22.0  # seconds of a step, and of all steps together
SECONDS = 7.0  # of a sweep that follows no output


def beats_for(subject: Subject, sweep_: Interval | None = None) -> tuple[Beat, ...]:
    """Return the beats in which t goes through what panels are about, or through an interval."""
    start, stop = sweep_ or subject.sweep
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
