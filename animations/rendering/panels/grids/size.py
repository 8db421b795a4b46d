"""How large the output is: along each axis, the numbers that this follows from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product
from typing import Any

from matplotlib.font_manager import FontProperties

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import formula_width
from animations.rendering.drawing.label import Label, width
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.kinds import one_of
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT, TICK
from animations.rendering.timeline import Frame
from signals import LayerSteps, TransposedSteps

AXES = {1: ("",), 2: ("rows", "columns"), 3: ("slices", "rows", "columns")}
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
TYPES = LABEL, NOTE, TICK  # of the numbers, as large as there is room for
LEAD, ROUNDED = "size of", "⌊ ⌋: rounded down"  # over the axes' names, and beside the headings
NAMED, APART = 26.0, 14.0  # from axes' names to their numbers, and between two headings, at least
LOOSE = {"=": 8.0, "+": 7.0, "-": 7.0, r"\cdot": 4.0, "/": 2.0}  # what signs keep free around them
TIGHT = 0.8
CLEAR = 7.0  # from the middle of a column to a heading between it and its own

Layer = LayerSteps | TransposedSteps


@dataclass(frozen=True)
class SizePanel(Panel):
    """The size of an output from the sizes of its input and its weights, along each axis.

    Only what plays a part is in the formula: of padding, stride and dilation those that do
    something. Words say what the numbers under them are. Before the first step, when a figure only
    prepares for its layer, they are those without padding and dilation.

    Attributes
    ----------
    layer : LayerSteps or TransposedSteps
        Whose output it is.
    words : sequence of (float, str)
        From which t on to say what, in ascending order: in one or two lines, beside the numbers of
        two axes where there is room, or under them.
    """

    layer: Layer
    words: Sequence[tuple[float, str]] = ()

    def __post_init__(self) -> None:
        one_of(self, "layer", LayerSteps, TransposedSteps)

    def room(self, view: View) -> Room:
        """Return the room of its lines."""
        return line(self._table(view.width).height)

    def build(self, stage: Stage) -> Update:
        """Write the formula; return what shows its numbers and says the words."""
        table = self._table(stage.width)
        start, tokens = table.start, table.tokens
        top = stage.height - OVER
        level = top - LOWER * (len(table.headings) - 1)
        levels = [level - HEADED - PITCH * axis for axis in range(len(table.names))]
        prose: dict[str, Any] = {"fontfamily": PROSE_FONT}
        stage.text(LEFT, top, LEAD, NOTE, "muted", **prose)
        for row, headed in enumerate(table.headings):
            for n in headed:
                role, heading = LETTERS[tokens[n]]
                at = start + table.middles[n], top - LOWER * row
                stage.text(*at, heading, NOTE, role, ha="center", **prose)
        right = stage.width - RIGHT
        if r"\lfloor" in tokens and _prose(ROUNDED) <= table.free:
            stage.text(right, top, ROUNDED, NOTE, "muted", ha="right", **prose)
        numbers: list[tuple[Label, str, str]] = []
        for name, y, before, after in zip(
            table.names, levels, self._rows(True), self._rows(False), strict=True
        ):
            stage.text(LEFT, y, name, NOTE, "muted", **prose)
            for middle, token, old, new in zip(table.middles, tokens, before, after, strict=True):
                role, _ = LETTERS.get(token, ("ink", ""))
                at = start + middle, y
                numbers.append((stage.label(table.size, role, at, ha="center"), old, new))
        if table.under:
            places = [(LEFT, levels[-1] - AFTER - SAID * (n + 1)) for n in range(table.under)]
        else:
            places = [(right, y) for y in levels]
        ha = "left" if table.under else "right"
        said = [stage.label(NOTE, "muted", at, ha=ha, **prose) for at in places]

        def show(frame: Frame) -> None:
            for label, before, after in numbers:
                label.set_text(f"${before if frame.t < 0 else after}$")
            words = next((text for t, text in self.words[::-1] if frame.t >= t), "")
            lines = table.lines(words, len(said))
            lines += [""] * (len(said) - len(lines))
            for label, text in zip(said, lines, strict=True):
                label.set_text(text)

        return show

    def _rows(self, plain: bool) -> list[list[str]]:
        """Return the formulas of all axes."""
        return [self._numbers(n, plain) for n in range(self.layer.x.ndim)]

    def _table(self, width: float) -> "_Table":
        """Return how the formulas stand on a stage of this width."""
        rows = [*self._rows(True), *self._rows(False)]
        return _Table(size(self.layer), rows, AXES[self.layer.x.ndim], self.words, width)

    def _numbers(self, axis: int, plain: bool) -> list[str]:
        """Return the formula with the numbers of an axis, without padding and dilation if plain."""
        layer = self.layer
        grids = layer.y, layer.x, layer.w
        sides = {name: each.shape[axis] for name, each in zip("oik", grids, strict=True)}
        settings = zip("psd", (layer.padding, layer.stride, layer.dilation), strict=True)
        sides |= {name: setting[axis] for name, setting in settings}
        usual = layer.plain if plain and isinstance(layer, LayerSteps) else None
        if usual:
            sides |= {"p": 0, "d": 1, "o": usual.y.shape[axis]}
        return [str(sides.get(token, token)) for token in size(layer)]


def size(layer: Layer) -> list[str]:
    """Return the formula of the size as letters, numbers and signs in mathtext."""
    if isinstance(layer, TransposedSteps):
        return [r"o", r"=", r"s", r"\cdot", r"(", r"i", r"-", r"1", r")", r"+", r"k"]
    strided, dilated = "stride" in layer.unusual, "dilation" in layer.unusual
    room = "i" + (r" + 2 \cdot p" if "padding" in layer.unusual else "")
    room += r" - d \cdot ( k - 1 )" if dilated else " - k"
    if strided:
        one = " - 1" if dilated else ""
        return rf"o = \lfloor ( {room}{one} ) / s \rfloor + 1".split()
    return f"o = {room}".split() + ([] if dilated else ["+", "1"])


class _Table:
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
    ) -> None:
        self.tokens, self.names, self._wide = tokens, names, width - LEFT - RIGHT / 2
        self.start = LEFT + max(_prose(name) for name in (LEAD, *names)) + NAMED
        headed = [n for n, token in enumerate(tokens) if token in LETTERS]
        stop = 0.0
        for self.headings, self.size in product(([headed], [headed[::2], headed[1::2]]), TYPES):
            self.middles, stop = _columns(tokens, rows, self.size, self.headings)
            ends = [self.middles[n] + _prose(LETTERS[tokens[n]][1]) / 2 for n in headed]
            stop = self.start + max(stop, *ends)
            if stop <= width - RIGHT / 2:
                break
        else:
            raise ValueError(
                "there is no room for the size of the output: the figure must be at least "
                f"{stop + RIGHT / 2:.0f} pixels wide"
            )
        self.free = width - RIGHT - stop - NAMED
        texts = [text for _, text in words]
        self.under = 0
        beside = all(max(map(_prose, self.lines(text, len(names)))) <= self.free for text in texts)
        if not beside:
            self.under = max(len(self._below(text)) for text in texts)

    @property
    def height(self) -> float:
        """How high all of it is."""
        lines = LOWER * (len(self.headings) - 1) + PITCH * (len(self.names) - 1)
        said = AFTER + SAID * self.under if self.under else 0.0
        return OVER + HEADED + lines + UNDER + said

    def lines(self, text: str, count: int) -> list[str]:
        """Return words in as many lines as they have beside the numbers, or under them."""
        return self._below(text) if self.under else text.split("\n", count - 1)

    def _below(self, text: str) -> list[str]:
        """Return words in one line if that is wide enough, or in two; or none if these are not."""
        for lines in ([text.replace("\n", " ")], text.split("\n")):
            if max(map(_prose, lines)) <= self._wide:
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
    wide = [max(formula_width(row[n], size_of_type) for row in rows) for n in range(len(tokens))]
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
    x = max(0.0, _prose(LETTERS[tokens[0]][1]) / 2 - free[0] - wide[0] / 2)
    middles = []
    for side, around in zip(wide, free, strict=True):
        middles.append(x + around + side / 2)
        x += side + 2 * around
    return middles, x


def _distances(
    tokens: Sequence[str], headings: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int, float]]:
    """Yield how far apart the columns under headings must be."""
    words = {n: _prose(LETTERS[tokens[n]][1]) for n in chain(*headings)}
    lowest = {*headings[-1]} if len(headings) > 1 else set()
    for one, other in pairwise(sorted(words)) if lowest else ():
        yield one, other, words[one if one in lowest else other] / 2 + CLEAR
    for level in headings:
        for one, other in pairwise(level):
            yield one, other, sum([words[one], words[other]]) / 2 + APART


def _prose(wording: str) -> float:
    return width(wording, FontProperties(family=PROSE_FONT, size=NOTE), DESIGN_DPI)
