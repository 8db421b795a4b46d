"""Where the grids of a layer with channels stand, and how large their tiles are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from matplotlib.path import Path

from animations.rendering.drawing.color_image import is_color_image
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST, Squares
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.tiles import NAME
from animations.rendering.drawing.wires import Lines
from animations.rendering.panels.grids.arrangement import BARE, OVER, UNDER, fitted
from signals import ChannelSteps

LARGEST = (36.0, 40.0, 40.0, 46.0)  # tiles of the image, of kernels, of sums and of outputs
TRUNK, NEAR, FAR = 16.0, 12.0, 44.0  # left of kernels for wires, and from them to sums
GAP, JOIN = 16.0, 52.0  # between two columns, and in front of outputs, where sums are added
LABEL, EQUALS = 30.0, 36.0  # for a row's name, and between a colour image and its channels
WIRES, LEVEL = 16.0, 11.0  # under the channels for their wires, and how far down these turn
BUS, APART, SLACK = 12.0, 4.0, 22.0  # under kernels for a wire, between rows, and more at most
LEVELLED = 14.0  # up to which difference an output's edge and its wire are made level
ASIDE = 6.0  # from an output to the wire that goes along its edge
NAMED, BESIDE = 38.0, 40.0  # over an output for its name, or beside it
NAMES, BASELINE = 9.0, 7.0  # from a tile up to its name, and from a line's middle to its baseline


@dataclass(frozen=True)
class ChannelPlaces:
    """The sides of tiles, and places in design pixels.

    Channels stand side by side on top, and under each of them its kernels: a row for each output,
    with the sums of its channels, its bias and its grid. An output's name stands over its grid
    or, where rows are many, beside it. Where there is room, `pictured` channels have in front of
    them what they are together.
    """

    layer: ChannelSteps
    width: float
    height: float
    under: float
    pictured: bool
    named_over: bool
    side: float
    kernel: float
    sum: float
    cell: float

    @classmethod
    def candidates(cls, stage: Stage, layer: ChannelSteps) -> "Iterator[ChannelPlaces]":
        """Yield the places that there is room for: with room for a note, if that is possible."""
        noted = [UNDER, BARE] if layer.unusual else [BARE]
        found = (list(_candidates(stage, layer, under)) for under in noted)
        yield from next(filter(None, found), [])

    @staticmethod
    def needs(layer: ChannelSteps) -> tuple[float, float]:
        """Return the width and the height that are needed at least."""
        (channels, tall, _), (outputs, down, across) = layer.padded.shape, layer.y.shape
        row = max(layer.kernel[0] * LEAST + 2 * BUS, down * LEAST) + APART
        columns = channels * (_column(layer, LEAST, LEAST, LEAST) + GAP) - GAP
        bias = (LEAST + GAP) * bool(layer.bias.any())
        return (
            LEFT + LABEL + columns + bias + JOIN + BESIDE + across * LEAST + RIGHT,
            OVER + tall * LEAST + WIRES + outputs * row - APART + BARE,
        )

    @property
    def top(self) -> float:
        """The middle of the channels."""
        return self.height - OVER - self._shift - self._tall / 2

    @property
    def level(self) -> float:
        """How high the channels' wires turn."""
        return self.top - self._tall / 2 - LEVEL

    def image(self, number: int) -> Place:
        """Return the left edge and the middle of a channel."""
        return self.channel(number), self.top

    def letter(self, grid: Squares) -> tuple[float, float, str]:
        """Return where the middle of a channel's letter stands, and how."""
        return grid.left + grid.width / 2, grid.top + NAME + BASELINE, "center"

    def weights(self, output: int, channel: int) -> Place:
        """Return the left edge and the middle of a kernel."""
        return self.channel(channel), self.rows[output]

    def total(self, output: int, channel: int) -> Place:
        """Return the left edge and the middle of what a channel gives to an output."""
        return self.sums(channel), self.rows[output]

    def bias(self, output: int) -> Place:
        """Return the left edge and the middle of a bias."""
        return self._biases, self.rows[output]

    def output(self, output: int) -> Place:
        """Return the left edge and the middle of an output."""
        return self.right, self._middle(output)

    def names(self, output: int, grid: Squares) -> tuple[tuple[float, float, str], Place]:
        """Return where the names of weights stand, and how, and that of an output."""
        weights = self.channel(0) - TRUNK - 10, self.rows[output] - BASELINE, "right"
        if self.named_over:
            return weights, (grid.left + 1.5, grid.top + ASIDE + NAMES)
        return weights, (grid.left + grid.width + 12, (grid.top + grid.bottom) / 2 - BASELINE)

    def bias_name(self, output: int) -> tuple[float, float, str]:
        """Return where the middle of a bias's name is, and how it stands."""
        above = self.rows[output] + self.sum / 2 + NAMES + BASELINE
        return self._biases + 1.5, above, "left"

    @property
    def picture(self) -> Place | None:
        """The left edge and the middle of the colour image."""
        return (LEFT, self.top) if self.pictured else None

    @property
    def equals(self) -> Place | None:
        """Where it is said that the colour image is its channels."""
        return (LEFT + self._picture + EQUALS / 2, self.top) if self.pictured else None

    def times(self, grid: Squares) -> Place:
        """Return where the sign before a kernel stands."""
        return grid.left - TRUNK / 2, (grid.top + grid.bottom) / 2

    def seen(self, number: int, outputs: Sequence[int], window: Path) -> Lines:
        """Return the wires from a window on a channel to its kernels."""
        x, y = np.asarray(window.vertices)[3].tolist()
        left, level = self.channel(number), self.level
        trunk = left - TRUNK
        *others, last = [[(trunk, self.rows[n]), (left, self.rows[n])] for n in outputs]
        return [[(x, y), (x, level), (trunk, level), *last], *others]

    def added(self, output: int, tiles: Sequence[Squares], grid: Squares, cell: Path) -> Lines:
        """Return the wires from the tiles that are added to a cell of an output."""
        join, bus = self.join(output)
        feet = [(tile.left + tile.width / 2, tile.bottom) for tile in tiles]
        first, *others = [[foot, (foot[0], bus)] for foot in feet]
        way = self._way(grid, cell)
        return [[*first, (join, bus), (join, way[0][1]), *way], *others]

    def crossing(self, output: int, tiles: Sequence[Squares]) -> tuple[Place, Place]:
        """Return the ends of the wire that crosses others."""
        join, bus = self.join(output)
        return (tiles[0].left, bus), (join, bus)

    def join(self, output: int) -> Place:
        """Return where sums are added."""
        last = self._biases + self.sum if self.layer.bias.any() else self._biases - GAP
        return (last + self.right) / 2, self.rows[output] - self.bus

    @staticmethod
    def _way(grid: Squares, cell: Path) -> list[Place]:
        """Return the last corners on the way to a cell: from outside, or along its seam."""
        (left, top), (right, _), _, (_, bottom), _ = np.asarray(cell.vertices).tolist()
        x = (left + right) / 2
        if bottom <= grid.bottom + 1e-6:
            return [(x, bottom - ASIDE), (x, bottom)]
        if top >= grid.top - 1e-6:
            return [(x, top + ASIDE), (x, top)]
        return [(left, bottom)]

    def channel(self, number: int) -> float:
        """Return the left edge of a channel and of its kernels."""
        start = LEFT + (self._picture + EQUALS if self.pictured else LABEL)
        return start + TRUNK + number * (self._column + GAP)

    def sums(self, number: int) -> float:
        """Return the left edge of what a channel gives: flush right with it, but never far off."""
        kernel = self.layer.kernel[1] * self.kernel
        near = max(NEAR, min(FAR, self._column - TRUNK - kernel - self.sum))
        return self.channel(number) + kernel + near

    @property
    def _biases(self) -> float:
        """The left edge of the biases."""
        return self.channel(len(self.layer.x)) - TRUNK

    @property
    def right(self) -> float:
        """The left edge of the outputs."""
        beside = 0.0 if self.named_over else BESIDE
        return self.width - RIGHT - beside - float(self.layer.y.shape[2] * self.cell)

    @cached_property
    def rows(self) -> list[float]:
        """The middles of the outputs and of their kernels."""
        above, below = self._reach
        pitch = above + below + APART + self._slack
        first = self.top - self._tall / 2 - WIRES - self._slack - above
        return [first - number * pitch for number in range(len(self.layer.y))]

    def _middle(self, number: int) -> float:
        """Return the middle of an output, which with its name over it is level with its row."""
        middle = self.rows[number] - NAMED / 2 * self.named_over
        above = middle - self._half - ASIDE - (self.rows[number] - self.bus)
        return middle - above if -ASIDE <= above < LEVELLED else middle

    @property
    def note(self) -> tuple[float, float, str]:
        """Where a note on the layer stands, and how: on the left under all or, else, on top."""
        if self.under >= UNDER:
            return LEFT, 7.0, "left"
        return self.width - RIGHT, self.height - OVER + NAME, "right"

    @cached_property
    def bus(self) -> float:
        """How far under the middle of a row its sums' wire runs.

        It is level with the output's lower edge where that is near.
        """
        bus = max(self.layer.kernel[0] * self.kernel, self.sum) / 2 + BUS / 2
        lowest = self._half + NAMED / 2 * self.named_over
        return lowest if bus < lowest < bus + LEVELLED else bus

    @property
    def _half(self) -> float:
        return float(self.layer.y.shape[1] * self.cell / 2)

    @property
    def _picture(self) -> float:
        return float(self.layer.padded.shape[2] * self.side)

    @property
    def _tall(self) -> float:
        return float(self.layer.padded.shape[1] * self.side)

    @property
    def _column(self) -> float:
        """How wide a channel is with its wires and all that stands under it."""
        return _column(self.layer, self.side, self.kernel, self.sum)

    @property
    def _reach(self) -> tuple[float, float]:
        """How far a row reaches over and under its middle."""
        return _reach(self.layer, self.kernel, self.sum, self.cell, self.named_over)

    @property
    def _left_over(self) -> float:
        rows = len(self.layer.y) * (sum(self._reach) + APART) - APART
        return self.height - OVER - self.under - self._tall - WIRES - rows

    @property
    def _slack(self) -> float:
        """How much further apart than they must rows stand."""
        return max(0.0, min(SLACK, self._left_over / (len(self.layer.y) + 1)))

    @property
    def _shift(self) -> float:
        """How far down everything stands, where not all of the height is needed."""
        return max(0.0, self._left_over - self._slack * len(self.layer.y)) / 2


def _candidates(stage: Stage, layer: ChannelSteps, under: float) -> Iterator[ChannelPlaces]:
    """Yield what there is room for, for all sizes of the image that leave some to the rest."""
    (channels, tall, wide), (outputs, *_, across) = layer.padded.shape, layer.y.shape
    height = stage.height - OVER - WIRES - under
    images = range(int(LEAST), int(min(LARGEST[0], height / tall)) + 1)
    pictured = [False, True] if is_color_image(layer.x) and not max(layer.padding) else [False]
    for image, picture, over in product(images, pictured, (True, False)):
        room = (height - tall * image + APART) / outputs - APART
        group, output = room - 2 * BUS, (room - NAMED * over) / layer.y.shape[1]
        highest = (image, group / layer.kernel[0], group, output)
        front = wide * image + EQUALS if picture else LABEL
        beside = JOIN + BESIDE * (not over)

        def width(sides: Sequence[float], front: float = front, beside: float = beside) -> float:
            side, kernel, total, output = sides
            bias = (total + GAP) * bool(layer.bias.any())
            columns = channels * (_column(layer, side, kernel, total) + GAP) - GAP
            return float(front + columns + bias + beside + across * output)

        sides = fitted(LARGEST, highest, width, stage.width - LEFT - RIGHT)
        if sides and sides[0] == image:
            yield ChannelPlaces(layer, stage.width, stage.height, under, picture, over, *sides)


def _column(layer: ChannelSteps, side: float, kernel: float, total: float) -> float:
    group = layer.kernel[1] * kernel + NEAR + total
    return float(TRUNK + max(layer.padded.shape[2] * side, group))


def _reach(
    layer: ChannelSteps, kernel: float, total: float, output: float, named_over: bool
) -> tuple[float, float]:
    """Return how far a row reaches over and under its middle."""
    group = max(layer.kernel[0] * kernel, total) / 2
    half = (layer.y.shape[1] * output + NAMED * named_over) / 2
    return max(group, half), max(group + BUS, half)
