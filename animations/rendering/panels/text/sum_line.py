"""A sum as it is written: what is added, and what it adds up to."""

from collections.abc import Sequence
from typing import NamedTuple

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.theme import SUM

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
        for number, factor in enumerate(term.factors):
            words += [(term.times, "muted"), factor] if number else [factor]
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
