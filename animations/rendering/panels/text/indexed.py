"""A sum of products in names that turn into others: its formula, and each step written out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.formula import SMALLEST, formula_width
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.prose import MARGIN, in_lines, longest, text_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import (
    MOST_TERMS,
    PITCH,
    Term,
    Word,
    length,
    most_lines,
    product,
    versions,
)
from animations.rendering.drawing.translation import Translation, moving, turn
from animations.rendering.framing.numbers import is_exact, shortest
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.translated import TranslatedPanel
from animations.rendering.theme import FORMULA, MATH_FONT, NOTE, PROSE_FONT, SUM
from animations.rendering.timeline import Frame

HEIGHT, BASELINE, TITLE = 118.0, 39.0, 28.0  # up to the formulas, and down to what is over them
HIGH, LINE = 44.0, 31.0  # of a sum on one line, and from there to another, as names rise in turn
EDGE, BETWEEN = 16.0, 20.0  # left of what is too wide to begin further in, and between words
APART, ARROW, BARB = 22.0, 44.0, 9.0  # around the arrow between them, and what it measures
Lines = list[list[Word]]


@dataclass(frozen=True)
class IndexedFormulaPanel(TranslatedPanel):
    """The output as a sum of products in both notations: the second is written as names turn.

    Attributes
    ----------
    words : (str, str)
        What to write over the first, and over the second.
    """

    words: tuple[str, str] = ("", "")

    def room(self, view: View) -> Room:
        """Return the room of a line of formulas, and of one of words or more."""
        titles, *_ = self._fitted(view.width)
        words = sum(longest(words.split(" ")) for words in self.words) + BETWEEN
        wide = max(words, SMALLEST / FORMULA * self._length)
        high = HEIGHT + PITCH * (max(map(len, titles)) - 1)
        return replace(line(high), wide=EDGE + wide + MARGIN)

    @property
    def _length(self) -> float:
        """How long the formulas are with the arrow between them."""
        both = chain(*(_pieces(self.translation, number) for number in (0, 1)))
        return 2 * APART + ARROW + sum(formula_width(wording, FORMULA) for wording, *_ in both)

    def _fitted(self, width: float) -> tuple[list[list[str]], float, float]:
        """Return the lines of the words over each formula, the scale of these, and their left."""
        room = width - EDGE - MARGIN
        first, then = map(text_width, self.words)
        formula = sum(
            formula_width(wording, FORMULA) for wording, *_ in _pieces(self.translation, 0)
        )
        after = self._length - formula - 2 * APART - ARROW
        if LEFT + max(first, formula) + 2 * APART + ARROW + max(then, after) <= width - MARGIN:
            return [[words] for words in self.words], 1.0, LEFT
        most = max(words.count(" ") + 1 for words in self.words)
        titles, wide = [list(self.words)], 0.0
        for count in range(1, most + 1):
            titles = [in_lines(words, count) for words in self.words]
            wide = sum(map(longest, titles)) + BETWEEN
            if wide <= room:
                break
        return (
            titles,
            min(1.0, room / self._length),
            max(EDGE, min(LEFT, width - MARGIN - max(wide, self._length))),
        )

    def build(self, stage: Stage) -> Update:
        """Write the first formula; return what writes the second."""
        told = self.translation
        turning = (told.outputs, told.weights, told.weights, told.weights, told.inputs)
        first, then = (_pieces(told, number) for number in (0, 1))
        (above, beside), scale, left = self._fitted(stage.width)
        over = stage.height - TITLE
        x, size = left, scale * FORMULA
        for number, part in enumerate(above):
            up = over - PITCH * number
            stage.text(left, up, part, NOTE, "muted", fontfamily=PROSE_FONT)
        for wording, role, font in first:
            stage.text(x, BASELINE, f"${wording}$", size, role, math_fontfamily=font)
            x += formula_width(wording, size)
        titles = [
            stage.label(NOTE, "muted", wording=part, fontfamily=PROSE_FONT) for part in beside
        ]
        broken_up = len(above) + len(beside) > 2
        start = x if broken_up else max(x, LEFT + stage.measure(titles[0], self.words[0]))
        arrow = stage.line("muted", 1.8, 2, stage.pixels)
        tail, level = start + scale * APART, BASELINE + 7 * scale
        tip = tail + scale * ARROW
        arrow.set_data(
            [tail, tip, np.nan, tip - BARB, tip, tip - BARB],
            [level, level, np.nan, level + BARB / 2, level, level - BARB / 2],
        )
        x = tip + scale * APART
        at = min(x, stage.width - MARGIN - longest(beside)) if broken_up else x
        for number, title in enumerate(titles):
            title.set_position((at, over - PITCH * number))
        labels = []
        for wording, role, font in then:
            labels.append(stage.label(size, role, (x, BASELINE), math_fontfamily=font))
            x += formula_width(wording, size)

        def show(frame: Frame) -> None:
            begun = told.part(told.outputs, frame.t) > 0
            for artist in (arrow, *titles):
                artist.set_visible(begun)
            for label, (wording, role, _), names in zip(labels, then, turning, strict=True):
                part, at = told.part(names, frame.t), label.get_position()
                turn(label, stage.theme, role, ("", f"${wording}$"), part, (at[0], BASELINE))

        return show


def _pieces(told: Translation, number: int) -> list[tuple[str, str, str]]:
    """Return the pieces of the formula in one of the notations, their colours and fonts."""
    output, weight, value = (each[number] for each in (told.outputs, told.weights, told.inputs))
    return [
        (output.row, "y", MATH_FONT),
        ("=", "ink", MATH_FONT),
        (rf"\sum_{{{told.summed[number]}}}", "ink", "cm"),
        (weight.row, "h", MATH_FONT),
        (value.row, "x", MATH_FONT),
    ]


class IndexedSumPanel(TranslatedPanel):
    """The newest output as the sum that it is, in names that turn and in numbers."""

    def room(self, view: View) -> Room:
        """Return the room of a line or, where that is too narrow, of two."""
        lines = max(len(self._set(i, view.width)[0]) for i in range(self.last + 1))
        wide = EDGE + self._longest(view.width) + MARGIN
        return replace(line(HIGH + LINE * (lines - 1)), wide=wide)

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        told = self.translation
        turning = {"y": told.outputs, "h": told.weights, "x": told.inputs}
        labels = [stage.label(SUM, "ink") for _ in range(4 * MOST_TERMS + 12)]
        left = min(LEFT, stage.width - MARGIN - self._longest(stage.width))
        top = stage.height - HIGH / 2 - 7

        def show(frame: Frame) -> None:
            unused, indent = iter(labels), 0.0
            lines = zip(*self._set(self.step(frame.t), stage.width), strict=True)
            for number, both in enumerate(lines):
                x, height = left + indent * number, top - LINE * number
                for (before, role), (after, _) in zip(*both, strict=True):
                    part = told.part(turning[role], frame.t) if before != after else 1.0
                    turn(next(unused), stage.theme, role, (before, after), part, (x, height))
                    x += moving(length([(before, role)]), length([(after, role)]), part)
                    indent = indent or x - left  # of further lines, whose sign is under the first
            for label in unused:
                label.set_visible(False)

        return show

    def _longest(self, width: float) -> float:
        """Return how long the longest line is."""
        every = (self._set(i, width) for i in range(self.last + 1))
        return max(_reach(lines) for both in every for lines in both)

    def _set(self, i: int, width: float) -> tuple[Lines, Lines]:
        """Return the lines of the sum at a shift, in both notations."""
        both: tuple[Lines, Lines] = [], []
        for both in zip(*(self._lines(i, number, width) for number in (0, 1)), strict=True):
            room = width - (LEFT + RIGHT if most_lines(width) == 1 else EDGE + MARGIN)
            if max(map(_reach, both)) <= room:
                break
        return both

    def _lines(self, i: int, number: int, width: float) -> Iterator[Lines]:
        """Yield the words of the sum at a shift, in one of the notations, ever shorter."""
        told = self.translation
        output, weight, value = (each[number] for each in (told.outputs, told.weights, told.inputs))
        names, terms = [], []
        for j in range(len(self.w.values)):
            names.append(Term([(weight.of(j) + r"$\,$", "h"), (value.of(i + j), "x")], times=""))
            terms.append(product(self.w(j), self.x(i + j)))
        total = self.y(i)
        start: list[Word] = [(output.of(i), "y"), ("  =  ", "muted")]
        end: list[Word] = [
            ("  =  " if is_exact(total) else "  ≈  ", "muted"),
            (shortest(total), "y"),
        ]
        for name, sum_ in zip(versions(names), versions(terms), strict=False):
            yield [[*start, *name, ("  =  ", "muted"), *sum_, *end]]
            if most_lines(width) > 1:
                yield [[*start, *name], [("  =  ", "muted"), *sum_, *end]]
        yield from ([[*start, *words, *end]] for words in versions(terms))


def _reach(lines: Lines) -> float:
    """Return how far lines go, of which further ones begin under the first one's second word."""
    first, *others = lines
    return max(length(first), *(length(first[:1]) + length(words) for words in others), 0.0)
