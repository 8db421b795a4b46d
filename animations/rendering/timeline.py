"""When a figure shows what: beats of a storyboard, laid out as frames."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, isfinite, pi
from numbers import Integral
from typing import overload

MOST_STEPS = 100_000


@dataclass(frozen=True)
class Frame:
    """One picture of an animation.

    Attributes
    ----------
    index : int
        Position in the timeline, from 0.
    seconds : float
        When the frame appears.
    t : float
        The shift that the frame shows.
    flip : float
        How far the sliding signal is reflected about the vertical axis: 0 not at all, 1 wholly.
    sweeping : bool
        False while the figure still prepares (the reflection, the way to the start): y is not
        drawn yet.
    """

    index: int
    seconds: float
    t: float
    flip: float = 1.0
    sweeping: bool = True

    @property
    def scene(self) -> tuple[float, float, bool]:
        """What the frame shows; frames with equal scenes are the same picture."""
        return self.t, self.flip, self.sweeping

    def turn(self, flips: bool) -> float:
        """Return the factor of the sliding signal's positions: 1, and −1 where it has flipped."""
        return cos(pi * self.flip) if flips else 1.0

    def is_turned(self, flips: bool) -> bool:
        """Whether nothing is left to flip."""
        return not flips or self.flip == 1


@dataclass(frozen=True)
class Beat:
    """A stretch of time in which t and the reflection move evenly, or gently, to where they end.

    A `path` holds the shifts after equal parts of the time, where t goes at another pace.
    """

    seconds: float
    start: Frame
    stop: Frame
    gently: bool = False
    path: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if finite(self.seconds, "seconds") < 0:
            raise ValueError(f"seconds must be 0 or more, got {self.seconds:g}")

    def frames(self, count: int) -> Iterator[Frame]:
        """Yield `count` frames; the last shows exactly the end of the beat."""
        for number in range(1, count):
            part = number / count
            if self.gently:
                part = (1 - cos(pi * part)) / 2
            t = self._along(part)
            flip = self.start.flip + (self.stop.flip - self.start.flip) * part
            yield replace(self.stop, t=t, flip=flip)
        yield self.stop

    def _along(self, part: float) -> float:
        if not self.path:
            return self.start.t + (self.stop.t - self.start.t) * part
        at = part * (len(self.path) - 1)
        before = min(int(at), len(self.path) - 2)
        return self.path[before] + (self.path[before + 1] - self.path[before]) * (at - before)


def finite(value: float, name: str) -> float:
    """Return a finite number as a float; refuse anything else by ``name``."""
    try:
        if isinstance(value, str | bytes):
            raise TypeError
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise TypeError(f"{name} must be a finite number, got {value!r}") from None
    if not isfinite(number):
        raise ValueError(f"{name} must be a finite number, got {value!r}")
    return number


def _scene(t: float, flip: float = 1.0, sweeping: bool = True) -> Frame:
    return Frame(0, 0.0, finite(t, "a shift"), flip, sweeping)


def nearest_step(t: float, first: int, last: int) -> int:
    """Return the step, from the first to the last, that is nearest to t."""
    return min(max(round(t), first), last)


def hold(t: float, seconds: float) -> tuple[Beat, ...]:
    """Rest at the shift `t`."""
    return (Beat(seconds, _scene(t), _scene(t)),)


def travel(path: Sequence[float], seconds: float) -> tuple[Beat, ...]:
    """Move t along a path, given by the shifts after equal parts of the time."""
    return (Beat(seconds, _scene(path[0]), _scene(path[-1]), path=tuple(path)),)


def reflect(start: float) -> tuple[Beat, ...]:
    """Show the sliding signal as it is, flip it about the vertical axis, carry it to `start`."""
    plain, turned = _scene(0, flip=0, sweeping=False), _scene(0, sweeping=False)
    return (
        Beat(1.0, plain, plain),
        Beat(1.0, plain, turned, gently=True),
        Beat(0.5, turned, turned),
        Beat(0.6, turned, _scene(start, sweeping=False), gently=True),
    )


def sweep(
    start: float,
    stop: float,
    seconds: float,
    pause_at: Iterable[float] = (),
    pause: float = 0.6,
    end: float = 1.5,
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


def steps(start: int, stop: int, seconds: float = 0.72, end: float = 1.5) -> tuple[Beat, ...]:
    """Visit every whole shift from `start` to `stop`, both included, for `seconds` each.

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
    return tuple(hold(t, seconds)[0] for t in range(start, stop)) + hold(stop, max(seconds, end))


class Timeline(Sequence[Frame]):
    """The frames of a storyboard at a given rate.

    Parameters
    ----------
    beats : sequence of Beat
        What happens, in order. Without any, the timeline is a still: one frame at t = 0.
    fps : int
        Frames per second.
    """

    def __init__(self, beats: Sequence[Beat], fps: int) -> None:
        self.fps = fps
        scenes = [
            frame for beat in beats for frame in beat.frames(max(1, round(beat.seconds * fps)))
        ]
        self._frames = [
            replace(scene, index=index, seconds=index / fps)
            for index, scene in enumerate(scenes or [_scene(0)])
        ]

    @overload
    def __getitem__(self, index: int) -> Frame: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Frame]: ...
    def __getitem__(self, index: int | slice) -> Frame | Sequence[Frame]:
        return self._frames[index]

    def __len__(self) -> int:
        return len(self._frames)

    @property
    def seconds(self) -> float:
        """How long the animation takes."""
        return len(self) / self.fps

    @property
    def shifts(self) -> tuple[float, float]:
        """The least and the greatest t of the sweep."""
        swept = [frame.t for frame in self if frame.sweeping] or [frame.t for frame in self]
        return min(swept), max(swept)

    @property
    def is_discrete(self) -> bool:
        """Whether the sweep visits whole shifts only."""
        return all(frame.t == int(frame.t) for frame in self if frame.sweeping)

    def at(self, t: float) -> Frame:
        """Return the frame that shows the shift `t`, which need not be one of the frames'."""
        swept = (frame for frame in self if frame.sweeping)
        return replace(min(swept, key=lambda frame: abs(frame.t - t)), t=float(t))
