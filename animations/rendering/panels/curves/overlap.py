"""One signal slides over another; the area under their product is the output."""

from dataclasses import dataclass, replace

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Vertices
from animations.rendering.drawing.areas import SignedArea
from animations.rendering.drawing.arrows import Arrows, impulses, products
from animations.rendering.drawing.curve import NOTHING, outline, product, spacing_for, thickness
from animations.rendering.drawing.nameplates import name_near, raised
from animations.rendering.drawing.names import roles_of, symbol
from animations.rendering.drawing.plane import Plane, room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tag import Tag
from animations.rendering.drawing.wording import argument, arguments
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.scaling import Scaling
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.curves.asides import Mirror, Probe, probed
from animations.rendering.panels.curves.trace import reach_of
from animations.rendering.panels.kinds import continuous, two_names
from animations.rendering.timeline import Frame
from signals import ContinuousSignal

LOOKS = 600  # places at which the factors are looked at for the reach of their products


@dataclass(frozen=True)
class OverlapPanel(Panel):
    """Two continuous signals over τ, one at rest and one at the shift t, and their product.

    In the aside ``"probe"`` the product is drawn τ by τ.

    Impulses are arrows as high as their weights, those of the product as well. Signals of which
    one would be invisible beside the other are drawn divided by powers of ten, which their names
    then say.

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
    measured : str
        The unit of the fixed signal.
    colors : tuple of str, optional
        Roles that colour the two, where their names do not tell.
    tagged : bool
        Whether what slides is named; of rows over which the same slides the first is enough.
    mirrors : bool
        Whether the area can be seen to be the mirror image of the one in the panel above, where
        the two have changed their parts: in the aside ``"mirror"``.
    """

    fixed: ContinuousSignal
    sliding: ContinuousSignal
    names: tuple[str, str] = ("h", "x")
    flip: bool = True
    ticks: bool = True
    unit: str = ""
    measured: str = ""
    colors: tuple[str, str] | None = None
    tagged: bool = True
    mirrors: bool = False

    def __post_init__(self) -> None:
        continuous(self, "fixed", "sliding")
        two_names(self)
        if self.mirrors and not self.flip:
            raise ValueError("OverlapPanel: what mirrors an area is flipped")

    def subject(self) -> Subject:
        """Return what has to be seen."""
        return Subject(resting=(self.fixed,), sliding=((self.sliding, self.flip),))

    def room(self, view: View) -> Room:
        """Return the room for both factors and for the products of the sweep."""
        scaling = self._scaling(view.span)
        fixed, sliding = scaling.apply(self.fixed, self.sliding)
        comes = [0.0, *reach_of(sliding, _ends(sliding, view.span))]
        seen = [*reach_of(fixed, view.span), *comes, *self._products(fixed, sliding, view)]
        wide = view.span[1] - view.span[0]
        curve = _ordered(outline(fixed, *view.span, wide / LOOKS), impulses(fixed, view.span))
        name = raised(curve, (min(comes), max(comes)), view)
        rows = 1 if self.measured else 0  # for the unit over the numbers
        room = room_for(seen, rows, self.ticks, own_scale=scaling.is_used, tagged=self.tagged)
        return replace(room, raised=name)

    def _scaling(self, span: tuple[float, float]) -> Scaling:
        return Scaling.of(
            reach_of(self.fixed, span), reach_of(self.sliding, _ends(self.sliding, span))
        )

    def _products(
        self, fixed: ContinuousSignal, sliding: ContinuousSignal, view: View
    ) -> list[float]:
        """Return the least and the greatest product, of any two values that the sweep lets meet."""
        wide = view.span[1] - view.span[0]
        own = np.concatenate([outline(fixed, *view.span, wide / LOOKS), impulses(fixed)])
        ends = _ends(sliding, view.span)
        moving = np.concatenate([outline(sliding, *ends, wide / LOOKS), impulses(sliding)])
        # At the shift t, the place s of what slides stands over τ = t − s, or t + s.
        t = np.add.outer(own[:, 0], moving[:, 0] * (1 if self.flip else -1))
        met = np.multiply.outer(own[:, 1], moving[:, 1])
        met = met[(t >= view.sweep[0]) & (t <= view.sweep[1])]
        return [float(met.min()), float(met.max())] if met.size else []

    def build(self, stage: Stage) -> Update:
        """Draw the axes and return what shows a frame."""
        scaling = self._scaling(stage.span)
        own, sliding = scaling.apply(self.fixed, self.sliding)
        turned = sliding.flip() if self.flip else sliding
        names = [symbol(name) for name in self.names]
        still, slides = self.colors or roles_of(self.names)
        plane = Plane(
            stage, r"\tau", self.ticks, self.unit, noted=False, tagged=self.tagged,
            measured=(self.measured, still),
        )  # fmt: skip
        spacing = spacing_for((own, turned), stage.span, plane.pixel)
        fixed = outline(own, *stage.span, spacing)
        plain = outline(sliding, *_ends(sliding, stage.span), spacing)
        rest, moving = impulses(own, stage.span), impulses(sliding)

        area = SignedArea(plane)
        plane.line(still, thickness(own, plane.pixel, 2.6), zorder=3).set_data(fixed.T)
        Arrows(plane, still, len(rest)).show(rest)
        slider = plane.line(slides, thickness(sliding, plane.pixel, 2.6), zorder=4)
        arrows = Arrows(plane, slides, len(moving))
        hits = Arrows(plane, "y", len(rest) + len(moving), "negative", width=3.6)
        marker = plane.marker()
        probe = Probe(plane, still, slides)
        if self.mirrors and len(stage.marks) < 2:
            raise ValueError("OverlapPanel: what mirrors an area needs the panel with it above")
        mirror = Mirror(plane) if self.mirrors else None
        first, second = scaling.factors
        zero = "" if plain.any() or len(moving) else " = 0"
        wordings = [f"${each}{second}{zero}$" for each in arguments(names[1], self.flip)]
        tag = Tag(plane, slides, wordings, _ordered(plain, moving))
        named = _ordered(fixed, rest)
        wording = rf"${names[0]}(\tau){first}{'' if named[:, 1].any() else ' = 0'}$"
        comes = _ordered(plain, moving)[:, 1]
        reach = min([0.0, *comes]), max([0.0, *comes])
        name = name_near(plane, wording, still, named, reach)

        def show(frame: Frame) -> None:
            turn, settled = frame.turn(self.flip), frame.is_turned(self.flip)
            vertices = plain * (turn, 1) + (frame.t, 0)
            slider.set_data(vertices.T)
            now = moving * (turn, 1) + (frame.t, 0)
            arrows.show(now)
            tau = probed(own, sliding, self.flip, stage.span, frame)
            window = stage.span if tau is None else (stage.span[0], tau)
            shared = product(own, turned, frame.t, window, spacing) if settled else NOTHING
            area.show(shared, filled=tau is None)
            at = stage.span[0] if tau is None else tau
            probe.show(tau, float(own(at)), float(turned(at - frame.t)))
            name.show(*shared.T)
            if mirror:
                mirror.show(frame, shared)
            struck = products(own, sliding, frame.t, self.flip) if settled else NOTHING
            hits.show(struck)
            marker.set_data([frame.t], [0])
            marker.set_visible(settled)
            if self.tagged:
                tag.ride(f"${argument(names[1], frame, self.flip)}{second}{zero}$", frame.t, turn)

        return show


def _ordered(curve: Vertices, weights: Vertices) -> Vertices:
    """Return a curve and its impulses from left to right."""
    both = np.concatenate([curve, weights])
    return both[np.argsort(both[:, 0], kind="stable")]


def _ends(signal: ContinuousSignal, span: tuple[float, float]) -> tuple[float, float]:
    """Return the signal's support; where it does not end, as much of it as can come into view."""
    width = span[1] - span[0]
    return max(signal.support[0], -width), min(signal.support[1], width)
