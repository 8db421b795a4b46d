"""Sums of layers in one line, or in several under each other."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import SumLine, Term, Word, added, length, summed
from animations.rendering.framing.numbers import is_exact, shortest
from signals.layer_steps import Place

HEIGHT, PITCH = 62.0, 34.0  # of a line alone, and of each of several, in design pixels
LINES, UNDER = 3, 14.0  # of sums at most, and under several of them
PLUS = ("+  ", "muted")  # what lines after the first begin with, under the equals sign


class Sum(NamedTuple):
    """A name, what is added, the total, and the sign before it."""

    name: Sequence[Word]
    terms: Sequence[Term]
    total: Word
    equals: str

    @classmethod
    def of(
        cls, name: str, place: Place, terms: Sequence[Term], value: float, role: str = "y"
    ) -> "Sum":
        """Return the sum that an element of an output is."""
        equals = "  =  " if is_exact(value) else "  ≈  "
        return cls([named(name, place)], terms, (shortest(value), role), equals)

    @property
    def shortened(self) -> "Sum":
        """The sum with products as numbers."""
        return self._replace(terms=[term.shortened for term in self.terms])

    def lines(self, count: int) -> list[list[Word]]:
        """Return the words after the name in so many lines, each but the last of as many terms."""
        each = ceil(len(self.terms) / count)
        first, *others = (self.terms[n : n + each] for n in range(0, len(self.terms), each))
        lines = [added(first)]
        for head, *more in others:
            before, role = head.sign
            plus = head._replace(sign=("+", "muted"))
            lines.append([(f"{before}  ", role), *added([plus, *more])])
        lines[-1] += [(self.equals, "muted"), self.total]
        return lines


class SumLines:
    """A sum in lines under each other, of which all begin after its name, which is so wide."""

    def __init__(self, stage: Stage, count: int, wide: float) -> None:
        under = UNDER if count > 1 else 0.0
        high = (stage.height - under) / count
        self._lines = []
        for number in range(count):
            left = wide - length([PLUS]) if number else 0.0
            part = stage.part(left, stage.height - (number + 1) * high, stage.width - left, high)
            self._lines.append(SumLine(part))

    def show(self, said: Sum | None) -> None:
        """Write a sum, or nothing."""
        if len(self._lines) == 1 and said:
            self._lines[0].show(*said)
            return
        words = said.lines(len(self._lines)) if said else []
        if said:
            words[0] = [*said.name, *words[0]]
        words += [[]] * (len(self._lines) - len(words))
        for one, text in zip(self._lines, words, strict=True):
            one.write(text)


def height_of(lines: int) -> float:
    """Return how high a panel of so many lines is."""
    return HEIGHT if lines == 1 else lines * PITCH + UNDER


def form_of(sums: Sequence[Sum], named: float, width: float) -> tuple[bool, int]:
    """Return whether sums are shortened, and in how many lines they then fit; 0 if in none.

    Products are written out where this takes no more lines.
    """
    whole, short = (
        _lines_for(every, named, width) for every in (sums, [each.shortened for each in sums])
    )
    return (True, short) if not whole or 0 < short < whole else (False, whole)


def _lines_for(sums: Sequence[Sum], named: float, width: float) -> int:
    """Return in how few lines sums fit on a stage of this width; 0 if even all are too few."""
    for count in range(1, LINES + 1):
        # Of several lines only some are as long as there is room for.
        room = width - LEFT - named - (RIGHT if count == 1 else RIGHT / 2)
        lines = [each.lines(count) for each in sums]
        first = max(length(begins) for begins, *_ in lines)
        others = max((length(each) for _, *more in lines for each in more), default=0.0)
        if max(first, others - length([PLUS])) <= room:
            return count
    return 0


def longest(name: str, places: Sequence[Place], sums: Iterable[Sum]) -> float:
    """Return how long the longest of some sums is, in design pixels.

    All places are named like the last one, as digits are equally wide.
    """
    lengths = (length(summed([], added(each.terms), each.total, each.equals)) for each in sums)
    return length([named(name, places[-1])]) + max(lengths)


def named(name: str, place: Place) -> Word:
    return f"${name}({', '.join(map(str, place))})  = $ ", "y"
