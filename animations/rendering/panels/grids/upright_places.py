"""Where the grids of a layer with channels stand on a tall canvas, and the wires between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import floor
from typing import ClassVar

import numpy as np
from matplotlib.path import Path

from animations.rendering.drawing.color_image import is_color_image
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST, Squares
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.tiles import NAME
from animations.rendering.drawing.wires import Lines
from animations.rendering.panels.grids.arrangement import BARE, OVER
from animations.rendering.panels.grids.channel_places import LARGEST
from signals import ChannelSteps

LETTER = 12.0  # from a channel's letter to the channel, in design pixels
FROM, APART = 26.0, 18.0  # from channels to the first column, and from column to column
TRUNK, NEAR, BUS = 16.0, 12.0, 14.0  # over kernels for wires, from them to sums, and to a wire
LEVEL = 11.0  # from a channel to where its wire turns
GAP, SLACK = 8.0, 16.0  # between rows, and more at most
NAMED, ASIDE = 34.0, 6.0  # over an output for its name, and from it to the wire along its edge
NAMES = 112.0  # what the name of a column takes across, and of an output with the sign beside it
PICTURED = 26.0  # over the colour image for its name
EVEN = 0.7  # of the tiles of the image that those of outputs are at least
MORE = 4.0  # design pixels that the tile of a sum, which has more digits, is larger than weights'


@dataclass(frozen=True)
class UprightPlaces:
    """The sides of tiles, and places in design pixels: channels are rows, outputs are columns.

    Channels stand below each other on the left, and beside each of them its kernels: a column for
    each output, with the sums of its channels, its bias and its grid. Where there is room,
    `pictured` channels have under them what they are together.
    """

    layer: ChannelSteps
    width: float
    height: float
    pictured: bool
    side: float
    kernel: float
    sum: float
    cell: float
    named_over: ClassVar[bool] = True

    @classmethod
    def candidates(cls, stage: Stage, layer: ChannelSteps) -> "Iterator[UprightPlaces]":
        """Yield the places that there is room for."""
        (channels, tall, wide), (outputs, down, across) = layer.padded.shape, layer.y.shape
        pictured = is_color_image(layer.x) and not max(layer.padding)
        images = range(int(LEAST), int(LARGEST[0]) + 1)
        kernels = range(int(LEAST), int(LARGEST[1]) + 1)
        for side, kernel in product(images, kernels):
            total = min(LARGEST[2], kernel + MORE)
            rows = channels * (_row(layer, side, kernel) + GAP) + _biased(layer, total)
            free = stage.height - OVER - BARE - rows - NAMED - ASIDE
            group = layer.kernel[1] * kernel + NEAR + total + BUS
            room = stage.width - LEFT - RIGHT - wide * side - FROM - (outputs - 1) * APART
            cell = float(floor(min(LARGEST[3], free / down, (room / outputs - BUS) / across)))
            if cell >= max(LEAST, EVEN * side) and outputs * max(group, NAMES) <= room:
                found = cls(layer, stage.width, stage.height, False, side, kernel, total, cell)
                fits = found._lowest >= PICTURED + tall * side + BARE
                yield cls(
                    layer, stage.width, stage.height, pictured and fits, side, kernel, total, cell
                )

    @staticmethod
    def needs(layer: ChannelSteps) -> tuple[float, float]:
        """Return the width and the height that are needed at least."""
        (channels, _, wide), (outputs, down, across) = layer.padded.shape, layer.y.shape
        group = layer.kernel[1] * LEAST + NEAR + LEAST + MORE + BUS
        column = max(group, NAMES, across * LEAST + BUS)
        rows = channels * (_row(layer, LEAST, LEAST) + GAP) + _biased(layer, LEAST + MORE)
        return (
            LEFT + wide * LEAST + FROM + outputs * column + (outputs - 1) * APART + RIGHT,
            OVER + rows + NAMED + down * LEAST + ASIDE + BARE,
        )

    def image(self, number: int) -> Place:
        """Return the left edge and the middle of a channel."""
        return LEFT, self._top(number) - self._tall / 2

    def letter(self, grid: Squares) -> tuple[float, float, str]:
        """Return where the middle of a channel's letter stands, and how."""
        return LEFT - LETTER, (grid.top + grid.bottom) / 2, "right"

    def weights(self, output: int, channel: int) -> Place:
        """Return the left edge and the middle of a kernel."""
        group = max(self.layer.kernel[0] * self.kernel, self.sum)
        return self._column(output), self._top(channel) - TRUNK - group / 2

    def total(self, output: int, channel: int) -> Place:
        """Return the left edge and the middle of what a channel gives to an output."""
        left, middle = self.weights(output, channel)
        return left + self.layer.kernel[1] * self.kernel + NEAR, middle

    def bias(self, output: int) -> Place:
        """Return the left edge and the middle of a bias."""
        left, _ = self.total(output, 0)
        return left, self._lowest + GAP + self.sum / 2

    def output(self, output: int) -> Place:
        """Return the left edge and the middle of an output."""
        return self._column(output), self._lowest - NAMED - self._down / 2

    def names(self, output: int, grid: Squares) -> tuple[tuple[float, float, str], Place]:
        """Return where the names of weights stand, and how, and that of an output."""
        weights = self._column(output) + 1.5, self.height - OVER - self._shift + NAME - 3, "left"
        return weights, (grid.left + 1.5, grid.top + NAME)

    def bias_name(self, output: int) -> tuple[float, float, str]:
        """Return where the middle of a bias's name is, and how it stands."""
        left, middle = self.bias(output)
        return left - LETTER, middle, "right"

    @property
    def picture(self) -> Place | None:
        """The left edge and the middle of the colour image."""
        if not self.pictured:
            return None
        return LEFT, self._lowest - PICTURED - self._tall / 2

    @property
    def equals(self) -> Place | None:
        """Where it is said that the colour image is its channels: nowhere."""
        return None

    @property
    def note(self) -> tuple[float, float, str]:
        """Where a note on the layer stands, and how."""
        return LEFT, self.height - OVER - self._shift + NAME - 3, "left"

    def times(self, grid: Squares) -> Place:
        """Return where the sign before a kernel stands."""
        return grid.left + grid.width / 2, grid.top + TRUNK / 2

    def seen(self, number: int, outputs: Sequence[int], window: Path) -> Lines:
        """Return the wires from a window on a channel to its kernels."""
        x, y = np.asarray(window.vertices)[1].tolist()
        level = self._top(number)
        across = [self._column(n) + self.layer.kernel[1] * self.kernel / 2 for n in outputs]
        turn = LEFT + self.layer.padded.shape[2] * self.side + LEVEL
        _, middle = self.weights(0, number)
        top = middle + self.layer.kernel[0] * self.kernel / 2
        *others, last = [[(at, level), (at, top)] for at in across]
        return [[(x, y), (turn, y), (turn, level), *last], *others]

    def added(self, output: int, tiles: Sequence[Squares], grid: Squares, cell: Path) -> Lines:
        """Return the wires from the tiles that are added to a cell of an output."""
        bus, level = self.join(output)
        feet = [(tile.left + tile.width, (tile.top + tile.bottom) / 2) for tile in tiles]
        first, *others = [[foot, (bus, foot[1])] for foot in feet]
        way = self._way(grid, cell)
        return [[*first, (bus, level), (bus, way[0][1]), *way], *others]

    def crossing(self, output: int, tiles: Sequence[Squares]) -> tuple[Place, Place]:
        """Return the ends of the wire that crosses others."""
        bus, level = self.join(output)
        return (bus, (tiles[0].top + tiles[0].bottom) / 2), (bus, level)

    def join(self, output: int) -> Place:
        """Return where sums are added."""
        bus = self._column(output) + self._taken
        return bus, self._lowest - NAMED / 2

    def _way(self, grid: Squares, cell: Path) -> list[Place]:
        """Return the last corners on the way to a cell: from outside, or along its seam."""
        (left, top), (right, _), _, (_, bottom), _ = np.asarray(cell.vertices).tolist()
        x = (left + right) / 2
        if top >= grid.top - 1e-6:
            return [(x, top + ASIDE), (x, top)]
        if bottom <= grid.bottom + 1e-6:
            return [(x, bottom - ASIDE), (x, bottom)]
        return [(right, bottom)]

    def _column(self, output: int) -> float:
        """Return the left edge of an output's column."""
        (*_, wide), outputs = self.layer.padded.shape, len(self.layer.y)
        start = LEFT + wide * self.side + FROM
        taken = self._taken
        spare = self.width - RIGHT - start - outputs * taken - (outputs - 1) * APART
        between = spare / (outputs + 1)
        return float(start + between + output * (taken + APART + between))

    @property
    def _taken(self) -> float:
        """How wide a column is, up to the wire that adds its sums."""
        group = self.layer.kernel[1] * self.kernel + NEAR + self.sum + BUS
        return float(max(group, NAMES, self._across + BUS))

    @property
    def _across(self) -> float:
        return float(self.layer.y.shape[2] * self.cell)

    @property
    def _down(self) -> float:
        return float(self.layer.y.shape[1] * self.cell)

    @property
    def _tall(self) -> float:
        return float(self.layer.padded.shape[1] * self.side)

    @property
    def _row(self) -> float:
        return _row(self.layer, self.side, self.kernel)

    @property
    def _left_over(self) -> float:
        rows = len(self.layer.x) * (self._row + GAP) + _biased(self.layer, self.sum)
        return self.height - OVER - rows - NAMED - self._down - ASIDE - BARE

    @property
    def _slack(self) -> float:
        return max(0.0, min(SLACK, self._left_over / (len(self.layer.x) + 2)))

    @property
    def _shift(self) -> float:
        return max(0.0, self._left_over - self._slack * (len(self.layer.x) + 1)) / 2

    def _top(self, number: int) -> float:
        """Return how high the upper edge of a channel is, and the wire from it to its kernels."""
        return self.height - OVER - self._shift - number * self._pitch

    @property
    def _pitch(self) -> float:
        return self._row + GAP + self._slack

    @property
    def _lowest(self) -> float:
        """How high the lower edge of all rows is, the bias's included."""
        rows = len(self.layer.x) * self._pitch + _biased(self.layer, self.sum)
        return self.height - OVER - self._shift - rows


def _row(layer: ChannelSteps, side: float, kernel: float) -> float:
    """Return how high a channel is with its kernels."""
    group = layer.kernel[0] * kernel
    return float(max(layer.padded.shape[1] * side, TRUNK + max(group, kernel + MORE)))


def _biased(layer: ChannelSteps, total: float) -> float:
    """Return how high the row of the biases is."""
    return (total + GAP) * float(layer.bias.any())
