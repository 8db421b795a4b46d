"""What was asked for, and what kernels make of the input after so many steps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import LEFT, PAD, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import stalks
from animations.rendering.framing.room import Room, View
from animations.rendering.panels.kinds import discrete
from animations.rendering.panels.stems.learner import RIM, Learner
from animations.rendering.panels.stems.learners import LearnersPanel
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import DiscreteSignal

TARGET, OUTPUT = 15.0, 5.5  # points: a ring that holds the dots of the outputs
KEY, UNDER = 38.0, 12.0  # what the line of names takes, and what is free below, in design pixels
SAME = 0.01  # of what is seen, by which outputs may differ that look the same
MARK, APART = 20.0, 34.0  # from a mark to its name, and from there to the next mark


@dataclass(frozen=True)
class FitPanel(LearnersPanel):
    """The target's values as hollow circles, and the learners' outputs on their way into them.

    Attributes
    ----------
    target : DiscreteSignal
        What is asked for.
    learners : sequence of Learner
        Those whose outputs are drawn.
    """

    target: DiscreteSignal
    learners: Sequence[Learner]

    def __post_init__(self) -> None:
        discrete(self, "target")

    def room(self, view: View) -> Room:
        """Return the room for the names and, of what the others leave, for the plot."""
        return Room(above=KEY, below=UNDER, stretches=True)

    def build(self, stage: Stage) -> Update:
        """Draw the target and name what is seen; return what moves the outputs."""
        theme, target = stage.theme, self.target
        t: Values = np.arange(target.start, target.stop, dtype=float)
        first = [learner.descent.output(0)(t) for learner in self.learners]
        seen = np.concatenate([target.values, *first, [0.0]])
        tall = stage.height - KEY - UNDER
        pad = PAD * float(np.ptp(seen) or 1.0) / max(tall - 2 * PAD, 1.0)
        limits = float(np.min(seen)) - pad, float(np.max(seen)) + pad
        axes = stage.axes((t[0] - 1, t[-1] + 1), limits, (LEFT, UNDER, RIGHT, KEY))
        axes.set_xticks([])
        axes.set_yticks([])
        axes.plot(axes.get_xlim(), (0, 0), color=theme.axis, linewidth=1.0, zorder=1.5)
        faint = theme.ghost("y")
        axes.plot(*stalks(t, target.values).T, color=faint, linewidth=1.6, zorder=1.6)
        axes.plot(
            t, target.values, "o", color=theme.y, markersize=TARGET, markeredgewidth=RIM,
            markerfacecolor=theme.background, clip_on=False, zorder=2,
        )  # fmt: skip
        ground = UNDER - limits[0] / (limits[1] - limits[0]) * tall
        stage.text(stage.width - RIGHT + 9, ground, "$t$", LABEL, "muted", va="center")
        self._name(stage)
        edge = stage.width - RIGHT, stage.height - 24
        say = stage.label(NOTE, "muted", edge, ha="right", fontfamily=PROSE_FONT)
        outputs = [learner.heads(stage, OUTPUT, 3.0, axes.transData) for learner in self.learners]

        found = [learner.descent.output(self.last)(t) for learner in self.learners]
        same = len(found) > 1 and float(np.ptp(found, axis=0).max()) < SAME * float(np.ptp(seen))

        def show(frame: Frame) -> None:
            done = stage.step(frame)
            ended = same and done >= self.last
            say.set_text("the same output" if ended else _told(min(done, self.last)))
            say.set_color(theme.y if ended else theme.muted)
            for dots, learner in zip(outputs, self.learners, strict=True):
                dots.set_data(t, learner.descent.output(frame.t)(t))

        return show

    def _name(self, stage: Stage) -> None:
        """Write what each kind of mark is, on the line over the plot."""
        height, x = stage.height - 24, LEFT + 8
        ring = stage.markers("y", TARGET, 3, stage.pixels, markeredgewidth=RIM)
        ring.set_markerfacecolor(stage.theme.background)
        names = [("target", "y", ring)]
        for one in self.learners:
            names += [(one.wording, one.role, one.heads(stage, OUTPUT, 3, stage.pixels))]
        label = stage.label(NOTE, "muted", fontfamily=PROSE_FONT)
        for wording, role, mark in names:
            mark.set_data([x], [height + 6])
            stage.text(x + MARK, height, wording, NOTE, role, fontfamily=PROSE_FONT)
            x += MARK + stage.measure(label, wording) + APART


def _told(done: int) -> str:
    """Return in words how many steps have been taken."""
    if not done:
        return "input and target are given"
    return f"after {done} step{'s' if done > 1 else ''}"
