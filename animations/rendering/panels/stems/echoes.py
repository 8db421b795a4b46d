"""The copies of h that samples start as they come in one by one."""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import PathPatch

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.nameplates import beside
from animations.rendering.drawing.plane import LEFT, RIGHT, Plane, room_for
from animations.rendering.drawing.shades import age, shade
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import bars
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, convolve

COPY = r"\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
HALF = 0.4  # half a block's width


@dataclass(frozen=True)
class EchoPanel(Panel):
    """The copies x(τ)·h(t − τ) that the samples up to now have started, one on top of another.

    Each has the shade of its sample: the newest is the strongest. Neither the impulse response nor
    the input is ever negative.
    """

    h: DiscreteSignal
    x: DiscreteSignal

    def __post_init__(self) -> None:
        discrete(self, "h", "x")
        if min(*self.h.values, *self.x.values) < 0:
            raise ValueError("EchoPanel: h and x must not be negative, as copies are piled up")

    def subject(self) -> Subject:
        """Return what has to be seen, and what the sweep follows."""
        return Subject(resting=(self.x,), outputs=(convolve(self.h, self.x),))

    def room(self, view: View) -> Room:
        """Return the room for the highest pile."""
        t = np.arange(np.ceil(view.span[0]), view.span[1])
        return room_for(convolve(self.h, self.x)(t), labels=0, numbered=False)

    def build(self, stage: Stage) -> Update:
        """Draw the axes; return what shows a frame."""
        t: Values = np.arange(np.ceil(stage.span[0]), stage.span[1])
        copies = [self.x(n) * self.h(t - n) for n in range(self.x.start, self.x.stop)]
        tops = np.cumsum(copies, axis=0)
        plane = Plane(stage, "t", numbered=False)
        layers: list[tuple[int, PathPatch]] = []
        for number, (copy, top) in enumerate(zip(copies, tops, strict=True)):
            if not np.any(copy):
                continue
            layer = stage.patch(1, transform=plane.data, linewidth=0)
            layer.set_path(bars(t[copy > 0], (top - copy)[copy > 0], top[copy > 0], HALF))
            layers.append((self.x.start + number, layer))
        y = convolve(self.h, self.x)
        total = plane.dot("y")
        wide = formula_width(COPY, LABEL)
        across = LEFT if plane.free_side == "left" else stage.width - RIGHT - wide
        write_formula(stage, across, beside(plane), COPY, LABEL)

        def show(frame: Frame) -> None:
            now = frame.step
            for start, layer in layers:
                color = shade(stage.theme, "h", age(self.x, start, now))
                layer.set(visible=start <= now, facecolor=color)
            height = np.interp(frame.t, [now, now + 1], [y(now), y(now + 1)])
            total.set_data([frame.t], [height])

        return show
