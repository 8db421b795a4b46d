"""A sum of products in names that turn into others: its formula, and each step written out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from animations.rendering.animation import Update
from animations.rendering.drawing.formula import formula_width
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import MOST_TERMS, Term, Word, length, versions
from animations.rendering.drawing.translation import moving, turn
from animations.rendering.drawing.wording import factor, sign
from animations.rendering.framing.numbers import is_exact, shortest
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.text.heading import BASELINE, HEIGHT
from animations.rendering.panels.translated import TranslatedPanel
from animations.rendering.theme import FORMULA, MATH_FONT, NOTE, PROSE_FONT, SUM
from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class IndexedFormulaPanel(TranslatedPanel):
    """The output as a sum of products, whose names turn; and a few words.

    Attributes
    ----------
    words : (str, str, str)
        What to say before the names turn, meanwhile and after that.
    """

    words: tuple[str, str, str] = ("", "", "")

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Return what writes the formula."""
        told = self.translation
        summed = told.summed
        pieces = [
            (tuple(name.row for name in told.outputs), "y", told.outputs),
            (("=", "="), "ink", told.outputs),
            (tuple(rf"\sum_{{{each}}}" for each in summed), "ink", told.weights),
            (tuple(name.row for name in told.weights), "h", told.weights),
            (tuple(name.row for name in told.inputs), "x", told.inputs),
        ]
        labels, widths = [], []
        for wordings, role, _ in pieces:
            font = "cm" if wordings[0].startswith(r"\sum") else MATH_FONT
            labels.append(stage.label(FORMULA, role, math_fontfamily=font))
            widths.append([formula_width(each, FORMULA) for each in wordings])
        edge = stage.width - RIGHT, BASELINE
        say = stage.label(NOTE, "muted", edge, ha="right", fontfamily=PROSE_FONT)

        def show(frame: Frame) -> None:
            x = LEFT
            for (wordings, role, names), label, wide in zip(pieces, labels, widths, strict=True):
                part = told.part(names, frame.t)
                first, then = (f"${each}$" for each in wordings)
                turn(label, stage.theme, role, (first, then), part, (x, BASELINE))
                x += moving(wide[0], wide[1], part)
            begun, ended = (told.part(each, frame.t) for each in (told.outputs, told.inputs))
            say.set_text(self.words[2 if ended == 1 else 1 if begun > 0 else 0])

        return show


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
            factors = self.w(j), self.x(i + j)
            part = factors[0] * factors[1]
            role = "negative" if part < 0 else "y"
            short = (sign(part), role), (shortest(abs(part)), role)
            terms.append(Term([(factor(factors[0]), "h"), (factor(factors[1]), "x")], short=short))
        total = self.y(i)
        start: list[Word] = [(output.of(i), "y"), ("  =  ", "muted")]
        end: list[Word] = [
            ("  =  " if is_exact(total) else "  ≈  ", "muted"),
            (shortest(total), "y"),
        ]
        both = zip(versions(names), versions(terms), strict=False)
        lines = chain(([*name, ("  =  ", "muted"), *sum_] for name, sum_ in both), versions(terms))
        yield from ([*start, *words, *end] for words in lines)
