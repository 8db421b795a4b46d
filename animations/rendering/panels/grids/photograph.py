"""A photograph, and a few of its pixels as numbers that a kernel slides over."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.picture import Raster, grey_tiles, greys
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import DESIGN_DPI, POINTS, Stage
from animations.rendering.drawing.tiles import NAME, Tiles, tinted
from animations.rendering.panels.grids.layer import APART
from animations.rendering.photograph import WHITE
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame, nearest_step
from signals import LayerSteps
from signals.arguments import FloatArray

PIXEL, OVER = 3.0, 36.0  # a pixel's side and the room over the first, in design pixels
SIDE, SMALL, LARGE = 44.0, 47.0, 50.0  # sides of tiles, in design pixels


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
class ZoomPanel(Panel):
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

    def build(self, stage: Stage) -> Update:
        """Draw the pixels and the weights; return what shows a step."""
        layer, theme, center = self.layer, stage.theme, stage.height / 2
        (rows, columns), (down, across), (_, wide) = (
            grid.shape for grid in (layer.x, layer.w, layer.y)
        )
        photo = pixels(stage, self.photo)
        start, stop = photo.left + photo.width, stage.width - RIGHT
        gap = (stop - start - columns * SIDE - across * SMALL - wide * LARGE) / 3
        left = start + gap
        middle = left + columns * SIDE + gap
        upper, lower = (center + sign * (down * SMALL + APART) / 2 - NAME / 2 for sign in (1, -1))
        every = [layer.products(place) for place in layer.places]
        change, sums = tinted(theme, "y", every), tinted(theme, "y", layer.y)

        image = Tiles(stage, left, center, layer.x.shape, SIDE, grey_tiles(WHITE))
        weights = Tiles(stage, middle, upper, layer.w.shape, SMALL, tinted(theme, "h", layer.w))
        products = Tiles(stage, middle, lower, layer.w.shape, SMALL, change, True, _size(SMALL))
        right = stop - wide * LARGE
        output = Tiles(stage, right, center, layer.y.shape, LARGE, sums, True, _size(LARGE))
        image.show(layer.x)
        weights.show(layer.w)
        image.label("x", "grey levels $x$")
        weights.label("h", "weights $w$")
        products.label("y", "products")
        output.label("y", "output $y$")
        window, newest = Outline(stage, "h"), Outline(stage, "y")
        corner = zip(self.corner, layer.x.shape, strict=True)
        marked = photo.box(*(range(n, n + size) for n, size in corner))
        Outline(stage, "x", width=2.0).show(marked)
        near, far = np.asarray(marked.vertices), np.asarray(image.box(range(rows), [0]).vertices)
        beams = Path([near[1], far[0]]), Path([near[2], far[3]])
        Outline(stage, "x", width=1.0, zorder=4).show(*beams)

        def show(frame: Frame) -> None:
            step = nearest_step(frame.t, 0, layer.last)
            place = layer.places[step]
            products.show(every[step])
            output.show(layer.drawn(step))
            window.show(image.box(*layer.seen(place)))
            newest.show(output.cell(place))

        return show


def pixels(stage: Stage, photo: FloatArray) -> Squares:
    """Return where the pixels of a photograph stand."""
    middle = stage.height - OVER - len(photo) * PIXEL / 2
    return Squares(LEFT, middle, photo.shape, PIXEL)


def _size(side: float) -> float:
    """Return the size of the type in which −888 fits on a tile, in points."""
    return (side - 6) / 2.19 * POINTS / DESIGN_DPI
