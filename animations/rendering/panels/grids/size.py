"""How large the output is: the formula, and the same with its numbers, along each axis."""

from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import write_formula
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import one_of
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT
from signals import LayerSteps, TransposedSteps

AXES = ("rows", "columns")
# How far right the numbers stand, and how large formula and numbers are, by the letters they have.
ROOM = ((0.69, FORMULA, LABEL), (0.69, FORMULA, LABEL), (0.6, FORMULA, LABEL), (0.54, NOTE, NOTE))
PLUS, MINUS = r"{}\,+\,{}", r"{}\,-\,{}"  # at the end of an atom, mathtext sees no operator

Layer = LayerSteps | TransposedSteps


@dataclass(frozen=True)
class SizePanel(Panel):
    """The size o of an output from the sizes i of its input and k of its kernel, along two axes.

    Only what plays a part is in the formula: of padding p, stride s and dilation d those that do
    something.
    """

    layer: Layer

    def __post_init__(self) -> None:
        one_of(self, "layer", LayerSteps, TransposedSteps)

    def subject(self) -> Subject:
        """Return that it stands beside what goes through all places."""
        return Subject(last=self.layer.last)

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(98)

    def build(self, stage: Stage) -> Update:
        """Write everything; nothing moves."""
        layer = self.layer
        letters = size(layer, "o", "i", "k", "p", "s", "d")
        share, large, small = ROOM[len(layer.unusual)]
        write_formula(stage, LEFT, 38, letters, large)
        for axis, name in enumerate(AXES):
            x, y = share * stage.width, 54 - 34 * axis
            stage.text(x, y, name, NOTE, "muted", fontfamily=PROSE_FONT, ha="right")
            numbers = [grid.shape[axis] for grid in (layer.y, layer.x, layer.w)]
            numbers += [of[axis] for of in (layer.padding, layer.stride, layer.dilation)]
            sides = size(layer, *map(str, numbers)).split(" = ")
            write_formula(stage, x + 16, y, r"\;= ".join(reversed(sides)), small)
        return lambda frame: None


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
