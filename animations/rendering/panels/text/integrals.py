"""An output as several integrals that are equal, line by line, each with its limits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.prose import MARGIN, math_width, text_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import limits, preparation
from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.profile import profile
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
UNDER, MORE = 30.0, 23.0  # what a line under the integrals takes, and another one

NAME = r"\textcolor{y}{y(t)}"

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
        """Return the room of the lines, and of those for t and the words that have none beside."""
        high = TOP + PITCH * len(self.integrals) + _height(self._lines_under(view))
        _, values = self._widths(view)
        wide = max(self._end + values, LEFT + max(map(text_width, self._said))) + MARGIN
        return replace(line(high), wide=wide)

    @property
    def _end(self) -> float:
        """Where the longest formula ends."""
        return _starts()[1] + max(formula_width(each[0], READOUT) for each in self.integrals)

    def _widths(self, view: View) -> tuple[float, float]:
        """Return how much room t and the values take."""
        seen = profile(self.y, *view.sweep)
        times, values = _numbers(seen.t, seen.values, view)
        t = max(math_width(f"$t =${times(at)}", READOUT) for at in view.sweep)
        numbers = {f"$=${values(value)}" for value in seen.values.tolist()}
        return t, max(NUMBER, *(math_width(number, READOUT) for number in numbers))

    @property
    def _said(self) -> list[str]:
        """All that is said in words."""
        return [self.aside, *(words for _, words in self.words)]

    def _lines_under(self, view: View) -> int:
        """Return how many lines t and the words need under the integrals; none if beside them."""
        t, values = self._widths(view)
        if self._end + values + APART + max(t, *map(text_width, self._said)) <= view.width - RIGHT:
            return 0
        words = max((text_width(words) for _, words in self.words), default=0.0)
        return 1 if LEFT + words + APART + t <= view.width - MARGIN else 2

    def build(self, stage: Stage) -> Update:
        """Write the formulas; return what writes the numbers, the limits and the words."""
        y = stage.values(self.y)
        shifts = [frame.t for frame in stage.timeline]
        view = View(stage.span, stage.timeline.shifts, stage.width)
        times, values = _numbers(shifts, map(y, shifts), view)
        edge, end = stage.width - RIGHT, self._end
        start, signs = _starts()
        numbers = {values(y(t)) for t in shifts[::LOOKS]}
        lines = []
        for number, (formula, *_) in enumerate(self.integrals):
            up = stage.height - TOP - PITCH * (number + 1) + BASE
            if not number:
                write_formula(stage, LEFT, up, NAME, READOUT)
            write_formula(stage, start, up, "=", READOUT)
            write_formula(stage, signs, up, formula, READOUT)
            value = stage.label(READOUT, "y", (end, up))
            room = max(NUMBER, *(stage.measure(value, f"$=${each}") for each in numbers))
            where = stage.label(LABEL, "muted", (end + room + AFTER, up))
            lines.append((value, where))
        under, top = self._lines_under(view), stage.height - TOP - PITCH + BASE
        places = [(edge, top), (edge, top - PITCH)]
        if under:
            last = stage.height - TOP - PITCH * len(self.integrals) - _height(under) + BASE / 2
            places = [(edge, last + MORE) if under > 1 else (stage.width - MARGIN, last)]
            places.append((LEFT, last))
        t = stage.label(READOUT, "ink", places[0], ha="right")
        side = "left" if under else "right"
        said = stage.label(NOTE, "muted", places[1], ha=side, fontfamily=PROSE_FONT)
        words = max(stage.measure(said, each) for each in self._said) if not under else 0.0
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
            # In an aside t rests, and makes way where what is said needs the whole line.
            told = there and not (under == 1 and frame.aside)
            t.set(text=f"$t =${times(frame.t)}", visible=told)
            now = next((text for at, text in self.words[::-1] if frame.t >= at), "")
            if not there:
                now, _ = preparation(frame, flip=True)
            said.set_text(self.aside if frame.aside else now)

        return show


def _starts() -> tuple[float, float]:
    """Return where the signs before the integrals begin, and where the integrals do."""
    start = LEFT + formula_width(NAME, READOUT) + 8
    return start, start + formula_width("= ", READOUT)


def _height(lines: int) -> float:
    """Return what so many lines under the integrals take."""
    return UNDER + MORE * (lines - 1) if lines else 0.0


def _numbers(shifts: Iterable[float], values: Iterable[float], view: View) -> list[Numbers]:
    """Return how t and y are written."""
    across = (view.span[1] - view.span[0]) / (view.width - LEFT - RIGHT)
    return [Numbers.told_apart(shifts, across), Numbers.of(values)]
