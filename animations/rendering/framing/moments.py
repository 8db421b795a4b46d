"""When what is to be seen: a timeline and its poster, for panels that come without."""

from animations.rendering.framing.pace import MOST_STEPS, follow
from animations.rendering.framing.profile import peak
from animations.rendering.framing.subject import Interval, Subject
from animations.rendering.timeline import Beat, hold, reflect, sweep

SLOW, QUICK = 1.4, 0.6  # seconds of a step among few, and among many
ALL, MOST, END = 9.0, 22.0, 1.5  # of all steps together, at most, and of the last one
SECONDS = 7.0  # of a sweep that follows no output


def beats_for(subject: Subject, sweep_: Interval | None = None) -> tuple[Beat, ...]:
    """Return the beats in which t goes through what panels are about, or through an interval."""
    start, stop = sweep_ or subject.sweep
    if subject.last is not None:
        return _counted(subject.last)
    flips = any(flip for _, flip in subject.sliding)
    opening = reflect(start) if flips else hold(start, 0.5)
    if not subject.outputs:
        return opening + sweep(start, stop, SECONDS)
    return opening + follow(subject.outputs[0], start, stop)


def _counted(last: int) -> tuple[Beat, ...]:
    """Return beats for the steps from 0 to the last or, of very many, for every so many."""
    shown = [*range(0, last, -(-last // MOST_STEPS) or 1), last]
    seconds = min(SLOW, max(ALL / len(shown), QUICK), MOST / len(shown))
    return tuple(beat for t in shown[:-1] for beat in hold(t, seconds)) + hold(
        last, max(seconds, END)
    )


def poster_for(subject: Subject, sweep: tuple[float, float]) -> float:
    """Return the shift at which the first output is farthest from zero."""
    start, stop = sweep
    if not subject.outputs or start == stop:
        return float(round((start + stop) / 2)) if subject.is_discrete else (start + stop) / 2
    return peak(subject.outputs[0], start, stop)
