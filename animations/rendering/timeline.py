"""When a figure shows what: beats laid out as frames."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, floor, isfinite, pi
from typing import overload


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
    gliding : bool
        Whether t is on its way from one whole shift to the next.
    aside : str
        What is shown while t stands, besides what always is; empty for nothing.
    part : float
        How far the aside has come, from 0 to 1.
    """

    index: int
    seconds: float
    t: float
    flip: float = 1.0
    sweeping: bool = True
    gliding: bool = False
    aside: str = ""
    part: float = 0.0

    @property
    def scene(self) -> tuple[float, float, bool, str, float]:
        """What the frame shows; frames with equal scenes are the same picture."""
        return self.t, self.flip, self.sweeping, self.aside, self.part

    def aside_part(self, name: str) -> float | None:
        """How far an aside has come; None while there is another one, or none."""
        return self.part if self.aside == name else None

    @property
    def step(self) -> int:
        """The whole shift that t has come to last."""
        return floor(self.t + 1e-9)

    def turn(self, flips: bool) -> float:
        """Return the factor of the sliding signal's positions: 1, and −1 where it has flipped."""
        return cos(pi * self.flip) if flips else 1.0

    def is_turned(self, flips: bool) -> bool:
        """Whether nothing is left to flip."""
        return not flips or self.flip == 1


@dataclass(frozen=True)
class Beat:
    """A stretch of time in which t and the reflection move evenly, or gently, to where they end.

    A `path` holds the shifts after equal parts of the time, where t goes at another pace. What
    `glides` goes from one step to the next.
    """

    seconds: float
    start: Frame
    stop: Frame
    gently: bool = False
    path: tuple[float, ...] = ()
    glides: bool = False

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
            aside = self.start.part + (self.stop.part - self.start.part) * part
            yield replace(
                self.stop,
                t=t,
                flip=flip,
                gliding=self.glides,
                aside=self.start.aside,
                part=aside,
            )
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


def step_within(frame: Frame, first: int, last: int) -> int:
    """Return the step that a frame has come to, of those from the first to the last."""
    return min(max(frame.step, first), last)


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
            for index, scene in enumerate(scenes or [Frame(0, 0.0, 0.0)])
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
        swept = (frame for frame in self if frame.sweeping and not frame.gliding)
        return all(frame.t == int(frame.t) for frame in swept)

    def shows(self, t: float) -> bool:
        """Whether the sweep comes to the shift `t`, which is whole if it visits only such."""
        first, last = self.shifts
        return first <= t <= last and not (self.is_discrete and t != int(t))

    def at(self, t: float) -> Frame:
        """Return the frame that shows the shift `t`, which need not be one of the frames'."""
        swept = (frame for frame in self if frame.sweeping)
        nearest = min(swept, key=lambda frame: abs(frame.t - t))
        return replace(nearest, t=float(t), gliding=False, aside="", part=0.0)
