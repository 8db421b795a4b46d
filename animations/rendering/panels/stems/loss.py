"""How far outputs are from what is asked for, step by step, in a small strip."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.stems.learner import Learner
from animations.rendering.panels.stems.learners import LearnersPanel
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

HEIGHT, EDGE = 54.0, 11.0  # of the strip, and what is free over and under its curves
NAMED, DOT = 66.0, 7.0  # design pixels that its name takes, and points of a dot
SMALLEST = 1e-12  # of the largest loss, that is seen as more than none


@dataclass(frozen=True)
class LossPanel(LearnersPanel):
    """The learners' losses, on a logarithmic scale, as far as t has come.

    Attributes
    ----------
    learners : sequence of Learner
        Those whose losses are drawn.
    """

    learners: Sequence[Learner]

    def room(self, view: View) -> Room:
        """Return the room of a strip."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Name the strip; return what draws the losses so far."""
        losses = [np.asarray(learner.descent.losses, dtype=float) for learner in self.learners]
        most = max(float(each.max()) for each in losses) or 1.0
        powers = [np.log10(np.maximum(each / most, SMALLEST)) for each in losses]
        low = min(float(each.min()) for each in powers) or -1.0
        limits = (0.0, float(max(1, self.last))), (low, 0.0)
        axes = stage.axes(*limits, (LEFT + NAMED, EDGE, RIGHT, EDGE))
        axes.set_xticks([])
        axes.set_yticks([])
        for edge in (low, 0.0):
            axes.plot(limits[0], (edge, edge), color=stage.theme.grid, linewidth=1.0, zorder=1)
        middle = stage.height / 2 - 6
        stage.text(LEFT, middle, "loss", NOTE, "muted", fontfamily=PROSE_FONT)
        traces = [stage.line(one.role, 2.2, 2, axes.transData) for one in self.learners]
        dots = [one.heads(stage, DOT, 3.0, axes.transData) for one in self.learners]

        def show(frame: Frame) -> None:
            for trace, dot, power in zip(traces, dots, powers, strict=True):
                now = min(max(frame.t, 0.0), len(power) - 1.0)
                steps = np.append(np.arange(int(now) + 1), now)
                heights = np.interp(steps, np.arange(len(power)), power)
                trace.set_data(steps, heights)
                dot.set_data([now], heights[-1:])

        return show
