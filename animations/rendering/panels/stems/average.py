"""A window slides over a noisy signal; the mean of what it covers is the output."""

from dataclasses import dataclass, replace
from math import ceil

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.nameplates import LOOKS, upright
from animations.rendering.drawing.plane import LEFT, RIGHT, Plane, room_for
from animations.rendering.drawing.prose import MARGIN, math_width, text_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import rectangle
from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.panels.stems.trace import swept
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, convolve

ROUND = 10  # parts of a unit, at a whole one of which the axis ends
APART, CLEAR = 12.0, 8.0  # from a sample to the name beside it, and over it, in design pixels
TAG, LINE = 26.0, 26.0  # from the axis down to the name of the box, and between lines of text
EDGE, GAP = 4.0, 20.0  # right of what is told of the box, and between that where it is one line
CLEAN = "without noise"
WIDEST, LONGEST, HEIGHT = "mean of 88", "$y(88) =$8.88", "$h = 1/88$"


@dataclass(frozen=True)
class AveragePanel(Panel):
    """The signal as dots, the kernel as a box of its own height and area, the output as a curve.

    There is no output where the box would reach beyond the samples, as nobody knows what is there:
    it waits at the first place where it does not, and stays at the last.

    Attributes
    ----------
    x : DiscreteSignal
        The input.
    kernel : DiscreteSignal
        Equal values that add up to 1.
    clean : DiscreteSignal, optional
        What the input would be without its noise, as a thin grey line.
    named : bool
        Whether all of these are named; of neighbouring panels the first one is enough.
    ticks : bool
        Whether to number the axis; of neighbouring panels the last one is enough.
    """

    x: DiscreteSignal
    kernel: DiscreteSignal
    clean: DiscreteSignal | None = None
    named: bool = True
    ticks: bool = True

    def __post_init__(self) -> None:
        discrete(self, "x", "kernel", *(["clean"] if self.clean else []))
        width = len(self.kernel.values)
        if not np.allclose(self.kernel.values, 1 / width):
            raise ValueError(
                f"AveragePanel: kernel must be {width} times 1/{width}, as values that are averaged"
                " add up to 1"
            )

    def subject(self) -> Subject:
        """Return what has to be seen, and what the sweep follows."""
        return Subject(resting=(self.x,), outputs=(convolve(self.kernel, self.x),))

    @property
    def whole(self) -> tuple[int, int]:
        """The first and the last shift at which the box covers nothing but samples."""
        return self.x.start + self.kernel.stop - 1, self.x.stop - 1 + self.kernel.start

    def room(self, view: View) -> Room:
        """Return the room for the samples, and for the box."""
        highest = ceil(ROUND * max(*self.x.values, *self.kernel.values)) / ROUND
        reach = [*self.x.values, *self.kernel.values, highest]
        room = room_for(reach, labels=0, numbered=self.ticks, tagged=self.named)
        above = room.above + LINE * self._told_over(view.span, view.width)
        told = math_width(LONGEST, LABEL) + text_width(WIDEST) + math_width(HEIGHT, LABEL) + 2 * GAP
        return replace(room, above=above, wide=MARGIN + told + EDGE + RIGHT)

    def _told_over(self, span: tuple[float, float], width: float) -> bool:
        """Whether what is told of the box has no room at the right, and stands over the plot."""
        last = LEFT + (self.x.stop - span[0]) / (span[1] - span[0]) * (width - LEFT - RIGHT)
        return last > width - RIGHT - EDGE - max(text_width(WIDEST), math_width(LONGEST, LABEL))

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the dots; return what shows a frame."""
        theme, width = stage.theme, len(self.kernel.values)
        y = convolve(self.kernel, self.x)
        t = swept(stage.timeline.shifts)
        first, last = self.whole
        t = t[(first <= t) & (t <= last)]
        values = y(t)
        plane = Plane(stage, "t", numbered=self.ticks, tagged=self.named)
        at: Values = np.arange(self.x.start, self.x.stop, dtype=float)
        color = theme.tint("x", 0.4)
        dots = plane.axes.plot(at, self.x.values, "o", color=color, markersize=5.2, zorder=2)
        dots[0].set_markeredgewidth(0.0)
        band = plane.face(theme.tint("h", 0.1), zorder=0.1)
        box = plane.face(theme.tint("h", 0.55), zorder=0.2)
        if self.clean is not None:  # above the band, so it is drawn with what moves
            course = np.arange(self.clean.start, self.clean.stop), self.clean.values
            plane.line("muted", 1.4, zorder=0.5).set_data(course)
        covered = plane.markers("x", 6.0, zorder=1)
        trace = plane.line("y", 2.4, zorder=2)
        level = plane.line("y", 1.2, zorder=1.5)
        newest = plane.dot("y")
        if self.named:
            self._name_samples(plane, np.column_stack([t, values]))
        under = plane.label(LABEL, "h", ha="center")
        under.set_text(r"$h(t - \tau)$" if self.named else "")
        edge, line = stage.width - RIGHT - EDGE, stage.height - 22
        places = [(edge, line), (edge, line - LINE), (edge, line - 2 * LINE)]
        if self._told_over(stage.span, stage.width):
            before = edge - math_width(LONGEST, LABEL) - GAP
            places = [(before - text_width(WIDEST) - GAP, line), (before, line), (edge, line)]
        # Above the band, so no still texts.
        stage.label(LABEL, "h", places[0], f"$h = 1/{width}$", ha="right")
        mean = f"mean of {width}"
        stage.label(NOTE, "y", places[1], mean, ha="right", fontfamily=PROSE_FONT)
        numbers = Numbers.told_apart(values, plane.pixel_up)
        value = stage.label(LABEL, "y", places[2], ha="right")
        # The kernel is flipped, and its samples stand for the stretch around them.
        reach = -self.kernel.stop + 0.5, -self.kernel.start + 0.5
        low, high = plane.axes.get_ylim()
        tall = float(self.kernel.values[0])

        def show(frame: Frame) -> None:
            now = min(max(stage.step(frame), first), last)
            left, right = (now + end for end in reach)
            band.set_xy(rectangle(left, right, low, high))
            box.set_xy(rectangle(left, right, 0, tall))
            inside = (left < at) & (at < right)
            covered.set_data(at[inside], self.x.values[inside])
            trace.set_data(t[t <= now], values[t <= now])
            newest.set_data([now], [y(now)])
            level.set_data([left, right], [y(now)] * 2)
            under.set_position((now, -TAG * plane.pixel_up))
            value.set_text(f"$y({now}) =${numbers(y(now))}")

        return show

    def _name_samples(self, plane: Plane, output: Vertices) -> None:
        """Name the samples beside the highest one, and over its lowest stretch what is clean."""
        at: Values = np.arange(self.x.start, self.x.stop, dtype=float)
        peak = int(np.argmax(self.x.values))
        place = at[peak] + APART * plane.pixel, self.x.values[peak]
        plane.label(NOTE, "x", -6, fontfamily=PROSE_FONT).set(text="samples", position=place)
        if self.clean is None:
            return
        label = plane.label(NOTE, "muted", CLEAR, fontfamily=PROSE_FONT)
        wide = plane.stage.measure(label, CLEAN) * plane.pixel
        looks = np.arange(at[0], at[-1] - wide, 0.5)
        drawn = [
            np.column_stack([at, self.x.values]),
            np.column_stack([at, self.clean(at)]),
            output,
        ]
        tops = []
        for left in looks.tolist():
            over = np.linspace(left - APART * plane.pixel, left + wide, LOOKS)
            tops.append(max(float(upright(over, curve).max()) for curve in (*drawn, output)))
        lowest = int(np.argmin(tops))
        label.set(text=CLEAN, position=(looks[lowest], tops[lowest]))
