"""One signal slides over another; the area under their product is the output."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.areas import SignedArea
from animations.rendering.drawing.curve import NOTHING, SPACING, outline, product
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tag import Tag
from animations.rendering.drawing.wording import argument
from animations.rendering.timeline import Frame
from signals import ContinuousSignal


@dataclass(frozen=True)
class OverlapPanel(Panel):
    """Two continuous signals over τ, one at rest and one at the shift t, and their product.

    Attributes
    ----------
    fixed, sliding : ContinuousSignal
        The factors. The sliding one is drawn as sliding(t − τ), or, where `flip` is False, as
        sliding(τ − t).
    names : tuple of str
        What the two are called; their colours follow from it.
    flip : bool
        Convolution flips the sliding signal, cross-correlation does not.
    ticks : bool
        Whether to number the τ axis; of neighbouring panels the last one is enough.
    unit : str
        The unit of τ.
    """

    fixed: ContinuousSignal
    sliding: ContinuousSignal
    names: tuple[str, str] = ("h", "x")
    flip: bool = True
    ticks: bool = True
    unit: str = ""
    height: float = 2.4

    def build(self, stage: Stage) -> Update:
        """Draw the axes and return what shows a frame."""
        still, slides = self.names
        turned = self.sliding.flip() if self.flip else self.sliding
        reach = self._reach(stage, turned)
        plane = Plane(stage, reach, r"\tau", headroom=0.3, numbered=self.ticks, unit=self.unit)
        spacing = SPACING * plane.pixel
        fixed = outline(self.fixed, *stage.span, spacing)
        plain = outline(self.sliding, *_ends(self.sliding, stage.span), spacing)

        area = SignedArea(plane)
        plane.line(still, 2.6, zorder=3).set_data(fixed.T)
        slider = plane.line(slides, 2.6, zorder=4)
        marker = plane.marker()
        tag = Tag(plane, slides, halfwidth=46, up=10)
        tag.obstacles.add_curve(fixed)
        peak, top = fixed[np.argmax(fixed[:, 1])].tolist()
        tag.obstacles.add_box(*plane.name(rf"${still}(\tau)$", still, top, peak))

        def show(frame: Frame) -> None:
            vertices = plain * (frame.turn(self.flip), 1) + (frame.t, 0)
            settled = frame.is_turned(self.flip)
            slider.set_data(vertices.T)
            shared = (
                product(self.fixed, turned, frame.t, stage.span, spacing) if settled else NOTHING
            )
            area.show(shared)
            marker.set_data([frame.t], [0])
            marker.set_visible(settled)
            tag.ride(argument(slides, frame, self.flip), vertices, shared)

        return show

    def _reach(self, stage: Stage, turned: ContinuousSignal) -> list[float]:
        """Return the ordinates that will ever be seen, those of the products included."""
        span = stage.span
        fine = (span[1] - span[0]) / 400
        curves = [
            outline(self.fixed, *span, fine),
            outline(self.sliding, *_ends(self.sliding, span), fine),
            *(product(self.fixed, turned, frame.t, span, fine) for frame in stage.timeline[::4]),
        ]
        return [*np.concatenate(curves)[:, 1]]


def _ends(signal: ContinuousSignal, span: tuple[float, float]) -> tuple[float, float]:
    """Return the signal's support; where it does not end, as much of it as can come into view."""
    width = span[1] - span[0]
    return max(signal.support[0], -width), min(signal.support[1], width)
