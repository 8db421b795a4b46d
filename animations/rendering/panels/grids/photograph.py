"""A photograph, and a few of its pixels as numbers that a kernel slides over."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.captions import write
from animations.rendering.drawing.picture import Raster, grey_tiles, greys
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.squares import LEAST, Outline, Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.ties import Ties
from animations.rendering.drawing.tiles import NAME
from animations.rendering.framing.room import View
from animations.rendering.panels.grids.arrangement import BARE, GAP, fitted, refusal
from animations.rendering.panels.grids.layer_places import (
    APART,
    FOOT,
    Places,
    row_lefts,
    row_side,
    row_width,
)
from animations.rendering.panels.grids.picture_places import OVER, Picture
from animations.rendering.panels.grids.receptive_field import ReceptiveField, frame_width, gliding
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.panels.text.layer_sums import LayerSumPanel
from animations.rendering.theme import NOTE, PROSE_FONT, TICK
from animations.rendering.timeline import Frame
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.grey_levels import WHITE
from signals.window import times

RAMP, UNDER = 14.0, 16.0  # how high the scale of greys is, and how far under the photograph,
# in design pixels
SLIM = 200.0  # design pixels of a photograph that is too narrow for words on its greys
SMALL = 50.0  # sides of weights and products at most, in design pixels
NARROW = 36.0  # between two grids, at least
BESIDE, NUMBER = 8.0, 4.0  # from a photograph to the scale of greys on its left, and on to numbers
CAP = 13.0  # how high these numbers are


@dataclass(frozen=True)
class PhotographPanel(Panel):
    """A photograph, of grey levels from 0 to 99, on the left, and which grey is which level."""

    photo: FloatArray

    def build(self, stage: Stage) -> Update:
        """Draw everything; nothing moves."""
        where = Picture.of(stage, self.photo)
        stage.figure.add_artist(Raster(stage, where, greys(self.photo, WHITE)))
        prose: dict[str, Any] = {"fontfamily": PROSE_FONT}
        stage.text(where.left, where.top + NAME, "photograph", NOTE, "x", **prose)
        levels = np.arange(WHITE + 1.0)[None]
        right = where.left + where.width
        if where.over_others:
            levels = levels.T[::-1]
            size = where.height / levels.size, 0.0
            left, middle = where.left - BESIDE - RAMP, (where.top + where.bottom) / 2
            scale = Squares(left, middle, levels.shape, RAMP, size)
            numbers = (f"{WHITE:g}", scale.top - CAP), ("0", scale.bottom)
            for wording, y in numbers:
                stage.text(left - NUMBER, y, wording, TICK, "muted", ha="right", **prose)
        else:
            side = where.width / levels.size
            middle = where.bottom - UNDER - RAMP / 2
            scale = Squares(where.left, middle, levels.shape, side, (RAMP, 0.0))
            below = scale.bottom - 25
            black, white = ("0: black", f"{WHITE:g}: white")
            if where.width < SLIM:
                black, white = "0", f"{WHITE:g}"
            stage.text(where.left, below, black, NOTE, "muted", **prose)
            stage.text(right, below, white, NOTE, "muted", ha="right", **prose)
        stage.figure.add_artist(Raster(stage, scale, greys(levels, WHITE)))
        Outline(stage, "axis", width=1.0, zorder=0).show(scale.frame)
        return lambda frame: None


@dataclass(frozen=True)
class ZoomPanel(StepsPanel):
    """Some pixels of a photograph as tiles with numbers, and what a kernel makes of them.

    It stands in one place with a `PhotographPanel`.

    Attributes
    ----------
    photo : ndarray
        Grey levels from 0 to 99.
    corner : tuple of int
        The row and the column of the first of those pixels.
    layer : LayerSteps
        What happens to them; they are its input.
    written : bool
        Whether the sum is written under them, as by `LayerSumPanel`.
    """

    photo: FloatArray
    corner: tuple[int, int]
    layer: LayerSteps
    written: bool = False
    kinds = (LayerSteps,)
    axes = (2,)

    def build(self, stage: Stage) -> Update:
        """Draw the pixels and the weights; return what shows a step."""
        if not self.written:
            return self._build(stage, Picture.of(stage, self.photo))
        sums = LayerSumPanel(self.layer)
        high = sums.room(View(stage.span, stage.timeline.shifts, stage.width)).above
        write_sum = sums.build(stage.part(0, 0, stage.width, high))
        upper = stage.part(0, high, stage.width, stage.height - high)
        show_pixels = self._build(upper, Picture.of(stage, self.photo).lowered(high))

        def show(frame: Frame) -> None:
            show_pixels(frame)
            write_sum(frame)

        return show

    def _build(self, stage: Stage, photo: Picture) -> Update:
        """Draw the pixels and the weights at a photograph; return what shows a step."""
        layer = self.layer
        every = [layer.products(place) for place in layer.places]
        places = self._places(stage, photo)
        grids = places.grids(stage, layer, layer.padded, every, layer.y, grey_tiles(WHITE))
        image, _, products, output = grids
        image.show(layer.padded, blank=~layer.used)
        captions = grids.names(["products"], places.below, pixels="grey levels", moves=True)
        write(stage, [[caption] for caption in captions], grids)
        field = ReceptiveField(stage, image, layer)
        spot = Outline(stage, "h", width=1.4)
        newest = Outline(stage, "y", frame_width(output.side))
        marked = photo.box(*map(range, self.corner, np.add(self.corner, layer.x.shape).tolist()))
        Outline(stage, "x", width=1.4, zorder=4).show(marked)
        own = [range(n, n + size) for n, size in zip(layer.padding, layer.x.shape, strict=True)]
        Ties(stage, "x").show(marked, image.box(*own))
        seen = Ties(stage, "h", source=image, down=photo.over_others)
        summed = Ties(stage, "y", target=output)

        def within(step: int) -> Path:
            window = zip(layer.seen(layer.places[step]), self.corner, layer.padding, strict=True)
            return photo.box(*([n + first - p for n in along] for along, first, p in window))

        def show(frame: Frame) -> None:
            step = self.step(frame)
            cell = output.cell(layer.places[step])
            products.show(every[step])
            output.show(layer.drawn(step))
            field.show(frame.t)
            spot.show(gliding(within, frame.t, layer.last))
            newest.show(cell)
            seen.show(field.outline(frame.t), products.frame)
            summed.show(products.frame, cell)

        return show

    def _places(self, stage: Stage, photo: Picture) -> Places:
        """Place the grids beside the photograph, the pixels as high as this if there is room."""
        layer, start, stop = self.layer, photo.left + photo.width, stage.width - RIGHT
        (rows, columns), (down, across), (tall, wide) = (
            grid.shape for grid in (layer.padded, layer.w, layer.y)
        )
        if photo.over_others:
            return self._under(stage, photo)
        room, free = stop - start - 3 * NARROW, stage.height - OVER - BARE
        side = photo.height / rows
        sides = fitted(
            (side, SMALL, side),
            (free / rows, (free - APART) / (2 * down), free / tall),
            lambda sides: float(np.dot((columns, across, wide), sides)),
            room,
        )
        if sides is None:
            needed = (columns + across + wide) * LEAST - room, rows * LEAST - free
            raise self._refusal(stage, needed)
        side, small, large = sides
        gap = (stop - start - columns * side - across * small - wide * large) / 3
        left, right = start + gap, stop - wide * large
        heights = rows * side, down * small, tall * large
        _, *tops = Places.tops_of(stage.height, heights, OVER, BARE, top=photo.top)
        middle = left + columns * side + gap
        return Places(
            (left, middle, middle, right), (side, small, small, large), (photo.top, *tops)
        )

    def _under(self, stage: Stage, photo: Picture) -> Places:
        """Place the pixels beside the photograph, and the other grids under these."""
        layer, stop = self.layer, stage.width - RIGHT
        (rows, columns), *others = (
            grid.shape for grid in (layer.padded, layer.w, layer.w, layer.y)
        )
        room, free = stop - photo.left - photo.width - GAP, photo.bottom - GAP - FOOT
        tall = max(down for down, _ in others)
        side = float(min(photo.height // rows, room // columns))
        small = min(SMALL, row_side(stage, others), free // tall)
        if min(side, small) < LEAST:
            missing = max(LEAST * columns - room, row_width(others) - stage.width)
            raise self._refusal(stage, (missing, LEAST * tall - free))
        bottom = FOOT + (free - tall * small) / 2
        tops = [photo.top, *(bottom + down * small for down, _ in others)]
        left = stop - columns * side - (room - columns * side) / 3
        lefts = [left, *row_lefts(stage, others, small)]
        return Places(lefts, (side, small, small, small), tops, (False, True, True, True))

    def _refusal(self, stage: Stage, missing: tuple[float, float]) -> ValueError:
        """Return the error for a stage that so much of a width and a height is missing of."""
        grids = self.layer.padded, self.layer.w, self.layer.y
        pixels, weights, sums = (times(grid.shape) for grid in grids)
        needed = stage.width + max(0.0, missing[0]), stage.height + max(0.0, missing[1])
        what = f"{pixels} pixels, {weights} weights and {sums} sums at a photograph"
        return refusal(stage, what, [needed])
