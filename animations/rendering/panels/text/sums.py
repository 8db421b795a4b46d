"""The sum written out: y(t) as the numbers it is added up from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.names import roles_of
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import (
    PITCH,
    SPACE,
    SumLine,
    Term,
    Typesetter,
    Word,
    length,
    most_lines,
    role_of,
    shown,
)
from animations.rendering.drawing.wording import factor, sign
from animations.rendering.framing.numbers import FINER, Numbers, is_exact, letters, shortest
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.panels.stems.trace import swept
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, convolve, correlate
from signals.overlap import products

HEIGHT = 40.0  # of a line, in design pixels
CROWD, FIRST = 300, 2  # of more terms, so many and the last are all that is looked at


Terms = tuple[Sequence[Term], int]
"""What is added, and how many more of it are not looked at."""


class SummedPanel(Panel):
    """A panel that writes out the output as a sum, on as many lines as it needs."""

    def room(self, view: View) -> Room:
        """Return the room of a line or, where that is too narrow, of a few."""
        most, lines, end = most_lines(view.width), 1, 0.0
        if most > 1:
            written = _Sum(self._total, view.sweep)
            terms = self._terms(written)
            setter = Typesetter(view.width - RIGHT, most, written.reserved)
            for t in swept(view.sweep).astype(int).tolist():
                setting = setter.first(shown(*written.words(t, *terms(t))))
                lines, end = max(lines, min(setting.lines, most)), max(end, setting.end)
        return replace(line(HEIGHT + PITCH * (lines - 1)), wide=end + RIGHT)

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        written = _Sum(self._total, stage.timeline.shifts)
        terms = self._terms(written)
        lines = 1 + round((stage.height - HEIGHT) / PITCH)
        sum_line = SumLine(stage, written.starts, lines=lines)

        def show(frame: Frame) -> None:
            if not frame.sweeping:
                sum_line.write([])
                return
            said = written.words(frame.step, *terms(frame.step))
            sum_line.show(*said, awaited=frame.aside == "stack")

        return show

    @property
    def _total(self) -> DiscreteSignal:
        """What the sum is."""
        raise NotImplementedError

    def _terms(self, written: "_Sum") -> "Callable[[int], Terms]":
        """Return what tells what is added at a shift."""
        raise NotImplementedError


@dataclass(frozen=True)
class SumPanel(SummedPanel):
    """y(t) = h(τ)·x(t − τ) + …: one term for every product that is not zero.

    The factors, their names, the flip and the colors are as in `StemOverlapPanel`. What is too
    long for its lines is shortened.
    """

    fixed: DiscreteSignal
    sliding: DiscreteSignal
    names: tuple[str, str] = ("h", "x")
    flip: bool = True
    colors: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        discrete(self, "fixed", "sliding")

    def subject(self) -> Subject:
        """Return what the sum goes through."""
        return Subject(resting=(self.fixed,), sliding=((self.sliding, self.flip),))

    @property
    def _total(self) -> DiscreteSignal:
        return (convolve if self.flip else correlate)(self.fixed, self.sliding)

    def _terms(self, written: "_Sum") -> "Callable[[int], Terms]":
        still, slides = self.colors or roles_of(self.names)
        first, second = (Numbers.of(each.values, FINER) for each in (self.fixed, self.sliding))

        def terms(t: int) -> Terms:
            at, values = products(self.fixed, self.sliding, t, self.flip)
            found = []
            unseen = max(0, len(at) - FIRST - 1) if len(at) > CROWD else 0
            at, values = (np.delete(row, np.s_[FIRST : FIRST + unseen]) for row in (at, values))
            for tau, value in zip(at.astype(int).tolist(), values.tolist(), strict=True):
                there = self.sliding(t - tau if self.flip else tau - t)
                factors = (
                    (_rounded(self.fixed(tau), first), still),
                    (_rounded(there, second), slides),
                )
                role = role_of(value)
                short = (sign(value), role), (written.part(abs(value)), role)
                found.append(Term(factors, short=short))
            return found, unseen

        return terms


@dataclass(frozen=True)
class ChannelSumPanel(SummedPanel):
    """y(t) as the sum of what each channel gives, in the colours of the channels' names.

    Where these do not tell, `colors` are the roles of the channels.
    """

    channels: Sequence[DiscreteSignal]
    names: Sequence[str]
    colors: Sequence[str] = ()

    def __post_init__(self) -> None:
        discrete(self, "channels")
        if len(self.names) != len(self.channels):
            raise ValueError(
                f"ChannelSumPanel: a name is needed for each of {len(self.channels)} channels, "
                f"got {len(self.names)}"
            )

    @property
    def _total(self) -> DiscreteSignal:
        return sum(self.channels[1:], start=self.channels[0])

    def subject(self) -> Subject:
        """Return what the sum goes through."""
        return Subject(outputs=(self._total,))

    def _terms(self, written: "_Sum") -> "Callable[[int], Terms]":
        colors = self.colors or [roles_of([name], ["x"])[0] for name in self.names]

        def terms(t: int) -> Terms:
            parts = [float(channel(t)) for channel in self.channels]
            found = [
                Term([(written.part(abs(part)), color)], (sign(part), "muted"))
                for part, color in zip(parts, colors, strict=True)
            ]
            return found, 0

        return terms


class _Sum:
    """y(t) after t, and its terms, in words."""

    def __init__(self, y: DiscreteSignal, shifts: tuple[float, float]) -> None:
        values = y(swept(shifts))
        self._y = y
        self._total = Numbers.of(values)
        self._part = Numbers.of(values, FINER)
        longest = [[word for word, _ in _start(round(t))] for t in shifts]
        self.starts = list(zip(*longest, strict=True))

    @property
    def reserved(self) -> list[float]:
        """What the leading words take."""
        return [SPACE + max(length([(each, "")]) for each in words) for words in self.starts]

    def part(self, value: float) -> str:
        """Write what is added: as told apart, or as it is if that is no longer."""
        return min((shortest(value), self._part(value)), key=letters)

    def words(
        self, t: int, terms: Sequence[Term], unseen: int = 0
    ) -> tuple[list[Word], Sequence[Term], Word, str, int]:
        """Return the words of the sum at a shift, some of whose terms may be `unseen`."""
        total = float(self._y(t))
        if not terms or abs(total) <= self._total.noise:
            wording, exact = "0", True
        elif is_exact(total) and letters(shortest(total)) <= letters(self._part(total)):
            wording, exact = shortest(total), True
        else:
            wording, exact = self._total(total), self._total.exact(total)
        return _start(t), terms, (wording, "y"), "  =  " if exact else "  ≈  ", unseen


def _start(t: int) -> list[Word]:
    return [(f"$t = {t}$      ", "ink"), (f"$y({t})  = $ ", "y")]


def _rounded(value: float, numbers: Numbers) -> str:
    """Return a number as a factor: as told apart, unless it is no longer as it is."""
    return factor(value, min((shortest(value), numbers(value)), key=letters))
