"""Numbers on tiles: how large, and with how many digits, so that every one of them fits."""

from dataclasses import dataclass, replace
from functools import cache
from math import floor, log10

import numpy as np
from matplotlib.font_manager import FontProperties
from numpy.typing import ArrayLike

from animations.rendering.drawing.label import advance, pieces
from animations.rendering.drawing.stage import DESIGN_DPI
from animations.rendering.framing.numbers import DIGITS, shortest
from animations.rendering.theme import DIGIT_FONT, MATH_FONT

READABLE = 16.0
"""The side of the smallest tile on which a number can be read, in design pixels: a digit fits,
and is 5 pixels high where a figure is 600 pixels wide."""

LEGIBLE = 8.4  # points of the smallest type
COMFORTABLE = 9.3  # points under which numbers rather have fewer digits
MEASURED = 20.0  # points of the type that widths are measured in


@dataclass(frozen=True)
class Numerals:
    """How the numbers of a grid are written: `size` points large, with so many digits at most.

    With fewer than the usual digits the smaller numbers have no more `decimals` than the greatest
    one, except where they would look like zero or, above 1, like a whole number.
    """

    size: float
    digits: int
    decimals: int

    def __call__(self, value: float) -> str:
        """Write a number; what is not zero is never written as zero."""
        if self.digits == DIGITS:
            return shortest(value)
        rounded = round(value, self.decimals)
        if value and not rounded:
            return shortest(value, 1)
        return shortest(rounded, max(2, self.digits))

    @classmethod
    def fitting(cls, numbers: ArrayLike, largest: float, room: float) -> "Numerals | None":
        """Return how to write numbers in a room so wide, or None where they could not be read.

        Digits are given up where the type would be small otherwise. `largest` is in points, the
        room in design pixels.
        """
        values = np.unique(np.asarray(numbers, dtype=float))  # NaN, an empty tile, needs no room
        values = values[np.isfinite(values)]
        most = float(np.max(np.abs(values), initial=0.0))
        before = floor(log10(most)) + 1 if most else 1
        best: Numerals | None = None
        for digits in range(DIGITS, 0, -1):
            found = cls(largest, digits, max(1, digits - before))
            widest = max({_width(found(value)) for value in values.tolist()}, default=0.0)
            size = min(largest, room / widest if widest else largest)
            if best is None or size > best.size:
                best = replace(found, size=size)
            if best.size >= min(largest, COMFORTABLE):
                break
        return best if best and best.size >= LEGIBLE else None


def inside(side: float) -> float:
    """Return what a number may take of a tile across: numbers side by side must stay apart."""
    return 0.9 * side - 4


def _width(wording: str) -> float:
    """Return how wide a number is, in design pixels per point of its type."""
    return sum(map(_advance, pieces(wording)))


@cache
def _advance(piece: str) -> float:
    font = FontProperties(family=DIGIT_FONT, size=MEASURED, math_fontfamily=MATH_FONT)
    return advance(piece, font, DESIGN_DPI) / MEASURED
