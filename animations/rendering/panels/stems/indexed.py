"""Stems with their names under them, as deep learning writes them: w_j, x_i, y_i."""

from dataclasses import dataclass
from math import ceil

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.names import roles_of
from animations.rendering.drawing.plane import LEFT, Plane, room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import Stems, count_seen, ghost_stems, is_dense, rectangle
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.theme import LABEL, MATH_FONT
from animations.rendering.timeline import Frame
from signals import DiscreteSignal

NAME = 46.0  # what a name takes, in design pixels


@dataclass(frozen=True)
class IndexedPanel(Panel):
    """A row of named stems, at rest or at the shift i, and the columns that the weights cover.

    Attributes
    ----------
    signal : DiscreteSignal
        What the stems show.
    name : str
        What it is called; its colour follows from it.
    covered : int
        How many columns from i on are marked; none unless given.
    slides : bool
        Whether the row moves along with i.
    grows : bool
        Whether only the stems up to i are drawn in full.
    role : str
        The role that colours it instead.
    """

    signal: DiscreteSignal
    name: str
    covered: int = 0
    slides: bool = False
    grows: bool = False
    role: str = ""

    def __post_init__(self) -> None:
        discrete(self, "signal")

    def subject(self) -> Subject:
        """Return what has to be seen."""
        return Subject(resting=(self.signal,))

    def room(self, view: View) -> Room:
        """Return the room for the stems and their names."""
        return room_for(self.signal.values, labels=0, own_scale=self.grows)

    def build(self, stage: Stage) -> Update:
        """Draw the axes, and names that do not move; return what shows a frame."""
        role, values = self.role or roles_of([self.name])[0], self.signal.values
        plane = Plane(stage, r"\,")
        at: Values = np.arange(self.signal.start, self.signal.stop, dtype=float)
        every = max(1, ceil(NAME * plane.pixel))  # so that names do not run into each other
        names = [f"${self.name}_{{{n:g}}}$" if n % every == 0 else "" for n in at]
        plane.axes.set_xticks([] if self.slides else at, [] if self.slides else names)
        plane.axes.tick_params(axis="x", labelsize=LABEL, labelcolor=stage.theme.color(role), pad=2)
        for still in plane.axes.get_xticklabels():
            still.set_math_fontfamily(MATH_FONT)
        labels = [stage.label(LABEL, role, ha="center") for _ in at if self.slides]
        band = plane.face(stage.theme.tint("h", 0.1), zorder=0.1)
        band.set_visible(self.covered > 0)
        if self.grows:
            ghost_stems(plane, role, at, values, dense=is_dense(len(at)))
        dense = is_dense(count_seen(self.signal, stage.span))
        stems = Stems(plane, role, zorder=2, dense=dense)
        newest = plane.dot(role)
        newest.set_visible(self.grows)
        low, high = plane.axes.get_ylim()

        def show(frame: Frame) -> None:
            now = stage.step(frame)
            shown = at <= now if self.grows else np.full(at.shape, True)
            places = at[shown] + (frame.t if self.slides else 0)
            stems.show(places, values[shown])
            newest.set_data([now], [self.signal(now)])
            band.set_xy(rectangle(frame.t - 0.5, frame.t + self.covered - 0.5, low, high))
            for label, place, name in zip(labels, places, names, strict=False):
                across = LEFT + (place - plane.span[0]) / plane.pixel
                label.set(text=name, position=(across, 8))

        return show
