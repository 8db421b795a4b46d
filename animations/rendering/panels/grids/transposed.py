"""A transposed layer: each number of the input stamps a copy of the weights onto the output."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import write
from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.ties import Ties
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.arrangement import BARE, UNDER, rows_of
from animations.rendering.panels.grids.layer_places import Places
from animations.rendering.panels.grids.receptive_field import (
    CORNER,
    cell_in_rows,
    frame_width,
    gliding,
    in_rows,
)
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.timeline import Frame
from signals import TransposedSteps

PLUS = 5 / 52  # half the length of a plus in the corner of a tile, as a part of its side


@dataclass(frozen=True)
class TransposedPanel(StepsPanel):
    """Input, weights, the copy of them that is added, and the sums, of one or two dimensions.

    The number that spreads is tied to its copy, and this to its place in the output, where a plus
    marks what is added to a number that was there before. Tiles are sized as in `LayerPanel`.
    """

    layer: TransposedSteps
    kinds = (TransposedSteps,)
    axes = 1, 2

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        layer = self.layer
        overlapping = any(layer.overlap(place).any() for place in layer.places)
        places = Places.of(stage, layer, layer.x, under=UNDER if overlapping else BARE)
        drawn = np.array([layer.drawn(step) for step in range(layer.last + 1)])
        copies = np.multiply.outer(layer.x, layer.w)
        grids = places.grids(stage, layer, layer.x, np.append(copies, drawn), drawn)
        image, _, copy, output = grids
        image.show(rows_of(layer.x))
        longest = max((shortest(value) for value in layer.x.ravel().tolist()), key=len)
        captions = grids.names([f"times {longest}"], moves=True)
        if overlapping:
            notes = "plus: added to what was there", "plus: added"
            captions.append(output.note(*notes, ha="left"))
        name = write(stage, [[caption] for caption in captions], grids)[2]
        before = name.get_text().removesuffix(longest) if name else ""
        source, stamp, newest = (
            Outline(stage, role, frame_width(image.side)) for role in ("x", "h", "y")
        )
        spread = Ties(stage, "x", source=image)
        placed = Ties(stage, "h", target=output)
        pluses = stage.patch(4, edgecolor=stage.theme.ink, linewidth=1.6)

        def cell(step: int) -> Path:
            return image.cell(cell_in_rows(layer.places[step]))

        def stamped(step: int) -> Path:
            return output.box(*in_rows(layer.reached(layer.places[step])))

        def show(frame: Frame) -> None:
            step = self.step(frame)
            place = layer.places[step]
            if name:
                name.set_text(before + shortest(float(layer.x[place])))
            copy.show(rows_of(layer.copy(place)))
            output.show(rows_of(drawn[step]))
            origin, goal = (gliding(each, frame.t, layer.last) for each in (cell, stamped))
            source.show(origin)
            stamp.show(goal)
            spread.show(origin, copy.frame)
            placed.show(copy.frame, goal)
            newest.show(output.cell(cell_in_rows(layer.target(step))))
            marks = _pluses(output, rows_of(layer.overlap(place)))
            pluses.set_visible(bool(marks))
            if marks:
                pluses.set_path(Path.make_compound_path(*marks))

        return show


def _pluses(grid: Squares, where: NDArray[np.bool_]) -> list[Path]:
    """Return the strokes of a plus in the upper left corner of each of these squares."""
    strokes, half = [], PLUS * grid.side
    for row, column in np.argwhere(where).tolist():
        x, y = grid.center(row, column)
        x, y = x - CORNER * grid.side, y + CORNER * grid.side
        strokes += [Path([(x - half, y), (x + half, y)]), Path([(x, y - half), (x, y + half)])]
    return strokes
