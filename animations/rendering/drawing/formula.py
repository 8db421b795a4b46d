r"""Formulas in the colours of what they name: mathtext with ``\textcolor``."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

from animations.rendering.drawing.stage import DESIGN_DPI, Stage
from animations.rendering.theme import DIGIT_FONT, MATH_FONT

# Mathtext knows no colours: a formula is cut where the colour changes, and at a big operator,
# whose limits would run into what follows it.
# Braces in braces in braces: a name may have some of its own.
_BRACED = r"[^{}]*"
for _ in range(3):
    _BRACED = rf"(?:[^{{}}]|\{{{_BRACED}\}})*"
_ATOM = re.compile(
    rf"\\textcolor\{{(?P<role>\w+)\}}\{{(?P<body>{_BRACED})\}}"
    r"|(?P<operator>\\(?:int|sum)(?:_\{[^{}]*\})?(?:\^\{[^{}]*\})?)"
    r"|(?P<plain>(?:(?!\\textcolor|\\int|\\sum).)+)"
)


class Atom(NamedTuple):
    """A part of a formula in one colour: its mathtext and font, and where its left end is."""

    wording: str
    role: str
    math: str
    x: float


RELATION = 0.12  # of the size, before a sign that mathtext doesn't see as one between two things
SMALLEST = 9.0  # points, at which a formula is read with trouble


def write_formula(
    stage: Stage, x: float, y: float, latex: str, size: float, room: float = inf
) -> None:
    r"""Write still LaTeX with its left end at (x, y), design pixels.

    In the mathtext, ``\textcolor{ROLE}{...}`` takes the theme's colour for the role. The size is in
    points, and less where there is no `room`.
    """
    atoms, width = _atoms(latex, size)
    if width > room:
        size = max(SMALLEST, size * room / width)
        atoms, _ = _atoms(latex, size)
    for atom in atoms:
        stage.text(x + atom.x, y, atom.wording, size, atom.role, math_fontfamily=atom.math)


def check_latex(latex: str, what: str) -> None:
    """Refuse LaTeX that mathtext cannot show."""
    try:
        formula_width(latex, 10.0)
    except ValueError as error:
        cause = str(error).strip().splitlines()[-1]
        raise ValueError(f"{what} cannot be shown: {cause}") from None


def formula_width(latex: str, size: float) -> float:
    """Return how wide `write_formula` writes, in design pixels."""
    return _atoms(latex, size)[1]


@lru_cache(maxsize=256)
def _atoms(latex: str, size: float) -> tuple[Sequence[Atom], float]:
    """Return the atoms of a formula, and how wide they are together."""
    renderer = RendererAgg(1, 1, DESIGN_DPI)
    atoms, x = [], 0.0
    for found in _ATOM.finditer(latex):
        operator = found["operator"]
        body = operator or found["body"] or found["plain"].strip()
        if not body:
            continue
        math = "cm" if operator else MATH_FONT
        font = FontProperties(family=DIGIT_FONT, size=size, math_fontfamily=math)
        width, _, _ = renderer.get_text_width_height_descent(f"${body}$", font, ismath=True)
        x += size * RELATION * (not found["role"] and body[0] in "=+")
        atoms.append(Atom(f"${body}$", found["role"] or "ink", math, x))
        bare = operator and "_" not in operator  # it leans over what follows
        x += width + size * (0.45 if bare else 0.3 if operator else 0.2)
    return atoms, x
