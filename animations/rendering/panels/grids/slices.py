"""What a kernel holds of a volume laid out flat: values times weights, and a sum per slice."""

import numpy as np

from animations.rendering.drawing.squares import LEAST, Outline, Squares
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.tiles import Tiles
from animations.rendering.panels.grids.receptive_field import frame_width
from animations.rendering.theme import NOTE, PROSE_FONT, SUM
from signals import LayerSteps
from signals.window import times

NAME, TOP = 28.0, 40.0  # of names and grids, from the top, in design pixels
SIDE, SIGN, APART = 40.0, 48.0, 14.0  # a tile, a sign's room, between two slices
COLUMN = 100.0  # from one column of the table to the next at least, for their names
WIRES, SUM_AT, MARGIN = 58.0, 56.0, 20.0  # left of the grids, from them to a sum, and behind this
LINE = 28.0  # of a sum, at least


class Slices:
    """A table with a row for each slice of a kernel: values × weights = products, and their sum.

    `room` is the height that it may take. What is left under it, is `left_over`.
    """

    def __init__(self, stage: Stage, layer: LayerSteps, room: float) -> None:
        self._layer = layer
        slices, rows, columns = layer.w.shape
        free = room - TOP
        widest = (stage.width - WIRES - 2 * SIGN - SUM_AT - MARGIN) / (3 * columns)
        side = min(SIDE, widest, free / slices / (rows + APART / SIDE))
        pitch = max(rows * side + APART * side / SIDE, LINE)
        if side < LEAST or slices * pitch > free + 1e-6:
            raise ValueError(
                f"there is no room for {times(layer.w.shape)} weights: "
                f"at most {max(0.0, free) // LINE:.0f} slices, and {widest * columns // LEAST:.0f} "
                "columns of each, fit"
            )
        self.left_over = stage.height - TOP - slices * pitch
        wide = columns * side
        sign_wide = max(SIGN, COLUMN - wide)
        lefts = [WIRES + part * (wide + sign_wide) for part in range(3)]
        column = lefts[-1] + wide + SUM_AT
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
        total = min(SIDE, pitch - 4)
        for number in range(slices):
            center = stage.height - TOP - number * pitch - rows * side / 2
            row = [
                Tiles(stage, left, center, (rows, columns), side, role, numbers, moving=True)
                for left, (role, numbers) in zip(lefts, shown, strict=True)
            ]
            self._grids.append(row)
            Outline(stage, "h", frame_width(side)).show(row[0].frame)
            for symbol, left in zip("×=", lefts[1:], strict=True):
                stage.text(left - sign_wide / 2, center - 7, symbol, SUM, "muted", ha="center")
            at = column - total / 2
            self._sums.append(Tiles(stage, at, center, (1, 1), total, "y", added, moving=True))

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
        for number, value in enumerate(layer.sums(place)):
            for tiles, part in zip(self._grids[number], parts, strict=True):
                tiles.show(part[number])
            self._sums[number].show(np.array([[value]]))
