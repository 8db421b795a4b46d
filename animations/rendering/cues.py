"""Which shift a film shows when, in few numbers, for whoever plays it elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf
from operator import attrgetter

from animations.rendering.animation import Animation
from animations.rendering.framing.numbers import Numbers
from animations.rendering.timeline import Frame, Timeline

ACROSS = 870.0  # design pixels of a horizontal axis, whose numbers must differ
TOLERANCE = 0.45  # of the last digit, by which a shift between two knots may miss what is told


@dataclass(frozen=True)
class Cues:
    """What a player needs to know of a film.

    Attributes
    ----------
    fps : int
        Frames per second.
    name : str
        What is swept: ``"t"``, or ``"step"`` where it is no place on an axis.
    digits : int
        Digits after the point in which t is told.
    shifts : tuple of (int, float)
        Frames, and the t at each: between two of them t is linear. Rounded to its digits it is
        that of every frame. It never decreases.
    moments : tuple of int
        The frames at which t comes to rest.
    poster : float
        The t of the picture that stands for the whole figure.
    """

    fps: int
    name: str
    digits: int
    shifts: tuple[tuple[int, float], ...]
    moments: tuple[int, ...]
    poster: float

    @classmethod
    def of(cls, animation: Animation, fps: int) -> "Cues":
        """Return the cues of an animation that moves."""
        timeline = Timeline(animation.timeline, fps)
        subject = animation.subject
        placed = subject.last is None and bool(subject.sliding or subject.followed)
        whole = timeline.is_discrete
        start = timeline.shifts[0]  # while a figure prepares, when its picture tells none
        told = (frame.step if whole else frame.t for frame in timeline)
        shifts = [t if f.sweeping else start for f, t in zip(timeline, told, strict=True)]
        across = (animation.span[1] - animation.span[0]) / ACROSS
        numbers = Numbers.told_apart(shifts, across)
        digits = max(0, numbers.decimals - numbers.power)
        return cls(
            fps,
            "t" if placed else "step",
            digits,
            tuple(_knots(shifts, digits)),
            tuple(frame.index for frame in moments(timeline)),
            float(animation.poster),
        )


def moments(timeline: Timeline) -> list[Frame]:
    """Return the frames at which t comes to rest in the sweep, the last one included."""
    found: dict[float, Frame] = {}
    for scene, frames in groupby(timeline, key=attrgetter("scene")):
        first, *rest = frames
        stands = len(rest) > 0 or timeline.is_discrete or first.index == len(timeline) - 1
        if first.sweeping and not first.gliding and not first.aside and stands:
            found.setdefault(scene[0], first)
    return sorted(found.values(), key=attrgetter("index"))


def _knots(shifts: Sequence[float], digits: int) -> list[tuple[int, float]]:
    """Return the fewest knots, one after another, whose polyline tells all shifts."""
    told = [round(shift * 10**digits) for shift in shifts]
    knots, start = [0], 0
    while start < len(told) - 1:
        low, high, end = -inf, inf, start + 1
        for at in range(start + 1, len(told)):
            rise, run = told[at] - told[start], at - start
            if low <= rise / run <= high:
                end = at
            low, high = max(low, (rise - TOLERANCE) / run), min(high, (rise + TOLERANCE) / run)
            if low > high:
                break
        knots.append(end)
        start = end
    return [(at, round(told[at] / 10**digits, digits)) for at in knots]
