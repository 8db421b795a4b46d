"""A layer on a colour image: a kernel per channel, their sums, and several outputs."""

from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D

from animations.rendering.animation import Update
from animations.rendering.channels import Channels
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Outline, Tiles, greatest, tinted
from animations.rendering.drawing.wording import shortest
from animations.rendering.panels.grids.scan import NAME
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame

COLORS = ("red", "green", "blue")
SIDE, SUM, LARGE = 33.0, 40.0, 44.0  # the sides of tiles, in design pixels
LETTER, BETWEEN = 30.0, 14.0  # room for a channel's letter, and from one channel to the next
NEAR, FAN = 16.0, 34.0  # from the weights to their sums, and on to the output


@dataclass(frozen=True)
class ChannelsPanel:
    """A colour image as three grids, and for each output: kernels, channel sums, the output.

    Attributes
    ----------
    channels : Channels
        What happens: three channels to two outputs.
    """

    channels: Channels
    height: float = 1.0
    rigid: bool = False

    def build(self, stage: Stage) -> Update:
        """Draw the image and the weights; return what shows a step."""
        channels = self.channels
        _, rows, columns = channels.x.shape
        pitch = rows * SIDE + BETWEEN
        center = stage.height / 2 - NAME
        middles = [center + pitch * (1 - channel) for channel in range(3)]
        group = channels.w.shape[3] * SIDE + NEAR + SUM + FAN + channels.y.shape[2] * LARGE
        image = LETTER + columns * SIDE
        gap = (stage.width - LEFT - RIGHT - image - len(channels.y) * group) / len(channels.y)

        grids, windows = [], []
        top = middles[0] + rows * SIDE / 2 + NAME
        stage.text(LEFT + LETTER, top, "input $x$", LABEL, "x")
        for values, color, middle in zip(channels.x, COLORS, middles, strict=True):
            stage.text(LEFT, middle - 7, color[0].upper(), LABEL, color)
            grid = Tiles(
                stage, (LEFT + LETTER, middle + rows * SIDE / 2), values.shape, SIDE,
                tinted(stage.theme, color, greatest([channels.x])),
            )  # fmt: skip
            grid.show(values)
            grids.append(grid)
            windows.append(Outline(stage, "h", width=2.2))
        shows = [
            self._output(stage, output, LEFT + image + gap + output * (group + gap), middles)
            for output in range(len(channels.y))
        ]

        def show(frame: Frame) -> None:
            step = channels.step(frame)
            seen = channels.scans[0][0].seen(channels.place(step))
            for grid, window in zip(grids, windows, strict=True):
                window.show(grid.box(*seen))
            for show_output in shows:
                show_output(frame)

        return show

    def _output(self, stage: Stage, output: int, left: float, middles: list[float]) -> Update:
        """Draw an output's weights, and return what shows its sums and what they add up to."""
        channels, theme = self.channels, stage.theme
        _, _, down, across = channels.w.shape
        _, tall, wide = channels.y.shape
        sums_left = left + across * SIDE + NEAR
        right = sums_left + SUM + FAN
        paint = tinted(theme, "h", greatest([channels.w]))
        for kernel, middle in zip(channels.w[output], middles, strict=True):
            Tiles(stage, (left, middle + down * SIDE / 2), kernel.shape, SIDE, paint).show(kernel)
        most = greatest(scan.y for row in channels.scans for scan in row)
        sums = [
            Tiles(
                stage, (sums_left, middle + SUM / 2), (1, 1), SUM, tinted(theme, color, most),
                moving=True,
            )
            for color, middle in zip(COLORS, middles, strict=True)
        ]  # fmt: skip
        grid = Tiles(
            stage, (right, middles[1] + tall * LARGE / 2), (tall, wide), LARGE,
            tinted(theme, "y", greatest([channels.y])), moving=True,
        )  # fmt: skip
        for middle in middles:
            lead(stage, (sums_left - NEAR + 3, middle), (sums_left - 3, middle))
            lead(stage, (sums_left + SUM + 5, middle), (right - 7, middles[1]))
        over = middles[0] + down * SIDE / 2 + NAME
        stage.text(left + 1.5, over, f"weights $w_{output + 1}$", LABEL, "h")
        stage.text(right + 1.5, grid.top + NAME, f"output $y_{output + 1}$", LABEL, "y")
        bias = f"bias $b_{output + 1} = {shortest(float(channels.bias[output]))}$"
        stage.text(right + 1.5, grid.top - grid.height - 26, bias, LABEL, "ink")
        newest = Outline(stage, "y")

        def show(frame: Frame) -> None:
            step = channels.step(frame)
            place = channels.place(step)
            for tile, value in zip(sums, channels.sums(output, place), strict=True):
                tile.show(np.array([[value]]))
            grid.show(channels.drawn(output, step))
            newest.show(grid.box(*([n] for n in place)))

        return show


def lead(stage: Stage, start: tuple[float, float], stop: tuple[float, float]) -> None:
    """Draw a thin line from where something comes to where it goes."""
    stage.figure.add_artist(
        Line2D(
            *zip(start, stop, strict=True),
            color=stage.theme.axis, linewidth=1.0, transform=stage.pixels, zorder=0.5,
        )
    )  # fmt: skip
