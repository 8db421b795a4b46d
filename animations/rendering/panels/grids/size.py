"""How large the output is: along each axis, the numbers that this follows from."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
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
TYPES = LABEL, NOTE, TICK  # of the numbers, as large as there is room for
LEAD, ROUNDED = "size of", "⌊ ⌋: rounded down"  # over the axes' names, and beside the headings
NAMED, APART = 26.0, 14.0  # from axes' names to their numbers, and between two headings, at least
LOOSE = {"=": 8.0, "+": 7.0, "-": 7.0, r"\cdot": 4.0, "/": 2.0}  # what signs keep free around them
TIGHT = 0.8

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
        From which t on to say what beside it, in ascending order, where there is room: one line or,
        beside the numbers of two axes, two.
    """

    layer: Layer
    words: Sequence[tuple[float, str]] = ()

    def __post_init__(self) -> None:
        one_of(self, "layer", LayerSteps, TransposedSteps)

    def room(self, view: View) -> Room:
        """Return the room of its lines."""
        return line(OVER + HEADED + PITCH * (self.layer.x.ndim - 1) + UNDER)

    def build(self, stage: Stage) -> Update:
        """Write the formula; return what shows its numbers and says the words."""
        tokens, names = size(self.layer), AXES[self.layer.x.ndim]
        plain, rows = (
            [self._numbers(n, usual) for n in range(len(names))] for usual in (True, False)
        )
        start = LEFT + max(_prose(name) for name in (LEAD, *names)) + NAMED
        for size_of_type in TYPES:
            middles, stop = _columns(tokens, [*plain, *rows], size_of_type)
            if start + stop <= stage.width - RIGHT / 2:
                break
        level = stage.height - OVER
        levels = [level - HEADED - PITCH * axis for axis in range(len(names))]
        prose: dict[str, Any] = {"fontfamily": PROSE_FONT}
        stage.text(LEFT, level, LEAD, NOTE, "muted", **prose)
        stop += start
        for middle, token in zip(middles, tokens, strict=True):
            if token in LETTERS:
                role, heading = LETTERS[token]
                stage.text(start + middle, level, heading, NOTE, role, ha="center", **prose)
                stop = max(stop, start + middle + _prose(heading) / 2)
        right = stage.width - RIGHT
        free = right - stop - NAMED
        if r"\lfloor" in tokens and _prose(ROUNDED) <= free:
            stage.text(right, level, ROUNDED, NOTE, "muted", ha="right", **prose)
        numbers: list[tuple[Label, str, str]] = []
        for name, y, before, after in zip(names, levels, plain, rows, strict=True):
            stage.text(LEFT, y, name, NOTE, "muted", **prose)
            for middle, token, old, new in zip(middles, tokens, before, after, strict=True):
                role, _ = LETTERS.get(token, ("ink", ""))
                at = start + middle, y
                numbers.append((stage.label(size_of_type, role, at, ha="center"), old, new))
        said = [stage.label(NOTE, "muted", (right, y), ha="right", **prose) for y in levels]

        def show(frame: Frame) -> None:
            for label, before, after in numbers:
                label.set_text(f"${before if frame.t < 0 else after}$")
            words = next((text for t, text in self.words[::-1] if frame.t >= t), "")
            lines = words.split("\n", len(said) - 1)
            lines += [""] * (len(said) - len(lines))
            fit = max(map(_prose, lines)) <= free
            for label, text in zip(said, lines, strict=True):
                label.set_text(text if fit else "")

        return show

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


def _columns(
    tokens: Sequence[str], rows: Sequence[Sequence[str]], size_of_type: float
) -> tuple[list[float], float]:
    """Return the middles of the columns in which numbers and signs stand, and where they end.

    A column is as wide as what stands in it; signs give way until headings keep apart, too.
    """
    wide = [max(formula_width(row[n], size_of_type) for row in rows) for n in range(len(tokens))]
    free = [LOOSE.get(token, TIGHT) * size_of_type / FORMULA for token in tokens]
    headed = [n for n, token in enumerate(tokens) if token in LETTERS]
    for one, other in pairwise(headed):
        between = range(one + 1, other)
        apart = sum(wide[n] + 2 * free[n] for n in between)
        apart += (wide[one] + wide[other]) / 2 + free[one] + free[other]
        words = [_prose(LETTERS[tokens[n]][1]) for n in (one, other)]
        signs = [n for n in between if tokens[n] in LOOSE]
        missing = sum(words) / 2 + APART - apart
        for n in signs if missing > 0 else ():
            free[n] += missing / (2 * len(signs))
    # The first heading begins where its column does.
    x = max(0.0, _prose(LETTERS[tokens[0]][1]) / 2 - free[0] - wide[0] / 2)
    middles = []
    for side, around in zip(wide, free, strict=True):
        middles.append(x + around + side / 2)
        x += side + 2 * around
    return middles, x


def _prose(wording: str) -> float:
    return width(wording, FontProperties(family=PROSE_FONT, size=NOTE), DESIGN_DPI)
