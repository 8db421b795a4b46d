"""Grids of numbers: tiles, tinted by what stands on them."""

from collections.abc import Callable
from functools import cache
from math import cos, sin
from typing import Any

import numpy as np
from matplotlib.collections import PolyCollection
from numpy.typing import ArrayLike, NDArray

from animations.rendering.drawing.captions import Caption
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.numerals import READABLE, Numerals, inside
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import DESIGN_DPI, POINTS, Stage
from animations.rendering.theme import DEEPEST, DIGIT_FONT, MATH_FONT, Theme
from signals.arguments import FloatArray

Paint = Callable[[float], tuple[str, str]]
"""From a number to the colours of its tile and of the number on it."""

SHADE = 0.65  # the deepest tint where no number stands on it
CAP = 0.66  # the height of a digit, as a part of the size of its type
NAME = 13.0  # from a grid up to the baseline of its name, in design pixels
NOTHING = "none", "none", "none"  # how a tile looks that is not there
BELOW = 24.0  # and down to that of a note


class Tiles(Squares):
    """One grid of numbers, as large as can be read, or shades of them on tiles that are too small.

    Place and slope are as in `Squares`. `numbers` are all that will ever stand on the tiles, which
    decides how they are written and how deep their tint is: in the colour of `role`, unless there
    is a `paint`. They change if the grid is `moving`. Their type is as large as the tiles allow,
    but not larger than `largest`, in points. `faint` paints those that are not looked at.
    """

    def __init__(
        self,
        stage: Stage,
        left: float,
        middle: float,
        shape: tuple[int, ...],
        side: float,
        role: str,
        numbers: ArrayLike,
        moving: bool = False,
        paint: Paint | None = None,
        faint: Paint | None = None,
        largest: float = 0.0,
        slope: tuple[float, float] | None = None,
        zorder: float = 1.0,
    ) -> None:
        super().__init__(left, middle, shape, side, slope)
        self.stage, self._faint = stage, faint
        self._written: list[bytes | None] = []
        self.numerals = numerals_for(side, numbers, largest, slope)
        deepest = DEEPEST if self.numerals else SHADE
        self._paint = paint or tinted(stage.theme, role, numbers, deepest)
        self._blank = greyed(stage.theme, numbers)
        self._places = list(np.ndindex(*shape))
        outlines = [self.tile(*place).vertices for place in self._places]
        self._faces = PolyCollection(outlines, transform=stage.pixels, linewidths=1.0)
        self._drop = CAP * self.numerals.size * DESIGN_DPI / POINTS / 2 if self.numerals else 0.0
        self._numbers = self._labels() if self.numerals else {}
        for artist in (self._faces, *self._numbers.values()):
            above = zorder if artist is self._faces else zorder + 0.5
            if moving:
                stage.move(artist, above)
            else:
                artist.set_zorder(above)
                stage.figure.add_artist(artist)

    def show(
        self,
        numbers: FloatArray,
        faint: NDArray[np.bool_] | None = None,
        blank: NDArray[np.bool_] | None = None,
        absent: NDArray[np.bool_] | None = None,
    ) -> None:
        """Write the numbers, some of them faint, or grey on blank tiles, or as shades of grey.

        A tile whose number is NaN stays empty; what is absent is not there at all.
        """
        masks = [None if mask is None else mask.tobytes() for mask in (faint, blank, absent)]
        wanted = [numbers.tobytes(), *masks]
        if wanted == self._written:
            return
        self._written = wanted
        looks: list[tuple[str, str, str]] = []
        for place, value in np.ndenumerate(numbers):
            unseen = blank is not None and bool(blank[place])
            dim = faint is not None and bool(faint[place])
            gone = absent is not None and bool(absent[place])
            looks.append(NOTHING if gone else self._look(float(value), unseen, dim))
            if self.numerals:
                text = "" if gone or np.isnan(value) else self.numerals(float(value))
                self._numbers[place].set(text=text, color=looks[-1][2])
        faces, edges, _ = zip(*looks, strict=True)
        self._faces.set(facecolors=faces, edgecolors=edges)

    def turn(self, angle: float) -> None:
        """Turn the moving tiles about their middle, in radians; the numbers stay upright."""
        middle = np.array([self.left + self.width / 2, (self.top + self.bottom) / 2])
        turn = np.array([[cos(angle), sin(angle)], [-sin(angle), cos(angle)]])

        def turned(points: ArrayLike) -> FloatArray:
            return np.asarray((np.asarray(points) - middle) @ turn + middle)

        self._faces.set_verts([turned(self.tile(*place).vertices) for place in self._places])
        for place, label in self._numbers.items():
            x, y = turned(self.center(*place))
            label.set_position((x, y - self._drop))

    def _look(self, value: float, blank: bool, faint: bool) -> tuple[str, str, str]:
        """Return the colours of a tile, of its border and of the number on it."""
        theme = self.stage.theme
        if np.isnan(value) or (blank and (self.numerals or not value)):
            return theme.background, theme.tint("axis", 0.4), theme.muted
        paint = self._blank if blank else self._faint if faint and self._faint else self._paint
        face, ink = paint(value)
        return face, face, ink

    def _labels(self) -> dict[tuple[int, ...], Label]:
        assert self.numerals
        size, labels = self.numerals.size, {}
        font: dict[str, Any] = {
            "fontsize": size, "fontfamily": DIGIT_FONT, "math_fontfamily": MATH_FONT, "ha": "center"
        }  # fmt: skip
        for place in self._places:
            x, y = self.center(*place)
            labels[place] = Label(x, y - self._drop, transform=self.stage.pixels, **font)
        return labels

    def name(
        self,
        role: str,
        *wordings: str,
        ha: str = "",
        moves: bool = False,
        up: float = 0.0,
        under: bool = False,
    ) -> Caption:
        """Return what stands over the grid, in the first of these wordings that has room.

        It is flush with the grid's left edge or, on the stage's far side, its right one; so much
        further `up` where something stands between; or `under` the grid.
        """
        ha = ha or self._flush
        at = self._edge(ha), self.bottom - BELOW if under else self.top + NAME + up
        return Caption(wordings, role, at, ha, moves=moves)

    def note(self, *wordings: str, ha: str = "", down: float = 0.0, right: float = 0.0) -> Caption:
        """Return what stands under the grid, flush as its name is; so much further `down`.

        What is flush right may end further to the `right` than the grid.
        """
        ha = ha or self._flush
        at = max(self._edge(ha), right), self.bottom - BELOW - down
        return Caption(wordings, "muted", at, ha, note=True)

    def remark(
        self, *wordings: str, up: float = 0.0, moves: bool = False, right: float = 0.0
    ) -> Caption:
        """Return what stands at the right over the grid, where its name is at the left.

        It ends over the grid's edge, or further to the `right`.
        """
        at = max(self._edge("right"), right), self.top + NAME + up
        return Caption(wordings, "muted", at, "right", note=True, moves=moves)

    @property
    def _flush(self) -> str:
        return "right" if self.left > 0.6 * self.stage.width else "left"

    def _edge(self, ha: str) -> float:
        return self.left + 1.5 if ha == "left" else self.left + self.width - 1.5


def numerals_for(
    side: float, numbers: ArrayLike, largest: float = 0.0, slope: tuple[float, float] | None = None
) -> Numerals | None:
    """Return how numbers are written on tiles, as in `Tiles`; None where they could not be read."""
    if side < READABLE:
        return None
    size = largest or 0.31 * side + 4.5
    deep, slant = slope or (side, 0.0)
    # A row that slants leaves less room to what stands upright in it.
    lost = slant * CAP * size * DESIGN_DPI / POINTS / deep
    return Numerals.fitting(numbers, size, inside(side - lost))


def tinted(theme: Theme, role: str, numbers: ArrayLike, deepest: float = DEEPEST) -> Paint:
    """Paint these numbers the deeper the greater they are; negative ones in their own colour."""
    most = greatest(numbers)

    @cache
    def paint(value: float) -> tuple[str, str]:
        if not value:
            return theme.tint(role, 0.06), theme.ink
        share = min(abs(value) / most, 1.0)
        return theme.tint(
            role if value > 0 else "negative", 0.08 + (deepest - 0.08) * share
        ), theme.ink

    return paint


def greyed(theme: Theme, numbers: ArrayLike) -> Paint:
    """Paint these numbers in shades of grey, whatever their sign."""
    grey = tinted(theme, "muted", numbers)
    return lambda value: grey(abs(value))


def greatest(numbers: ArrayLike) -> float:
    """Return the greatest magnitude among numbers, NaN aside; 1 if all are zero."""
    return float(np.nanmax(np.abs(np.asarray(numbers)))) or 1.0
