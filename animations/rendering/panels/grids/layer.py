"""A layer of one channel as four grids: input, weights over products, and the output that grows."""

from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D
from numpy.typing import ArrayLike

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME, Tiles, by, tinted
from animations.rendering.framing.numbers import shortest
from animations.rendering.timeline import Frame, nearest_step
from signals import LayerSteps, TransposedSteps
from signals.arguments import FloatArray

SIDE, SMALL = 52.0, 42.0  # sides of tiles: of input and output, of weights and products
APART = 54.0  # from the weights to the products, whose name stands between


@dataclass(frozen=True)
class LayerPanel(Panel):
    """Input, weights, products and output of a layer of two dimensions, as tiles with numbers."""

    layer: LayerSteps

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        layer = self.layer
        every = [layer.products(place) for place in layer.places]
        image, products, output = _arrange(stage, layer, layer.padded, 0.45, every, layer.y)
        image.show(layer.padded, faint=~layer.used)
        products.name("products", "y")
        self._note(stage, image, output)
        window, newest = Outline(stage, "h"), Outline(stage, "y")
        span = Outline(stage, "h", width=1.2, zorder=4, linestyle=(0, (3, 2)))

        def show(frame: Frame) -> None:
            step = nearest_step(frame.t, 0, layer.last)
            place = layer.places[step]
            products.show(every[step])
            output.show(layer.drawn(step))
            rows, columns = layer.seen(place)
            span.show(image.box(rows, columns))
            window.show(
                *(image.cell((row, column)) for row in rows for column in columns)
                if max(layer.dilation) > 1
                else [image.box(rows, columns)]
            )
            newest.show(output.cell(place))

        return show

    def _note(self, stage: Stage, image: Tiles, output: Tiles) -> None:
        """Say under the grids what is special, and mark what it does."""
        layer, unusual = self.layer, self.layer.unusual
        wordings = [
            f"{name} ${name[0]} = {', '.join(map(str, sorted(set(given))))}$"
            for name, given in unusual.items()
        ]
        if "stride" in unusual and "padding" not in unusual and not layer.used.all():
            wordings.append("grey: never seen")
        image.note(";  ".join(wordings))
        if len(unusual) == 1:
            plain = LayerSteps(layer.x, layer.w)
            output.note(f"without {next(iter(unusual))}: ${by(plain.y)}$")
        if "padding" in unusual and "stride" not in unusual and layer.unpadded.any():
            inner = Outline(stage, "muted", width=1.4, zorder=4, linestyle=(0, (3, 2)))
            rows, columns = (along.tolist() for along in np.nonzero(layer.unpadded))
            inner.show(output.box(rows, columns))
        if "stride" in unusual:
            stops = [image.center(*(along[0] for along in layer.seen(at))) for at in layer.places]
            stage.figure.add_artist(
                Line2D(
                    *(np.array(stops) + np.array((-1, 1)) * (image.side / 2 - 9)).T,
                    transform=stage.pixels, linestyle="none", zorder=3,
                    marker="o", markersize=6, markeredgewidth=0, color=stage.theme.h,
                )
            )  # fmt: skip


@dataclass(frozen=True)
class TransposedPanel(Panel):
    """Input, weights, the copy of them that is added, and the sums, in two dimensions, as tiles."""

    layer: TransposedSteps

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        layer = self.layer
        drawn = [layer.drawn(step) for step in range(layer.last + 1)]
        image, copy, output = _arrange(stage, layer, layer.x, 0.5, drawn, drawn)
        image.show(layer.x)
        output.note(f"stride $s = {max(layer.stride)}$")
        name = copy.label("y")
        source, stamp, newest = Outline(stage, "x"), Outline(stage, "h"), Outline(stage, "y")

        def show(frame: Frame) -> None:
            step = nearest_step(frame.t, 0, layer.last)
            place = layer.places[step]
            name.set_text(f"weights times {shortest(float(layer.x[place]))}")
            copy.show(layer.copy(place))
            output.show(drawn[step])
            source.show(image.cell(place))
            stamp.show(output.box(*layer.reached(place)))
            newest.show(output.cell(layer.target(step)))

        return show


def _arrange(
    stage: Stage,
    layer: LayerSteps | TransposedSteps,
    x: FloatArray,
    share: float,
    products: ArrayLike,
    sums: ArrayLike,
) -> tuple[Tiles, Tiles, Tiles]:
    """Place the input, the weights, which it writes, the products, and the output; name all others.

    `x` is the input as it is shown, `share` the part of the free width between it and the weights;
    the tints depend on all the products and sums to come over time.
    """
    theme, kernel, size = stage.theme, layer.w.shape, layer.y.shape
    wide = x.shape[1] * SIDE
    right = stage.width - RIGHT - size[1] * SIDE
    middle = LEFT + wide + share * (right - LEFT - wide - kernel[1] * SMALL)
    center = stage.height / 2 - NAME / 2
    off = (kernel[0] * SMALL + APART) / 2
    image = Tiles(stage, LEFT, center, x.shape, SIDE, tinted(theme, "x", layer.x))
    weights = Tiles(stage, middle, center + off, kernel, SMALL, tinted(theme, "h", layer.w))
    change = Tiles(stage, middle, center - off, kernel, SMALL, tinted(theme, "y", products), True)
    output = Tiles(stage, right, center, size, SIDE, tinted(theme, "y", sums), True)
    image.name(f"input $x$    $i = {by(layer.x)}$", "x")
    weights.name(f"weights $w$    $k = {by(layer.w)}$", "h")
    output.name(f"output $y$    $o = {by(layer.y)}$", "y")
    weights.show(layer.w)
    return image, change, output
