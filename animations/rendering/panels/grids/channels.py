"""A layer on a colour image: a kernel per channel, their sums, and several outputs."""

from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.tiles import Tiles
from animations.rendering.framing.numbers import latex
from animations.rendering.panels.grids.channel_places import ChannelPlaces
from animations.rendering.panels.grids.receptive_field import (
    ReceptiveField,
    frame_width,
    settings,
)
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.theme import CHANNELS, LABEL
from animations.rendering.timeline import Frame
from signals import ChannelSteps


@dataclass(frozen=True)
class ChannelsPanel(StepsPanel):
    """An image as a grid per channel, and for each output: kernels, channel sums, the output.

    The layer has two dimensions, and up to six channels and outputs. An output whose group leaves
    out a channel has no kernel, sum or line for it. Many of them make the tiles smaller, down to
    shades; what is too large even for these is refused (`ValueError`).
    """

    layer: ChannelSteps
    kinds = (ChannelSteps,)
    axes = (2,)

    def __post_init__(self) -> None:
        super().__post_init__()
        for what, count in (("channels", len(self.layer.x)), ("outputs", len(self.layer.y))):
            if count > len(CHANNELS):
                raise ValueError(
                    f"ChannelsPanel: layer must have at most {len(CHANNELS)} {what}, got {count}"
                )

    def build(self, stage: Stage) -> Update:
        """Draw the image and the weights; return what shows a step."""
        layer, places = self.layer, ChannelPlaces.of(stage, self.layer)
        letters = "RGB" if len(layer.x) == 3 else "123456"
        grids = []
        for values, middle, letter, color in zip(
            layer.padded, places.middles, letters, CHANNELS, strict=False
        ):
            stage.text(LEFT, middle - 7, letter, LABEL, color)
            grids.append(
                Tiles(stage, places.image, middle, values.shape, places.side, color, layer.padded)
            )
            grids[-1].show(values, blank=~layer.used)
        fields = [ReceptiveField(stage, grid, layer, width=2.2) for grid in grids]
        outputs = [_Output(stage, layer, places, number) for number in range(len(layer.y))]
        said = [";  ".join(words) for words in settings(layer)]
        captions = [
            [grids[0].name("x", "input $x$", "$x$", ha="left")],
            *zip(*(output.captions() for output in outputs), strict=True),
            [grids[-1].note(*said)] if said[0] else [],
        ]
        write(stage, captions, [*grids, *(grid for output in outputs for grid in output.grids)])

        def show(frame: Frame) -> None:
            step = self.step(frame)
            for field in fields:
                field.show(frame.t)
            for output in outputs:
                output.show(step)

        return show


class _Output:
    """The weights, the channels' sums and the grid of one output."""

    def __init__(
        self, stage: Stage, layer: ChannelSteps, places: ChannelPlaces, number: int
    ) -> None:
        self._layer, self._number = layer, number
        left, center = places.group(number)
        middles = places.kernels(number)
        across = layer.kernel[1] * places.kernel
        sums, right = left + across + places.near, left + places.wide - places.output_wide
        shape, side = layer.y.shape[1:], places.output
        self._grid = Tiles(stage, right, center, shape, side, "y", layer.y, moving=True)
        self._weights, self._sums = [], []
        channels = layer.channels(number)
        for channel, kernel, middle in zip(channels, layer.w[number], middles, strict=True):
            grid = Tiles(stage, left, middle, kernel.shape, places.kernel, "h", layer.w)
            grid.show(kernel)
            self._weights.append(grid)
            color = CHANNELS[channel]
            total = Tiles(stage, sums, middle, (1, 1), places.sum, color, layer.given, moving=True)
            self._sums.append(total)
            _lead(stage, (sums - places.near + 3, middle), (sums - 3, middle))
            _lead(stage, (sums + places.sum + 5, middle), (right - 7, center))
        self._newest = Outline(stage, "y", frame_width(places.output))

    @property
    def grids(self) -> list[Squares]:
        """All its grids."""
        return [self._grid, *self._weights, *self._sums]

    def captions(self) -> list[Caption]:
        """Return what is written over and under them: of each output as many."""
        grid, n = self._grid, self._number + 1
        found = [
            grid.name("y", f"output $y_{n}$", f"$y_{n}$", ha="left"),
            self._weights[0].name("h", f"weights $w_{n}$", f"$w_{n}$", ha="left"),
        ]
        if self._layer.bias.any():
            bias = f"$b_{n} = {latex(float(self._layer.bias[self._number]))}$"
            at = grid.left + 1.5, grid.bottom - 26
            found.append(Caption([f"bias {bias}", bias], "ink", at))
        return found

    def show(self, step: int) -> None:
        """Show the sums and the output of a step."""
        layer, place = self._layer, self._layer.places[step]
        for tile, value in zip(self._sums, layer.sums(self._number, place), strict=True):
            tile.show(np.array([[value]]))
        self._grid.show(layer.drawn(step)[self._number])
        self._newest.show(self._grid.cell(place))


def _lead(stage: Stage, start: Place, stop: Place) -> None:
    """Draw a thin line from where something comes to where it goes."""
    line = Line2D(*zip(start, stop, strict=True), color=stage.theme.axis, linewidth=1.0)
    line.set(transform=stage.pixels, zorder=0.5)
    stage.figure.add_artist(line)
