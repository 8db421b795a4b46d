"""A volume drawn in depth: its slices as floors above each other, seen from above at a slant."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Paint, Tiles
from animations.rendering.theme import NOTE, PROSE_FONT, TICK
from signals.arguments import FloatArray

Point = tuple[float, float]

WIDE, DEEP = 54.0, 32.0  # a cell, in design pixels
SLANT = WIDE / 2  # per row; so what rises from a corner passes between the numbers of every row
GAP = 36.0  # between floors
MARGIN = 66.0  # left of the floors, for their names
NUMBER = 17.0  # points
AXIS, HEAD, LETTER = 32.0, 8.0, 12.0  # of axes: their length, their heads, and on to their letters


class Floors:
    """A volume of numbers in floors that hide nothing of each other, and a box around some.

    All slices stay readable since the floors stand apart; the upright edges of the box go from
    corner to corner of what it holds of them. Slice 0 is on top, row 0 at the back, column 0 at
    the left. `corner` is the lower left one; the role colours the box. Tint and numbers are the
    role and the numbers of `Tiles`. Slices have numbers unless they have names; without a margin
    for these they have none.
    """

    def __init__(
        self,
        stage: Stage,
        corner: Point,
        shape: Sequence[int],
        role: str,
        scale: float,
        tint: str,
        numbers: FloatArray,
        faint: Paint | None = None,
        names: Sequence[str] = (),
        margin: float = MARGIN,
    ) -> None:
        self._floors: list[Tiles] = []
        floors, rows, columns = shape
        above, edge = 10.0 * floors + 3, {"joinstyle": "round"}
        whole, far = stage.theme.color(role), stage.theme.tint(role, 0.5)
        self._walls = stage.patch(-3, facecolor=stage.theme.tint(role, 0.1), linewidth=0)
        self._hidden = stage.patch(above, linewidth=1.0, edgecolor=far)
        self._uprights = stage.patch(above, linewidth=1.6, edgecolor=whole)
        self._footprints = stage.patch(above + 1, linewidth=2.6, edgecolor=whole, **edge)
        for floor in range(floors):
            z = 10.0 * (floors - floor)  # a floor hides what is under it
            base = stage.patch(z - 1, facecolor=stage.theme.background, linewidth=0)
            up = (floors - 1 - floor) * (rows * DEEP + GAP) + rows * DEEP / 2
            tiles = Tiles(
                stage, corner[0] + margin, corner[1] + scale * up, (rows, columns), scale * WIDE,
                tint, numbers, moving=True, faint=faint, largest=scale * NUMBER,
                slope=(scale * DEEP, scale * SLANT), zorder=z,
            )  # fmt: skip
            base.set_path(tiles.frame)
            self._floors.append(tiles)
            if margin:
                x, y = tiles.left - 9, tiles.bottom + 5
                name = names[floor] if names else f"slice {floor}"
                stage.text(x, y, name, TICK, "muted", ha="right", fontfamily=PROSE_FONT)

    @staticmethod
    def size(shape: Sequence[int], scale: float = 1.0) -> Point:
        """Return the width and the height of a volume of this shape, in design pixels."""
        floors, rows, columns = shape
        width = columns * WIDE + rows * SLANT
        return MARGIN + scale * width, scale * (floors * rows * DEEP + (floors - 1) * GAP)

    @staticmethod
    def scale(shape: Sequence[int], width: float, height: float) -> float:
        """Return the part of their full size that floors have in a room of this size."""
        wide, high = Floors.size(shape)
        return min(1.0, (width - MARGIN) / (wide - MARGIN), height / high)

    def show(
        self,
        volume: FloatArray,
        faint: NDArray[np.bool_] | None = None,
        blank: NDArray[np.bool_] | None = None,
    ) -> None:
        """Write the numbers, some of them faint or on blank cells; of NaN a cell stays empty."""
        for floor, tiles in enumerate(self._floors):
            masks = (None if mask is None else mask[floor] for mask in (faint, blank))
            tiles.show(volume[floor], *masks)

    def corners(self, window: Sequence[Sequence[int]]) -> FloatArray:
        """Return the footprints of some slices, rows and columns, shape (slices, corners, 2).

        The corners go clockwise from the back left one.
        """
        floors, *area = window
        boxes = (self._floors[floor].box(*area).vertices for floor in floors)
        return np.array([np.asarray(box)[:4] for box in boxes])

    def box(self, corners: FloatArray) -> None:
        """Draw the box with these footprints, from the top down."""
        closed = np.concatenate([corners, corners[:, :1]], axis=1)
        self._footprints.set_path(Path.make_compound_path(*map(Path, closed)))
        uprights, hidden, walls = [], [], []
        for upper, lower in pairwise(corners):
            # From the back left on clockwise; the back left upright is behind the others.
            first, *others = (Path([upper[n], lower[n]]) for n in range(4))
            hidden.append(first)
            uprights += others
            walls.append(Path([upper[1], *lower[1:], *upper[:0:-1]]))
        for patch, paths in (
            (self._uprights, uprights),
            (self._hidden, hidden),
            (self._walls, walls),
        ):
            patch.set_visible(bool(paths))
            if paths:
                patch.set_path(Path.make_compound_path(*paths))


def draw_axes(stage: Stage, origin: Point) -> None:
    """Draw which way the indices of slices, rows and columns, i, j and k, count."""
    (x, y), color = origin, stage.theme.muted
    for letter, (across, up) in zip("ijk", ((0, -1), (-SLANT / DEEP, -1), (1, 0)), strict=True):
        long = hypot(across, up)
        dx, dy = AXIS * across / long, AXIS * up / long
        shaft = stage.patch(2, edgecolor=color, linewidth=1.2)
        shaft.set_path(Path([(x, y), (x + dx, y + dy)]))
        back, aside = (HEAD / AXIS * dx, HEAD / AXIS * dy), HEAD / AXIS / 2
        left, below = x + dx - back[0], y + dy - back[1]
        sides = [(left + sign * aside * dy, below - sign * aside * dx) for sign in (1, -1)]
        head = stage.patch(2, facecolor=color, linewidth=0)
        head.set_path(Path([(x + dx, y + dy), *sides, (x + dx, y + dy)]))
        far = 1 + LETTER / AXIS
        stage.text(x + far * dx, y + far * dy - 5, f"${letter}$", NOTE, "muted", ha="center")
