"""A volume drawn in depth: its slices as floors above each other, seen from above at a slant."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.numeral import numeral
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import whole
from animations.rendering.theme import PROSE_FONT, TICK
from signals.arguments import FloatArray
from signals.window import times

Point = tuple[float, float]
Look = Callable[[tuple[int, ...], float], tuple[str, str]]
"""From an index and the number there to the colours of the cell and of the number."""

WIDE, DEEP = 54.0, 32.0  # a cell, in design pixels
SLANT = WIDE / 2  # per row; so what rises from a corner passes between the numbers of every row
GAP = 36.0  # between floors
MARGIN = 66.0  # left of the floors, for their names
GROOVE = 1.5  # what a cell leaves free at each side
NUMBER = 17.0  # points
SMALLEST = 0.4  # how far all of it may shrink so that it fits


class Floors:
    """A volume of numbers in floors that hide nothing of each other, and a box around some.

    All slices stay readable since the floors stand apart; the upright edges of the box tie
    together what it holds of them. Slice 0 is on top, row 0 at the back, column 0 at the left.

    Parameters
    ----------
    stage : Stage
        Where it stands.
    corner : tuple of float
        Its lower left corner in the stage's design pixels.
    shape : sequence of int
        How many slices, rows and columns.
    role : str
        The colour of the box.
    scale : float
        The part of its full size that it has.
    """

    def __init__(
        self, stage: Stage, corner: Point, shape: Sequence[int], role: str, scale: float
    ) -> None:
        self._corner, self._shape, self._scale = corner, shape, scale
        self._stage, self._role = stage, role
        self._faces: list[PolyCollection] = []
        self._numbers: list[dict[tuple[int, ...], Label]] = []
        self._sides: list[PathPatch] = []
        self._uprights: list[PathPatch] = []
        self._footprints: list[PathPatch] = []
        _, rows, columns = shape
        for floor in range(shape[0]):
            z = 10.0 * (shape[0] - floor)  # a floor hides what is under it
            fill = {"facecolor": stage.theme.tint(role, 0.1), "linewidth": 0}
            self._sides.append(self._patch(z - 12, **fill))
            self._uprights.append(self._patch(z - 2, linewidth=1.6))
            base = self._patch(z - 1, facecolor=stage.theme.background, linewidth=0)
            base.set_path(Path(self._around(floor, (0, rows), (0, columns))))
            self._lay(floor, z)
            self._footprints.append(self._patch(z + 2, linewidth=2.6))
            x, y = self._at(floor, rows, 0)
            name = f"slice {floor}"
            stage.text(x - 9, y + 5, name, TICK, "muted", ha="right", fontfamily=PROSE_FONT)

    @staticmethod
    def size(shape: Sequence[int], scale: float = 1.0) -> Point:
        """Return the width and the height of a volume of this shape, in design pixels."""
        floors, rows, columns = shape
        width = columns * WIDE + rows * SLANT
        return MARGIN + scale * width, scale * (floors * rows * DEEP + (floors - 1) * GAP)

    @staticmethod
    def fit(shape: Sequence[int], width: float, height: float) -> float:
        """Return the part of their full size that floors have in a room of this size.

        Raises
        ------
        ValueError
            If the room is too small to read anything.
        """
        wide, high = Floors.size(shape)
        scale = min(1.0, (width - MARGIN) / (wide - MARGIN), height / high)
        if scale < SMALLEST:
            raise ValueError(f"there is no room for a volume of {times(shape)} numbers")
        return scale

    def show(self, volume: FloatArray, look: Look) -> None:
        """Fill and write every cell; where the number is NaN, it stays empty."""
        theme = self._stage.theme
        for floor, (faces, numbers) in enumerate(zip(self._faces, self._numbers, strict=True)):
            fills, edges = [], []
            for place, text in numbers.items():
                value = float(volume[floor][place])
                empty = bool(np.isnan(value))
                fill, ink = (theme.background, theme.ink) if empty else look((floor, *place), value)
                fills.append(fill)
                edges.append(theme.tint("axis", 0.4) if empty else fill)
                text.set(text="" if empty else whole(value), color=ink)
            faces.set(facecolors=fills, edgecolors=edges)

    def box(self, window: Sequence[Sequence[int]]) -> None:
        """Draw the box around some neighbouring slices, rows and columns."""
        floors, rows, columns = ((part[0], part[-1] + 1) for part in window)
        for floor in range(self._shape[0]):
            inside = floors[0] <= floor < floors[1]
            tied = inside and floor + 1 < floors[1]
            self._footprints[floor].set_visible(inside)
            self._footprints[floor].set_path(Path(self._around(floor, rows, columns)))
            top, bottom = (self._around(n, rows, columns) for n in (floor, floor + 1))
            # From the back left on clockwise; the back left upright is behind the others.
            self._uprights[floor].set_visible(tied)
            self._uprights[floor].set_path(
                Path.make_compound_path(*(Path([top[n], bottom[n]]) for n in (1, 2, 3)))
            )
            self._sides[floor].set_visible(tied)
            self._sides[floor].set_path(Path([top[1], *bottom[1:4], *top[3:0:-1]]))

    def _lay(self, floor: int, zorder: float) -> None:
        """Add the cells of a floor."""
        places = list(np.ndindex(*self._shape[1:]))
        tiles = [self._tile(floor, *place) for place in places]
        faces = PolyCollection(tiles, transform=self._stage.pixels, linewidths=1)
        self._faces.append(self._stage.move(faces, zorder))
        self._numbers.append({})
        for place, tile in zip(places, tiles, strict=True):
            x, y = np.mean(tile, axis=0).tolist()
            text = numeral(self._stage, (x, y), self._scale * NUMBER)
            self._numbers[floor][place] = self._stage.move(text, zorder + 1)

    def _patch(self, zorder: float, **style: object) -> PathPatch:
        color = self._stage.theme.color(self._role)
        look = {"facecolor": "none", "edgecolor": color, "joinstyle": "round", **style}
        patch = PathPatch(Path(np.zeros((1, 2))), transform=self._stage.pixels, **look)
        return self._stage.move(patch, zorder)

    def _around(self, floor: int, rows: Point, columns: Point) -> list[Point]:
        """Return the closed outline of neighbouring cells, from the back left on clockwise."""
        (back, front), (left, right) = rows, columns
        corners = ((back, left), (back, right), (front, right), (front, left), (back, left))
        return [self._at(floor, *corner) for corner in corners]

    def _tile(self, floor: int, row: int, column: int) -> list[Point]:
        up, across = GROOVE / DEEP / self._scale, GROOVE / WIDE / self._scale
        rows, columns = (row + up, row + 1 - up), (column + across, column + 1 - across)
        return self._around(floor, rows, columns)[:4]

    def _at(self, floor: int, row: float, column: float) -> Point:
        """Return where the back left corner of a cell is."""
        floors, rows, _ = self._shape
        left, bottom = self._corner
        up = (floors - 1 - floor) * (rows * DEEP + GAP) + (rows - row) * DEEP
        across = column * WIDE + (rows - row) * SLANT
        return left + MARGIN + self._scale * across, bottom + self._scale * up
