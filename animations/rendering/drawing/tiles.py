"""Grids of numbers: tiles, tinted by what stands on them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import NDArray

from animations.rendering.drawing.numeral import numeral
from animations.rendering.drawing.stage import DESIGN_DPI, POINTS, Stage
from animations.rendering.drawing.wording import shortest
from animations.rendering.scan import Numbers
from animations.rendering.theme import Theme

Paint = Callable[[float], tuple[str, str]]
"""From a number to the colours of its tile and of the number on it."""

DEEPEST = 0.4  # the deepest tint on which text stays readable


class Tiles:
    """One grid of numbers.

    Parameters
    ----------
    stage : Stage
        Where it stands.
    corner : tuple of float
        Its upper left corner, in design pixels.
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
        corner: tuple[float, float],
        shape: tuple[int, ...],
        side: float,
        paint: Paint,
        moving: bool = False,
        widest: str = "",
    ) -> None:
        self.stage, self.side, self.shape = stage, side, shape
        self.left, self.top = corner
        self._paint = paint
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

    @property
    def width(self) -> float:
        """In design pixels."""
        return self.shape[1] * self.side

    @property
    def height(self) -> float:
        """In design pixels."""
        return self.shape[0] * self.side

    def show(self, numbers: Numbers, plain: NDArray[np.bool_] | None = None) -> None:
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
            text.set(text="" if empty else shortest(value), color=ink, visible=not empty)
        self._faces.set(facecolors=faces, edgecolors=edges, visible=True)

    def hide(self) -> None:
        """Vanish until the next numbers."""
        self._written = None
        for artist in (self._faces, *self._numbers.values()):
            artist.set_visible(False)

    def center(self, row: float, column: float) -> tuple[float, float]:
        """Return the middle of a tile in design pixels."""
        return self.left + (column + 0.5) * self.side, self.top - (row + 0.5) * self.side

    def box(self, rows: Sequence[int], columns: Sequence[int]) -> Path:
        """Return the outline around tiles from the first to the last row and column."""
        return box((self.left, self.top), self.side, rows, columns)

    def _square(self, row: int, column: int) -> list[tuple[float, float]]:
        x, y = self.center(row, column)
        reach = self.side / 2 - 1.5
        return [(x + dx * reach, y + dy * reach) for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]


def box(
    corner: tuple[float, float], side: float, rows: Sequence[int], columns: Sequence[int]
) -> Path:
    """Return the outline around squares of a grid from the first to the last row and column."""
    left, right = (corner[0] + n * side for n in (columns[0], columns[-1] + 1))
    top, bottom = (corner[1] - n * side for n in (rows[0], rows[-1] + 1))
    return Path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])


class Outline:
    """A moving frame around tiles, in the colour of what looks at them or changes them."""

    def __init__(
        self, stage: Stage, role: str, width: float = 2.6, zorder: float = 5, **style: Any
    ) -> None:
        self._patch = stage.move(
            PathPatch(
                Path(np.zeros((2, 2))), transform=stage.pixels, facecolor="none",
                edgecolor=stage.theme.color(role), linewidth=width, joinstyle="miter", **style,
            ),
            zorder,
        )  # fmt: skip

    def show(self, *boxes: Path) -> None:
        """Draw around these boxes; around none, vanish."""
        self._patch.set_visible(bool(boxes))
        if boxes:
            self._patch.set_path(Path.make_compound_path(*boxes))


def tinted(theme: Theme, role: str, most: float) -> Paint:
    """Paint numbers the deeper the greater they are; negative ones in their own colour."""

    def paint(value: float) -> tuple[str, str]:
        strength = 0.08 + (DEEPEST - 0.08) * min(abs(value) / most, 1) if value else 0.06
        return theme.tint(role if value >= 0 else "negative", strength), theme.ink

    return paint


def greatest(numbers: Iterable[Numbers]) -> float:
    """Return the greatest magnitude in some arrays, NaN aside; 1 if all are zero."""
    return max(float(np.nanmax(np.abs(array))) for array in numbers) or 1.0
