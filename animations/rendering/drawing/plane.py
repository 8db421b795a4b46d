"""The axes that curves and stems share: limits, lines and ticks, and what points at t."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.markers import CARETUP, MarkerStyle
from matplotlib.patches import Polygon
from matplotlib.transforms import Bbox, TransformedBbox, blended_transform_factory, offset_copy

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.stage import DESIGN_DPI, DOT, Stage
from animations.rendering.framing.room import Room, plot
from animations.rendering.framing.ticks import step_for, tick_names, ticks
from animations.rendering.theme import LABEL, PROSE_FONT, TICK

LEFT, RIGHT = 54.0, 36.0  # margins in design pixels, and those above and below:
TOP, NUMBERED, BARE = 6.0, 30.0, 6.0
PAD = 10.0  # beyond the least and the greatest value, for heads of stems and the mark of t
TAG, UNDER = 30.0, 24.0  # what a row of labels takes over a plot, and under it
POWER = 28.0  # and what a power of ten takes over the axis, or a note
NOTED = 112.0  # the height from which on a note and a name find room over each other
APART = 28.0  # between two numbers of the vertical axis, at least
DOWN, OVER = 16.0, 30.0  # from a baseline beside the axis to numbers that are clear of it
WORDING_WIDE = 4  # characters that fit beside the axis
DIGIT = 12.5  # what a digit takes, with its share of the gap to the next number
CROWDED = 44.0  # between two numbers of the horizontal axis, at least
NARROW = 140.0  # from the left end of an axis to the right one, at least
NEAR = 24.0  # from zero to the only number of the vertical axis, at least


def room_for(
    values: Iterable[float],
    labels: int = 1,
    numbered: bool = True,
    own_scale: bool | None = False,
    tagged: bool = False,
) -> Room:
    """Return the room of a plane that shows values, with so many rows of labels over them.

    Under a `tagged` one there is a row for the label of what slides.
    """
    seen = [*values]
    most = max(map(abs, seen), default=0.0)
    noted = own_scale is not False or (most and not 0.1 <= most < 10_000)
    above = TOP + max(PAD, TAG * labels, POWER if noted else 0.0)
    below = (NUMBERED if numbered else BARE) + PAD + (UNDER if tagged else 0.0)
    room = plot(seen, above, below, own_scale)
    return replace(room, wide=LEFT + NARROW + RIGHT)


class Plane:
    """Axes over the figure's span with a line at zero, light grid lines and the variable's name.

    Its limits are those of the row that it stands in. The variable may be empty. Without numbers,
    which count the unit, the horizontal axis needs less room; `noted` is whether a scale of its own
    is told, and `tagged` as in `room_for`. `measured` is the unit of the vertical axis, and its
    role. A design pixel is `pixel` and `pixel_up` units wide and high.
    """

    def __init__(
        self,
        stage: Stage,
        variable: str,
        numbered: bool = True,
        unit: str = "",
        noted: bool = True,
        tagged: bool = False,
        measured: tuple[str, str] = ("", "ink"),
    ) -> None:
        self.stage, self.span = stage, stage.span
        room, (low, high) = stage.row.room, stage.row.limits
        self.high = room.reach[1] if room.reach else high
        pad = PAD + (UNDER if tagged else 0.0)
        bottom = room.below - pad
        self.pixel = (self.span[1] - self.span[0]) / (stage.width - LEFT - RIGHT)
        self.pixel_up = (high - low) / (stage.height - room.above - room.below)
        limits = low - pad * self.pixel_up, high + (room.above - TOP) * self.pixel_up
        self.axes = axes = stage.axes(self.span, limits, (LEFT, bottom, RIGHT, TOP))
        self.data = axes.transData
        self.ground = bottom - limits[0] / self.pixel_up
        self._number_across(numbered, unit, bottom - 7)
        self._number_up(low, high, "scale of its own" if room.own_scale and noted else "")
        over = stage.height - TOP + 2
        stage.text(
            LEFT - 6, over, measured[0], TICK, measured[1], ha="right", va="top",
            fontfamily=PROSE_FONT,
        )  # fmt: skip
        axes.set_axisbelow(True)
        color = stage.theme.axis
        axes.plot(self.span, (0, 0), color=color, linewidth=1.0, zorder=1.5, clip_on=False)
        if variable:
            end = stage.width - RIGHT + 9, self.ground
            stage.text(*end, f"${variable}$", LABEL, "muted", va="center")
        # The axis's coordinate across, the stage's pixels up.
        self._column = blended_transform_factory(self.data, stage.pixels)
        window = Bbox([[self.span[0], 0], [self.span[1], stage.height]])
        self._window = TransformedBbox(window, self._column)

    def _number_across(self, numbered: bool, unit: str, top: float) -> None:
        """Write numbers along the horizontal axis; a power of ten joins the unit."""
        step = step_for(max((self.span[1] - self.span[0]) / 9, CROWDED * self.pixel))
        marks = ticks(*self.span, step)
        across = marks if numbered else []
        power, names = tick_names(across, step)
        if max(map(len, names), default=0) * DIGIT > step / self.pixel:  # every second has room
            across, names = across[::2], names[::2]
        words = [f"×$10^{{{power}}}$"] * bool(power) + [unit] * bool(unit)
        if power:  # which takes the room of the last number
            end = self.span[1] - 80 * self.pixel
            across, names = across[: len([tick for tick in across if tick < end])], names
        self.axes.set_xticks(across, names[: len(across)])
        style: dict[str, Any] = {"color": self.stage.theme.axis, "markersize": 5, "zorder": 1.5}
        self.axes.plot(marks, np.zeros(len(marks)), "|", **style)
        place = (self.stage.width - (4 if power else RIGHT - 6), "right" if power else "left")
        self.stage.text(
            place[0], top, " ".join(words), TICK, "muted", ha=place[1],
            fontfamily=PROSE_FONT, va="top",
        )  # fmt: skip

    def _number_up(self, low: float, high: float, note: str) -> None:
        """Write numbers up the vertical axis and, over it, what is special about it."""
        axes, stage = self.axes, self.stage
        step = step_for(max(APART * self.pixel_up, (high - low) / 3.3))
        reach = stage.row.room.reach or (low, high)
        farthest = max(map(abs, reach))
        if step > farthest > NEAR * self.pixel_up:  # the roundest number that is reached
            step = step_for(farthest / 2.5 * (1 + 1e-6))
        up = [tick for tick in ticks(*reach, step) if tick]
        if step < APART * self.pixel_up:
            up = [tick for tick in (-step, step) if reach[0] <= tick <= reach[1]]
        power, names = tick_names(up, step, WORDING_WIDE)
        axes.set_yticks(up, names)
        self.numbers = up
        axes.grid(axis="y", color=stage.theme.grid, linewidth=1.0)
        style = {"fontfamily": PROSE_FONT, "va": "top"}
        over = stage.height - TOP + 2
        factor = f"×$10^{{{power}}}$" if power else ""
        stage.text(LEFT + 2, over, factor, TICK, "muted", ha="right", **style)
        # Where no line leads down to y, unless the name there leaves no room.
        right = (self.free_side == "right") == (stage.height >= NOTED)
        edge, side = (stage.width - RIGHT, "right") if right else (LEFT + 8, "left")
        self.note = stage.text(edge, over, note, TICK, "muted", ha=side, **style)

    def leave_out(self, up: float) -> None:
        """Leave out numbers up the axis that a name there, so high, would run into."""
        kept = [n for n in self.numbers if not up - DOWN < self.height(n) < up + OVER]
        names = [label.get_text() for label in self.axes.get_yticklabels()]
        named = dict(zip(self.numbers, names, strict=True))
        self.axes.set_yticks(kept, [named[number] for number in kept])

    @property
    def free_side(self) -> str:
        """The end of the plane that the sweep leaves more free."""
        first, last = self.stage.timeline.shifts
        return "left" if first - self.span[0] > self.span[1] - last else "right"

    def line(self, role: str, width: float, zorder: float) -> Line2D:
        """Add a moving curve in the role's colour, seen within the span."""
        return self._clipped(self.stage.line(role, width, zorder, self.data))

    def markers(self, role: str, size: float, zorder: float, kind: MarkerStyle = DOT) -> Line2D:
        """Add moving marks in the role's colour, seen within the span."""
        return self._clipped(self.stage.markers(role, size, zorder, self.data, marker=kind))

    def face(self, color: str, zorder: float) -> Polygon:
        """Add a moving area without an edge."""
        face = Polygon(np.zeros((1, 2)), transform=self.data, facecolor=color, linewidth=0)
        return self.stage.move(face, zorder)

    def dot(self, role: str) -> Line2D:
        """Add the dot that marks the newest value."""
        dot = self.markers(role, 11.0, zorder=5)
        dot.set(markeredgecolor=self.stage.theme.background, markeredgewidth=1.0)
        return dot

    def marker(self) -> Line2D:
        """Add the arrowhead under the axis that points at t."""
        self.stage.marks.append(self.stage.bottom + self.ground)
        return self.markers("ink", 8.0, zorder=8, kind=MarkerStyle(CARETUP))

    def tie(self) -> Line2D:
        """Add the thin upright line that ties panels together; up is in the stage's pixels."""
        return self.stage.line("axis", 1.0, 0.5, self._column)

    @property
    def tied(self) -> float:
        """How high a tie begins, in the stage's pixels: at the column's uppermost mark of t."""
        marks = self.stage.marks
        return max(marks) - self.stage.bottom if marks else self.stage.height

    def _clipped(self, line: Line2D) -> Line2D:
        line.set_clip_on(True)
        line.set_clip_box(self._window)
        return line

    def label(self, size: float, role: str, up: float = 0.0, **style: Any) -> Label:
        """Add a moving label, placed in the axes' coordinates, `up` design pixels above."""
        above = offset_copy(self.data, self.stage.figure, 0, up / DESIGN_DPI, units="inches")
        return self.stage.label(size, role, transform=above, **style)

    def height(self, value: float) -> float:
        """Return the design pixel of a value on the vertical axis."""
        return self.ground + value / self.pixel_up
