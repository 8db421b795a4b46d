"""An output as several integrals that are equal, line by line, each with its limits."""

from collections.abc import Sequence
from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import limits, preparation
from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import continuous
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT, READOUT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal
from signals.overlap import overlap

PITCH, TOP = 56.0, 8.0  # from line to line, and over the first, in design pixels
BASE = 17.0  # from the lower edge of a line up to its baseline
NUMBER, AFTER = 78.0, 30.0  # what a number takes at least, and from it to the limits
APART = 12.0  # from the limits to the words beside them
LOOKS = 8  # frames from one number that is looked at for its length to the next

Integral = tuple[str, ContinuousSignal, ContinuousSignal]
"""A formula, what rests in it and what slides, flipped, over that."""


@dataclass(frozen=True)
class IntegralsPanel(Panel):
    r"""y(t) as integrals over τ, with the number that all of them are, and what their limits are.

    Attributes
    ----------
    y : ContinuousSignal
        The output.
    integrals : sequence of (str, ContinuousSignal, ContinuousSignal)
        A formula, mathtext with ``\textcolor``, what rests in it and what slides over that.
    words : sequence of (float, str)
        From which t on to say what, in ascending order.
    aside : str
        What is said in an aside.
    """

    y: ContinuousSignal
    integrals: Sequence[Integral]
    words: Sequence[tuple[float, str]] = ()
    aside: str = ""

    def __post_init__(self) -> None:
        continuous(self, "y")

    def subject(self) -> Subject:
        """Return what the numbers follow."""
        return Subject(outputs=(self.y,))

    def room(self, view: View) -> Room:
        """Return the room of the lines."""
        return line(TOP + PITCH * len(self.integrals))

    def build(self, stage: Stage) -> Update:
        """Write the formulas; return what writes the numbers, the limits and the words."""
        y = stage.values(self.y)
        shifts = [frame.t for frame in stage.timeline]
        across = (stage.span[1] - stage.span[0]) / (stage.width - LEFT - RIGHT)
        times, values = Numbers.told_apart(shifts, across), Numbers.of(map(y, shifts))
        name, edge = r"\textcolor{y}{y(t)}", stage.width - RIGHT
        start = LEFT + formula_width(name, READOUT) + 8
        signs = start + formula_width("= ", READOUT)
        end = signs + max(formula_width(each[0], READOUT) for each in self.integrals)
        numbers = {values(y(t)) for t in shifts[::LOOKS]}
        lines = []
        for number, (formula, *_) in enumerate(self.integrals):
            up = stage.height - TOP - PITCH * (number + 1) + BASE
            if not number:
                write_formula(stage, LEFT, up, name, READOUT)
            write_formula(stage, start, up, "=", READOUT)
            write_formula(stage, signs, up, formula, READOUT)
            value = stage.label(READOUT, "y", (end, up))
            room = max(NUMBER, *(stage.measure(value, f"$=${each}") for each in numbers))
            where = stage.label(LABEL, "muted", (end + room + AFTER, up))
            lines.append((value, where))
        top = stage.height - TOP - PITCH + BASE
        t = stage.label(READOUT, "ink", (edge, top), ha="right")
        said = stage.label(NOTE, "muted", (edge, top - PITCH), ha="right", fontfamily=PROSE_FONT)
        words = max(stage.measure(said, each) for each in (self.aside, *(w for _, w in self.words)))
        widest = max(
            stage.measure(
                where, f"${limits(overlap(rest.support, slides.support, at, flip=True))}$"
            )
            for (_, where), (_, rest, slides) in zip(lines, self.integrals, strict=True)
            for at in shifts[::LOOKS]
        )
        fits = end + room + AFTER + widest < edge - words - APART

        def show(frame: Frame) -> None:
            there = frame.sweeping
            for (value, where), (_, rest, slides) in zip(lines, self.integrals, strict=True):
                seen = overlap(rest.support, slides.support, frame.t, flip=True)
                value.set(text=f"$=${values(y(frame.t))}", visible=there)
                told = there and fits and seen.extent != "no"
                where.set(text=f"${limits(seen)}$", visible=told)
            t.set(text=f"$t =${times(frame.t)}", visible=there)
            now = next((text for at, text in self.words[::-1] if frame.t >= at), "")
            if not there:
                now, _ = preparation(frame, flip=True)
            said.set_text(self.aside if frame.aside else now)

        return show
