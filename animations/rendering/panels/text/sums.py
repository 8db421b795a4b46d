"""The sum written out: y(t) as the numbers it is added up from."""

from collections.abc import Sequence
from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import factor, number, shortest, sign
from animations.rendering.panels.text.sum_line import SumLine, Term, added
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, correlate
from signals.overlap import products


@dataclass(frozen=True)
class SumPanel(Panel):
    """y(t) = h(τ)·x(t − τ) + …: one term for every product that is not zero.

    Attributes
    ----------
    fixed, sliding : DiscreteSignal
        The factors, as in `StemOverlapPanel`.
    names : tuple of str
        What they are called.
    flip : bool
        Whether the sliding one is flipped.
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
    """y(t) as the sum of its channels.

    Attributes
    ----------
    channels : sequence of DiscreteSignal
        What each channel gives.
    names : sequence of str
        The channels' names, for their colours.
    """

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
    """y_i = Σ_j w_j x_(i+j), in names and in numbers.

    Attributes
    ----------
    x, w : DiscreteSignal
        The input and the weights, which start at index 0.
    """

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
