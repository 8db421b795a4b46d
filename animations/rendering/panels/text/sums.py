"""The sum written out: y(t) as the numbers it is added up from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.names import roles_of
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import SumLine, Term, Word, role_of
from animations.rendering.drawing.wording import factor, sign
from animations.rendering.framing.numbers import FINER, Numbers, is_exact, letters, shortest
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.panels.stems.trace import swept
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, convolve, correlate
from signals.overlap import products

CROWD, FIRST = 300, 2  # of more terms, so many and the last are all that is looked at


@dataclass(frozen=True)
class SumPanel(Panel):
    """y(t) = h(τ)·x(t − τ) + …: one term for every product that is not zero.

    The factors, their names, the flip and the colors are as in `StemOverlapPanel`. What is too
    long for the line is shortened.
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

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(40)

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        combine = convolve if self.flip else correlate
        y = combine(self.fixed, self.sliding)
        written = _Sum(stage, y)
        still, slides = self.colors or roles_of(self.names)
        first, second = (Numbers.of(each.values, FINER) for each in (self.fixed, self.sliding))

        def show(frame: Frame) -> None:
            t = frame.step
            at, values = products(self.fixed, self.sliding, t, self.flip)
            terms = []
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
                terms.append(Term(factors, short=short))
            written.show(frame, terms, unseen)

        return show


@dataclass(frozen=True)
class ChannelSumPanel(Panel):
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

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(40)

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        written = _Sum(stage, self._total)
        colors = self.colors or [roles_of([name], ["x"])[0] for name in self.names]

        def show(frame: Frame) -> None:
            parts = [float(channel(frame.step)) for channel in self.channels]
            terms = [
                Term([(written.part(abs(part)), color)], (sign(part), "muted"))
                for part, color in zip(parts, colors, strict=True)
            ]
            written.show(frame, terms)

        return show


class _Sum:
    """y(t) after t, and its terms, once the sweep has begun."""

    def __init__(self, stage: Stage, y: DiscreteSignal) -> None:
        shifts = swept(stage.timeline.shifts)
        values = y(shifts)
        self._y = y
        self._total = Numbers.of(values)
        self._part = Numbers.of(values, FINER)
        longest = [[word for word, _ in _start(round(t))] for t in stage.timeline.shifts]
        self._line = SumLine(stage, reserved=list(zip(*longest, strict=True)))

    def part(self, value: float) -> str:
        """Write what is added: as told apart, or as it is if that is no longer."""
        return min((shortest(value), self._part(value)), key=letters)

    def show(self, frame: Frame, terms: Sequence[Term], unseen: int = 0) -> None:
        """Write the sum at a shift, some of whose terms may be `unseen`."""
        if not frame.sweeping:
            self._line.write([])
            return
        t = frame.step
        total = float(self._y(t))
        if not terms or abs(total) <= self._total.noise:
            wording, exact = "0", True
        elif is_exact(total) and letters(shortest(total)) <= letters(self._part(total)):
            wording, exact = shortest(total), True
        else:
            wording, exact = self._total(total), self._total.exact(total)
        if frame.aside == "stack":  # then there is no total yet
            wording = ""
        self._line.show(_start(t), terms, (wording, "y"), "  =  " if exact else "  ≈  ", unseen)


def _start(t: int) -> list[Word]:
    return [(f"$t = {t}$      ", "ink"), (f"$y({t})  = $ ", "y")]


def _rounded(value: float, numbers: Numbers) -> str:
    """Return a number as a factor: as told apart, unless it is no longer as it is."""
    return factor(value, min((shortest(value), numbers(value)), key=letters))
