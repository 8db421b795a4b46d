"""The discrete output, drawn as far as t has come."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import Stems, ghost_stems
from animations.rendering.timeline import Frame
from signals import DiscreteSignal


@dataclass(frozen=True)
class StemOutputPanel:
    """y over t in stems: a ghost of the whole, the part drawn so far, and the newest value.

    Attributes
    ----------
    y : DiscreteSignal
        The output.
    """

    y: DiscreteSignal
    height: float = 2.0
    rigid: bool = False

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        start, stop = (round(t) for t in stage.timeline.shifts)
        t = np.arange(start, stop + 1)
        values = self.y(t)
        plane = Plane(stage, values.tolist(), "t", headroom=0.2)
        ghost_stems(plane, "y", t.astype(float), values)
        tie = plane.tie()
        drawn = Stems(plane, "y", zorder=2)
        dot = plane.dot("y")
        plane.name_row("$y(t)$", "y", 0.3 * float(np.max(values)))

        def show(frame: Frame) -> None:
            now = round(frame.t)
            value = float(self.y(now))
            passed = (t <= now) & frame.sweeping
            drawn.show(t[passed].astype(float), values[passed])
            for artist in (tie, dot):
                artist.set_visible(frame.sweeping)
            tie.set_data([now, now], [stage.height, plane.height(value)])
            dot.set_data([now], [value])

        return show
