"""A discrete signal over t in stems, drawn as far as t has come: the input, and the output."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import Stems, ghost_stems
from animations.rendering.timeline import Frame
from signals import DiscreteSignal


@dataclass(frozen=True)
class StemInputPanel(Panel):
    """The input over t in stems: a ghost of the whole, and the samples that have come in by now."""

    x: DiscreteSignal
    height: float = 1.0

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        plane = Plane(stage, self.x.values.tolist(), "t", headroom=0.25, numbered=False)
        at: Values = np.arange(self.x.start, self.x.stop, dtype=float)
        ghost_stems(plane, "x", at, self.x.values)
        come = Stems(plane, "x", zorder=2)
        newest = plane.dot("x")
        marker = plane.marker()
        plane.name("$x(t)$", "x", 0.3 * float(max(self.x.values)))

        def show(frame: Frame) -> None:
            now = round(frame.t)
            come.show(at[at <= now], self.x.values[at <= now])
            newest.set(data=([now], [self.x(now)]), visible=self.x.start <= now < self.x.stop)
            marker.set_data([now], [0])

        return show


@dataclass(frozen=True)
class StemOutputPanel(Panel):
    """The output over t in stems: a ghost of the whole, what is drawn so far, the newest value."""

    y: DiscreteSignal
    height: float = 2.0

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        start, stop = (round(t) for t in stage.timeline.shifts)
        t: Values = np.arange(start, stop + 1, dtype=float)
        values = self.y(t)
        plane = Plane(stage, values.tolist(), "t", headroom=0.2)
        ghost_stems(plane, "y", t, values)
        tie = plane.tie()
        drawn = Stems(plane, "y", zorder=2)
        dot = plane.dot("y")
        plane.name("$y(t)$", "y", 0.3 * float(np.max(values)))

        def show(frame: Frame) -> None:
            now = round(frame.t)
            value = self.y(now)
            passed = (t <= now) & frame.sweeping
            drawn.show(t[passed], values[passed])
            tie.set(data=([now, now], [stage.height, plane.height(value)]), visible=frame.sweeping)
            dot.set(data=([now], [value]), visible=frame.sweeping)

        return show
