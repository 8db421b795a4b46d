"""A photograph, and a few of its pixels as numbers that a kernel slides over."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.captions import write
from animations.rendering.drawing.picture import Raster, grey_tiles, greys
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST, Outline, Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.ties import Ties
from animations.rendering.drawing.tiles import NAME
from animations.rendering.panels.grids.arrangement import BARE, fitted
from animations.rendering.panels.grids.layer_places import APART, Places
from animations.rendering.panels.grids.receptive_field import ReceptiveField, frame_width, gliding
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.grey_levels import WHITE
from signals.window import times

PIXEL, OVER = 3.0, 36.0  # a pixel's side at least, and the room over the first, in design pixels
WIDE = 240.0  # sides of a photograph
RAMP, UNDER = 14.0, 16.0  # how high the scale of greys is, and how far under the photograph
SLIM = 200.0  # design pixels of a photograph that is too narrow for words on its greys
SMALL = 50.0  # sides of weights and products at most, in design pixels
NARROW = 36.0  # between two grids, at least


@dataclass(frozen=True)
class PhotographPanel(Panel):
    """A photograph, of grey levels from 0 to 99, on the left, and which grey is which level."""

    photo: FloatArray

    def build(self, stage: Stage) -> Update:
        """Draw everything; nothing moves."""
        where = pixels(stage, self.photo)
        stage.figure.add_artist(Raster(stage, where, greys(self.photo, WHITE)))
        prose: dict[str, Any] = {"fontfamily": PROSE_FONT}
        stage.text(where.left, where.top + NAME, "photograph", NOTE, "x", **prose)
        levels = np.arange(WHITE + 1.0)[None]
        side = where.width / levels.size
        middle = where.bottom - UNDER - RAMP / 2
        scale = Squares(where.left, middle, levels.shape, side, (RAMP, 0.0))
        stage.figure.add_artist(Raster(stage, scale, greys(levels, WHITE)))
        Outline(stage, "axis", width=1.0, zorder=0).show(scale.frame)
        below = scale.bottom - 25
        black, white = ("0: black", f"{WHITE:g}: white")
        if where.width < SLIM:
            black, white = "0", f"{WHITE:g}"
        stage.text(where.left, below, black, NOTE, "muted", **prose)
        right = where.left + where.width
        stage.text(right, below, white, NOTE, "muted", ha="right", **prose)
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
    """

    photo: FloatArray
    corner: tuple[int, int]
    layer: LayerSteps
    kinds = (LayerSteps,)
    axes = (2,)

    def build(self, stage: Stage) -> Update:
        """Draw the pixels and the weights; return what shows a step."""
        layer, photo = self.layer, pixels(stage, self.photo)
        every = [layer.products(place) for place in layer.places]
        places = self._places(stage, photo)
        grids = places.grids(stage, layer, layer.padded, every, layer.y, grey_tiles(WHITE))
        image, _, products, output = grids
        image.show(layer.padded, blank=~layer.used)
        captions = grids.names(["products"], pixels="grey levels", moves=True)
        write(stage, [[caption] for caption in captions], grids)
        field = ReceptiveField(stage, image, layer)
        spot = Outline(stage, "h", width=1.4)
        newest = Outline(stage, "y", frame_width(output.side))
        marked = photo.box(*map(range, self.corner, np.add(self.corner, layer.x.shape).tolist()))
        Outline(stage, "x", width=1.4, zorder=4).show(marked)
        own = [range(n, n + size) for n, size in zip(layer.padding, layer.x.shape, strict=True)]
        Ties(stage, "x").show(marked, image.box(*own))
        seen, summed = Ties(stage, "h", source=image), Ties(stage, "y", target=output)

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

    def _places(self, stage: Stage, photo: Squares) -> Places:
        """Place the grids beside the photograph, the pixels as high as this if there is room."""
        layer, start, stop = self.layer, photo.left + photo.width, stage.width - RIGHT
        (rows, columns), (down, across), (tall, wide) = (
            grid.shape for grid in (layer.padded, layer.w, layer.y)
        )
        room, free = stop - start - 3 * NARROW, stage.height - OVER - BARE
        side = photo.height / rows
        sides = fitted(
            (side, SMALL, side),
            (free / rows, (free - APART) / (2 * down), free / tall),
            lambda sides: float(np.dot((columns, across, wide), sides)),
            room,
        )
        if sides is None:
            raise ValueError(
                f"there is no room for {times((rows, columns))} pixels, {times((down, across))} "
                f"weights and {times((tall, wide))} sums beside a photograph: at most "
                f"{max(0, free) // LEAST:.0f} rows and {max(0, room) // LEAST:.0f} columns "
                "together fit"
            )
        side, small, large = sides
        gap = (stop - start - columns * side - across * small - wide * large) / 3
        left, right = start + gap, stop - wide * large
        heights = rows * side, down * small, tall * large
        _, *tops = Places.tops_of(stage.height, heights, OVER, BARE, top=photo.top)
        return Places(left, left + columns * side + gap, right, sides, (photo.top, *tops))


def pixels(stage: Stage, photo: FloatArray) -> Squares:
    """Return where the pixels of a photograph stand."""
    side = max(PIXEL, WIDE // max(photo.shape))
    middle = stage.height - OVER - len(photo) * side / 2
    return Squares(LEFT, middle, photo.shape, side)
