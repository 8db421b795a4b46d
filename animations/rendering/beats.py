"""The beats of a storyboard: rests, sweeps, steps, and the flip that opens many."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from numbers import Integral

from animations.rendering.timeline import Beat, Frame, finite

MOST_STEPS = 100_000
FIRST, READ = 3, 1.2  # how many steps stand longer, and for how many seconds at least
GLIDE, HURRY = 0.16, 0.4  # seconds from step to step, unless a step takes less than that
STACK, LOOK = 0.32, 0.3  # seconds in which products stack up, and before that, of a long step
END = 2.2  # seconds for which a film shows what has become of it


def hold(t: float, seconds: float) -> tuple[Beat, ...]:
    """Rest at the shift `t`."""
    return (Beat(seconds, _scene(t), _scene(t)),)


def travel(path: Sequence[float], seconds: float) -> tuple[Beat, ...]:
    """Move t along a path, given by the shifts after equal parts of the time."""
    return (Beat(seconds, _scene(path[0]), _scene(path[-1]), path=tuple(path)),)


def aside(name: str, at: Frame, seconds: float, rest: float = 0.0) -> tuple[Beat, ...]:
    """Show something in passing while all else stands, after a rest at its beginning."""
    start, stop = replace(at, aside=name, part=0.0), replace(at, aside=name, part=1.0)
    return (Beat(rest, start, start),) * bool(rest) + (Beat(seconds, start, stop, gently=True),)


def pause_for(name: str, at: float, seconds: float, beats: Sequence[Beat]) -> tuple[Beat, ...]:
    """Insert an aside where beats first rest at a shift of the sweep.

    Raises
    ------
    ValueError
        If they do not rest there.
    """
    for number, beat in enumerate(beats):
        if beat.start.sweeping and beat.start.t == beat.stop.t == at:
            shown = aside(name, beat.stop, seconds)
            return (*beats[: number + 1], *shown, *beats[number:])
    raise ValueError(f"{name}: the timeline does not rest at t = {at:g}")


def reflect(start: float) -> tuple[Beat, ...]:
    """Show the sliding signal as it is, flip it about the vertical axis, carry it to `start`."""
    plain, turned = _scene(0, flip=0, sweeping=False), _scene(0, sweeping=False)
    return (
        Beat(1.0, plain, plain),
        Beat(1.0, plain, turned, gently=True),
        Beat(0.5, turned, turned),
        Beat(0.6, turned, _scene(start, sweeping=False), gently=True),
    )


def carry(start: float) -> tuple[Beat, ...]:
    """Show the sliding signal as it is, and carry it to `start` without a flip."""
    plain, there = _scene(0, sweeping=False), _scene(start, sweeping=False)
    return Beat(1.2, plain, plain), Beat(0.8, plain, there, gently=True), Beat(0.3, there, there)


def sweep(
    start: float,
    stop: float,
    seconds: float,
    pause_at: Iterable[float] = (),
    pause: float = 0.6,
    end: float = END,
) -> tuple[Beat, ...]:
    """Move t evenly from `start` to `stop`, resting at the start, at key moments and at the end.

    Parameters
    ----------
    start, stop : float
        First and last shift; both are shown exactly.
    seconds : float
        Time in motion; the rests come on top.
    pause_at : iterable of float
        Shifts to rest at for `pause` seconds, usually the breakpoints of y; those outside the
        sweep are passed over.
    end : float
        Seconds to rest at the end.

    Raises
    ------
    ValueError, TypeError
        Unless start < stop, all finite, and no time is negative.
    """
    if not finite(start, "sweep: start") < finite(stop, "sweep: stop"):
        raise ValueError(f"sweep: start < stop must hold, got {start:g} and {stop:g}")
    finite(seconds, "sweep: seconds")
    stations = [start, *sorted({t for t in pause_at if start < t < stop}), stop]
    beats = list(hold(start, pause))
    for a, b in pairwise(stations):
        beats.append(Beat(seconds * (b - a) / (stop - start), _scene(a), _scene(b)))
        beats.extend(hold(b, pause if b != stop else end))
    return tuple(beats)


def steps(
    start: int, stop: int, seconds: float = 0.72, end: float = END, read: float = READ
) -> tuple[Beat, ...]:
    """Visit every whole shift from `start` to `stop`, both included, for `seconds` each.

    The first three stand for `read` seconds at least, so that there is time to see what happens.

    Raises
    ------
    ValueError, TypeError
        Unless start ≤ stop, both whole, and no time is negative.
    """
    if not (isinstance(start, Integral) and isinstance(stop, Integral)):
        raise TypeError(f"steps: start and stop must be whole, got {start!r} and {stop!r}")
    if stop - start > MOST_STEPS:
        raise ValueError(f"steps: at most {MOST_STEPS:,} are allowed, got {stop - start:,}")
    if start > stop:
        raise ValueError(f"steps: start ≤ stop must hold, got {start} and {stop}")
    shifts = range(start, stop + 1)
    return visit(shifts, [seconds] * len(shifts), end, read)


def visit(
    shifts: Sequence[int],
    seconds: Sequence[float],
    end: float = END,
    read: float = READ,
    stacks: Sequence[bool] = (),
) -> tuple[Beat, ...]:
    """Rest at whole shifts for so many seconds each, and glide from each to the next one.

    The first three stand for `read` seconds at least, the last one for `end`. Where something
    `stacks` up to what a step comes to, it does so before the step rests.
    """
    beats: list[Beat] = []
    last = len(shifts) - 1
    for number, (t, time) in enumerate(zip(shifts, seconds, strict=True)):
        reads = max(time, read) if number < FIRST and time >= 0 else time
        stands = max(reads, end) if number == last and time >= 0 else reads
        if number and t - shifts[number - 1] == 1 and reads >= HURRY:
            before, after = _scene(shifts[number - 1]), _scene(t)
            piles = bool(stacks) and stacks[number]
            arrived = replace(after, aside="stack") if piles else after
            beats.append(Beat(GLIDE, before, arrived, gently=True, glides=True))
            if piles:
                look = min(LOOK, stands / 4)
                beats += aside("stack", after, STACK, rest=look)
                stands -= min(stands / 2, STACK + look)
        beats += hold(t, stands)
    return tuple(beats)


def strides(
    shifts: Sequence[int], seconds: float = 0.4, rest: float = 0.6, end: float = END
) -> tuple[Beat, ...]:
    """Rest at whole shifts, and glide from each to the next one, however far that is.

    Parameters
    ----------
    shifts : sequence of int
        Where t rests.
    seconds : float
        How long a stride takes.
    rest : float
        How long t rests; at the first three shifts long enough to read them.
    end : float
        How long it rests at the last one.
    """
    beats: list[Beat] = []
    for number, (before, after) in enumerate(pairwise(shifts)):
        beats += hold(before, max(rest, READ) if number < FIRST else rest)
        beats.append(Beat(seconds, _scene(before), _scene(after), gently=True, glides=True))
    return (*beats, *hold(shifts[-1], end))


def _scene(t: float, flip: float = 1.0, sweeping: bool = True) -> Frame:
    return Frame(0, 0.0, finite(t, "a shift"), flip, sweeping)
