"""The numbers of formulas in columns under headings, with words beside or under them."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, product

from matplotlib.font_manager import FontProperties

from animations.rendering.drawing.formula import formula_width
from animations.rendering.drawing.label import width
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import DESIGN_DPI
from animations.rendering.panels.grids.arrangement import even
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT, TICK

LETTERS = {
    "o": ("y", "output"),
    "i": ("x", "input"),
    "k": ("h", "weights"),
    "p": ("ink", "padding"),
    "s": ("ink", "stride"),
    "d": ("ink", "dilation"),
}
"""What stands for a number in a formula: the role that colours it, and what it is."""
OVER, HEADED, PITCH, UNDER = 34.0, 31.0, 28.0, 10.0  # over, between and under lines, in pixels
LOWER, SAID = 23.0, 25.0  # from headings down to others under them, and from line to line of words
AFTER = 4.0  # and more from numbers down to words
LEAD = "size of"  # over the axes' names
TYPES = LABEL, NOTE, TICK  # of the numbers, as large as there is room for
NAMED, APART = 26.0, 14.0  # from axes' names to their numbers, and between two headings, at least
LOOSE = {"=": 8.0, "+": 7.0, "-": 7.0, r"\cdot": 4.0, "/": 2.0}  # what signs keep free around them
TIGHT = 0.8
CLEAR = 7.0  # from the middle of a column to a heading between it and its own


def tables_of(
    tokens: Sequence[str],
    rows: Sequence[Sequence[str]],
    names: Sequence[str],
    words: Sequence[tuple[float, str]],
    stage_width: float,
) -> "list[SizeTable]":
    """Return a table or, of formulas that are too long for one, two: broken before a sign.

    `tokens` are a formula with letters, and `rows` formulas with all numbers that will stand in
    their place. `names` are those of the axes, and `words` what will be said, from which t on.

    Raises
    ------
    ValueError
        If there is no room for them.
    """
    whole = SizeTable(tokens, rows, names, words, stage_width)
    if whole.fits:
        return [whole]
    best = [whole]
    for n in (n for n, token in enumerate(tokens) if token in ("+", "-")):
        parts: list[tuple[slice, Sequence[tuple[float, str]]]] = [
            (slice(n), ()), (slice(n, None), words)
        ]  # fmt: skip
        if all(LETTERS.keys() & {*tokens[part]} for part, _ in parts):
            broken = [
                SizeTable(tokens[part], [row[part] for row in rows], names, said, stage_width)
                for part, said in parts
            ]
            best = min(best, broken, key=lambda tables: max(part.stop for part in tables))
    if not all(part.fits for part in best):
        needed = max(part.stop for part in best) + RIGHT / 2
        raise ValueError(
            "there is no room for the size of the output: the figure must be at least "
            f"{even(needed)} pixels wide, and is {stage_width:.0f}"
        )
    smallest = min(table.size for table in best)
    return [table if table.size == smallest else table.set_in(smallest) for table in best]


class SizeTable:
    """The numbers of formulas in columns under headings, in type as large as there is room for.

    Headings that would touch each other stand on two levels. Words stand beside the numbers or,
    where they don't fit there, in lines under them.
    """

    def __init__(
        self,
        tokens: Sequence[str],
        rows: Sequence[Sequence[str]],
        names: Sequence[str],
        words: Sequence[tuple[float, str]],
        width: float,
        types: Sequence[float] = TYPES,
    ) -> None:
        self._given = tokens, rows, names, words, width
        self.tokens, self.names, self._wide = tokens, names, width - LEFT - RIGHT / 2
        self.start = LEFT + max(prose_width(name) for name in (LEAD, *names)) + NAMED
        headed = [n for n, token in enumerate(tokens) if token in LETTERS]
        for self.headings, self.size in product(([headed], [headed[::2], headed[1::2]]), types):
            self.middles, stop = _columns(tokens, rows, self.size, self.headings)
            ends = [self.middles[n] + prose_width(LETTERS[tokens[n]][1]) / 2 for n in headed]
            self.stop = self.start + max(stop, *ends)
            self.fits = self.stop <= width - RIGHT / 2
            if self.fits:
                break
        self.free = width - RIGHT - self.stop - NAMED
        texts = [text for _, text in words]
        self.under = 0
        beside = all(
            max(map(prose_width, self.lines(text, len(names)))) <= self.free for text in texts
        )
        if not beside:
            self.under = max(len(self._below(text)) for text in texts)

    def set_in(self, size: float) -> "SizeTable":
        """Return the same in type of this size."""
        return SizeTable(*self._given, types=[size])

    @property
    def height(self) -> float:
        """How high all of it is."""
        lines = LOWER * (len(self.headings) - 1) + PITCH * (len(self.names) - 1)
        said = AFTER + SAID * self.under if self.under else 0.0
        return OVER + HEADED + lines + UNDER + said

    def levels(self, top: float) -> list[float]:
        """Return the baselines of the axes' numbers in a table from the top down."""
        level = top - OVER - LOWER * (len(self.headings) - 1) - HEADED
        return [level - PITCH * axis for axis in range(len(self.names))]

    def said(self, top: float) -> list[float]:
        """Return the baselines of words under them."""
        last = self.levels(top)[-1]
        return [last - AFTER - SAID * (n + 1) for n in range(self.under)]

    def lines(self, text: str, count: int) -> list[str]:
        """Return words in as many lines as they have beside the numbers, or under them."""
        return self._below(text) if self.under else text.split("\n", count - 1)

    def _below(self, text: str) -> list[str]:
        """Return words in one line if that is wide enough, or in two; or none if these are not."""
        for lines in ([text.replace("\n", " ")], text.split("\n")):
            if max(map(prose_width, lines)) <= self._wide:
                return lines
        return []


def _columns(
    tokens: Sequence[str],
    rows: Sequence[Sequence[str]],
    size_of_type: float,
    headings: Sequence[Sequence[int]],
) -> tuple[list[float], float]:
    """Return the middles of the columns in which numbers and signs stand, and where they end.

    A column is as wide as what stands in it; signs give way until headings keep apart, too. These
    are given by their columns, level by level.
    """
    wide = [max(_width(row[n], size_of_type) for row in rows) for n in range(len(tokens))]
    free = [LOOSE.get(token, TIGHT) * size_of_type / FORMULA for token in tokens]
    for one, other, least in _distances(tokens, headings):
        between = range(one + 1, other)
        apart = sum(wide[n] + 2 * free[n] for n in between)
        apart += (wide[one] + wide[other]) / 2 + free[one] + free[other]
        signs = [n for n in between if tokens[n] in LOOSE]
        missing = least - apart
        for n in signs if missing > 0 else ():
            free[n] += missing / (2 * len(signs))
    # The first heading begins where its column does.
    first = LETTERS.get(tokens[0], ("", ""))[1]
    x = max(0.0, prose_width(first) / 2 - free[0] - wide[0] / 2)
    middles = []
    for side, around in zip(wide, free, strict=True):
        middles.append(x + around + side / 2)
        x += side + 2 * around
    return middles, x


def _distances(
    tokens: Sequence[str], headings: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int, float]]:
    """Yield how far apart the columns under headings must be."""
    words = {n: prose_width(LETTERS[tokens[n]][1]) for n in chain(*headings)}
    lowest = {*headings[-1]} if len(headings) > 1 else set()
    for one, other in pairwise(sorted(words)) if lowest else ():
        yield one, other, words[one if one in lowest else other] / 2 + CLEAR
    for level in headings:
        for one, other in pairwise(level):
            yield one, other, sum([words[one], words[other]]) / 2 + APART


@cache
def _width(wording: str, size_of_type: float) -> float:
    """Return how wide a letter, a number or a sign is; mathtext takes its time."""
    return formula_width(wording, size_of_type)


def prose_width(wording: str) -> float:
    """Return how wide words are, in design pixels."""
    return width(wording, FontProperties(family=PROSE_FONT, size=NOTE), DESIGN_DPI)
