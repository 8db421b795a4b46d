"""A discrete signal over t in stems, drawn as far as t has come: the input, and the output."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.nameplates import name_among, name_beside
from animations.rendering.drawing.plane import Plane, room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import Stems, count_seen, ghost_stems, is_dense
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.timeline import Frame
from signals import DiscreteSignal


@dataclass(frozen=True)
class StemInputPanel(Panel):
    """The input over t in stems: a ghost of the whole, and the samples that have come in by now."""

    x: DiscreteSignal

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
        come = Stems(plane, "x", zorder=2, dense=dense)
        newest = plane.dot("x")
        marker = plane.marker()
        name_beside(plane, "$x(t)$", "x")

        def show(frame: Frame) -> None:
            now = frame.step
            come.show(at[at <= now], self.x.values[at <= now])
            newest.set(data=([now], [self.x(now)]), visible=self.x.start <= now < self.x.stop)
            marker.set_data([now], [0])

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
    """

    y: DiscreteSignal
    own_scale: bool | None = None

    def __post_init__(self) -> None:
        discrete(self, "y")

    def subject(self) -> Subject:
        """Return what has to be seen, and what the sweep follows."""
        return Subject(outputs=(self.y,))

    def room(self, view: View) -> Room:
        """Return the room for the output in the sweep."""
        return room_for(self.y(swept(view.sweep)), labels=0, own_scale=self.own_scale)

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        t = swept(stage.timeline.shifts)
        values = self.y(t)
        plane = Plane(stage, "t")
        dense = is_dense(len(t))
        ghost_stems(plane, "y", t, values, dense=dense)
        tie = plane.tie()
        drawn = Stems(plane, "y", zorder=2, dense=dense)
        dot = plane.dot("y")
        name_among(plane, "$y(t)$", "y", t, values)

        def show(frame: Frame) -> None:
            now = frame.step
            value = self.y(now)
            passed = (t <= now) & frame.sweeping
            drawn.show(t[passed], values[passed])
            # The dot is the pen that draws: between two steps it goes from head to head.
            part = min(max(frame.t - now, 0.0), 1.0)
            pen = value if part < 1e-9 else value + part * (self.y(now + 1) - value)
            tie.set(data=([frame.t] * 2, [plane.tied, plane.height(pen)]), visible=frame.sweeping)
            dot.set(data=([frame.t], [pen]), visible=frame.sweeping)

        return show


def swept(shifts: tuple[float, float]) -> Values:
    """Return the whole shifts that t goes through."""
    start, stop = (round(t) for t in shifts)
    whole: Values = np.arange(start, stop + 1, dtype=float)
    return whole
