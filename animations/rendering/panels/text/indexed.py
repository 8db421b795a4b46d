"""A sum of products in names that turn into others: its formula, and each step written out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.formula import formula_width
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import MOST_TERMS, Term, Word, length, product, versions
from animations.rendering.drawing.translation import Translation, moving, turn
from animations.rendering.framing.numbers import is_exact, shortest
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.translated import TranslatedPanel
from animations.rendering.theme import FORMULA, MATH_FONT, NOTE, PROSE_FONT, SUM
from animations.rendering.timeline import Frame

HEIGHT, BASELINE, TITLE = 118.0, 39.0, 28.0  # up to the formulas, and down to what is over them
APART, ARROW, BARB = 22.0, 44.0, 9.0  # around the arrow between them, and what it measures


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
        """Return the room of a line of words and one of formulas."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Write the first formula; return what writes the second."""
        told = self.translation
        turning = (told.outputs, told.weights, told.weights, told.weights, told.inputs)
        first, then = (_pieces(told, number) for number in (0, 1))
        over = stage.height - TITLE
        x = LEFT
        stage.text(LEFT, over, self.words[0], NOTE, "muted", fontfamily=PROSE_FONT)
        for wording, role, font in first:
            stage.text(x, BASELINE, f"${wording}$", FORMULA, role, math_fontfamily=font)
            x += formula_width(wording, FORMULA)
        title = stage.label(NOTE, "muted", wording=self.words[1], fontfamily=PROSE_FONT)
        start = max(x, LEFT + stage.measure(title, self.words[0]))
        arrow = stage.line("muted", 1.8, 2, stage.pixels)
        tail, tip, level = start + APART, start + APART + ARROW, BASELINE + 7
        arrow.set_data(
            [tail, tip, np.nan, tip - BARB, tip, tip - BARB],
            [level, level, np.nan, level + BARB / 2, level, level - BARB / 2],
        )
        x = tip + APART
        title.set_position((x, over))
        labels = []
        for wording, role, font in then:
            labels.append(stage.label(FORMULA, role, (x, BASELINE), math_fontfamily=font))
            x += formula_width(wording, FORMULA)

        def show(frame: Frame) -> None:
            begun = told.part(told.outputs, frame.t) > 0
            for artist in (arrow, title):
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
        """Return the room of a line."""
        return line(44)

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        told = self.translation
        turning = {"y": told.outputs, "h": told.weights, "x": told.inputs}
        labels = [stage.label(SUM, "ink") for _ in range(4 * MOST_TERMS + 12)]
        height, room = stage.height / 2 - 7, stage.width - RIGHT - LEFT

        def show(frame: Frame) -> None:
            both = zip(*(self._lines(self.step(frame.t), number) for number in (0, 1)), strict=True)
            first: Sequence[Word] = []
            then: Sequence[Word] = []
            for first, then in both:
                if max(length(first), length(then)) <= room:
                    break
            x = LEFT
            for label, (before, role), (after, _) in zip(labels, first, then, strict=False):
                part = told.part(turning[role], frame.t) if before != after else 1.0
                turn(label, stage.theme, role, (before, after), part, (x, height))
                x += moving(length([(before, role)]), length([(after, role)]), part)
            for label in labels[len(first) :]:
                label.set_visible(False)

        return show

    def _lines(self, i: int, number: int) -> Iterator[Sequence[Word]]:
        """Yield the words of the sum at a shift, in one of the notations, ever shorter."""
        told = self.translation
        output, weight, value = (each[number] for each in (told.outputs, told.weights, told.inputs))
        names, terms = [], []
        for j in range(len(self.w.values)):
            names.append(
                Term([(weight.of(j) + "\N{THIN SPACE}", "h"), (value.of(i + j), "x")], times="")
            )
            terms.append(product(self.w(j), self.x(i + j)))
        total = self.y(i)
        start: list[Word] = [(output.of(i), "y"), ("  =  ", "muted")]
        end: list[Word] = [
            ("  =  " if is_exact(total) else "  ≈  ", "muted"),
            (shortest(total), "y"),
        ]
        both = zip(versions(names), versions(terms), strict=False)
        lines = chain(([*name, ("  =  ", "muted"), *sum_] for name, sum_ in both), versions(terms))
        yield from ([*start, *words, *end] for words in lines)
