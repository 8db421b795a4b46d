"""When what is to be seen: a timeline and its poster, for panels that come without."""

from collections.abc import Sequence

from animations.rendering.beats import carry, reflect, steps, sweep, visit
from animations.rendering.framing.pace import follow, stops
from animations.rendering.framing.profile import peak
from animations.rendering.framing.subject import Interval, Signal, Subject
from animations.rendering.timeline import Beat

SLOW, QUICK = 1.4, 0.6  # seconds of a step among few, and among many
ALL, MOST = 9.0, 22.0  # of all steps together, and at most
SECONDS = 7.0  # of a sweep that follows no output


def beats_for(
    subject: Subject, interval: Interval | None = None, stacks: bool = False
) -> tuple[Beat, ...]:
    """Return the beats in which t goes through what panels are about, or through an interval.

    What `stacks` is as in `follow`.
    """
    start, stop = interval or subject.sweep
    if subject.last is not None:
        return _counted(subject.last)
    flips = any(flip for _, flip in subject.sliding)
    opening: tuple[Beat, ...] = reflect(start) if flips else ()
    if subject.sliding and not flips:
        opening = carry(start)
    if not subject.followed:
        whole = steps(round(start), round(stop)) if subject.is_discrete else ()
        return opening + (whole or sweep(start, stop, SECONDS))
    return opening + follow(subject.followed[0], start, stop, stacks=stacks)


def fullest(y: Signal, beats: Sequence[Beat]) -> float:
    """Return the shift, of those at which beats rest, at which an output is farthest from zero."""
    rests = [beat.start.t for beat in beats if beat.start == beat.stop and beat.start.sweeping]
    return max(rests, key=lambda t: abs(y(t)))


def _counted(last: int) -> tuple[Beat, ...]:
    """Return beats for the steps from 0 to the last or, of very many, for every so many."""
    shown = stops(0, last)
    seconds = min(SLOW, max(ALL / len(shown), QUICK), MOST / len(shown))
    return visit(shown, [seconds] * len(shown))


def poster_for(subject: Subject, sweep: tuple[float, float]) -> float:
    """Return the shift at which the first output is farthest from zero."""
    start, stop = sweep
    if not subject.followed or start == stop:
        middle = (start + stop) / 2
        return float(round(middle)) if subject.in_steps else middle
    return peak(subject.followed[0], start, stop)
