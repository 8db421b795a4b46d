"""A discrete signal over t in stems, drawn as far as t has come: the input, and the output."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.nameplates import name_among, name_beside
from animations.rendering.drawing.piles import Piles, piled
from animations.rendering.drawing.plane import Plane, room_for
from animations.rendering.drawing.shades import ShadedStems
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import (
    BAR,
    Bars,
    Stems,
    count_seen,
    ghost_stems,
    is_dense,
    stacked,
)
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.panels.stems.compared import Compared
from animations.rendering.timeline import Frame
from signals import DiscreteSignal
from signals.overlap import products


@dataclass(frozen=True)
class StemInputPanel(Panel):
    """The input over t in stems: a ghost of the whole, and the samples that have come in by now.

    Where these are `shaded`, the newest is the strongest, as in `EchoPanel`.
    """

    x: DiscreteSignal
    shaded: bool = False

    def __post_init__(self) -> None:
        discrete(self, "x")

    def subject(self) -> Subject:
        """Return what has to be seen."""
        return Subject(inputs=(self.x,))

    def room(self, view: View) -> Room:
        """Return the room for the input."""
        return room_for(self.x.values, labels=0, numbered=False)

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        plane = Plane(stage, "t", numbered=False)
        dense = is_dense(count_seen(self.x, stage.span))
        at: Values = np.arange(self.x.start, self.x.stop, dtype=float)
        ghost_stems(plane, "x", at, self.x.values, dense=dense)
        shaded = self.shaded and not dense
        come = ShadedStems(plane, "x", self.x) if shaded else Stems(plane, "x", 2, dense)
        newest = plane.dot("x")
        marker = plane.marker()
        name_beside(plane, "$x(t)$", "x")

        def show(frame: Frame) -> None:
            now = frame.step
            come.show(at[at <= now], self.x.values[at <= now])
            newest.set(data=([now], [self.x(now)]), visible=self.x.start <= now < self.x.stop)
            marker.set_data([frame.t], [0])

        return show


@dataclass(frozen=True)
class StemOutputPanel(Panel):
    """The output over t in stems: a ghost of the whole, what is drawn so far, the newest value.

    Attributes
    ----------
    y : DiscreteSignal
        The output.
    own_scale : bool, optional
        Whether y stands at a scale of its own, which the picture says; by default only where it
        would squeeze the other panels.
    factors : tuple of DiscreteSignal, optional
        What rests and what slides in the panel above: in the aside ``"stack"`` the bars of their
        products come down and stack up to y. At a scale of its own y does without.
    flip : bool
        Whether what slides is flipped.
    parts, colors : sequences of DiscreteSignal and of their roles
        What adds up to y, piled up at every t.
    other : DiscreteSignal, optional
        Another output, in hollow stems for comparison.
    told : tuple of str
        What y and the other one are called at their peaks, at the end.
    """

    y: DiscreteSignal
    own_scale: bool | None = None
    factors: tuple[DiscreteSignal, DiscreteSignal] | None = None
    flip: bool = True
    parts: Sequence[DiscreteSignal] = ()
    colors: Sequence[str] = ()
    other: DiscreteSignal | None = None
    told: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        discrete(self, "y", "parts")

    def subject(self) -> Subject:
        """Return what has to be seen, and what the sweep follows."""
        return Subject(outputs=(self.y,))

    def room(self, view: View) -> Room:
        """Return the room for the output in the sweep."""
        t = swept(view.sweep)
        seen = [*self.y(t), *(self.other(t) if self.other else ())]
        seen += piled(self.parts, view.sweep) if self.parts else []
        return room_for(seen, labels=0, own_scale=self.own_scale)

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        t = swept(stage.timeline.shifts)
        values = self.y(t)
        plane = Plane(stage, "t")
        piles = Piles(plane, t, self.parts, self.colors)
        tops = np.sum([np.maximum(part(t), 0) for part in self.parts], axis=0)
        dense = is_dense(len(t))
        ghost_stems(plane, "y", t, values, dense=dense)
        tie = plane.tie()
        drawn = Stems(plane, "y", zorder=2, dense=dense)
        dot = plane.dot("y")
        halfwidth = BAR if self.parts or self.factors else 0.0
        stems = np.column_stack([t, np.maximum(values, tops)])
        own = name_among(plane, "$y(t)$", "y", stems, halfwidth, before=self.other is not None)
        compared = Compared(plane, self.y, self.other, self.told, own) if self.other else None
        stacks = any(frame.aside == "stack" for frame in stage.timeline)
        show_stack = self._stack(plane) if stacks and not dense else None

        def show(frame: Frame) -> None:
            now, value = frame.step, self.y(frame.step)
            # The dot is the pen that draws: between two steps it goes from head to head, or to the
            # axis to rise again with what stacks up there.
            part = min(max(frame.t - now, 0.0), 1.0)
            pen = value
            if part > 1e-9:
                pen += part * ((0.0 if stacks else self.y(now + 1)) - value)
            stacking = frame.aside_part("stack")
            if stacking is not None:
                pen *= stacking
            if show_stack:
                show_stack(frame)
            passed = (t <= now) & frame.sweeping
            if stacking is not None or (show_stack and not frame.gliding):
                passed &= t < now
            drawn.show(t[passed], values[passed])
            piles.show(t[passed])
            if compared:
                compared.show(frame)
            tie.set(data=([frame.t] * 2, [plane.tied, plane.height(pen)]), visible=frame.sweeping)
            dot.set(data=([frame.t], [pen]), visible=frame.sweeping)

        return show

    def _stack(self, plane: Plane) -> Update | None:
        """Return what shows the products on their way to the newest stem, and there."""
        stage = plane.stage
        if self.factors is None or stage.row.room.own_scale or not stage.marks:
            return None
        fixed, sliding = self.factors
        above = (max(stage.marks) - stage.bottom - plane.ground) * plane.pixel_up
        blocks = Bars(plane)

        def show(frame: Frame) -> None:
            part = frame.aside_part("stack")
            at, values = products(fixed, sliding, frame.step, self.flip)
            if not frame.sweeping or frame.gliding:
                at, values = at[:0], values[:0]
            come = 1.0 if part is None else part
            grounds = above + come * (stacked(values) - above)
            blocks.show(at + come * (frame.step - at), values, grounds)

        return show


def swept(shifts: tuple[float, float]) -> Values:
    """Return the whole shifts that t goes through."""
    start, stop = (round(t) for t in shifts)
    whole: Values = np.arange(start, stop + 1, dtype=float)
    return whole
