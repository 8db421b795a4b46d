"""The output, drawn as far as t has come."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.areas import StackedAreas
from animations.rendering.drawing.curve import SPACING, outline
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import Stage
from animations.rendering.timeline import Frame
from signals import ContinuousSignal


@dataclass(frozen=True)
class OutputPanel(Panel):
    """y over t: a ghost of the whole, the part that the sweep has drawn, and a dot where it is.

    Attributes
    ----------
    y : ContinuousSignal
        The output.
    layers : sequence of ContinuousSignal
        What adds up to y and is piled up under it; nothing unless given.
    unit : str
        The unit of t.
    """

    y: ContinuousSignal
    layers: Sequence[ContinuousSignal] = ()
    unit: str = ""
    height: float = 2.0

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        start, stop = stage.timeline.shifts
        rough = outline(self.y, start, stop, (stop - start) / 200)
        plane = Plane(stage, rough[:, 1].tolist(), "t", headroom=0.2, unit=self.unit)
        curve = outline(self.y, start, stop, SPACING * plane.pixel)
        # Before and after its support y is zero, and the sweep draws that too.
        first, last = max(start, self.y.support[0]), min(stop, self.y.support[1])
        ground = [[at, 0.0] for at in (start, stop) if not first <= at <= last]
        curve = np.concatenate([curve, np.reshape(ground, (-1, 2))])
        curve = curve[np.argsort(curve[:, 0], kind="stable")]

        plane.axes.plot(*curve.T, color=stage.theme.ghost("y"), linewidth=2.6, zorder=2)
        stack = StackedAreas(plane, self.layers, (start, stop))
        tie = plane.tie()
        trace = plane.line("y", 3.2, zorder=2)
        dot = plane.dot("y")
        plane.name("$y(t)$", "y", 0.3 * float(np.max(curve[:, 1])))
        y = stage.values(self.y)

        def show(frame: Frame) -> None:
            for artist in (tie, trace, dot):
                artist.set_visible(frame.sweeping)
            t, value = frame.t, y(frame.t)
            passed = curve[: np.searchsorted(curve[:, 0], t, side="right")]
            trace.set_data(np.append(passed[:, 0], t), np.append(passed[:, 1], value))
            stack.show(t)
            dot.set_data([t], [value])
            tie.set_data([t, t], [stage.height, plane.height(value)])

        return show
