"""A sum written out in coloured words, on one line or a few, which it always fits."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.prose import math_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import factor, sign
from animations.rendering.framing.numbers import shortest
from animations.rendering.theme import SUM

Word = tuple[str, str]
"""A wording and the role that colours it."""

USUAL = 870.0  # how long a line is on the usual canvas, in design pixels
PITCH = 29.0  # from line to line
BREAK = "  "  # begins a word before which a line may break
SPACE = 6.0  # between what is reserved for a leading word and what follows, in design pixels
MOST_TERMS = 30  # that could ever fit on a line


class Term(NamedTuple):
    """What is added: the factors of a product, or one number, and the sign before it.

    `short` is the product as one number, with its sign, for where there is no room for factors.
    """

    factors: Sequence[Word]
    sign: Word = ("+", "muted")
    times: str = " · "
    short: tuple[Word, Word] | None = None

    @property
    def shortened(self) -> "Term":
        """The term without its factors."""
        if self.short is None:
            return self
        before, number = self.short
        return Term([number], before)


def role_of(value: float, role: str = "y") -> str:
    """Return the role of a number, unless it is negative: then it has that colour."""
    return "negative" if value < 0 else role


def product(one: float, other: float, roles: tuple[str, str] = ("h", "x")) -> Term:
    """Return a product of two factors; where there is no room for these, it is one number."""
    value = one * other
    short = (sign(value), role_of(value)), (shortest(abs(value)), role_of(value))
    return Term([(factor(one), roles[0]), (factor(other), roles[1])], short=short)


def added(terms: Sequence[Term]) -> list[Word]:
    """Return the words of terms that are added, without a plus before the first."""
    words: list[Word] = []
    for term in terms:
        before, role = term.sign
        if words:
            words.append((f"  {before}  ", role))
        elif before != "+":
            words.append(term.sign)
        for count, word in enumerate(term.factors):
            words += [(term.times, "muted"), word] if count else [word]
    return words


def elided(terms: Sequence[Term], first: int, unseen: int = 0) -> list[Word]:
    """Return the words of so many first terms and the last one, and how many there are between.

    Of these, some may be `unseen`, which are not among the terms.
    """
    missing = len(terms) - first - 1 + unseen
    gap = Term([("…", "muted")]), Term([(f"{missing} terms", "muted")]), Term([("…", "muted")])
    return added([*terms[:first], *gap, terms[-1]])


def versions(terms: Sequence[Term], unseen: int = 0) -> Iterator[list[Word]]:
    """Yield the words of a sum, shorter from one to the next; the last are but a count.

    Terms that are `unseen` are left out before the last one.
    """
    short = [term.shortened for term in terms]
    if len(terms) + unseen <= MOST_TERMS:
        yield added(terms)
        if any(term.short for term in terms):
            yield added(short)
    for first in range(min(MOST_TERMS, len(terms) + unseen - 3, len(terms) - 1), 0, -1):
        yield elided(short, first, unseen)
    if terms:
        yield [(f"{len(terms) + unseen} terms", "muted")]


def length(words: Sequence[Word]) -> float:
    """Return how long a line of words is, in design pixels."""
    return sum(_width(wording) for wording, _ in words)


def _width(wording: str) -> float:
    return math_width(wording, SUM)


def summed(
    name: Sequence[Word], middle: Sequence[Word], total: Word, equals: str = "  =  "
) -> list[Word]:
    """Return the words of a whole sum, of which the middle is what is added."""
    return [*name, *middle, (equals, "muted"), total] if middle else [*name, total]


def shown(
    name: Sequence[Word],
    terms: Sequence[Term],
    total: Word,
    equals: str = "  =  ",
    unseen: int = 0,
) -> Iterator[Sequence[Word]]:
    """Yield the words of a whole sum, ever shorter; without terms only the total."""
    for middle in versions(terms, unseen) if terms else iter([[]]):
        yield summed(name, middle, total, equals)


def most_lines(width: float) -> int:
    """Return in how many lines a line of the usual canvas is broken on one so wide."""
    return ceil(USUAL / max(width - LEFT - RIGHT, 1.0))


class Setting(NamedTuple):
    """Words in lines: where each begins, its line, what it says there, and the longest's end."""

    words: Sequence[tuple[float, int, Word]]
    end: float

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return 1 + max((line for _, line, _ in self.words), default=0)


class Typesetter:
    """Sets words one after the other, in so many lines at most that end in a `room`.

    `reserved` is the room of each of the leading words. Lines after the first begin under the last
    of these.
    """

    def __init__(
        self,
        room: float,
        lines: int = 1,
        reserved: Sequence[float] = (),
        width: Callable[[str], float] | None = None,
    ) -> None:
        self._room, self._lines, self._reserved = room, lines, reserved
        self._width = width or _width
        self._indent = LEFT + sum(reserved[:-1])

    def first(self, candidates: Iterable[Sequence[Word]]) -> Setting:
        """Set the first of these that fits or, if none does, the last."""
        setting = Setting([], LEFT)
        for words in candidates:
            setting = self.set(words)
            if setting.end <= self._room and setting.lines <= self._lines:
                break
        return setting

    def set(self, words: Sequence[Word]) -> Setting:
        """Set words, beyond the room if there is no other way."""
        widths = [self._width(wording) for wording, _ in words]
        for number, reserved in enumerate(self._reserved[: len(words)]):
            widths[number] = max(widths[number], reserved)
        starts = [n for n, (wording, _) in enumerate(words) if wording.startswith(BREAK)]
        x, line, end, placed = LEFT, 0, LEFT, []
        for number, (wording, role) in enumerate(words):
            if number in starts and self._lines > 1:
                stop = next((n for n in starts if n > number), len(words))
                if x > self._indent and x + sum(widths[number:stop]) > self._room:
                    x, line, wording = self._indent, line + 1, wording.lstrip()
                    widths[number] = self._width(wording)
            placed.append((x, line, (wording, role)))
            x += widths[number]
            end = max(end, x)
        return Setting(placed, end)


class SumLine:
    """A line of coloured words, or a few, each word set right after the one before.

    The sum is shortened so that the line never leaves the stage, and its total never lost: first
    products become numbers, then the middle is left out. `room` is where the line must end, in
    design pixels, by default near the stage's right edge. `reserved` are all that the leading words
    can say, one sequence for each, so that what follows does not shift when they change. There are
    at most so many `lines`. `starts` is where the words begin, and where the last one ends.
    """

    def __init__(
        self,
        stage: Stage,
        reserved: Sequence[Sequence[str]] = (),
        room: float | None = None,
        lines: int = 1,
    ) -> None:
        self._stage, self._top = stage, stage.height / 2 - 7 + PITCH * (lines - 1) / 2
        self._labels: list[Label] = [stage.label(SUM, "ink") for _ in range(4 * MOST_TERMS + 12)]
        self._widths: dict[str, float] = {}
        self.starts: list[float] = []
        kept = [SPACE + max(map(self._width, wordings)) for wordings in reserved]
        self._typesetter = Typesetter(room or stage.width - RIGHT, lines, kept, self._width)

    def show(
        self,
        name: Sequence[Word],
        terms: Sequence[Term],
        total: Word,
        equals: str = "  =  ",
        unseen: int = 0,
        awaited: bool = False,
    ) -> None:
        """Write a sum after its name; without terms only the total.

        So many terms that no line can hold may be `unseen`, before the last one. The place of a
        total that is still `awaited` stays free.
        """
        self.write_first(shown(name, terms, total, equals, unseen))
        if awaited:
            self._labels[len(self.starts) - 2].set_visible(False)

    def write_first(self, candidates: Iterable[Sequence[Word]]) -> None:
        """Write the first of these lines that fits or, if none does, the last."""
        self._put(self._typesetter.first(candidates))

    def write(self, words: Sequence[Word]) -> None:
        """Write the words from the panel's left edge."""
        self._put(self._typesetter.set(words))

    def _put(self, setting: Setting) -> None:
        words = setting.words
        self.starts = [*(x for x, _, _ in words), setting.end]
        for label, (x, line, (wording, role)) in zip(self._labels, words, strict=False):
            label.set(visible=True, text=wording, color=self._stage.theme.color(role))
            label.set_position((x, self._top - PITCH * line))
        for label in self._labels[len(words) :]:
            label.set_visible(False)

    def _width(self, wording: str) -> float:
        if wording not in self._widths:
            self._widths[wording] = self._stage.measure(self._labels[-1], wording)
        return self._widths[wording]
