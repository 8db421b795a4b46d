"""How large the output is: the formula, and the same with its numbers, along each axis."""

from dataclasses import dataclass

from animations.rendering.animation import Show
from animations.rendering.formula import write_formula
from animations.rendering.plane import LEFT
from animations.rendering.scan import Scan
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
    scan : Scan
        Of two dimensions.
    """

    scan: Scan
    height: float = 98
    rigid: bool = True

    def build(self, stage: Stage) -> Show:
        """Write everything; nothing moves."""
        scan = self.scan
        write_formula(stage, LEFT, 38, self._formula("o", "i", "k", "p", "s", "d"), FORMULA)
        for axis, name in enumerate(AXES):
            x, y = 0.69 * stage.width, 54 - 34 * axis
            stage.text(x, y, name, NOTE, "muted", fontfamily=PROSE_FONT, ha="right")
            numbers = (grid.shape[axis] for grid in (scan.y, scan.x, scan.w))
            moves = (of[axis] for of in (scan.padding, scan.stride, scan.dilation))
            sides = self._formula(*map(str, numbers), *map(str, moves)).split(" = ")
            write_formula(stage, x + 16, y, r"\;= ".join(reversed(sides)), LABEL)
        return lambda frame: None

    def _formula(self, o: str, i: str, k: str, p: str, s: str, d: str) -> str:
        """Return the formula with these for its letters."""
        scan = self.scan
        strided, dilated = max(scan.stride) > 1, max(scan.dilation) > 1
        times = "" if d.isalpha() else r" \cdot "
        size, kernel = rf"\textcolor{{x}}{{{i}}}", rf"\textcolor{{h}}{{{k}}}"
        if max(scan.padding):
            size += rf"{PLUS}2{times}{p}"
        size += rf"{MINUS}{d}{times}({kernel}{MINUS}1)" if dilated else f"{MINUS}{kernel}"
        if strided:
            one = f"{MINUS}1" if dilated else ""
            size = rf"\lfloor({size}{one}) / {s}\rfloor{PLUS}1"
        elif not dilated:
            size += f"{PLUS}1"
        return rf"\textcolor{{y}}{{{o}}} = {size}"
