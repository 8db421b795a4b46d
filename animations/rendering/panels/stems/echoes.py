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
from animations.rendering.drawing.stems import bars, rectangle
from animations.rendering.framing.numbers import FINER, Numbers, is_exact, shortest
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.theme import LABEL, PROSE_FONT, TICK
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, convolve

COPIES = r"\sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
HALF = 0.4  # half a block's width
RAISED = 30.0  # from the axis up to the ground of the h that is shown, in design pixels
CLEAR = 10.0  # how high blocks may be under it
OVER, UNDER = 5.0, 5.0  # from its blocks up to their numbers, and down to its indices
ABOVE = 18.0  # from the foot of a number up to the name over it
NUMBERED = 42.0  # pixels of an index, from which on there is room for numbers
STRONG = 0.95


@dataclass(frozen=True)
class EchoPanel(Panel):
    """The copies x(τ)·h(t − τ) that the samples up to now have started, one on top of another.

    Each has the shade of its sample: the newest is the strongest. What lies after t is hollow.
    Neither the impulse response nor the input is ever negative.

    Attributes
    ----------
    h : DiscreteSignal
        The impulse response.
    x : DiscreteSignal
        The input.
    shown : int
        How many of h's values are shown by themselves, at the right end.
    """

    h: DiscreteSignal
    x: DiscreteSignal
    shown: int = 0

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
        layers: list[tuple[int, tuple[PathPatch, PathPatch], Values]] = []
        for number, (copy, top) in enumerate(zip(copies, tops, strict=True)):
            if not np.any(copy):
                continue
            edge = {"transform": plane.data, "linewidth": 1.2}
            ahead = stage.patch(0.9, facecolor=stage.theme.background, **edge)
            come = stage.patch(1, edgecolor=stage.theme.background, **edge)
            there = copy > 0
            blocks = np.array([t, top - copy, top])[:, there]
            layers.append((self.x.start + number, (come, ahead), blocks))
        y = convolve(self.h, self.x)
        total = plane.dot("y")
        wide = formula_width(COPIES, LABEL)
        across = LEFT if self.shown or plane.free_side == "left" else stage.width - RIGHT - wide
        if across > LEFT or wide < (self.x.start - HALF - plane.span[0]) / plane.pixel:
            write_formula(stage, across, beside(plane), COPIES, LABEL)
        if (
            tops[-1][t >= plane.span[1] - self.shown - 0.5].max(initial=0.0)
            < CLEAR * plane.pixel_up
        ):
            self._show_response(plane)

        def show(frame: Frame) -> None:
            now = frame.step
            for start, (come, ahead), blocks in layers:
                color = shade(stage.theme, "h", age(self.x, start, now))
                come.set(visible=start <= now, facecolor=color)
                ahead.set(visible=start <= now, edgecolor=color)
                for patch, these in ((come, blocks[0] <= now), (ahead, blocks[0] > now)):
                    at, lows, highs = blocks[:, these]
                    patch.set_path(bars(at, lows, highs, HALF))
            height = np.interp(frame.t, [now, now + 1], [y(now), y(now + 1)])
            total.set_data([frame.t], [height])

        return show

    def _show_response(self, plane: Plane) -> None:
        """Draw the first values of h, as high as in the pile, with their numbers."""
        if not self.shown or 1 / plane.pixel < NUMBERED:
            return
        stage, theme = plane.stage, plane.stage.theme
        h = self.h.values[: self.shown]
        at = plane.span[1] - h.size + np.arange(h.size) + 0.5
        numbers = Numbers.of(h, FINER)  # as the sum does
        ground = RAISED * plane.pixel_up
        for value, place, n in zip(h.tolist(), at.tolist(), range(h.size), strict=True):
            block = rectangle(place - HALF, place + HALF, ground, ground + value)
            plane.axes.fill(*block.T, color=theme.tint("h", STRONG), linewidth=0, zorder=2)
            across = LEFT + (place - plane.span[0]) / plane.pixel
            up = plane.height(ground + value) + OVER
            wording = shortest(value) if is_exact(value) else numbers(value)
            stage.text(across, up, wording, TICK, "h", ha="center")
            stage.text(
                across, plane.height(ground) - UNDER, f"{self.h.start + n}", TICK, "muted",
                ha="center", va="top", fontfamily=PROSE_FONT,
            )  # fmt: skip
        low, high = at[0] - 0.5, at[-1] + 0.5
        plane.axes.plot((low, high), (ground, ground), color=theme.axis, linewidth=1.0, zorder=3)
        right = LEFT + (high - plane.span[0]) / plane.pixel
        up = plane.height(ground + float(h.max())) - 6
        up = max(up, plane.height(ground + float(h[-2:].max())) + OVER + ABOVE)
        stage.text(right, up, "$h(t)$", LABEL, "h", ha="right")
