"""Where the grids of a layer with channels stand, and how large their tiles are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from animations.rendering.drawing.numerals import READABLE
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME
from animations.rendering.panels.grids.arrangement import BARE, OVER, UNDER, center, fitted
from signals import ChannelSteps
from signals.window import times

LARGEST = (33.0, 33.0, 40.0, 44.0)  # tiles of the image, of kernels, of sums and of outputs
LETTER = 30.0  # room for a channel's letter, in design pixels
NEAR, FAN = 0.4, 0.85  # from the weights to their sums, and on to the output, in sums' tiles
BETWEEN, LINE = 14 / 33, 26.0  # from one channel to the next in tiles, and for its letter at least
APART, SPACE = 20.0, 8.0  # between two outputs side by side, and between two bands, at least
HOLE, LONGER = 120.0, 90.0  # from which on a gap is one, and by how much lines grow at most


@dataclass(frozen=True)
class ChannelPlaces:
    """The sides of tiles, and places in design pixels.

    Channels stand above each other. Outputs stand side by side, in one band or, where their
    numbers could not be read otherwise, in several; in a single band kernels stand at the height
    of their channels.
    """

    layer: ChannelSteps
    width: float
    height: float
    bands: int
    side: float
    kernel: float
    sum: float
    output: float

    @classmethod
    def of(cls, stage: Stage, layer: ChannelSteps) -> "ChannelPlaces":
        """Return the places at which most can be read; a stage that is too small is refused."""
        found = list(_candidates(stage, layer))
        if not found:
            most = _stack(stage.height, bool(layer.unusual)) / LEAST
            raise ValueError(
                f"there is no room for an input of {times(layer.padded.shape)}, kernels of "
                f"{times(layer.kernel)} and outputs of {times(layer.y.shape)} tiles: about "
                f"{most:.0f} rows, of all channels together, and "
                f"{(stage.width - LEFT - RIGHT - LETTER) / LEAST:.0f} columns fit"
            )
        return max(found, key=cls._quality)

    def _quality(self) -> tuple[int, float]:
        """How many kinds of tiles can be read, and how large they are for their kinds."""
        sides = self.side, self.kernel, self.sum, self.output
        parts = [side / most for side, most in zip(sides, LARGEST, strict=True)]
        return sum(side >= READABLE for side in sides), round(sum(parts), 6)

    @property
    def near(self) -> float:
        """From the weights to their sums."""
        return NEAR * self.sum

    @property
    def image(self) -> float:
        """The left edge of the image."""
        return LEFT + LETTER

    @property
    def output_wide(self) -> float:
        """How wide an output is."""
        return float(self.layer.y.shape[2] * self.output)

    @property
    def wide(self) -> float:
        """How wide all is that belongs to an output."""
        return self._narrow + self._longer

    @property
    def columns(self) -> int:
        """How many outputs stand side by side."""
        return ceil(len(self.layer.y) / self.bands)

    @property
    def _narrow(self) -> float:
        kernel = self.layer.kernel[1] * self.kernel
        return kernel + (NEAR + 1 + FAN) * self.sum + self.output_wide

    @property
    def _room(self) -> float:
        """How much there is for each output across."""
        start = self.image + self.layer.padded.shape[2] * self.side
        return float((self.width - RIGHT - start) / self.columns)

    @property
    def _longer(self) -> float:
        """How much longer lines to an output are where there would be a hole in front of it."""
        return max(0.0, min(LONGER, (self._room - self._narrow - HOLE) / 2))

    @cached_property
    def middles(self) -> list[float]:
        """The middles of the channels."""
        count, beside = len(self.layer.x), self.bands == 1
        pitch = self._pitch(image=True, kernels=beside)
        kernel = self.layer.kernel[0] * self.kernel * beside
        tall = max(self.layer.padded.shape[1] * self.side, kernel)
        under = UNDER if self.layer.unusual else BARE
        middle = center(self.height, (count - 1) * pitch + tall, under, drop=NAME)
        return _spread(count, middle, pitch)

    def kernels(self, number: int) -> list[float]:
        """Return the middles of an output's kernels."""
        channels = self.layer.channels(number)
        if self.bands == 1:
            return [self.middles[channel] for channel in channels]
        return _spread(len(channels), self.group(number)[1], self._pitch(image=False, kernels=True))

    def group(self, number: int) -> tuple[float, float]:
        """Return the left edge of what belongs to an output, and the middle of the output."""
        band, column = divmod(number, self.columns)
        left = self.width - RIGHT - (self.columns - column) * self._room
        left += self._room - self.wide
        if self.bands > 1:
            high = self.height / self.bands
            return left, self.height - (band + 0.5) * high - (OVER - UNDER) / 2
        own = self.kernels(number)
        half = self.layer.y.shape[1] * self.output / 2
        middle = (own[0] + own[-1]) / 2
        return left, max(UNDER + half, min(middle, self.height - OVER - half))

    def _pitch(self, image: bool, kernels: bool) -> float:
        """Return how far it is from one channel to the next, of the image, of kernels or both."""
        rows, side = self.layer.padded.shape[1] * image, self.side * image
        kernel, total = self.kernel * kernels, self.sum * kernels
        high = rows * side + BETWEEN * side, (self.layer.kernel[0] + BETWEEN) * kernel
        return float(max(*high, 1.1 * total, LINE))


def _candidates(stage: Stage, layer: ChannelSteps) -> Iterator[ChannelPlaces]:
    """Yield what there is room for, with the outputs in one band or in several."""
    (channels, rows, wide), (outputs, tall, across) = layer.padded.shape, layer.y.shape
    (down, over), own = layer.kernel, len(layer.channels(0))
    stack = _stack(stage.height, bool(layer.unusual))
    for bands in range(1, outputs + 1):
        columns = ceil(outputs / bands)
        band = stage.height / bands - OVER - UNDER - (SPACE if bands > 1 else 0.0)
        beside, room = (channels, stack) if bands == 1 else (own, band)
        highest = (
            stack / (channels * (rows + BETWEEN) - BETWEEN),
            room / (beside * (down + BETWEEN) - BETWEEN),
            room / (beside * 1.1),
            band / tall,
        )

        def width(sides: Sequence[float], columns: int = columns) -> float:
            image, kernel, total, output = sides
            group = over * kernel + (NEAR + 1 + FAN) * total + across * output + APART
            return float(wide * image + columns * group)

        sides = fitted(LARGEST, highest, width, stage.width - LEFT - RIGHT - LETTER)
        if sides and stack >= channels * LINE:
            yield ChannelPlaces(layer, stage.width, stage.height, bands, *sides)


def _stack(height: float, noted: bool) -> float:
    """Return how high the channels may be together."""
    return height - OVER - (UNDER if noted else BARE)


def _spread(count: int, center: float, pitch: float) -> list[float]:
    """Return so many heights around a middle, from the top down."""
    return [center + pitch * ((count - 1) / 2 - number) for number in range(count)]
