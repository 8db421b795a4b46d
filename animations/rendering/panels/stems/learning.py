"""Kernels on their way from a first guess to what the data ask for, on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT, Plane, room_for
from animations.rendering.drawing.prose import PITCH, broken, text_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import HEAD, STALK, stalks
from animations.rendering.framing.numbers import MINUS
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.stems.learner import Learner
from animations.rendering.panels.stems.learners import LearnersPanel
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

TITLE, BASELINE, SAID = 28.0, 74.0, 138.0  # from the top down to what is written, in design pixels
OVER, UNDER = 13.0, 31.0  # from a head to its value
CLAIMED = 38.0  # from the highest head to what is said, with its value between
TILT, BARB = 34.0, 9.0  # how far back what turns leans at most, and an arrow's barbs, in pixels
TRAIL = 4.0  # free at the end of a formula's width
WAY = 40  # places along the way of what turns
DECIMALS = 2
APART = 8.0  # between what is written on either side, in design pixels
MIRROR, FOLDED = "mirror", "folded over: the same weights"


@dataclass(frozen=True)
class KernelPanel(LearnersPanel):
    """The weights after t steps, on either side of a mirror at 0, under their formulas.

    In one more step the first of two kernels turns over the mirror like a page, seen a little from
    above. What they have in common is said only of kernels of which it is true, as their values are
    written.

    Attributes
    ----------
    learners : sequence of Learner
        One kernel each.
    """

    learners: Sequence[Learner]

    def subject(self) -> Subject:
        """Return the steps of the descents, and one to fold."""
        return Subject(last=self.last + 1)

    @property
    def _are_mirrored(self) -> bool:
        """Whether the last of two kernels read the same from the mirror outwards."""
        found = [learner.descent.kernels[-1] for learner in self.learners]
        if len(found) != 2:
            return False
        one, other = (
            {sign * (each.start + n): _written(value) for n, value in enumerate(each.values)}
            for sign, each in zip((-1, 1), found, strict=True)
        )
        return one == other

    def room(self, view: View) -> Room:
        """Return the room for the weights on their way, with values over and under them."""
        kernels = [each.values for one in self.learners for each in one.descent.kernels]
        seen = [0.0, *np.concatenate(kernels)]
        # Values of negative weights stand under their heads.
        under = min(float(np.min(one.descent.kernels[-1].values)) for one in self.learners) < 0
        seen.append(min(seen) - 0.35 * float(np.ptp(seen)) * under)
        words = max(text_width(word) for one in self.learners for word in _title(one).split(" "))
        return replace(
            room_for(seen),
            above=SAID + CLAIMED + self._lower(view.width),
            wide=LEFT + 2 * words + APART + RIGHT,
        )

    def _lower(self, width: float) -> float:
        """Return how much further down all is than under titles of a line."""
        lines = max(len(broken(_title(each), _half(width))) for each in self.learners)
        return PITCH * (lines - 1)

    def build(self, stage: Stage) -> Update:
        """Draw the axis and the mirror; return what shows a frame."""
        plane, last = Plane(stage, "j"), self.last
        plane.axes.set_yticks([])  # values are written at the heads
        lower = self._lower(stage.width)
        top = stage.height - SAID - lower
        across = LEFT + (0 - plane.span[0]) / plane.pixel
        plane.axes.plot(
            [0, 0], [plane.axes.get_ylim()[0], (top - 10 - plane.ground) * plane.pixel_up],
            color=stage.theme.muted, linewidth=1.8, linestyle=(0, (5, 4)), clip_on=False, zorder=1,
        )  # fmt: skip
        say = stage.label(NOTE, "muted", (across, top), ha="center", fontfamily=PROSE_FONT)
        edge = stage.width - RIGHT, top
        folded = stage.label(NOTE, "y", edge, ha="right", fontfamily=PROSE_FONT)
        beside = across + (text_width(MIRROR) + APART) / 2 + text_width(FOLDED) <= edge[0]
        kernels = [
            _Kernel(stage, plane, learner, folds=number == 0 and len(self.learners) > 1)
            for number, learner in enumerate(self.learners)
        ]
        for learner in self.learners:
            _write_heading(stage, learner, stage.height - BASELINE - lower)

        def show(frame: Frame) -> None:
            turned = min(max(frame.t - last, 0.0), 1.0)
            claimed = self._are_mirrored and frame.t >= last
            say.set_text("mirror images" if claimed and not turned else MIRROR)
            folded.set_text(FOLDED if claimed and turned == 1 else "")
            say.set_visible(beside or not folded.get_text())
            for kernel in kernels:
                kernel.show(frame.t, turned, settled=frame.t >= last)

        return show


def _write_heading(stage: Stage, learner: Learner, base: float) -> None:
    """Write what it is trained with and, under that, its formula, on its kernel's side."""
    left, room = learner.descent.kernels[0].start < 0, _half(stage.width)
    edge, ha = (LEFT, "left") if left else (stage.width - RIGHT, "right")
    look = {"ha": ha, "fontfamily": PROSE_FONT}
    for number, part in enumerate(broken(_title(learner), room)):
        at = stage.height - TITLE - PITCH * number
        stage.text(edge, at, part, NOTE, learner.role, **look)
    if learner.formula:
        room -= APART
        edge -= 0 if left else min(formula_width(learner.formula, FORMULA) - TRAIL, room)
        write_formula(stage, edge, base, learner.formula, FORMULA, room)


def _title(learner: Learner) -> str:
    return f"trained with {learner.wording}"


def _half(width: float) -> float:
    """Return how wide what stands on one side of the mirror can be."""
    return (width - LEFT - RIGHT - APART) / 2


class _Kernel:
    """Moving stems of one learner, their values, and what stays behind when they fold."""

    def __init__(self, stage: Stage, plane: Plane, learner: Learner, folds: bool) -> None:
        self._descent, self._folds = learner.descent, folds
        self._lean = TILT * plane.pixel_up
        behind = 0.1 * learner.hollow
        faint = stage.theme.ghost(learner.role)
        left = learner.heads(stage, HEAD, 1.1, plane.data)
        self._left = plane.line(learner.role, STALK, 1.0), left
        for artist in self._left:
            artist.set_color(faint)
        if learner.hollow:
            left.set_markerfacecolor(stage.theme.background)
        self._way = plane.line("muted", 1.4, 0.9)
        self._stalks = plane.line(learner.role, STALK, 2 - behind)
        self._heads = learner.heads(stage, HEAD, 2.5 - behind, plane.data)
        self._pixel = plane.pixel, plane.pixel_up
        width = len(learner.descent.kernels[-1].values)
        self._values = [
            plane.label(LABEL, learner.role, up=up, ha="center")
            for up in (OVER, -UNDER) for _ in range(width)
        ]  # fmt: skip

    def show(self, t: float, turned: float, settled: bool) -> None:
        """Stand as after t steps, or turned over the mirror by so much of half a turn."""
        kernel = self._descent.kernel(t)
        at: Values = np.arange(kernel.start, kernel.stop, dtype=float)
        places, feet = self._turn(at, turned if self._folds else 0.0)
        stems = stalks(places, kernel.values).T
        stems[1] += np.repeat(feet, 3)
        self._stalks.set_data(stems)
        self._heads.set_data(places, kernel.values + feet)
        for artist in (*self._left, self._way):
            artist.set_visible(self._folds and turned > 0)
        self._left[0].set_data(stalks(at, kernel.values).T)
        self._left[1].set_data(at, kernel.values)
        self._show_way(at, turned)
        for number, label in enumerate(self._values):
            under, n = divmod(number, len(at))
            value = float(kernel.values[n])
            label.set_visible(settled and bool(under) == (value < 0))
            label.set(text=_written(value), position=(at[n], value))

    def _turn(self, at: Values, turned: float) -> tuple[Values, Values]:
        """Return where places on the axis come to, across and up, as the page turns away."""
        back = self._lean * np.abs(at) / max(1.0, float(np.max(np.abs(at))))
        return at * cos(pi * turned), back * sin(pi * turned)

    def _show_way(self, at: Values, turned: float) -> None:
        """Draw the way that the outermost foot has come, and an arrowhead at its end."""
        outermost = int(np.argmax(np.abs(at)))
        turns = [self._turn(at, part) for part in np.linspace(0, turned, WAY)]
        way = np.array([(x[outermost], up[outermost]) for x, up in turns])
        onwards = (way[-1] - way[-2]) / self._pixel
        length = float(np.hypot(*onwards))
        along = onwards / length * BARB if length else np.zeros(2)
        across = np.array([-along[1], along[0]]) / 2
        barbs = [way[-1] - (along - side * across) * self._pixel for side in (1, -1)]
        self._way.set_data(np.array([*way, barbs[0], way[-1], barbs[1]]).T)


def _written(value: float) -> str:
    return f"{value:.{DECIMALS}f}".replace("-", MINUS)
