"""Squares in rows and columns: where they stand, and frames around some of them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from animations.rendering.drawing.stage import Stage


class Squares:
    """Where the squares of a grid stand, in design pixels.

    Parameters
    ----------
    left, middle : float
        Its left edge, and how high its middle is.
    shape : tuple of int
        Its rows and columns.
    side : float
        The side of a square.
    """

    def __init__(self, left: float, middle: float, shape: tuple[int, ...], side: float) -> None:
        self.left, self.shape, self.side = left, shape, side
        self.height, self.width = (side * n for n in shape)
        self.top, self.bottom = middle + self.height / 2, middle - self.height / 2

    @property
    def frame(self) -> Path:
        """The outline around the whole of it."""
        return self.box(*map(range, self.shape))

    def center(self, row: float, column: float) -> tuple[float, float]:
        """Return the middle of a square."""
        return self.left + (column + 0.5) * self.side, self.top - (row + 0.5) * self.side

    def cell(self, place: Sequence[int]) -> Path:
        """Return the outline around one square."""
        return self.box(*([n] for n in place))

    def box(self, rows: Sequence[int], columns: Sequence[int]) -> Path:
        """Return the outline around squares from the first to the last row and column."""
        left, right = (self.left + n * self.side for n in (columns[0], columns[-1] + 1))
        top, bottom = (self.top - n * self.side for n in (rows[0], rows[-1] + 1))
        return Path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])


class Outline:
    """A moving frame around squares, in the colour of what looks at them or changes them."""

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
