"""Rows of panels at one scale: heights that follow from what the panels must show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

LEAST = 26.0  # what a plot or a diagram is high at least, in design pixels
REFINED = 4  # times that the scale is found again, as plots take the room of lower ones' labels
SQUEEZED, FLAT = 90.0, 60.0  # under which a plot is too low beside another, and on its own


Raised = tuple[float, float]


class View(NamedTuple):
    """What a figure shows, and on what.

    Limits of the horizontal axes, the shifts that t goes through, and how wide the canvas is, or
    a panel's part of it, in design pixels.
    """

    span: tuple[float, float]
    sweep: tuple[float, float]
    width: float = 960.0


@dataclass(frozen=True)
class Room:
    """The height that a panel asks for.

    Attributes
    ----------
    above, below : float
        Design pixels for what is not to scale: labels, the numbers under an axis, lines of text.
    reach : tuple of float, optional
        The least and the greatest value between them, zero included.
    stretches : bool
        Whether it takes what is left over; so does every room with a reach.
    raised : tuple of float
        A value, and the design pixels that a label takes over it.
    share : float
        Of the width, in proportion to those beside it.
    wide : float
        Design pixels that it takes across at least.
    own_scale : bool, optional
        Whether values stand at a scale of their own. Others share pixels per unit; with None, as
        long as they leave enough of these.
    """

    above: float = 0.0
    below: float = 0.0
    reach: tuple[float, float] | None = None
    stretches: bool = False
    own_scale: bool | None = False
    raised: Raised = (0.0, 0.0)
    share: float = 1.0
    wide: float = 0.0

    @property
    def extent(self) -> float:
        """The units that it shows."""
        return self.reach[1] - self.reach[0] if self.reach else 0.0

    @property
    def takes_rest(self) -> bool:
        """Whether its height depends on what the others leave."""
        return self.stretches or self.reach is not None


FULL = Room(stretches=True)
"""Room of a panel that takes what there is."""


def line(height: float) -> Room:
    """Return the room of a panel that is always so many design pixels high."""
    return Room(above=height)


def plot(
    values: Iterable[float], above: float, below: float, own_scale: bool | None = False
) -> Room:
    """Return the room in which values, and zero, can be seen."""
    seen = [0.0, *values]
    return Room(above, below, (min(seen), max(seen)), own_scale=own_scale)


class Row(NamedTuple):
    """Where a row of panels stands, in design pixels, and the limits of what it shows.

    `limits` are the values at the lower and the upper edge of its plot.
    """

    bottom: float
    height: float
    room: Room
    limits: tuple[float, float]


ALONE = Row(0.0, 0.0, FULL, (0.0, 1.0))
"""In place of the row of what stands in none."""


def rows(rooms: Sequence[Sequence[Room]], height: float, edge: float = 0.0) -> list[Row]:
    """Lay out rows of panels from top to bottom; those in one row stand side by side.

    Over them an `edge` stays free.

    Raises
    ------
    ValueError
        If there are more than there is room for.
    """
    canvas, height = height, height - edge
    wanted = [together(beside) for beside in rooms]
    for _ in range(REFINED):
        scale = _scale(wanted, height - sum(room.above + room.below for room in wanted))
        wanted = [together(beside, max(0.0, scale)) for beside in rooms]
    rest = height - sum(room.above + room.below for room in wanted)
    elastic = [room for room in wanted if room.takes_rest]
    if rest < LEAST * len(elastic):
        needed = ceil(canvas - rest + LEAST * len(elastic))
        raise ValueError(
            f"this figure needs a canvas at least {needed} pixels high for its {len(rooms)} rows "
            f"of panels, got {canvas:.0f}"
        )
    wanted = _settled(wanted, rest)
    scale = _scale(wanted, rest)
    share = rest / max(1, len(elastic))
    found, top = [], height
    for room in wanted:
        tall = 0.0
        if room.takes_rest:
            shared = room.reach is not None and not room.own_scale
            tall = max(LEAST, scale * room.extent) if shared and scale else share
        top -= room.above + tall + room.below
        limits = _limits(room, tall, scale)
        found.append(Row(top, room.above + tall + room.below, room, limits))
    return found


def together(beside: Sequence[Room], scale: float = 0.0) -> Room:
    """Return the room that suffices for each of those in a row, so that their axes line up.

    What stands over a plot reaches into that of a higher one beside it, at so many pixels per unit.
    """
    reaches = [room.reach for room in beside if room.reach]
    low = min((low for low, _ in reaches), default=0.0)
    high = max((high for _, high in reaches), default=0.0)
    spare = [
        (scale * (high - room.reach[1]), scale * (room.reach[0] - low)) if room.reach else (0, 0)
        for room in beside
    ]
    over = [room.raised[1] - scale * (high - room.raised[0]) for room in beside]
    over += [room.above - more for room, (more, _) in zip(beside, spare, strict=True)]
    return Room(
        above=max(over),
        below=max(room.below - under for room, (_, under) in zip(beside, spare, strict=True)),
        reach=(low, high) if reaches else None,
        stretches=any(room.stretches for room in beside),
        own_scale=_agreed([room.own_scale for room in beside if room.reach]),
    )


def _agreed(wishes: Sequence[bool | None]) -> bool | None:
    """Return what a row does as to a scale of its own, whatever the order of its panels."""
    return None if None in wishes and False not in wishes else bool(wishes) and all(wishes)


def _settled(wanted: Sequence[Room], rest: float) -> list[Room]:
    """Decide for those that may stand at a scale of their own whether they do."""
    one_scale = [replace(room, own_scale=bool(room.own_scale)) for room in wanted]
    others = [room.extent for room in wanted if room.own_scale is False and room.extent]
    unsure = [room.extent for room in wanted if room.own_scale is None and room.extent]
    if not unsure or len(others) + len(unsure) < 2:
        return one_scale
    apart = [replace(room, own_scale=room.own_scale is not False) for room in wanted]
    scale = _scale(one_scale, rest)
    if min(unsure) * scale < FLAT:
        return apart
    lowest = min(others, default=0.0)
    squeezed, gained = lowest * scale, lowest * (_scale(apart, rest) - scale)
    return apart if squeezed < SQUEEZED and gained > 0.25 * squeezed else one_scale


def _scale(wanted: Sequence[Room], rest: float) -> float:
    """Return the pixels per unit of those that share it; each is as high as it must be at least."""
    shared = [room.extent for room in wanted if room.reach is not None and not room.own_scale]
    elastic = sum(room.takes_rest for room in wanted)
    left, extents = rest * len(shared) / max(1, elastic), sorted(shared)
    while extents and (not extents[0] or extents[0] * left / sum(extents) < LEAST):
        left -= LEAST
        extents.pop(0)
    return left / sum(extents) if extents else 0.0


def _limits(room: Room, tall: float, scale: float) -> tuple[float, float]:
    """Return the values at the edges of a plot so many pixels high."""
    low, high = room.reach or (0.0, 1.0)
    if low == high:
        return (0.0, tall / scale if scale and not room.own_scale else 1.0)
    if room.own_scale or not scale:
        return low, high
    more = tall / scale - (high - low)  # of a plot that is higher than it need be
    above = more * (1.0 if low == 0 else 0.0 if high == 0 else 0.5)
    return low - (more - above), high + above
