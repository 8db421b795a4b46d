"""A layer on a colour image: a kernel per channel, their sums, and several outputs."""

from dataclasses import dataclass, replace
from math import prod

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.color_image import ColorImage
from animations.rendering.drawing.numerals import READABLE
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME, Tiles, greatest, tinted
from animations.rendering.drawing.wires import Wire, draw_sum, draw_times, interrupt
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.arrangement import refusal
from animations.rendering.panels.grids.channel_places import BASELINE, LARGEST, TRUNK, ChannelPlaces
from animations.rendering.panels.grids.receptive_field import (
    ReceptiveField,
    frame_width,
    gliding,
    settings,
)
from animations.rendering.panels.grids.upright_places import UprightPlaces
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.theme import CHANNELS, LABEL, PROSE_FONT, SUM
from animations.rendering.timeline import Frame
from signals import ChannelSteps
from signals.window import times

Places = ChannelPlaces | UprightPlaces

WINDOW = 2.2  # points of the frame on each channel
UNDER = 22.0  # from the picture down to what is said under it, in design pixels
OUTSIDE = 0.3  # how much of its tint a number keeps that no kernel looks at
TIMES = 7.0  # the radius of the sign before a kernel
PREFERRED = 2.0  # how much better tiles must be for a name to stand beside its output
CLEAR = 22.0  # the side that all tiles have at least where there is a colour image, too


@dataclass(frozen=True)
class ChannelsPanel(StepsPanel):
    """An image as a grid per channel, and for each output: kernels, channel sums, the output.

    Channels are columns and outputs are rows or, where this gives larger tiles, channels are rows
    and outputs are columns; wires lead from the window on each channel to its
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
        layer, places = self.layer, _places(stage, self.layer)
        channels = [_Channel(stage, layer, places, number) for number in range(len(layer.x))]
        outputs = [_Output(stage, layer, places, number) for number in range(len(layer.y))]
        grids: list[Squares] = [channel.grid for channel in channels]
        captions = list(zip(*(output.captions() for output in outputs), strict=True))
        if layer.bias.any():
            at = (places.bias_name(number) for number in range(len(layer.y)))
            captions.append(
                tuple(Caption(["bias"], "muted", (x, y - BASELINE), ha, note=True)
                      for x, y, ha in at)
            )  # fmt: skip
        fields = []
        if places.picture:
            picture = ColorImage(stage, *places.picture, layer.padded, places.side)
            fields.append(ReceptiveField(stage, picture, layer, WINDOW))
            grids.append(picture)
            above = LEFT + 1.5, picture.top + NAME
            captions.append((Caption(["colour image", "image"], "x", above, note=True),))
            brightest = f"0 to {shortest(greatest(layer.x))}"
            below = LEFT + 1.5, picture.bottom - UNDER
            note = Caption([f"values {brightest}", brightest], "muted", below, note=True)
            end = places.image(0)[0] - TRUNK if places.equals else stage.width
            fitting = [each for each in note.wordings if note.box(each)[2] <= end]
            if fitting:
                captions.append((replace(note, wordings=fitting),))
        if places.equals:
            x, y = places.equals
            stage.text(x, y - BASELINE, "=", SUM, "muted", ha="center")
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

    def __init__(self, stage: Stage, layer: ChannelSteps, places: Places, number: int) -> None:
        self._layer, self._places, self._number = layer, places, number
        (left, middle), color = places.image(number), CHANNELS[number]
        values = layer.padded[number]
        pale = tinted(stage.theme, color, layer.padded / OUTSIDE)
        grid = Tiles(
            stage, left, middle, values.shape, places.side, color, layer.padded, moving=True,
            faint=lambda value: (pale(value)[0], stage.theme.muted),
        )  # fmt: skip
        letter = "RGB"[number] if len(layer.x) == 3 else str(number + 1)
        x, y, ha = places.letter(grid)
        stage.text(x, y - BASELINE, letter, LABEL, color, ha=ha, fontfamily=PROSE_FONT)
        self.grid, self._values = grid, values
        self._field, self._wire = ReceptiveField(stage, grid, layer, WINDOW), Wire(stage, color)
        outputs = range(len(layer.y))
        self._outputs = [output for output in outputs if number in layer.channels(output)]

    def show(self, t: float, step: int) -> None:
        """Show what is seen of it in a step, or on the way from it to the next."""
        layer = self._layer
        outside = np.ones(self._values.shape, dtype=bool)
        # Where there are only shades, all of them mean what they are.
        outside[np.ix_(*layer.seen(layer.places[step]))] = False
        self.grid.show(self._values, outside & bool(self.grid.numerals), ~layer.used)
        self._field.show(t)
        window = gliding(self._field.around, t, self._layer.last)
        self._wire.show(*self._places.seen(self._number, self._outputs, window))


class _Output:
    """The weights, the channels' sums and the grid of one output."""

    def __init__(self, stage: Stage, layer: ChannelSteps, places: Places, number: int) -> None:
        self._layer, self._places, self._number = layer, places, number
        shape, at = layer.y.shape[1:], places.output(number)
        self._grid = Tiles(stage, *at, shape, places.cell, "y", layer.y, moving=True)
        self._weights, self._sums = [], []
        for channel, kernel in zip(layer.channels(number), layer.w[number], strict=True):
            color, at, total = CHANNELS[channel], places.weights(number, channel), (1, 1)
            grid = Tiles(stage, *at, kernel.shape, places.kernel, "h", layer.w)
            grid.show(kernel)
            self._weights.append(grid)
            left, middle = places.total(number, channel)
            self._sums.append(
                Tiles(stage, left, middle, total, places.sum, color, layer.given, moving=True)
            )
            Wire(stage, color).show([(grid.left + grid.width, middle), (left, middle)])
            if grid.height > 2 * TIMES:
                draw_times(stage, color, places.times(grid), TIMES)
            Outline(stage, color, 1.4, zorder=4).show(self._sums[-1].frame)
        self._added = list(self._sums)
        if layer.bias.any():
            tile = Tiles(stage, *places.bias(number), (1, 1), places.sum, "muted", layer.bias)
            tile.show(np.array([[layer.bias[number]]]))
            self._added.append(tile)
        self._wire = Wire(stage, "y", zorder=2.4)
        interrupt(stage, *places.crossing(number, self._added), zorder=2.3)
        self._newest = Outline(stage, "y", frame_width(places.cell))
        draw_sum(stage, "y", places.join(number))

    @property
    def grids(self) -> list[Squares]:
        """All its grids."""
        return [self._grid, *self._weights, *self._added]

    def captions(self) -> list[Caption]:
        """Return what is written at them: of each output as many."""
        n = self._number + 1
        (*weights, ha), output = self._places.names(self._number, self._grid)
        return [
            Caption([f"output {n}", f"$y_{n}$"], "y", output, note=True),
            Caption([f"weights {n}", f"$w_{n}$"], "h", (weights[0], weights[1]), ha, note=True),
        ]

    def show(self, step: int) -> None:
        """Show the sums and the output of a step."""
        layer, place = self._layer, self._layer.places[step]
        for tile, value in zip(self._sums, layer.sums(self._number, place), strict=True):
            tile.show(np.array([[value]]))
        self._grid.show(layer.drawn(step)[self._number])
        cell = self._grid.cell(place)
        self._newest.show(cell)
        self._wire.show(*self._places.added(self._number, self._added, self._grid, cell))


def _places(stage: Stage, layer: ChannelSteps) -> Places:
    """Return the places at which most can be read; a stage that is too small is refused."""
    kinds = ChannelPlaces, UprightPlaces
    found = [each for kind in kinds for each in kind.candidates(stage, layer)]
    if not found:
        x, w, y = map(times, (layer.padded.shape, layer.kernel, layer.y.shape))
        what = f"an input of {x}, kernels of {w} and outputs of {y} tiles"
        raise refusal(stage, what, [kind.needs(layer) for kind in kinds])
    return max(found, key=_quality)


def _quality(places: Places) -> tuple[int, bool, float]:
    """Return how many kinds of tiles can be read, and how large they are for their kinds."""
    sides = places.side, places.kernel, places.sum, places.cell
    total = prod(side / most for side, most in zip(sides, LARGEST, strict=True))
    total *= PREFERRED if places.named_over else 1
    pictured = bool(places.picture) and min(sides) >= CLEAR
    return sum(side >= READABLE for side in sides), pictured, round(total, 6)
