"""One discrete signal slides over another; the sum of their products is the output."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import inf

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.curve import fine_outline
from animations.rendering.drawing.nameplates import name_near, raised
from animations.rendering.drawing.names import roles_of, symbol
from animations.rendering.drawing.plane import Plane, room_for
from animations.rendering.drawing.prose import text_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import BAR, Bars, Stems, blocks, count_seen, hull, is_dense
from animations.rendering.drawing.tag import Tag
from animations.rendering.drawing.wording import argument, arguments
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.scaling import Scaling
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete, two_names
from animations.rendering.theme import PROSE_FONT, TICK
from animations.rendering.timeline import Frame
from signals import ContinuousSignal, DiscreteSignal
from signals.overlap import products

SAMPLED = 0.7  # the part of the aside in which samples are taken; then the curves fade
TITLE, OVER = 8.0, 13.0  # where a title begins, and from the highest number up to it, design pixels
LETTERS = 16.0  # what those of a title take
DODGE = 0.13  # two stems at one index stand side by side, so that none hides the other


@dataclass(frozen=True)
class StemOverlapPanel(Panel):
    """Two discrete signals over τ, one at rest and one at the shift t, and their products as bars.

    Signals of which one would be invisible beside the other are drawn divided by powers of ten,
    which their names then say. Of many samples a line is drawn.

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
    colors : tuple of str, optional
        Roles that colour the two, where their names do not tell.
    tagged : bool
        Whether what slides is named; of rows over which the same slides the first is enough.
    title : str
        A word for the row.
    curves : tuple of ContinuousSignal, optional
        What the two are samples of: seen in the aside ``"sample"``, in which the stems come up.
    """

    fixed: DiscreteSignal
    sliding: DiscreteSignal
    names: tuple[str, str] = ("h", "x")
    flip: bool = True
    ticks: bool = True
    colors: tuple[str, str] | None = None
    tagged: bool = True
    title: str = ""
    curves: tuple[ContinuousSignal, ContinuousSignal] | None = None

    def __post_init__(self) -> None:
        discrete(self, "fixed", "sliding")
        two_names(self)

    def subject(self) -> Subject:
        """Return what has to be seen."""
        return Subject(resting=(self.fixed,), sliding=((self.sliding, self.flip),))

    def room(self, view: View) -> Room:
        """Return the room for both factors and for the products of the sweep."""
        scaling = self._scaling
        fixed, sliding = scaling.apply(self.fixed, self.sliding)
        seen = [*fixed.values, *sliding.values, *self._products(fixed, sliding, view.sweep)]
        reach = min(0.0, *sliding.values), max(0.0, *sliding.values)
        name = raised(_shape(fixed, view.span), reach, view, self._after)
        room = room_for(seen, 0, self.ticks, own_scale=scaling.is_used, tagged=self.tagged)
        above = max(room.above, OVER + LETTERS) if self.title else room.above
        return replace(room, raised=name, above=above)

    def _products(
        self, fixed: DiscreteSignal, sliding: DiscreteSignal, sweep: tuple[float, float]
    ) -> list[float]:
        """Return the least and the greatest product of each fixed sample over the sweep."""
        turned = sliding.flip() if self.flip else sliding
        found = []
        for tau, value in enumerate(fixed.values.tolist(), fixed.start):
            # Over τ, at the shift t, stands turned(τ − t).
            first, last = (round(tau - t) - turned.start for t in (sweep[1], sweep[0]))
            met = turned.values[max(first, 0) : max(last + 1, 0)]
            if value and met.size:
                found += [value * float(met.min()), value * float(met.max())]
        return found

    @property
    def _scaling(self) -> Scaling:
        return Scaling.of(self.fixed.values.tolist(), self.sliding.values.tolist())

    @property
    def _after(self) -> float:
        """Where the title ends, in design pixels."""
        return TITLE + text_width(self.title, TICK) + TITLE if self.title else 0.0

    def build(self, stage: Stage) -> Update:
        """Draw the axes and return what shows a frame."""
        scaling, names = self._scaling, [symbol(name) for name in self.names]
        own, sliding = scaling.apply(self.fixed, self.sliding)
        still, slides = self.colors or roles_of(self.names)
        plane = Plane(stage, r"\tau", numbered=self.ticks, noted=False, tagged=self.tagged)
        dense = is_dense(max(count_seen(signal, stage.span) for signal in (own, sliding)))
        dodge = 0.0 if dense else DODGE
        bars = Bars(plane, dense)
        stands = np.arange(own.start, own.stop, dtype=float) - dodge
        at, fixed = within(plane, stands, own.values)
        rests = Stems(plane, still, zorder=3, dense=dense)
        slider = Stems(plane, slides, zorder=4, dense=dense)
        marker = plane.marker()
        first, second = scaling.factors
        wordings = [f"${each}{second}$" for each in arguments(names[1], self.flip)]
        indices = np.arange(sliding.start, sliding.stop, dtype=float)
        tag = Tag(plane, slides, wordings, np.column_stack([indices, sliding.values]))
        wording = rf"${names[0]}(\tau){first}{'' if fixed.any() else ' = 0'}$"
        reach = min(0.0, *sliding.values), max(0.0, *sliding.values)
        name = name_near(plane, wording, still, _shape(own, stage.span), reach, self._after)
        most = max(0.0, *own.values, *sliding.values, *plane.numbers)
        place = TITLE, plane.height(most) + OVER
        stage.text(*place, self.title, TICK, "muted", fontfamily=PROSE_FONT)
        zero = "" if sliding.values.any() else " = 0"

        show_curves = self._curves(plane, (still, slides))

        def show(frame: Frame) -> None:
            come = show_curves(frame)
            rests.show(at[at <= come], fixed[at <= come])
            turn = frame.turn(self.flip)
            positions: Values = frame.t + indices * turn
            settled = frame.is_turned(self.flip)
            here, values = within(plane, positions + dodge, sliding.values)
            slider.show(here[here <= come], values[here <= come])
            places, heights = products(own, sliding, frame.step, self.flip)
            count = 0 if frame.gliding or not (settled and frame.sweeping) else len(places)
            bars.show(places[:count], heights[:count])
            name.show(places[:count], heights[:count])
            marker.set_data([frame.t], [0])
            marker.set_visible(settled)
            if self.tagged:
                tag.ride(f"${argument(names[1], frame, self.flip)}{second}{zero}$", frame.t, turn)

        return show

    def _curves(self, plane: Plane, roles: Sequence[str]) -> Callable[[Frame], float]:
        """Return what shows the curves while they are sampled, and up to where that has come."""
        low, high = plane.span
        lines = []
        for curve, role in zip(self.curves or (), roles, strict=False):
            line = plane.line(role, 2.2, zorder=2)
            line.set_data(fine_outline(curve, low, high, plane.pixel).T)
            lines.append((line, role))

        def show(frame: Frame) -> float:
            part = frame.aside_part("sample")
            for line, role in lines:
                line.set_visible(part is not None)
                if part is not None:
                    fading = min(1.0, (1 - part) / (1 - SAMPLED))
                    line.set_color(plane.stage.theme.tint(role, fading))
            return inf if part is None else low + part / SAMPLED * (high - low)

        return show


def _shape(signal: DiscreteSignal, span: tuple[float, float]) -> Vertices:
    """Return the outline of stems, or of bars of their width, as far as they are seen."""
    at: Values = np.arange(signal.start, signal.stop, dtype=float)
    seen = (at >= span[0]) & (at <= span[1])
    shape = hull if is_dense(count_seen(signal, span)) else partial(blocks, halfwidth=BAR)
    return shape(at[seen], signal.values[seen])


def within(plane: Plane, at: Values, values: Values) -> tuple[Values, Values]:
    """Return the positions that the plane shows, and the values there."""
    seen = (at >= plane.span[0]) & (at <= plane.span[1])
    return at[seen], values[seen]
