"""The input, as far as it has come in: a curve, and arrows where it has impulses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.markers import CARETUP, MarkerStyle

from animations.rendering.animation import Panel, Update
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
