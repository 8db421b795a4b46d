"""A kernel slides over a grid of numbers: patch, products and the output that grows."""

from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Tiles, by
from animations.rendering.panels.grids.arrangement import arrange
from animations.rendering.timeline import Frame, nearest_step
from signals import LayerSteps


@dataclass(frozen=True)
class LayerPanel(Panel):
    """Input, weights, products and output of a layer of two dimensions, as tiles with numbers."""

    layer: LayerSteps
    height: float = 1.0

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        layer = self.layer
        every = [layer.products(place) for place in layer.places]
        image, _, products, output = arrange(stage, layer, layer.padded, 0.45, every, layer.y)
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
