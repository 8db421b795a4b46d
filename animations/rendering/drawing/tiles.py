"""Grids of numbers: tiles, tinted by what stands on them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.collections import PolyCollection
from numpy.typing import ArrayLike, NDArray

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import DESIGN_DPI, POINTS, Stage
from animations.rendering.framing.numbers import shortest
from animations.rendering.theme import DIGIT_FONT, LABEL, NOTE, PROSE_FONT, Theme
from signals.arguments import FloatArray

Paint = Callable[[float], tuple[str, str]]
"""From a number to the colours of its tile and of the number on it."""

DEEPEST = 0.4  # the deepest tint on which text stays readable
CAP = 0.66  # the height of a digit, as a part of the size of its type
NAME = 13.0  # from a grid up to the baseline of its name, in design pixels


class Tiles(Squares):
    """One grid of numbers, with its name over it and a note under it.

    Place and slope are as in `Squares`. The numbers change if it is `moving`; they are `size`
    points large, by default so that two digits fit on a tile. `faint` paints those that are not
    looked at: grey on an empty tile unless given.
    """

    def __init__(
        self,
        stage: Stage,
        left: float,
        middle: float,
        shape: tuple[int, ...],
        side: float,
        paint: Paint,
        moving: bool = False,
        size: float | None = None,
        faint: Paint | None = None,
        slope: tuple[float, float] | None = None,
        zorder: float = 1.0,
    ) -> None:
        super().__init__(left, middle, shape, side, slope)
        self.stage, self._paint, self._faint = stage, paint, faint
        self._written: tuple[bytes, bytes | None] | None = None
        size = size or min(0.31 * side + 4.5, (side - 6) * POINTS / DESIGN_DPI)
        places = list(np.ndindex(*shape))
        outlines = [self.tile(*place).vertices for place in places]
        self._faces = PolyCollection(outlines, transform=stage.pixels, linewidths=1.0)
        font: dict[str, Any] = {"fontsize": size, "fontfamily": DIGIT_FONT, "ha": "center"}
        drop = CAP * size * DESIGN_DPI / POINTS / 2
        self._numbers = {}
        for place in places:
            x, y = self.center(*place)
            self._numbers[place] = Label(x, y - drop, transform=stage.pixels, **font)
        for artist in (self._faces, *self._numbers.values()):
            above = zorder if artist is self._faces else zorder + 0.5
            if moving:
                stage.move(artist, above)
            else:
                artist.set_zorder(above)
                stage.figure.add_artist(artist)

    def show(self, numbers: FloatArray, faint: NDArray[np.bool_] | None = None) -> None:
        """Write the numbers, some of them faint; a tile whose number is NaN stays empty."""
        wanted = numbers.tobytes(), None if faint is None else faint.tobytes()
        if wanted == self._written:
            return
        self._written = wanted
        theme = self.stage.theme
        blank = theme.background, theme.muted
        faces, edges = [], []
        for place, text in self._numbers.items():
            value = float(numbers[place])
            paint: Paint | None = self._paint
            if np.isnan(value):
                paint = None
            elif faint is not None and faint[place]:
                paint = self._faint
            face, ink = paint(value) if paint else blank
            faces.append(face)
            edges.append(face if paint else theme.tint("axis", 0.4))
            text.set(text="" if np.isnan(value) else shortest(value), color=ink)
        self._faces.set(facecolors=faces, edgecolors=edges)

    def name(self, wording: str, role: str, ha: str = "") -> None:
        """Write over the grid, flush with its left edge or, on the stage's far side, its right."""
        ha = ha or self._flush
        self.stage.text(self._edge(ha), self.top + NAME, wording, LABEL, role, ha=ha)

    def label(self, role: str, wording: str = "") -> Label:
        """Write over the grid what may change, flush with its left edge."""
        return self.stage.label(LABEL, role, (self._edge("left"), self.top + NAME), wording)

    def note(self, wording: str) -> None:
        """Write under the grid, flush as its name is."""
        style = {"ha": self._flush, "fontfamily": PROSE_FONT}
        self.stage.text(self._edge(self._flush), self.bottom - 24, wording, NOTE, "muted", **style)

    @property
    def _flush(self) -> str:
        return "right" if self.left > 0.6 * self.stage.width else "left"

    def _edge(self, ha: str) -> float:
        return self.left + 1.5 if ha == "left" else self.left + self.width - 1.5


def tinted(theme: Theme, role: str, numbers: ArrayLike) -> Paint:
    """Paint these numbers the deeper the greater they are; negative ones in their own colour."""
    most = greatest(numbers)

    def paint(value: float) -> tuple[str, str]:
        strength = 0.08 + (DEEPEST - 0.08) * min(abs(value) / most, 1) if value else 0.06
        return theme.tint(role if value >= 0 else "negative", strength), theme.ink

    return paint


def greatest(numbers: ArrayLike) -> float:
    """Return the greatest magnitude among numbers, NaN aside; 1 if all are zero."""
    return float(np.nanmax(np.abs(numbers))) or 1.0


def by(grid: FloatArray) -> str:
    """Write the size of a grid in LaTeX: 3 × 4."""
    return r" \times ".join(map(str, grid.shape))
