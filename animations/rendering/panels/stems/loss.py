"""How far off learners still are, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.learner import Learner
from animations.rendering.drawing.plane import LEFT, NUMBERED, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Subject
from animations.rendering.framing.ticks import step_for, ticks
from animations.rendering.theme import MATH_FONT, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

HEIGHT, TOP, DOT = 112.0, 12.0, 6.5
LEAST = 1e-300  # that a loss is drawn as, which has no logarithm


@dataclass(frozen=True)
class LossPanel(Panel):
    """The losses over the steps on a logarithmic scale, as far as t has come.

    Attributes
    ----------
    learners : sequence of Learner
        One curve each.
    """

    learners: Sequence[Learner]

    def subject(self) -> Subject:
        """Return the steps of the descents."""
        return Subject(last=self._last)

    @property
    def _last(self) -> int:
        return max(learner.descent.last for learner in self.learners)

    def room(self, view: View) -> Room:
        """Return the room of a strip."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Draw the axes; return what shows a frame."""
        theme, last = stage.theme, self._last
        powers = [np.log10(np.maximum(each.descent.losses, LEAST)) for each in self.learners]
        low = floor(min(np.min(power) for power in powers))
        high = ceil(max(np.max(power) for power in powers))
        apart = max(1, ceil((high - low) / 2))
        low = high - 2 * apart
        grades = [*range(low, high + 1, apart)]
        axes = stage.axes((0, max(last, 1)), (low, high), (LEFT + 12, NUMBERED, RIGHT, TOP))
        axes.set_yticks(grades, [f"$10^{{{power}}}$" for power in grades])
        axes.tick_params(axis="y", labelsize=NOTE)
        for label in axes.get_yticklabels():
            label.set_math_fontfamily(MATH_FONT)
        axes.grid(axis="y", color=theme.grid, linewidth=1.0)
        axes.set_xticks(ticks(0, last, step_for(max(1.0, last / 9))))
        stage.text(LEFT + 24, NUMBERED + 9, "loss", NOTE, "muted", fontfamily=PROSE_FONT)
        edge = stage.width - RIGHT - 6
        stage.text(edge, 9, "step", NOTE, "muted", ha="right", fontfamily=PROSE_FONT)
        parts = [
            (
                stage.line(learner.role, 2.4, 2 - 0.1 * learner.hollow, axes.transData),
                learner.heads(stage, DOT, 3, axes.transData),
            )
            for learner in self.learners
        ]

        def show(frame: Frame) -> None:
            for (trace, dot), power in zip(parts, powers, strict=True):
                now = min(max(frame.t, 0.0), len(power) - 1.0)
                seen = np.append(np.arange(int(now) + 1), now)
                losses = np.interp(seen, np.arange(len(power)), power)
                trace.set_data(seen, losses)
                dot.set_data([now], [losses[-1]])

        return show
