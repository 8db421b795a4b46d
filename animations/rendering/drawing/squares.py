"""Squares in rows and columns: where they stand, and frames around some of them."""

from collections.abc import Sequence
from typing import Any

from matplotlib.path import Path

from animations.rendering.drawing.stage import Stage

LEAST = 4.0  # the side of a square of which a shade can be seen, in design pixels
GROOVED = 12.0  # the side from which on tiles stand apart
GROOVE = 1.5  # what a tile leaves free at each side of its square at most, in design pixels


class Squares:
    """Where the squares of a grid stand, in design pixels.

    Given are its left edge in front, how high its middle is, its rows and columns, the side of a
    square and, where it is seen at a slant, how far a row goes down and to the left.
    """

    def __init__(
        self,
        left: float,
        middle: float,
        shape: tuple[int, ...],
        side: float,
        slope: tuple[float, float] | None = None,
    ) -> None:
        self.left, self.shape, self.side = left, shape, side
        self._deep, self._slant = slope or (side, 0.0)
        self.height, self.width = shape[0] * self._deep, shape[1] * side
        self.top, self.bottom = middle + self.height / 2, middle - self.height / 2

    @property
    def frame(self) -> Path:
        """The outline around the whole of it."""
        return self.box(*map(range, self.shape))

    def at(self, row: float, column: float) -> tuple[float, float]:
        """Return the upper left corner of a square."""
        across = column * self.side + (self.shape[0] - row) * self._slant
        return self.left + across, self.top - row * self._deep

    def center(self, row: float, column: float) -> tuple[float, float]:
        """Return the middle of a square."""
        return self.at(row + 0.5, column + 0.5)

    def ends(self, height: float) -> tuple[float, float]:
        """Return how far left and right the grid goes at a height."""
        row = (self.top - height) / self._deep
        return self.at(row, 0)[0], self.at(row, self.shape[1])[0]

    def cell(self, place: Sequence[int]) -> Path:
        """Return the outline around one square."""
        return self.box(*([n] for n in place))

    def box(self, rows: Sequence[int], columns: Sequence[int]) -> Path:
        """Return the outline from the first to the last row and column, clockwise from above."""
        return self._around(rows[0], rows[-1] + 1, columns[0], columns[-1] + 1)

    def tile(self, row: int, column: int) -> Path:
        """Return the outline of what lies on a square."""
        # Its border fills some of it; between very small tiles rounding would make stripes.
        groove = min(GROOVE, 0.8 + 0.03 * self.side) if self.side >= GROOVED else 0.0
        up, across = groove / self._deep, groove / self.side
        return self._around(row + up, row + 1 - up, column + across, column + 1 - across)

    def _around(self, back: float, front: float, left: float, right: float) -> Path:
        corners = (back, left), (back, right), (front, right), (front, left), (back, left)
        return Path([self.at(*corner) for corner in corners])


class Outline:
    """A moving frame around squares, in the colour of what looks at them or changes them."""

    def __init__(
        self, stage: Stage, role: str, width: float = 2.6, zorder: float = 5, **style: Any
    ) -> None:
        color = stage.theme.color(role)
        self._patch = stage.patch(zorder, edgecolor=color, linewidth=width, **style)

    def show(self, *boxes: Path) -> None:
        """Draw around these boxes; around none, vanish."""
        self._patch.set_visible(bool(boxes))
        if boxes:
            self._patch.set_path(Path.make_compound_path(*boxes))
