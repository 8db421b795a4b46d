"""The sum written out: y(t) as the numbers it is added up from."""

from collections.abc import Sequence
from dataclasses import dataclass

from animations.rendering.animation import Show
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.drawing.wording import number, whole
from animations.rendering.panels.stems.overlap import products
from animations.rendering.theme import SUM
from animations.rendering.timeline import Frame
from signals import DiscreteSignal

Word = tuple[str, str]
"""A wording and the role that colours it."""


class SumLine:
    """A line of coloured words, each set right after the one before.

    Parameters
    ----------
    stage : Stage
        Where to write.
    most : int
        The greatest number of words.
    """

    def __init__(self, stage: Stage, most: int) -> None:
        self._stage = stage
        self._labels: list[Label] = [stage.label(SUM, "ink") for _ in range(most)]

    def show(self, words: Sequence[Word]) -> None:
        """Write the words from the panel's left edge."""
        x = LEFT
        for label, (wording, role) in zip(self._labels, words, strict=False):
            label.set_visible(True)
            label.set_text(wording)
            label.set_color(self._stage.theme.color(role))
            label.set_position((x, self._stage.height / 2 - 7))
            x += label.get_window_extent().width / self._stage.figure.dpi * DESIGN_DPI
        for label in self._labels[len(words) :]:
            label.set_visible(False)


@dataclass(frozen=True)
class SumPanel:
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

    def build(self, stage: Stage) -> Show:
        """Return what writes the sum."""
        most = min(len(self.fixed.values), len(self.sliding.values))
        line = SumLine(stage, 4 * most + 4)
        still, slides = self.names

        def show(frame: Frame) -> None:
            t = round(frame.t)
            at, terms = products(self.fixed, self.sliding, t, self.flip)
            words: list[Word] = [(f"$t = {t}$      ", "ink"), (f"$y({t})  = $ ", "y")]
            for count, tau in enumerate(at.astype(int)):
                mirrored = t - tau if self.flip else tau - t
                words += [
                    ("  +  " if count else "", "muted"),
                    (_factor(self.fixed(int(tau))), still),
                    (" · ", "muted"),
                    (_factor(self.sliding(int(mirrored))), slides),
                ]
            total = float(terms.sum())
            words += [
                (f"  {_equals(total)}  " if len(at) else "", "muted"),
                (number(total) if len(at) else "0", "y"),
            ]
            line.show([word for word in words if word[0]] if frame.sweeping else [])

        return show


@dataclass(frozen=True)
class ChannelSumPanel:
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

    def build(self, stage: Stage) -> Show:
        """Return what writes the sum."""
        line = SumLine(stage, 2 * len(self.channels) + 4)

        def show(frame: Frame) -> None:
            t = round(frame.t)
            parts = [float(channel(t)) for channel in self.channels]
            words: list[Word] = [(f"$t = {t}$      ", "ink"), (f"$y({t})  = $ ", "y")]
            for count, (part, name) in enumerate(zip(parts, self.names, strict=True)):
                sign = "\N{MINUS SIGN}" if part < 0 else "+"
                words += [(f"  {sign}  " if count else sign if part < 0 else "", "muted")]
                words += [(number(abs(part), 3), name)]
            words += [(f"  {_equals(sum(parts))}  ", "muted"), (number(sum(parts)), "y")]
            line.show([word for word in words if word[0]] if frame.sweeping else [])

        return show


def _equals(total: float) -> str:
    """Return the sign before a total of two decimals."""
    return "=" if abs(total - round(total, 2)) < 1e-12 else "≈"


def _factor(value: float) -> str:
    exact = whole(value)
    wording = exact if len(exact) <= 5 else number(value, 3)
    return f"({wording})" if value < 0 else wording
