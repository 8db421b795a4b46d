r"""Formulas in the colours of what they name: mathtext with ``\textcolor``."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.theme import DIGIT_FONT, MATH_FONT

# Mathtext knows no colours: a formula is cut where the colour changes, and at a big operator,
# whose limits would run into what follows it.
_ATOM = re.compile(
    r"\\textcolor\{(?P<role>\w+)\}\{(?P<body>(?:[^{}]|\{[^{}]*\})*)\}"
    r"|(?P<operator>\\(?:int|sum)(?:_\{[^{}]*\})?(?:\^\{[^{}]*\})?)"
    r"|(?P<plain>(?:(?!\\textcolor|\\int|\\sum).)+)"
)


OPERATOR: dict[str, Any] = {"math_fontfamily": "cm"}
SMALLEST = 9.0  # points, at which a formula is read with trouble


def write_formula(
    stage: Stage,
    x: float,
    y: float,
    latex: str,
    size: float,
    role: str = "ink",
    room: float | None = None,
) -> float:
    r"""Write still LaTeX with its left end at (x, y), design pixels; return the right end's x.

    In the mathtext, ``\textcolor{ROLE}{...}`` takes the theme's colour for the role; what is not
    coloured takes that of `role`. The size is in points, and less where there is no `room`.
    """
    atoms = [*_atoms(latex)]
    wide = _width(atoms, size)
    if room is not None and wide > room:
        size = max(SMALLEST, size * room / wide)
    for body, color, operator in atoms:
        font = OPERATOR if operator else {}
        stage.text(x, y, f"${body}$", size, color or role, **font)
        x += _width([(body, color, operator)], size)
    return x


def formula_width(latex: str, size: float) -> float:
    """Return how wide a formula is in its size, in design pixels."""
    return _width([*_atoms(latex)], size)


def _atoms(latex: str) -> Iterator[tuple[str, str, bool]]:
    """Yield the parts of a formula: what to write, its colour, and whether it is an operator."""
    for atom in _ATOM.finditer(latex):
        body = atom["operator"] or atom["body"] or atom["plain"].strip()
        if body:
            yield body, atom["role"] or "", bool(atom["operator"])


def _width(atoms: Sequence[tuple[str, str, bool]], size: float) -> float:
    """Return how wide parts of a formula are, in design pixels."""
    renderer = RendererAgg(1, 1, DESIGN_DPI)
    total = 0.0
    for body, _, operator in atoms:
        style = {"math_fontfamily": MATH_FONT, **(OPERATOR if operator else {})}
        font = FontProperties(family=DIGIT_FONT, size=size, **style)
        width, _, _ = renderer.get_text_width_height_descent(f"${body}$", font, ismath=True)
        total += width + size * (0.25 if operator else 0.2)
    return total
