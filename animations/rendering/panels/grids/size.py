"""How large the output is: the formula, and the same with its numbers, along each axis."""

from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.kinds import one_of
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT, TICK
from signals import LayerSteps, TransposedSteps

NAMES = {1: ("",), 2: ("rows", "columns"), 3: ("slices", "rows", "columns")}
# How far right the numbers stand, by the letters that formulas have: further left if they must.
SHARES = (0.69, 0.69, 0.6, 0.54)
MEDIUM = 14.0  # points, between those of notes and of ticks
TYPES = ((FORMULA, LABEL), (NOTE, NOTE), (MEDIUM, MEDIUM), (TICK, TICK))  # formula and numbers
HEIGHT, MIDDLE = 98.0, 37.0  # of the panel, and of the baselines in it, in design pixels
PITCH, CLOSE = 34.0, 28.0  # from one line of numbers to the next: of two, and of three
INDENT, APART = 16.0, 16.0  # from a name to its numbers, and from the formula to the names
NAMED = 92.0  # how wide the widest name is
PLUS, MINUS = r"{}\,+\,{}", r"{}\,-\,{}"  # at the end of an atom, mathtext sees no operator

Layer = LayerSteps | TransposedSteps


@dataclass(frozen=True)
class SizePanel(Panel):
    """The size o of an output from the sizes i of its input and k of its kernel, along each axis.

    Only what plays a part is in the formula: of padding p, stride s and dilation d those that do
    something.
    """

    layer: Layer

    def __post_init__(self) -> None:
        one_of(self, "layer", LayerSteps, TransposedSteps)

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Write everything; nothing moves."""
        layer = self.layer
        letters = size(layer, "o", "i", "k", "p", "s", "d")
        names = NAMES[layer.x.ndim]
        numbers = [self._numbers(axis) for axis in range(layer.x.ndim)]
        x, large, small = self._fit(stage, letters, numbers)
        write_formula(stage, LEFT, MIDDLE + 1, letters, large)
        pitch = PITCH if len(names) < 3 else CLOSE
        for axis, (name, wording) in enumerate(zip(names, numbers, strict=True)):
            y = MIDDLE + pitch * ((len(names) - 1) / 2 - axis)
            stage.text(x, y, name, NOTE, "muted", fontfamily=PROSE_FONT, ha="right")
            write_formula(stage, x + INDENT, y, wording, small)
        return lambda frame: None

    def _numbers(self, axis: int) -> str:
        """Return the formula with the numbers of an axis, and the size it gives at the end."""
        layer = self.layer
        numbers = [grid.shape[axis] for grid in (layer.y, layer.x, layer.w)]
        numbers += [of[axis] for of in (layer.padding, layer.stride, layer.dilation)]
        sides = size(layer, *map(str, numbers)).split(" = ")
        return r"\;= ".join(reversed(sides))

    def _fit(self, stage: Stage, letters: str, numbers: list[str]) -> tuple[float, float, float]:
        """Return where names end, and the sizes of type with which all stand on the stage."""
        count = len(self.layer.unusual)
        x, large, small = 0.0, *TYPES[-1]
        for large, small in TYPES[count == len(SHARES) - 1 :]:
            longest = max(formula_width(each, small) for each in numbers)
            x = min(SHARES[count] * stage.width, stage.width - RIGHT / 2 - longest - INDENT)
            if LEFT + formula_width(letters, large) + APART + NAMED <= x:
                break
        return x, large, small


def size(layer: Layer, o: str, i: str, k: str, p: str, s: str, d: str) -> str:
    """Return the formula of the size, with these for its letters."""
    o, i, k = (rf"\textcolor{{{role}}}{{{n}}}" for role, n in (("y", o), ("x", i), ("h", k)))
    times = "" if d.isalpha() else r" \cdot "
    if isinstance(layer, TransposedSteps):
        return rf"{o} = {s}{times}({i}{MINUS}1){PLUS}{k}"
    strided, dilated = "stride" in layer.unusual, "dilation" in layer.unusual
    room = i + (f"{PLUS}2{times}{p}" if "padding" in layer.unusual else "")
    room += f"{MINUS}{d}{times}({k}{MINUS}1)" if dilated else f"{MINUS}{k}"
    if strided:
        one = f"{MINUS}1" if dilated else ""
        return rf"{o} = \lfloor({room}{one}) / {s}\rfloor{PLUS}1"
    return f"{o} = {room}" + ("" if dilated else f"{PLUS}1")
