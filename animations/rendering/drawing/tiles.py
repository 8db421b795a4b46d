"""Grids of numbers: tiles, tinted by what stands on them."""

from collections.abc import Callable

import numpy as np
from matplotlib.collections import PolyCollection
from numpy.typing import ArrayLike, NDArray

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.numeral import numeral
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import DESIGN_DPI, POINTS, Stage
from animations.rendering.drawing.wording import whole
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT, Theme
from signals.arguments import FloatArray

Paint = Callable[[float], tuple[str, str]]
"""From a number to the colours of its tile and of the number on it."""

DEEPEST = 0.4  # the deepest tint on which text stays readable
NAME = 13.0  # from a grid up to the baseline of its name, in design pixels


class Tiles(Squares):
    """One grid of numbers, with its name over it and a note under it.

    Parameters
    ----------
    stage : Stage
        Where it stands.
    left, middle : float
        Its left edge, and how high its middle is, in design pixels.
    shape : tuple of int
        Its rows and columns.
    side : float
        The side of a tile, in design pixels.
    paint : Paint
        The colours of a number.
    moving : bool
        Whether the numbers change.
    widest : str, optional
        The widest number to come, where it takes smaller type than two digits do.
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
        widest: str = "",
    ) -> None:
        super().__init__(left, middle, shape, side)
        self.stage, self._paint = stage, paint
        self._written: tuple[bytes, bytes | None] | None = None
        ems = sum(0.5 if sign.isdigit() else 0.69 for sign in widest) or 1
        size = min(0.31 * side + 4.5, (side - 6) / ems * POINTS / DESIGN_DPI)
        self._faces = PolyCollection(
            [self._square(*place) for place in np.ndindex(*shape)],
            transform=stage.pixels, linewidths=1.0,
        )  # fmt: skip
        self._numbers = {
            place: numeral(stage, self.center(*place), size) for place in np.ndindex(*shape)
        }
        for number, artist in enumerate((self._faces, *self._numbers.values())):
            if moving:
                stage.move(artist, 1.5 if number else 1.0)
            else:
                artist.set_zorder(1.5 if number else 1.0)
                stage.figure.add_artist(artist)

    def show(self, numbers: FloatArray, plain: NDArray[np.bool_] | None = None) -> None:
        """Write the numbers; a tile whose number is NaN stays empty.

        A number that is `plain` stands in grey on an empty tile.
        """
        wanted = numbers.tobytes(), None if plain is None else plain.tobytes()
        if wanted == self._written:
            return
        self._written = wanted
        theme = self.stage.theme
        faces, edges = [], []
        for place, text in self._numbers.items():
            value = float(numbers[place])
            empty = bool(np.isnan(value))
            blank = empty or (plain is not None and bool(plain[place]))
            face, ink = (theme.background, theme.muted) if blank else self._paint(value)
            faces.append(face)
            edges.append(theme.tint("axis", 0.4) if blank else face)
            text.set(text="" if empty else whole(value), color=ink, visible=not empty)
        self._faces.set(facecolors=faces, edgecolors=edges)

    def name(self, wording: str, role: str, ha: str = "") -> None:
        """Write over the grid, flush with its left edge or, on the stage's far side, its right."""
        ha = ha or self._flush
        self.stage.text(self._edge(ha), self.top + NAME, wording, LABEL, role, ha=ha)

    def label(self, role: str, wording: str = "") -> Label:
        """Write over the grid what may change, flush with its left edge."""
        label = self.stage.label(LABEL, role)
        label.set(text=wording, position=(self._edge("left"), self.top + NAME))
        return label

    def note(self, wording: str) -> None:
        """Write under the grid, flush as its name is."""
        style = {"ha": self._flush, "fontfamily": PROSE_FONT}
        self.stage.text(self._edge(self._flush), self.bottom - 24, wording, NOTE, "muted", **style)

    @property
    def _flush(self) -> str:
        return "right" if self.left > 0.6 * self.stage.width else "left"

    def _edge(self, ha: str) -> float:
        return self.left + 1.5 if ha == "left" else self.left + self.width - 1.5

    def _square(self, row: int, column: int) -> list[tuple[float, float]]:
        x, y = self.center(row, column)
        reach = self.side / 2 - 1.5
        return [(x + dx * reach, y + dy * reach) for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]


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
