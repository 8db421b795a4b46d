"""A number in the middle of a tile."""

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.stage import DESIGN_DPI, POINTS, Stage
from animations.rendering.theme import DIGIT_FONT

_CAP = 0.66  # height of a digit, as a part of the size of its type


def numeral(stage: Stage, middle: tuple[float, float], size: float) -> Label:
    """Return a label for a number around a point, in design pixels; `size` is in points."""
    x, y = middle
    return Label(
        x, y - _CAP * size * DESIGN_DPI / POINTS / 2, "", transform=stage.pixels, fontsize=size,
        fontfamily=DIGIT_FONT, horizontalalignment="center", verticalalignment="baseline",
    )  # fmt: skip
