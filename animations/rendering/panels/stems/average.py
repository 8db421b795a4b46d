"""A window slides over a noisy signal; the mean of what it covers is the output."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import RIGHT, Plane, room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import rectangle
from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.panels.stems.trace import swept
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, convolve


@dataclass(frozen=True)
class AveragePanel(Panel):
    """The signal as dots, the kernel as a box of its own height and area, the output as a curve.

    Attributes
    ----------
    x : DiscreteSignal
        The input.
    kernel : DiscreteSignal
        Equal values that add up to 1.
    ticks : bool
        Whether to number the axis; of neighbouring panels the last one is enough.
    """

    x: DiscreteSignal
    kernel: DiscreteSignal
    ticks: bool = True

    def __post_init__(self) -> None:
        discrete(self, "x", "kernel")
        width = len(self.kernel.values)
        if not np.allclose(self.kernel.values, 1 / width):
            raise ValueError(
                f"AveragePanel: kernel must be {width} times 1/{width}, as values that are averaged"
                " add up to 1"
            )

    def subject(self) -> Subject:
        """Return what has to be seen, and what the sweep follows."""
        return Subject(resting=(self.x,), outputs=(convolve(self.kernel, self.x),))

    def room(self, view: View) -> Room:
        """Return the room for the samples, and for the box."""
        return room_for([*self.x.values, *self.kernel.values], labels=0, numbered=self.ticks)

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the dots; return what shows a frame."""
        theme, width = stage.theme, len(self.kernel.values)
        y = convolve(self.kernel, self.x)
        t = swept(stage.timeline.shifts)
        values = y(t)
        plane = Plane(stage, "t", numbered=self.ticks)
        at: Values = np.arange(self.x.start, self.x.stop, dtype=float)
        color = theme.tint("x", 0.4)
        dots = plane.axes.plot(at, self.x.values, "o", color=color, markersize=5.2, zorder=2)
        dots[0].set_markeredgewidth(0.0)
        band = plane.face(theme.tint("h", 0.1), zorder=0.1)
        box = plane.face(theme.tint("h", 0.55), zorder=0.2)
        covered = plane.markers("x", 6.4, zorder=1)
        trace = plane.line("y", 3.0, zorder=2)
        newest = plane.dot("y")
        edge, line = stage.width - RIGHT - 4, stage.height - 22
        # Above the band, so not a still text.
        stage.label(LABEL, "h", (edge, line), f"mean of {width}", ha="right")
        numbers = Numbers.told_apart(values, plane.pixel_up)
        value = stage.label(LABEL, "y", (edge, line - 30), ha="right")
        # The kernel is flipped, and its samples stand for the stretch around them.
        reach = -self.kernel.stop + 0.5, -self.kernel.start + 0.5
        low, high = plane.axes.get_ylim()
        tall = float(self.kernel.values[0])

        def show(frame: Frame) -> None:
            now = stage.step(frame)
            left, right = (now + end for end in reach)
            band.set_xy(rectangle(left, right, low, high))
            box.set_xy(rectangle(left, right, 0, tall))
            inside = (left < at) & (at < right)
            covered.set_data(at[inside], self.x.values[inside])
            trace.set_data(t[t <= now], values[t <= now])
            newest.set_data([now], [y(now)])
            value.set_text(f"$y({now}) =${numbers(y(now))}")

        return show
