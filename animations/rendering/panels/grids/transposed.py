"""A transposed layer: each number of the input stamps a copy of the weights onto the output."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import write
from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.arrangement import rows_of
from animations.rendering.panels.grids.layer import Places
from animations.rendering.panels.grids.receptive_field import (
    cell_in_rows,
    frame_width,
    gliding,
    in_rows,
    settings,
)
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.timeline import Frame
from signals import TransposedSteps


@dataclass(frozen=True)
class TransposedPanel(StepsPanel):
    """Input, weights, the copy of them that is added, and the sums, of one or two dimensions.

    Tiles are sized as in `LayerPanel`.
    """

    layer: TransposedSteps
    kinds = (TransposedSteps,)
    axes = 1, 2

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        layer = self.layer
        places = Places.of(stage, layer, layer.x, 0.5, True)
        drawn = np.array([layer.drawn(step) for step in range(layer.last + 1)])
        copies = np.multiply.outer(layer.x, layer.w)
        grids = places.grids(stage, layer, layer.x, np.append(copies, drawn), drawn)
        grids.image.show(rows_of(layer.x))
        longest = max((shortest(value) for value in layer.x.ravel().tolist()), key=len)
        wordings = [f"{words} times {longest}" for words in ("weights", "$w$")]
        captions = grids.names(layer, *wordings, moves=True)
        if layer.unusual:
            captions.append(grids.output.note(*(";  ".join(words) for words in settings(layer))))
        name = write(stage, [[caption] for caption in captions], grids)[2]
        before = name.get_text().removesuffix(longest) if name else ""
        source, stamp, newest = (
            Outline(stage, role, frame_width(grids.image.side)) for role in ("x", "h", "y")
        )

        def cell(step: int) -> Path:
            return grids.image.cell(cell_in_rows(layer.places[step]))

        def stamped(step: int) -> Path:
            return grids.output.box(*in_rows(layer.reached(layer.places[step])))

        def show(frame: Frame) -> None:
            step = self.step(frame)
            place = layer.places[step]
            if name:
                name.set_text(before + shortest(float(layer.x[place])))
            grids.products.show(rows_of(layer.copy(place)))
            grids.output.show(rows_of(drawn[step]))
            source.show(gliding(cell, frame.t, layer.last))
            stamp.show(gliding(stamped, frame.t, layer.last))
            newest.show(grids.output.cell(cell_in_rows(layer.target(step))))

        return show
