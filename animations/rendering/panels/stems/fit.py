"""What was asked for, and what kernels make of the input after so many steps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import LEFT, PAD, RIGHT
from animations.rendering.drawing.prose import MARGIN, PITCH, text_width
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
GIVEN, SAME_OUTPUT = "input and target are given", "the same output"


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
        places = self._key(view.width)
        ends = [
            x + MARK + text_width(wording)
            for (x, _), wording in zip(places, self._marked, strict=True)
        ]
        above = KEY + PITCH * places[-1][1]
        return Room(above=above, below=UNDER, stretches=True, wide=max(ends) + MARGIN)

    def build(self, stage: Stage) -> Update:
        """Draw the target and name what is seen; return what moves the outputs."""
        theme, target = stage.theme, self.target
        t: Values = np.arange(target.start, target.stop, dtype=float)
        first = [learner.descent.output(0)(t) for learner in self.learners]
        seen = np.concatenate([target.values, *first, [0.0]])
        key = self._key(stage.width)
        above = KEY + PITCH * key[-1][1]
        tall = stage.height - above - UNDER
        pad = PAD * float(np.ptp(seen) or 1.0) / max(tall - 2 * PAD, 1.0)
        limits = float(np.min(seen)) - pad, float(np.max(seen)) + pad
        axes = stage.axes((t[0] - 1, t[-1] + 1), limits, (LEFT, UNDER, RIGHT, above))
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
        self._name(stage, key)
        edge = stage.width - (MARGIN if key[-1][1] else RIGHT), stage.height - 24
        say = stage.label(NOTE, "muted", edge, ha="right", fontfamily=PROSE_FONT)
        outputs = [learner.heads(stage, OUTPUT, 3.0, axes.transData) for learner in self.learners]

        found = [learner.descent.output(self.last)(t) for learner in self.learners]
        same = len(found) > 1 and float(np.ptp(found, axis=0).max()) < SAME * float(np.ptp(seen))

        def show(frame: Frame) -> None:
            done = stage.step(frame)
            ended = same and done >= self.last
            say.set_text(SAME_OUTPUT if ended else _told(min(done, self.last)))
            say.set_color(theme.y if ended else theme.muted)
            for dots, learner in zip(outputs, self.learners, strict=True):
                dots.set_data(t, learner.descent.output(frame.t)(t))

        return show

    @property
    def _marked(self) -> list[str]:
        """What marks are named."""
        return ["target", *(learner.wording for learner in self.learners)]

    def _key(self, width: float) -> list[tuple[float, int]]:
        """Return where each mark stands, across and in which line, beside what is said."""
        said = max(map(text_width, (GIVEN, SAME_OUTPUT, _told(self.last))))
        x, line, found = LEFT + 8, 0, list[tuple[float, int]]()
        for wording in self._marked:
            end = width - RIGHT - said - APART if not line else width - MARGIN
            if x + MARK + text_width(wording) > end and found:
                x, line = LEFT + 8, line + 1
            found.append((x, line))
            x += MARK + text_width(wording) + APART
        return found

    def _name(self, stage: Stage, places: Sequence[tuple[float, int]]) -> None:
        """Write what each kind of mark is, over the plot."""
        ring = stage.markers("y", TARGET, 3, stage.pixels, markeredgewidth=RIM)
        ring.set_markerfacecolor(stage.theme.background)
        heads = (one.heads(stage, OUTPUT, 3, stage.pixels) for one in self.learners)
        marks, roles = [ring, *heads], ["y", *(one.role for one in self.learners)]
        named = zip(self._marked, roles, marks, places, strict=True)
        for wording, role, mark, (x, line) in named:
            height = stage.height - 24 - PITCH * line
            mark.set_data([x], [height + 6])
            stage.text(x + MARK, height, wording, NOTE, role, fontfamily=PROSE_FONT)


def _told(done: int) -> str:
    """Return in words how many steps have been taken."""
    if not done:
        return GIVEN
    return f"after {done} step{'s' if done > 1 else ''}"
