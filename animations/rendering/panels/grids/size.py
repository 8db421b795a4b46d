"""How large the output is: the formula, what its letters mean, and its numbers along each axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.font_manager import FontProperties

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import formula_width
from animations.rendering.drawing.label import width
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
"""The letters of a formula: the roles that colour them, and what they mean."""
OVER, HEADED, PITCH, UNDER = 23.0, 30.0, 27.0, 5.0  # over, between and under the lines, in pixels
MEDIUM = 14.0  # points, between those of notes and of ticks
TYPES = ((FORMULA, LABEL), (NOTE, NOTE), (MEDIUM, MEDIUM), (TICK, TICK))  # letters and numbers
NAMED, APART = 22.0, 12.0  # from axes' names to their numbers, and between two headings, at least
LOOSE = {"=": 8.0, "+": 7.0, "-": 7.0, r"\cdot": 4.0, "/": 2.0}  # what signs keep free around them
TIGHT = 0.8

Layer = LayerSteps | TransposedSteps


@dataclass(frozen=True)
class SizePanel(Panel):
    """The size o of an output from the sizes i of its input and k of its weights, along each axis.

    Only what plays a part is in the formula: of padding p, stride s and dilation d those that do
    something. The numbers stand under their letters. They are not there before the first step,
    when a figure only prepares for its layer.

    Attributes
    ----------
    layer : LayerSteps or TransposedSteps
        Whose output it is.
    words : sequence of (float, str)
        From which t on to say what beside it, in ascending order, where there is room.
    """

    layer: Layer
    words: Sequence[tuple[float, str]] = ()

    def __post_init__(self) -> None:
        one_of(self, "layer", LayerSteps, TransposedSteps)

    def room(self, view: View) -> Room:
        """Return the room of its lines."""
        return line(OVER + HEADED + PITCH * self.layer.x.ndim + UNDER)

    def build(self, stage: Stage) -> Update:
        """Write the formula; return what shows its numbers and says the words."""
        tokens, names = size(self.layer), AXES[self.layer.x.ndim]
        rows = [self._numbers(axis) for axis in range(len(names))]
        start = LEFT + max(_prose(name, NOTE) for name in names) + NAMED * (len(names) > 1)
        for types in TYPES:
            middles, stop = _columns(tokens, rows, types)
            if start + stop <= stage.width - RIGHT / 2:
                break
        places = [start + middle for middle in middles]
        level = stage.height - OVER
        for x, token in zip(places, tokens, strict=True):
            role, heading = LETTERS.get(token, ("ink", ""))
            stage.text(x, level - HEADED + 4, f"${token}$", types[0], role, ha="center")
            if heading:
                stage.text(x, level, heading, TICK, role, fontfamily=PROSE_FONT, ha="center")
        numbers = []
        for axis, (name, row) in enumerate(zip(names, rows, strict=True), 1):
            y = level - HEADED - PITCH * axis
            numbers.append(stage.label(NOTE, "muted", (LEFT, y), name, fontfamily=PROSE_FONT))
            for x, token, number in zip(places, tokens, row, strict=True):
                role, _ = LETTERS.get(token, ("ink", ""))
                numbers.append(stage.label(types[1], role, (x, y), f"${number}$", ha="center"))
        at = stage.width - RIGHT, level - HEADED + 4
        said = stage.label(NOTE, "muted", at, ha="right", fontfamily=PROSE_FONT)
        free = at[0] - start - stop - NAMED

        def show(frame: Frame) -> None:
            for each in numbers:
                each.set_visible(frame.t >= 0)
            words = next((text for t, text in self.words[::-1] if frame.t >= t), "")
            said.set_text(words if stage.measure(said, words) <= free else "")

        return show

    def _numbers(self, axis: int) -> list[str]:
        """Return the formula with the numbers of an axis."""
        layer = self.layer
        grids = layer.y, layer.x, layer.w
        sides = {name: each.shape[axis] for name, each in zip("oik", grids, strict=True)}
        settings = zip("psd", (layer.padding, layer.stride, layer.dilation), strict=True)
        sides |= {name: setting[axis] for name, setting in settings}
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
    tokens: Sequence[str], rows: Sequence[Sequence[str]], types: tuple[float, float]
) -> tuple[list[float], float]:
    """Return the middles of the columns in which letters and numbers stand, and where they end.

    A column is as wide as what stands in it; signs give way until headings keep apart, too.
    """
    letters, numbers = types
    wide = [
        max(formula_width(token, letters), *(formula_width(row[n], numbers) for row in rows))
        for n, token in enumerate(tokens)
    ]
    free = [LOOSE.get(token, TIGHT) * letters / FORMULA for token in tokens]
    headed = [n for n, token in enumerate(tokens) if token in LETTERS]
    for one, other in pairwise(headed):
        between = range(one + 1, other)
        apart = sum(wide[n] + 2 * free[n] for n in between)
        apart += (wide[one] + wide[other]) / 2 + free[one] + free[other]
        words = [_prose(LETTERS[tokens[n]][1], TICK) for n in (one, other)]
        signs = [n for n in between if tokens[n] in LOOSE]
        missing = sum(words) / 2 + APART - apart
        for n in signs if missing > 0 else ():
            free[n] += missing / (2 * len(signs))
    middles, x = [], 0.0
    for side, around in zip(wide, free, strict=True):
        middles.append(x + around + side / 2)
        x += side + 2 * around
    return middles, x


def _prose(wording: str, size: float) -> float:
    return width(wording, FontProperties(family=PROSE_FONT, size=size), DESIGN_DPI)
