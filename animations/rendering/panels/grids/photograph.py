"""A photograph, and a few of its pixels as numbers that a kernel slides over."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.captions import write
from animations.rendering.drawing.picture import Raster, grey_tiles, greys
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST, Outline, Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME
from animations.rendering.panels.grids.arrangement import fitted
from animations.rendering.panels.grids.layer_places import APART, Places
from animations.rendering.panels.grids.receptive_field import ReceptiveField, frame_width
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.photograph import WHITE
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.window import times

PIXEL, OVER = 3.0, 36.0  # a pixel's side and the room over the first, in design pixels
SIDE, SMALL, LARGE = 44.0, 47.0, 50.0  # sides of tiles at most, in design pixels
NARROW = 30.0  # between two grids, at least


@dataclass(frozen=True)
class PhotographPanel(Panel):
    """A photograph, of grey levels from 0 to 99, on the left."""

    photo: FloatArray

    def build(self, stage: Stage) -> Update:
        """Draw everything; nothing moves."""
        where = pixels(stage, self.photo)
        stage.figure.add_artist(Raster(stage, where, greys(self.photo, WHITE)))
        stage.text(where.left, where.top + NAME, "photograph", LABEL, "x")
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
        layer, center = self.layer, stage.height / 2
        photo = pixels(stage, self.photo)
        start, stop = photo.left + photo.width, stage.width - RIGHT
        side, small, large = sides = self._sides(stage, stop - start)
        (rows, columns), (_, across), (_, wide) = (
            grid.shape for grid in (layer.padded, layer.w, layer.y)
        )
        gap = (stop - start - columns * side - across * small - wide * large) / 3
        middle, right = start + gap + columns * side + gap, stop - wide * large
        places = Places(start + gap, middle, right, sides, (center, center - NAME / 2))
        every = [layer.products(place) for place in layer.places]
        grids = places.grids(stage, layer, layer.padded, every, layer.y, grey_tiles(WHITE))
        image, weights, products, output = grids
        image.show(layer.padded, blank=~layer.used)
        captions = [
            image.name("x", "grey levels $x$", "$x$", ha="left", moves=True),
            weights.name("h", "weights $w$", "$w$", ha="left", moves=True),
            products.name("y", "products", ha="left", moves=True),
            output.name("y", "output $y$", "$y$", ha="left", moves=True),
        ]
        write(stage, [[caption] for caption in captions], grids)
        field = ReceptiveField(stage, image, layer)
        newest = Outline(stage, "y", frame_width(large))
        corner = zip(self.corner, layer.x.shape, strict=True)
        marked = photo.box(*(range(n, n + size) for n, size in corner))
        Outline(stage, "x", width=2.0).show(marked)
        own = range(layer.padding[0], rows - layer.padding[0])
        enlarged = image.box(own, [layer.padding[1]])
        near, far = np.asarray(marked.vertices), np.asarray(enlarged.vertices)
        beams = Path([near[1], far[0]]), Path([near[2], far[3]])
        Outline(stage, "x", width=1.0, zorder=4).show(*beams)

        def show(frame: Frame) -> None:
            step = self.step(frame)
            place = layer.places[step]
            products.show(every[step])
            output.show(layer.drawn(step))
            field.show(frame.t)
            newest.show(output.cell(place))

        return show

    def _sides(self, stage: Stage, room: float) -> list[float]:
        """Return the sides of tiles: of the pixels, of weights and products, of the output."""
        layer = self.layer
        (rows, columns), (down, across), (tall, wide) = (
            grid.shape for grid in (layer.padded, layer.w, layer.y)
        )
        free = 2 * (stage.height / 2 - OVER)
        sides = fitted(
            (SIDE, SMALL, LARGE),
            (free / rows, (free - APART) / (2 * down), free / tall),
            lambda sides: float(np.dot((columns, across, wide), sides)),
            room - 3 * NARROW,
        )
        if sides is None:
            raise ValueError(
                f"there is no room for {times((rows, columns))} pixels, {times((down, across))} "
                f"weights and {times((tall, wide))} sums beside a photograph: at most "
                f"{max(0, free) // LEAST:.0f} rows and "
                f"{max(0, room - 3 * NARROW) // LEAST:.0f} columns together fit"
            )
        return sides


def pixels(stage: Stage, photo: FloatArray) -> Squares:
    """Return where the pixels of a photograph stand."""
    middle = stage.height - OVER - len(photo) * PIXEL / 2
    return Squares(LEFT, middle, photo.shape, PIXEL)
