"""What a kernel holds of a volume laid out flat: values times weights, and a sum per slice."""

from typing import Any

import numpy as np
from matplotlib.path import Path

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.squares import LEAST, Outline, Squares
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.tiles import Tiles
from animations.rendering.panels.grids.receptive_field import frame_width
from animations.rendering.theme import NOTE, PROSE_FONT, SUM, TICK
from signals import LayerSteps

NAME, TOP = 28.0, 40.0  # of names and grids, from the top, in design pixels
SIDE, SIGN, APART = 40.0, 48.0, 26.0  # a tile, a sign's room, over a slice for its name
NAMED, UP = 30.0, 6.0  # the side from which on slices have names, and from them up to these
COLUMN = 100.0  # from one column of the table to the next at least, for their names
WIRES, SUM_AT, MARGIN = 58.0, 56.0, 20.0  # left of the grids, from them to a sum, and behind this
HEADED = 82.0  # from the middle of products to that of sums at least, for their names
LINE, DOT = 28.0, 3.0  # of a sum, at least, and the radius of the sign of a product


class SliceTable:
    """A table with a row for each slice of a kernel: values, weights, products, and their sum.

    Where there is room, it is said which slice of the input and of the kernel meet in a row.
    `room` is the height that it may take.
    """

    def __init__(self, stage: Stage, layer: LayerSteps, room: float) -> None:
        self._layer = layer
        slices, rows, columns = layer.w.shape
        side, pitch = self.fitting(layer, stage.width, room)
        wide = columns * side
        sign_wide = max(SIGN, COLUMN - wide)
        lefts = [WIRES + part * (wide + sign_wide) for part in range(3)]
        column = lefts[-1] + wide + max(SUM_AT, HEADED - wide / 2)
        self._every = np.array([layer.products(place) for place in layer.places])
        added = np.array([layer.sums(place) for place in layer.places])
        shown = ("x", layer.padded), ("h", layer.w), ("y", self._every)
        names = (("values", "x"), ("weights", "h"), ("products", "y"))
        middles = [left + wide / 2 for left in lefts]
        for (wording, role), middle in zip((*names, ("sum", "y")), (*middles, column), strict=True):
            at = middle, stage.height - NAME
            stage.text(*at, wording, NOTE, role, ha="center", fontfamily=PROSE_FONT)

        self._grids: list[list[Tiles]] = []
        self._sums: list[Tiles] = []
        self._names: list[Label] = []
        total = min(SIDE, pitch - 4)
        for number in range(slices):
            center = stage.height - TOP - (number + 1) * pitch + rows * side / 2
            row = [
                Tiles(stage, left, center, (rows, columns), side, role, numbers, moving=True)
                for left, (role, numbers) in zip(lefts, shown, strict=True)
            ]
            self._grids.append(row)
            Outline(stage, "h", frame_width(side)).show(row[0].frame)
            if side >= NAMED:
                style: dict[str, Any] = {"ha": "center", "fontfamily": PROSE_FONT}
                above = [(middle, row[0].top + UP) for middle in middles]
                self._names.append(stage.label(TICK, "muted", above[0], **style))
                stage.text(*above[1], f"slice {number}", TICK, "muted", **style)
            # A small dot: a cross between grids would be a product of matrices.
            dot = stage.patch(2, facecolor=stage.theme.muted, linewidth=0)
            dot.set_path(Path.circle((lefts[1] - sign_wide / 2, center), DOT))
            stage.text(lefts[2] - sign_wide / 2, center - 7, "=", SUM, "muted", ha="center")
            at = column - total / 2
            self._sums.append(Tiles(stage, at, center, (1, 1), total, "y", added, moving=True))

    @staticmethod
    def fitting(layer: LayerSteps, width: float, room: float) -> tuple[float, float]:
        """Return the side of tiles, and from slice to slice, in a width and a height.

        What does not fit has a side of zero, or less.
        """
        slices, rows, columns = layer.w.shape
        free = room - TOP
        widest = (width - WIRES - 2 * SIGN - SUM_AT - MARGIN) / (3 * columns)
        side = min(SIDE, widest, free / slices / (rows + APART / SIDE))
        while side >= LEAST and SliceTable.width(layer, side) > width:
            side -= 1.0
        pitch = max(rows * side + APART * side / SIDE, LINE)
        return (side if slices * pitch <= free + 1e-6 else 0.0), pitch

    @staticmethod
    def width(layer: LayerSteps, side: float) -> float:
        """Return the width that it takes with tiles of this side at least."""
        wide = layer.w.shape[2] * side
        columns = 2 * max(COLUMN, wide + SIGN) + wide
        return float(WIRES + columns + max(SUM_AT, HEADED - wide / 2) + MARGIN)

    @staticmethod
    def height(layer: LayerSteps, side: float) -> float:
        """Return the height that it takes with tiles of this side."""
        slices, rows, _ = layer.w.shape
        return float(TOP + slices * max(side * (rows + APART / SIDE), LINE))

    @property
    def values(self) -> list[Squares]:
        """Where the values of each slice stand, to which wires from the volume lead."""
        return [row[0] for row in self._grids]

    @property
    def exits(self) -> list[Place]:
        """Where wires to the output begin: at the right of the sums."""
        return [(tile.left + tile.width, (tile.top + tile.bottom) / 2) for tile in self._sums]

    def show(self, step: int) -> None:
        """Show the numbers of a step."""
        layer, place = self._layer, self._layer.places[step]
        parts = layer.patch(place), layer.w, self._every[step]
        for label, floor in zip(self._names, layer.seen(place)[0], strict=False):
            label.set_text(named(layer, floor))
        for number, value in enumerate(layer.sums(place)):
            for tiles, part in zip(self._grids[number], parts, strict=True):
                tiles.show(part[number])
            self._sums[number].show(np.array([[value]]))


def named(layer: LayerSteps, floor: int) -> str:
    """Return what a slice of the padded input is called."""
    number = floor - layer.padding[0]
    return f"slice {number}" if 0 <= number < len(layer.x) else "zeros"
