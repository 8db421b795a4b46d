"""One discrete signal slides over another; the sum of their products is the output."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import Bars, Stems, blocks
from animations.rendering.drawing.tag import Tag
from animations.rendering.drawing.wording import argument
from animations.rendering.timeline import Frame
from signals import DiscreteSignal
from signals.overlap import products

DODGE = 0.13  # two stems at one index stand side by side, so that none hides the other


@dataclass(frozen=True)
class StemOverlapPanel(Panel):
    """Two discrete signals over τ, one at rest and one at the shift t, and their products as bars.

    Attributes
    ----------
    fixed, sliding : DiscreteSignal
        The factors. The sliding one is drawn as sliding(t − τ), or, where `flip` is False, as
        sliding(τ − t).
    names : tuple of str
        What the two are called; their colours follow from it.
    flip : bool
        Convolution flips the sliding signal, cross-correlation does not.
    ticks : bool
        Whether to number the τ axis; of neighbouring panels the last one is enough.
    """

    fixed: DiscreteSignal
    sliding: DiscreteSignal
    names: tuple[str, str] = ("h", "x")
    flip: bool = True
    ticks: bool = True
    height: float = 2.4

    def build(self, stage: Stage) -> Update:
        """Draw the axes and return what shows a frame."""
        still, slides = self.names
        shifts = {round(frame.t) for frame in stage.timeline}
        terms = [products(self.fixed, self.sliding, t, self.flip)[1] for t in shifts]
        reach = [*self.fixed.values, *self.sliding.values, *np.concatenate(terms)]
        plane = Plane(stage, reach, r"\tau", headroom=0.45, numbered=self.ticks)
        bars = Bars(plane)
        at, fixed = within(
            plane, np.arange(self.fixed.start, self.fixed.stop, dtype=float), self.fixed.values
        )
        Stems(plane, still, zorder=3).show(at - DODGE, fixed)
        slider = Stems(plane, slides, zorder=4)
        marker = plane.marker()
        tag = Tag(plane, slides, halfwidth=46, up=12)
        tag.obstacles.add_curve(blocks(at - DODGE, fixed))
        peak = float(at[np.argmax(fixed)] - DODGE)
        name = plane.name(rf"${still}(\tau)$", still, float(max(fixed)), peak)
        tag.obstacles.add_box(*name)
        indices = np.arange(self.sliding.start, self.sliding.stop, dtype=float)

        def show(frame: Frame) -> None:
            positions: Values = frame.t + indices * frame.turn(self.flip)
            settled = frame.is_turned(self.flip)
            here, values = within(plane, positions, self.sliding.values)
            here = here + DODGE
            slider.show(here, values)
            places, heights = products(self.fixed, self.sliding, round(frame.t), self.flip)
            count = len(places) if settled and frame.sweeping else 0
            bars.show(places[:count], heights[:count])
            marker.set_data([frame.t], [0])
            marker.set_visible(settled)
            tag.ride(argument(slides, frame, self.flip), blocks(here, values))

        return show


def within(plane: Plane, at: Values, values: Values) -> tuple[Values, Values]:
    """Return the positions that the plane shows, and the values there."""
    seen = (at >= plane.span[0]) & (at <= plane.span[1])
    return at[seen], values[seen]
