"""How large the output is: the formula, and the same with its numbers, along each axis."""

from dataclasses import dataclass

from animations.rendering.animation import Update
from animations.rendering.drawing.formula import write_formula
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.stage import Stage
from animations.rendering.scan import Scan
from animations.rendering.spread import Spread
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT

AXES = ("rows", "columns")
# How far right the numbers stand, and how large formula and numbers are, by the letters they have.
ROOM = ((0.69, FORMULA, LABEL), (0.69, FORMULA, LABEL), (0.6, FORMULA, LABEL), (0.54, NOTE, NOTE))
PLUS, MINUS = r"{}\,+\,{}", r"{}\,-\,{}"  # at the end of an atom, mathtext sees no operator


@dataclass(frozen=True)
class SizePanel:
    """The size o of an output from the sizes i of its input and k of its kernel.

    Only what plays a part is in the formula: of padding p, stride s and dilation d those that do
    something.

    Attributes
    ----------
    scan : Scan or Spread
        Of two dimensions.
    """

    scan: Scan | Spread
    height: float = 98
    rigid: bool = True

    def build(self, stage: Stage) -> Update:
        """Write everything; nothing moves."""
        scan = self.scan
        letters = size(scan, "o", "i", "k", "p", "s", "d")
        share, large, small = ROOM[self._count()]
        write_formula(stage, LEFT, 38, letters, large)
        for axis, name in enumerate(AXES):
            x, y = share * stage.width, 54 - 34 * axis
            stage.text(x, y, name, NOTE, "muted", fontfamily=PROSE_FONT, ha="right")
            numbers = [grid.shape[axis] for grid in (scan.y, scan.x, scan.w)]
            if isinstance(scan, Spread):
                numbers += [0, scan.stride[axis], 1]
            else:
                numbers += [of[axis] for of in (scan.padding, scan.stride, scan.dilation)]
            sides = size(scan, *map(str, numbers)).split(" = ")
            write_formula(stage, x + 16, y, r"\;= ".join(reversed(sides)), small)
        return lambda frame: None

    def _count(self) -> int:
        """Return how many of padding, stride and dilation are in the formula."""
        if isinstance(self.scan, Spread):
            return 1
        scan = self.scan
        return sum((max(scan.padding) > 0, max(scan.stride) > 1, max(scan.dilation) > 1))


def size(scan: Scan | Spread, o: str, i: str, k: str, p: str, s: str, d: str) -> str:
    """Return the formula of the size, with these for its letters."""
    o, i, k = (rf"\textcolor{{{role}}}{{{n}}}" for role, n in (("y", o), ("x", i), ("h", k)))
    times = "" if d.isalpha() else r" \cdot "
    if isinstance(scan, Spread):
        return rf"{o} = {s}{times}({i}{MINUS}1){PLUS}{k}"
    strided, dilated = max(scan.stride) > 1, max(scan.dilation) > 1
    room = i + (f"{PLUS}2{times}{p}" if max(scan.padding) else "")
    room += f"{MINUS}{d}{times}({k}{MINUS}1)" if dilated else f"{MINUS}{k}"
    if strided:
        one = f"{MINUS}1" if dilated else ""
        return rf"{o} = \lfloor({room}{one}) / {s}\rfloor{PLUS}1"
    return f"{o} = {room}" + ("" if dilated else f"{PLUS}1")
