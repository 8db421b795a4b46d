"""A signal over t, drawn as far as t has come: the input with its impulses, and the output."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Vertices
from animations.rendering.drawing.areas import StackedAreas
from animations.rendering.drawing.arrows import HEAD, Arrows, ghost_arrows, impulses
from animations.rendering.drawing.curve import NOTHING, closed, fine_outline, outline
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.nameplates import FREE, name_beside, name_under
from animations.rendering.drawing.notes import Note, write_notes
from animations.rendering.drawing.plane import LEFT, RIGHT, Plane, room_for
from animations.rendering.drawing.prose import (
    MARGIN,
    PITCH,
    broken,
    longest,
    math_width,
    text_width,
)
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.profile import profile
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.curves.impulse_row import ImpulseRow, origins, shades, way
from animations.rendering.panels.kinds import continuous
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal

NOTHING_YET = ContinuousSignal([])
AFTER = 14.0  # from slices to what is said of them, and from the axis up, in design pixels
HIGH = 0.75  # of the highest: an arrow so high has its name over everything
ROUGH = 600  # vertices of a curve whose reach is looked for


@dataclass(frozen=True)
class InputPanel(Panel):
    """x over t: a ghost of the whole, and the part that has come in by now.

    An impulse is an arrow as high as its weight.

    Attributes
    ----------
    x : ContinuousSignal
        The input.
    slices : sequence of (float, sequence of float)
        From which t on to cut what is no impulse, and where. Each slice is an impulse of its
        area, unless it is too narrow for an arrow.
    notes : sequence of (float, str)
        Names along x, each of what begins there.
    told : str
        What is said of the slices' arrows, after the last of them.
    """

    x: ContinuousSignal
    slices: Sequence[tuple[float, Sequence[float]]] = ()
    notes: Sequence[Note] = ()
    told: str = ""

    def __post_init__(self) -> None:
        continuous(self, "x")

    def subject(self) -> Subject:
        """Return what has to be seen."""
        return Subject(inputs=(self.x,))

    def room(self, view: View) -> Room:
        """Return the room for the input in the span."""
        reach = reach_of(self.x, view.span)
        highest = max((weight for _, weight in self.x.impulses), default=0.0)
        over = bool(self.notes) and highest > HIGH * max(reach, default=0.0)
        room = room_for(reach, labels=int(over), numbered=False)
        part = (self._told_from - view.span[0]) / (view.span[1] - view.span[0])
        told = longest(self.told.split(" "))
        wide = (LEFT + AFTER + told - part * (LEFT + RIGHT)) / max(1 - part, 0.1) if told else 0.0
        notes = sum(math_width(wording, LABEL) + FREE for _, wording in self.notes)
        return replace(room, wide=max(room.wide, wide, LEFT + notes + RIGHT))

    @property
    def _told_from(self) -> float:
        """Where the last slice ends, of which something is said."""
        return max((cuts[-1] for _, cuts in self.slices if cuts), default=0.0)

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        theme, role = stage.theme, "x"
        weights = impulses(self.x, stage.span)
        plane = Plane(stage, "t", numbered=False)
        curve = fine_outline(self.x, *stage.span, plane.pixel)
        plane.axes.plot(*curve.T, linewidth=2.6, color=theme.ghost(role), solid_joinstyle="miter")
        ghost_arrows(plane, role, weights)
        face = plane.face(theme.fill(role), zorder=1)
        trace = plane.line(role, 2.8, zorder=3)
        cut: list[ImpulseRow] = []
        for _, cuts in self.slices:
            cut.append(ImpulseRow(plane, self.x, cuts, cut[-1] if cut else None))
        arrows = Arrows(plane, role, len(weights))
        marker = plane.marker()
        first = min(self.x.support[0], *weights[:, 0])
        name_beside(plane, f"${role}(t)$", role, before=first)
        note = write_notes(plane, role, self.notes, _with_arrows(curve, weights, plane.pixel))
        x = stage.values(self.x)
        told = self._tell(plane)

        def show(frame: Frame) -> None:
            t = frame.t
            passed = curve[: np.searchsorted(curve[:, 0], t, side="right")]
            if len(passed) < len(curve) and len(passed):
                passed = np.vstack([passed, (t, x(t))])
            trace.set_data(passed.T)
            face.set_visible(len(passed) > 1)
            if len(passed) > 1:
                face.set_xy(closed(passed))
            now = _latest(self.slices, t)
            for number, slices in enumerate(cut):
                since = self.slices[number][0]
                slices.show(t, number == now, way(since, t, stage.span))
            for label in told:
                label.set_visible(now >= 0 and cut[now].has_arrows)
            note(t)
            arrows.show(weights[weights[:, 0] <= t])
            marker.set_data([t], [0])

        return show

    def _tell(self, plane: Plane) -> list[Label]:
        """Write what is said of the slices' arrows, in lines from the axis up."""
        place = self._told_from + AFTER * plane.pixel
        room = plane.stage.width - MARGIN - LEFT - (place - plane.span[0]) / plane.pixel
        fits = text_width(self.told) <= room
        lines = [self.told] if fits else broken(self.told, room - (RIGHT - MARGIN))
        labels = []
        for number, part in enumerate(reversed(lines)):
            up = AFTER + PITCH * number
            label = plane.label(NOTE, "x", up, fontfamily=PROSE_FONT)
            label.set(text=part, position=(place, 0.0))
            labels.append(label)
        return labels


@dataclass(frozen=True)
class OutputPanel(Panel):
    """y over t: a ghost of the whole, the part that the sweep has drawn, and a dot where it is.

    Attributes
    ----------
    y : ContinuousSignal
        The output.
    layers : sequence of ContinuousSignal
        What adds up to y and is piled up under it; nothing unless given.
    echoes : sequence of (float, sequence of ContinuousSignal)
        From which t on what else is piled up on these, each in a shade of its own.
    notes : sequence of (float, str)
        Names along y of the layers that begin there, in the colour of these.
    unit : str
        The unit of t.
    measured : str
        The unit of y.
    own_scale : bool, optional
        Whether y stands at a scale of its own, which the picture says; by default only where it
        would squeeze the other panels.
    """

    y: ContinuousSignal
    layers: Sequence[ContinuousSignal] = ()
    echoes: Sequence[tuple[float, Sequence[ContinuousSignal]]] = ()
    notes: Sequence[Note] = ()
    unit: str = ""
    measured: str = ""
    own_scale: bool | None = None

    def __post_init__(self) -> None:
        continuous(self, "y", "layers")

    def subject(self) -> Subject:
        """Return what has to be seen, and what the sweep follows."""
        return Subject(outputs=(self.y,))

    def room(self, view: View) -> Room:
        """Return the room for the output in the sweep."""
        drawn = [*profile(self.y, *view.sweep).values, *impulses(self.y, view.sweep)[:, 1]]
        for _, echoes in self.echoes:
            drawn += reach_of(sum([*self.layers, *echoes], start=NOTHING_YET), view.sweep)
        return room_for(drawn, labels=0, own_scale=self.own_scale)

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        start, stop = stage.timeline.shifts
        plane = Plane(stage, "t", unit=self.unit, measured=(self.measured, "y"))
        curve = fine_outline(self.y, start, stop, plane.pixel)
        # Before and after its support y is zero, and the sweep draws that too.
        first, last = max(start, self.y.support[0]), min(stop, self.y.support[1])
        ground = [[at, 0.0] for at in (start, stop) if not first <= at <= last]
        curve = np.concatenate([curve, np.reshape(ground, (-1, 2))])
        curve = curve[np.argsort(curve[:, 0], kind="stable")]
        weights = impulses(self.y, (start, stop))

        plane.axes.plot(*curve.T, color=stage.theme.ghost("y"), linewidth=2.6, zorder=2)
        ghost_arrows(plane, "y", weights)
        stacks = [(start, StackedAreas(plane, self.layers, (start, stop)))]
        before: Sequence[ContinuousSignal] = ()
        for at, echoes in self.echoes:
            pile, colors = [*self.layers, *echoes], shades(stage.theme, len(echoes))
            pairs = zip(origins(len(echoes), len(before)), echoes, strict=False)
            leads = [before[one].support[0] - echo.support[0] for one, echo in pairs]
            stacks.append((at, StackedAreas(plane, pile, (start, stop), colors, leads)))
            before = echoes
        tie = plane.tie()
        trace = plane.line("y", 3.2, zorder=2)
        arrows = Arrows(plane, "y", len(weights))
        dot = plane.dot("y")
        under = curve if not self.layers else NOTHING
        name_under(plane, "$y(t)$", "y", under, before=self.y.support[0])
        note = write_notes(plane, "h", self.notes, curve, after=True)
        y = stage.values(self.y)

        def show(frame: Frame) -> None:
            for artist in (tie, trace, dot):
                artist.set_visible(frame.sweeping)
            t, value = frame.t, y(frame.t)
            passed = curve[: np.searchsorted(curve[:, 0], t, side="right")]
            trace.set_data(np.append(passed[:, 0], t), np.append(passed[:, 1], value))
            arrows.show(weights[(weights[:, 0] <= t) & frame.sweeping])
            now = _latest(stacks, t)
            for number, (since, stack) in enumerate(stacks):
                stack.show(t, number == now, way(since, t, stage.span))
            note(t)
            dot.set_data([t], [value])
            tie.set_data([t, t], [plane.tied, plane.height(value)])

        return show


def reach_of(signal: ContinuousSignal, window: tuple[float, float]) -> list[float]:
    """Return values and weights of a signal within a window, the greatest among them."""
    rough = outline(signal, *window, (window[1] - window[0]) / ROUGH)
    return [*rough[:, 1].tolist(), *impulses(signal, window)[:, 1].tolist()]


def _latest(levels: Sequence[tuple[float, Any]], t: float) -> int:
    """Return which one of several, each with the t from which on it holds, holds now."""
    return max((number for number, (at, _) in enumerate(levels) if at <= t), default=-1)


def _with_arrows(curve: Vertices, weights: Vertices, pixel: float) -> Vertices:
    """Return a curve that goes round each arrow."""
    half, curve = HEAD / 2 * pixel, curve.copy()
    for at, weight in weights:
        under = np.abs(curve[:, 0] - at) < half
        curve[under, 1] = np.maximum(curve[under, 1], weight)
    ways = ((-half, 0), (-half, 1), (half, 1), (half, 0))
    arrows = [[at + off, weight * up] for at, weight in weights for off, up in ways]
    both = np.concatenate([curve, np.reshape(arrows, (-1, 2))])
    return both[np.argsort(both[:, 0], kind="stable")]
