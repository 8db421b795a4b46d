"""The sum written out: y(t) as the numbers it is added up from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.drawing.wording import factor, number, shortest, sign
from animations.rendering.theme import SUM
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, correlate
from signals.overlap import products

Word = tuple[str, str]
"""A wording and the role that colours it."""


class Term(NamedTuple):
    """What is added: the factors of a product, or one number, and the sign before it."""

    factors: Sequence[Word]
    sign: Word = ("+", "muted")
    times: str = " · "


def added(terms: Sequence[Term]) -> list[Word]:
    """Return the words of terms that are added, without a plus before the first."""
    words: list[Word] = []
    for term in terms:
        sign, role = term.sign
        if words:
            words.append((f"  {sign}  ", role))
        elif sign != "+":
            words.append(term.sign)
        for count, word in enumerate(term.factors):
            words += [(term.times, "muted"), word] if count else [word]
    return words


class SumLine:
    """A line of coloured words, each set right after the one before.

    It has room for so many terms of two factors each, at most.
    """

    def __init__(self, stage: Stage, most: int) -> None:
        self._stage = stage
        self._labels: list[Label] = [stage.label(SUM, "ink") for _ in range(4 * most + 4)]

    def show(
        self, name: Sequence[Word], terms: Sequence[Term], total: Word, equals: str = "  =  "
    ) -> None:
        """Write a sum after its name; without terms only the total."""
        self.write([*name, *added(terms), *([(equals, "muted")] if terms else []), total])

    def write(self, words: Sequence[Word]) -> None:
        """Write the words from the panel's left edge."""
        x = LEFT
        for label, (wording, role) in zip(self._labels, words, strict=False):
            label.set(visible=True, text=wording, color=self._stage.theme.color(role))
            label.set_position((x, self._stage.height / 2 - 7))
            x += label.get_window_extent().width / self._stage.figure.dpi * DESIGN_DPI
        for label in self._labels[len(words) :]:
            label.set_visible(False)


@dataclass(frozen=True)
class SumPanel(Panel):
    """y(t) = h(τ)·x(t − τ) + …: one term for every product that is not zero.

    The factors, their names and the flip are as in `StemOverlapPanel`.
    """

    fixed: DiscreteSignal
    sliding: DiscreteSignal
    names: tuple[str, str] = ("h", "x")
    flip: bool = True
    height: float = 40
    rigid: bool = True

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        line = SumLine(stage, min(len(self.fixed.values), len(self.sliding.values)))
        still, slides = self.names

        def show(frame: Frame) -> None:
            t = round(frame.t)
            at, values = products(self.fixed, self.sliding, t, self.flip)
            terms = []
            for tau in at.astype(int).tolist():
                there = self.sliding(t - tau if self.flip else tau - t)
                terms.append(Term([(_rounded(self.fixed(tau)), still), (_rounded(there), slides)]))
            _show(line, frame, terms, float(values.sum()))

        return show


@dataclass(frozen=True)
class ChannelSumPanel(Panel):
    """y(t) as the sum of what each channel gives, in the colours of the channels' names."""

    channels: Sequence[DiscreteSignal]
    names: Sequence[str]
    height: float = 40
    rigid: bool = True

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        line = SumLine(stage, len(self.channels))

        def show(frame: Frame) -> None:
            parts = [float(channel(round(frame.t))) for channel in self.channels]
            terms = [
                Term([(number(abs(part), 3), name)], (sign(part), "muted"))
                for part, name in zip(parts, self.names, strict=True)
            ]
            _show(line, frame, terms, sum(parts))

        return show


@dataclass(frozen=True)
class IndexedSumPanel(Panel):
    """y_i = Σ_j w_j x_(i+j), in names and in numbers; the weights start at index 0."""

    x: DiscreteSignal
    w: DiscreteSignal
    height: float = 44
    rigid: bool = True

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        indices = range(len(self.w.values))
        line = SumLine(stage, 2 * len(indices))
        y = correlate(self.x, self.w)

        def show(frame: Frame) -> None:
            i = stage.step(frame)
            names, terms = [], []
            for j in indices:
                names.append(Term([(f"$w_{{{j}}}\\,$", "h"), (f"$x_{{{i + j}}}$", "x")], times=""))
                terms.append(Term([(factor(self.w(j)), "h"), (factor(self.x(i + j)), "x")]))
            equals = "   =   "
            name = [(f"$y_{{{i}}}$", "y"), ("  =  ", "muted"), *added(names), (equals, "muted")]
            line.show(name, terms, (shortest(y(i)), "y"), equals)

        return show


def _show(line: SumLine, frame: Frame, terms: Sequence[Term], total: float) -> None:
    """Write y(t), rounded, and its terms, once the sweep has begun."""
    t = round(frame.t)
    name = [(f"$t = {t}$      ", "ink"), (f"$y({t})  = $ ", "y")]
    equals = "=" if abs(total - round(total, 2)) < 1e-12 else "≈"
    if frame.sweeping:
        line.show(name, terms, (number(total) if terms else "0", "y"), f"  {equals}  ")
    else:
        line.write([])


def _rounded(value: float) -> str:
    """Return a number as a factor: with three decimals, unless it is shorter as it is."""
    return factor(value) if len(shortest(value)) <= 5 else factor(value, number(value, 3))
