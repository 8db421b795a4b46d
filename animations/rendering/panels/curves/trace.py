"""A signal over t, drawn as far as t has come: the input with its impulses, and the output."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.markers import CARETUP, MarkerStyle

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.areas import StackedAreas
from animations.rendering.drawing.curve import SPACING, closed, outline
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import stalks
from animations.rendering.timeline import Frame
from signals import ContinuousSignal

HEAD = 11.0  # points
TIP = MarkerStyle(CARETUP)


@dataclass(frozen=True)
class InputPanel(Panel):
    """x over t: a ghost of the whole, and the part that has come in by now.

    An impulse is an arrow as high as its weight.

    Attributes
    ----------
    x : ContinuousSignal
        The input.
    cuts : sequence of float
        Where thin lines cut the area under it into slices.
    """

    x: ContinuousSignal
    cuts: Sequence[float] = ()
    height: float = 1.3

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        theme, role = stage.theme, "x"
        weights = np.reshape(self.x.impulses, (-1, 2))
        rough = outline(self.x, *stage.span, 0.05)
        reach = [*rough[:, 1].tolist(), *weights[:, 1].tolist()]
        plane = Plane(stage, reach, "t", headroom=0.15, numbered=False)
        curve = outline(self.x, *stage.span, SPACING * plane.pixel)
        shaft = 6 * plane.pixel_up  # the stalk ends inside of the head
        arrows = stalks(weights[:, 0], weights[:, 1] - shaft)
        ghost: dict[str, Any] = {"color": theme.ghost(role), "solid_joinstyle": "miter"}
        plane.axes.plot(*arrows.T, linewidth=2.6, **ghost)
        plane.axes.plot(*curve.T, linewidth=2.6, **ghost)
        ghost |= {"linestyle": "none", "marker": TIP, "markeredgewidth": 0.0}
        plane.axes.plot(*weights.T, markersize=HEAD, **ghost)
        face = plane.face(theme.fill(role), zorder=1)
        trace = plane.line(role, 2.8, zorder=3)
        slits = plane.line(role, 1.0, zorder=2)
        shafts = plane.line(role, 2.8, zorder=3)
        points = plane.markers(role, HEAD, zorder=3.1, kind=TIP)
        marker = plane.marker()
        plane.name(f"${role}(t)$", role, 0.3 * max(reach))
        x = stage.values(self.x)

        def show(frame: Frame) -> None:
            t = frame.t
            passed = curve[: np.searchsorted(curve[:, 0], t, side="right")]
            if len(passed) < len(curve) and len(passed):
                passed = np.vstack([passed, (t, x(t))])
            trace.set_data(passed.T)
            face.set_visible(len(passed) > 1)
            if len(passed) > 1:
                face.set_xy(closed(passed))
            cuts = np.array([at for at in self.cuts if at <= t])
            slits.set_data(stalks(cuts, self.x(cuts)).T)
            come = weights[weights[:, 0] <= t]
            shafts.set_data(stalks(come[:, 0], come[:, 1] - shaft).T)
            points.set_data(come.T)
            marker.set_data([t], [0])

        return show


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
