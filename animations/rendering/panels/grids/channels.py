"""A layer on a colour image: a kernel per channel, their sums, and several outputs."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME, Tiles, tinted
from animations.rendering.framing.numbers import shortest
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame, nearest_step
from signals import ChannelSteps
from signals.window import times

COLORS = ("red", "green", "blue")
SIDE, SUM, LARGE = 33.0, 40.0, 44.0  # the sides of tiles, in design pixels
LETTER, BETWEEN = 30.0, 14.0  # room for a channel's letter, and from one channel to the next
NEAR, FAN = 16.0, 34.0  # from the weights to their sums, and on to the output
APART, WORDS = 20.0, 44.0  # at least between two outputs, and over and under one
SMALLEST = 0.4  # how far all of it may shrink so that it fits


@dataclass(frozen=True)
class ChannelsPanel(Panel):
    """An image as a grid per channel, and for each output: kernels, channel sums, the output.

    The layer has two dimensions. Many channels or outputs make the tiles smaller, and so many that
    there is no room for their numbers raise a `ValueError`.
    """

    layer: ChannelSteps

    def build(self, stage: Stage) -> Update:
        """Draw the image and the weights; return what shows a step."""
        layer, scale = self.layer, self._scale(stage)
        side, letter = scale * SIDE, scale * LETTER
        channels, rows, _ = layer.x.shape
        pitch = rows * side + scale * BETWEEN
        center = stage.height / 2 - NAME
        middles = [center + pitch * ((channels - 1) / 2 - channel) for channel in range(channels)]
        image, group = (scale * width for width in self._widths())
        gap = (stage.width - LEFT - RIGHT - image - len(layer.y) * group) / len(layer.y)

        letters = "RGB" if channels == len(COLORS) else "123456789"
        grids = []
        for channel, (values, middle) in enumerate(zip(layer.x, middles, strict=True)):
            color = COLORS[channel % len(COLORS)]
            stage.text(LEFT, middle - 7, letters[channel], LABEL, color)
            paint = tinted(stage.theme, color, layer.x)
            grids.append(Tiles(stage, LEFT + letter, middle, values.shape, side, paint))
            grids[-1].show(values)
        stage.text(LEFT + letter, grids[0].top + NAME, "input $x$", LABEL, "x")
        windows = [Outline(stage, "h", width=2.2) for _ in grids]
        lefts = [LEFT + image + gap + output * (group + gap) for output in range(len(layer.y))]
        shows = [self._output(stage, n, left, middles, scale) for n, left in enumerate(lefts)]

        def show(frame: Frame) -> None:
            step = nearest_step(frame.t, 0, layer.last)
            seen = layer.seen(layer.places[step])
            for grid, window in zip(grids, windows, strict=True):
                window.show(grid.box(*seen))
            for show_step in shows:
                show_step(step)

        return show

    def _output(
        self, stage: Stage, output: int, left: float, middles: list[float], scale: float
    ) -> Callable[[int], None]:
        """Draw an output's weights, and return what shows its sums and what they add up to."""
        layer, theme = self.layer, stage.theme
        side, total, near = scale * SIDE, scale * SUM, scale * NEAR
        sums_left = left + layer.w.shape[3] * side + near
        right = sums_left + total + scale * FAN
        center = (middles[0] + middles[-1]) / 2
        paint = tinted(theme, "y", layer.y)
        shape = layer.y[output].shape
        grid = Tiles(stage, right, center, shape, scale * LARGE, paint, moving=True)
        grid.name(f"output $y_{output + 1}$", "y", ha="left")
        bias = f"bias $b_{output + 1} = {shortest(float(layer.bias[output]))}$"
        stage.text(right + 1.5, grid.bottom - 26, bias, LABEL, "ink")
        weights, sums = [], []
        for channel, (kernel, middle) in enumerate(zip(layer.w[output], middles, strict=True)):
            paint = tinted(theme, "h", layer.w)
            weights.append(Tiles(stage, left, middle, kernel.shape, side, paint))
            weights[-1].show(kernel)
            paint = tinted(theme, COLORS[channel % len(COLORS)], layer.given)
            sums.append(Tiles(stage, sums_left, middle, (1, 1), total, paint, moving=True))
            lead(stage, (sums_left - near + 3, middle), (sums_left - 3, middle))
            lead(stage, (sums_left + total + 5, middle), (right - 7, center))
        weights[0].name(f"weights $w_{output + 1}$", "h", ha="left")
        newest = Outline(stage, "y")

        def show(step: int) -> None:
            place = layer.places[step]
            for tile, value in zip(sums, layer.sums(output, place), strict=True):
                tile.show(np.array([[value]]))
            grid.show(layer.drawn(step)[output])
            newest.show(grid.cell(place))

        return show

    def _widths(self) -> tuple[float, float]:
        """Return how wide the image is, and what belongs to an output, in their full size."""
        layer = self.layer
        group = layer.w.shape[3] * SIDE + NEAR + SUM + FAN + layer.y.shape[2] * LARGE
        return LETTER + layer.x.shape[2] * SIDE, group

    def _scale(self, stage: Stage) -> float:
        """Return the part of their full size that lets everything fit."""
        (channels, rows, _), (outputs, tall, _) = self.layer.x.shape, self.layer.y.shape
        image, group = self._widths()
        wide = stage.width - LEFT - RIGHT - outputs * APART
        high = channels * (rows * SIDE + BETWEEN) - BETWEEN
        scale: float = min(
            1.0,
            wide / (image + outputs * group),
            (stage.height - WORDS) / high,
            (stage.height - 2 * WORDS) / (tall * LARGE),
        )
        if scale < SMALLEST:
            raise ValueError(
                f"there is no room for an input of {times(self.layer.x.shape)} "
                f"and outputs of {times(self.layer.y.shape)} numbers"
            )
        return scale


def lead(stage: Stage, start: tuple[float, float], stop: tuple[float, float]) -> None:
    """Draw a thin line from where something comes to where it goes."""
    line = Line2D(*zip(start, stop, strict=True), color=stage.theme.axis, linewidth=1.0)
    line.set(transform=stage.pixels, zorder=0.5)
    stage.figure.add_artist(line)
