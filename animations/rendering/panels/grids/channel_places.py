"""Where the grids of a layer with channels stand, and how large their tiles are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from animations.rendering.drawing.color_image import is_color_image
from animations.rendering.drawing.numerals import READABLE
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME
from animations.rendering.panels.grids.arrangement import BARE, OVER, UNDER, fitted
from signals import ChannelSteps
from signals.window import times

LARGEST = (36.0, 40.0, 40.0, 46.0)  # tiles of the image, of kernels, of sums and of outputs
TRUNK, NEAR, FAR = 16.0, 12.0, 44.0  # left of kernels for wires, and from them to sums
GAP, JOIN = 16.0, 52.0  # between two columns, and in front of outputs, where sums are added
LABEL, EQUALS = 30.0, 36.0  # for a row's name, and between a colour image and its channels
WIRES, LEVEL = 16.0, 11.0  # under the channels for their wires, and how far down these turn
BUS, APART, SLACK = 12.0, 4.0, 22.0  # under kernels for a wire, between rows, and more at most
LEVELLED = 14.0  # up to which difference an output's edge and its wire are made level
ASIDE = 6.0  # from an output to the wire that goes along its edge
NAMED, BESIDE = 38.0, 40.0  # over an output for its name, or beside it
PREFERRED = 2.0  # how much better tiles must be for a name to stand beside its output
CLEAR = 22.0  # the side that all tiles have at least where there is a colour image, too


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
    def of(cls, stage: Stage, layer: ChannelSteps) -> "ChannelPlaces":
        """Return the places at which most can be read; a stage that is too small is refused."""
        noted = [UNDER, BARE] if layer.unusual else [BARE]
        found = next(filter(None, (list(_candidates(stage, layer, under)) for under in noted)), [])
        if not found:
            rows = (stage.height - OVER - BARE - WIRES) / LEAST
            columns = (stage.width - LEFT - RIGHT - LABEL - JOIN) / LEAST
            raise ValueError(
                f"there is no room for an input of {times(layer.padded.shape)}, kernels of "
                f"{times(layer.kernel)} and outputs of {times(layer.y.shape)} tiles: far fewer "
                f"than {rows:.0f} rows, of a channel and all outputs together, and "
                f"{columns:.0f} columns, of all channels and an output, fit"
            )
        return max(found, key=cls._quality)

    def _quality(self) -> tuple[int, bool, float]:
        """How many kinds of tiles can be read, and how large they are for their kinds."""
        sides = self.side, self.kernel, self.sum, self.cell
        parts = [side / most for side, most in zip(sides, LARGEST, strict=True)]
        total = prod(parts) * (PREFERRED if self.named_over else 1)
        pictured = self.pictured and min(sides) >= CLEAR
        return sum(side >= READABLE for side in sides), pictured, round(total, 6)

    @property
    def top(self) -> float:
        """The middle of the channels."""
        return self.height - OVER - self._shift - self._tall / 2

    @property
    def level(self) -> float:
        """How high the channels' wires turn."""
        return self.top - self._tall / 2 - LEVEL

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
    def bias(self) -> float:
        """The left edge of the biases."""
        return self.channel(len(self.layer.x)) - TRUNK

    @property
    def right(self) -> float:
        """The left edge of the outputs."""
        beside = 0.0 if self.named_over else BESIDE
        return self.width - RIGHT - beside - float(self.layer.y.shape[2] * self.cell)

    @property
    def join(self) -> float:
        """Where sums are added."""
        last = self.bias + self.sum if self.layer.bias.any() else self.bias - GAP
        return (last + self.right) / 2

    @cached_property
    def rows(self) -> list[float]:
        """The middles of the outputs and of their kernels."""
        above, below = self._reach
        pitch = above + below + APART + self._slack
        first = self.top - self._tall / 2 - WIRES - self._slack - above
        return [first - number * pitch for number in range(len(self.layer.y))]

    def output(self, number: int) -> float:
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
