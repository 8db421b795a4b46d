"""A layer on a colour image: a kernel per channel, their sums, and several outputs."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.color_image import ColorImage
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.tiles import NAME, Tiles, greatest, tinted
from animations.rendering.drawing.wires import Wire, draw_sum, draw_times, interrupt
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.channel_places import ASIDE, EQUALS, TRUNK, ChannelPlaces
from animations.rendering.panels.grids.receptive_field import (
    ReceptiveField,
    frame_width,
    gliding,
    settings,
)
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.theme import CHANNELS, LABEL, PROSE_FONT, SUM
from animations.rendering.timeline import Frame
from signals import ChannelSteps

WINDOW = 2.2  # points of the frame on each channel
OVER = 9.0  # from a tile up to the baseline of its name, in design pixels
UNDER = 22.0  # and from the picture down to what is said under it
OUTSIDE = 0.3  # how much of its tint a number keeps that no kernel looks at
TIMES = 7.0  # the radius of the sign before a kernel
BASELINE = 7.0  # from the middle of a line down to its baseline, in design pixels


@dataclass(frozen=True)
class ChannelsPanel(StepsPanel):
    """An image as a grid per channel, and for each output: kernels, channel sums, the output.

    Channels are columns and outputs are rows; wires lead from the window on each channel to its
    kernels, from these to their sums, and from the sums and the bias to the output's newest cell.
    What lies outside of the window is pale.
    The layer has two dimensions, and up to six channels and outputs. An output whose group leaves
    out a channel has no kernel, sum or wire for it. Many of them make the tiles smaller, down to
    shades; what is too large even for these is refused (`ValueError`). Three channels that are
    nowhere negative are shown as the colour image that they are, too, where there is room.
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
        channels = [_Channel(stage, layer, places, number) for number in range(len(layer.x))]
        outputs = [_Output(stage, layer, places, number) for number in range(len(layer.y))]
        grids: list[Squares] = [channel.grid for channel in channels]
        captions = list(zip(*(output.captions() for output in outputs), strict=True))
        if layer.bias.any():
            tops = [middle + places.sum / 2 + OVER for middle in places.rows]
            captions.append(
                tuple(Caption(["bias"], "muted", (places.bias + 1.5, y), note=True) for y in tops)
            )
        if places.pictured:
            picture = ColorImage(stage, LEFT, places.top, layer.padded, places.side)
            fields = [ReceptiveField(stage, picture, layer, WINDOW)]
            grids.append(picture)
            at = LEFT + 1.5, picture.top + NAME
            captions.append((Caption(["colour image", "image"], "x", at, note=True),))
            brightest = f"0 to {shortest(greatest(layer.x))}"
            at = LEFT + 1.5, picture.bottom - UNDER
            wordings = [f"values {brightest}", brightest]
            captions.append((Caption(wordings, "muted", at, note=True),))
            equals = LEFT + picture.width + EQUALS / 2
            stage.text(equals, places.top - BASELINE, "=", SUM, "muted", ha="center")
        else:
            fields = []
        said = [";  ".join(words) for words in settings(layer)]
        if said[0]:
            x, y, ha = places.note
            captions.append((Caption(said, "muted", (x, y), ha, note=True),))
        write(stage, captions, [*grids, *(grid for output in outputs for grid in output.grids)])

        def show(frame: Frame) -> None:
            for field in fields:
                field.show(frame.t)
            for channel in channels:
                channel.show(frame.t, self.step(frame))
            for output in outputs:
                output.show(self.step(frame))

        return show


class _Channel:
    """The grid of a channel, what the kernels see of it, and the wire to these."""

    def __init__(
        self, stage: Stage, layer: ChannelSteps, places: ChannelPlaces, number: int
    ) -> None:
        self._layer, self._level = layer, places.level
        left, color = places.channel(number), CHANNELS[number]
        values = layer.padded[number]
        pale = tinted(stage.theme, color, layer.padded / OUTSIDE)
        grid = Tiles(
            stage, left, places.top, values.shape, places.side, color, layer.padded, moving=True,
            faint=lambda value: (pale(value)[0], stage.theme.muted),
        )  # fmt: skip
        letter = "RGB"[number] if len(layer.x) == 3 else str(number + 1)
        at = left + grid.width / 2, grid.top + NAME
        stage.text(*at, letter, LABEL, color, ha="center", fontfamily=PROSE_FONT)
        self.grid, self._values = grid, values
        self._field, self._wire = ReceptiveField(stage, grid, layer, WINDOW), Wire(stage, color)
        self._trunk = left - TRUNK
        rows = enumerate(places.rows)
        seeing = [middle for output, middle in rows if number in layer.channels(output)]
        self._branches = [[(self._trunk, middle), (left, middle)] for middle in seeing]

    def show(self, t: float, step: int) -> None:
        """Show what is seen of it in a step, or on the way from it to the next."""
        layer = self._layer
        outside = np.ones(self._values.shape, dtype=bool)
        # Where there are only shades, all of them mean what they are.
        outside[np.ix_(*layer.seen(layer.places[step]))] = False
        self.grid.show(self._values, outside & bool(self.grid.numerals), ~layer.used)
        self._field.show(t)
        outline = gliding(self._field.around, t, self._layer.last)
        x, y = np.asarray(outline.vertices)[3].tolist()
        *others, last = self._branches
        corners = [(x, y), (x, self._level), (self._trunk, self._level), *last]
        self._wire.show(corners, *others)


class _Output:
    """The weights, the channels' sums and the grid of one output."""

    def __init__(
        self, stage: Stage, layer: ChannelSteps, places: ChannelPlaces, number: int
    ) -> None:
        self._layer, self._number = layer, number
        middle = places.rows[number]
        self._bus, self._join = middle - places.bus, places.join
        self._label = places.channel(0) - TRUNK - 10, middle - BASELINE
        self._over = places.named_over
        shape, at = layer.y.shape[1:], places.output(number)
        self._grid = Tiles(stage, places.right, at, shape, places.cell, "y", layer.y, moving=True)
        self._weights, self._sums = [], []
        for channel, kernel in zip(layer.channels(number), layer.w[number], strict=True):
            left, color, at = places.channel(channel), CHANNELS[channel], places.sums(channel)
            grid = Tiles(stage, left, middle, kernel.shape, places.kernel, "h", layer.w)
            grid.show(kernel)
            self._weights.append(grid)
            self._sums.append(
                Tiles(stage, at, middle, (1, 1), places.sum, color, layer.given, moving=True)
            )
            Wire(stage, color).show([(left + grid.width, middle), (at, middle)])
            if grid.height > 2 * TIMES:
                draw_times(stage, color, (left - TRUNK / 2, middle), TIMES)
            Outline(stage, color, 1.4, zorder=4).show(self._sums[-1].frame)
        self._added = list(self._sums)
        if layer.bias.any():
            tile = Tiles(stage, places.bias, middle, (1, 1), places.sum, "muted", layer.bias)
            tile.show(np.array([[layer.bias[number]]]))
            self._added.append(tile)
        self._wire = Wire(stage, "y", zorder=2.4)
        first = self._sums[0].left, self._bus
        interrupt(stage, first, (self._join, self._bus), zorder=2.3)
        self._newest = Outline(stage, "y", frame_width(places.cell))
        draw_sum(stage, "y", (self._join, self._bus))

    @property
    def grids(self) -> list[Squares]:
        """All its grids."""
        return [self._grid, *self._weights, *self._added]

    def captions(self) -> list[Caption]:
        """Return what is written at them: of each output as many."""
        grid, n = self._grid, self._number + 1
        named = (
            (grid.left + 1.5, grid.top + ASIDE + OVER)
            if self._over
            else (grid.left + grid.width + 12, (grid.top + grid.bottom) / 2 - BASELINE)
        )
        return [
            Caption([f"output {n}", f"$y_{n}$"], "y", named, note=True),
            Caption([f"weights {n}", f"$w_{n}$"], "h", self._label, "right", note=True),
        ]

    def show(self, step: int) -> None:
        """Show the sums and the output of a step."""
        layer, place = self._layer, self._layer.places[step]
        for tile, value in zip(self._sums, layer.sums(self._number, place), strict=True):
            tile.show(np.array([[value]]))
        self._grid.show(layer.drawn(step)[self._number])
        cell = self._grid.cell(place)
        self._newest.show(cell)
        way = self._way(cell)
        feet = [(tile.left + tile.width / 2, tile.bottom) for tile in self._added]
        first, *others = [[foot, (foot[0], self._bus)] for foot in feet]
        self._wire.show([*first, (self._join, self._bus), (self._join, way[0][1]), *way], *others)

    def _way(self, cell: Path) -> list[Place]:
        """Return the last corners on the way to a cell: from outside, or along its seam."""
        (left, top), (right, _), _, (_, bottom), _ = np.asarray(cell.vertices).tolist()
        x, grid = (left + right) / 2, self._grid
        if bottom <= grid.bottom + 1e-6:
            return [(x, bottom - ASIDE), (x, bottom)]
        if top >= grid.top - 1e-6:
            return [(x, top + ASIDE), (x, top)]
        return [(left, bottom)]
