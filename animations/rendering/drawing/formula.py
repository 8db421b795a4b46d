r"""Formulas in the colours of what they name: mathtext with ``\textcolor``."""

import re

from matplotlib.backends.backend_agg import RendererAgg

from animations.rendering.drawing.stage import DESIGN_DPI, Stage

# Mathtext knows no colours: a formula is cut where the colour changes, and at a big operator,
# whose limits would run into what follows it.
_ATOM = re.compile(
    r"\\textcolor\{(?P<role>\w+)\}\{(?P<body>(?:[^{}]|\{[^{}]*\})*)\}"
    r"|(?P<operator>\\(?:int|sum)(?:_\{[^{}]*\})?(?:\^\{[^{}]*\})?)"
    r"|(?P<plain>(?:(?!\\textcolor|\\int|\\sum).)+)"
)


def write_formula(
    stage: Stage, x: float, y: float, latex: str, size: float, role: str = "ink"
) -> float:
    r"""Write still LaTeX with its left end at (x, y), design pixels; return the right end's x.

    In the mathtext, ``\textcolor{ROLE}{...}`` takes the theme's colour for the role; what is not
    coloured takes that of `role`. The size is in points.
    """
    renderer = RendererAgg(1, 1, DESIGN_DPI)
    for atom in _ATOM.finditer(latex):
        operator = atom["operator"]
        body = operator or atom["body"] or atom["plain"].strip()
        if not body:
            continue
        font = {"math_fontfamily": "cm"} if operator else {}
        text = stage.text(x, y, f"${body}$", size, atom["role"] or role, **font)
        width, _, _ = renderer.get_text_width_height_descent(
            f"${body}$", text.get_fontproperties(), ismath=True
        )
        x += width + size * (0.25 if operator else 0.2)
    return x
