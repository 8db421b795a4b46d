"""How large the output is: the formula, and the same with its numbers, along each axis."""

from dataclasses import dataclass

from animations.rendering.animation import Show
from animations.rendering.formula import write_formula
from animations.rendering.plane import LEFT
from animations.rendering.scan import Scan
from animations.rendering.spread import Spread
from animations.rendering.stage import Stage
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT

AXES = ("rows", "columns")
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

    def build(self, stage: Stage) -> Show:
        """Write everything; nothing moves."""
        scan = self.scan
        write_formula(stage, LEFT, 38, size(scan, "o", "i", "k", "p", "s", "d"), FORMULA)
        for axis, name in enumerate(AXES):
            x, y = 0.69 * stage.width, 54 - 34 * axis
            stage.text(x, y, name, NOTE, "muted", fontfamily=PROSE_FONT, ha="right")
            numbers = [grid.shape[axis] for grid in (scan.y, scan.x, scan.w)]
            if isinstance(scan, Spread):
                numbers += [0, scan.stride[axis], 1]
            else:
                numbers += [of[axis] for of in (scan.padding, scan.stride, scan.dilation)]
            sides = size(scan, *map(str, numbers)).split(" = ")
            write_formula(stage, x + 16, y, r"\;= ".join(reversed(sides)), LABEL)
        return lambda frame: None


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
