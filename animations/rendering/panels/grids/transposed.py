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
from animations.rendering.panels.grids.arrangement import BARE, UNDER, rows_of
from animations.rendering.panels.grids.jumps import UP, Jumps
from animations.rendering.panels.grids.layer_places import Places
from animations.rendering.panels.grids.receptive_field import (
    cell_in_rows,
    frame_width,
    gliding,
    in_rows,
)
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.timeline import Frame
from signals import TransposedSteps

MARK = 13 / 52  # the sides of a mark in the corner of a tile, as a part of the tile's


@dataclass(frozen=True)
class TransposedPanel(StepsPanel):
    """Input, weights, the copy of them that is added, and the sums, of one or two dimensions.

    The number that spreads is tied to its copy, and this to its place in the output, where a corner
    marks what is added to a number that was there before. An arrow shows how far the copy jumps.
    Tiles are sized as in `LayerPanel`.
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
        image, weights, copy, output = grids
        image.show(rows_of(layer.x))
        up = UP if "stride" in layer.unusual else 0.0
        captions = grids.names(["products"], places.below, ups=(0.0, up))
        if overlapping:
            notes = "filled corner of a tile: added to what was there", "filled corner: added"
            ha = "right" if places.is_stacked else "left"
            captions.append(output.note(*notes, ha=ha, right=places.far))
        write(stage, [[caption] for caption in captions], grids)
        source, stamp, newest = (
            Outline(stage, role, frame_width(image.side)) for role in ("x", "h", "y")
        )
        factor, added = (Outline(stage, role, frame_width(copy.side)) for role in ("h", "y"))
        spread = Ties(stage, "x", source=image)
        placed = Ties(stage, "h", target=output, down=places.is_stacked)
        corners = stage.patch(3, facecolor=stage.theme.y, linewidth=0.0)

        def cell(step: int) -> Path:
            return image.cell(cell_in_rows(layer.places[step]))

        def stamped(step: int) -> Path:
            return output.box(*in_rows(layer.reached(layer.places[step])))

        jumps = Jumps(stage, output, layer, stamped)
        first = (0,) * rows_of(layer.w).ndim
        factor.show(weights.cell(first))
        added.show(copy.cell(first))

        def show(frame: Frame) -> None:
            step = self.step(frame)
            place = layer.places[step]
            copy.show(rows_of(layer.copy(place)))
            output.show(rows_of(drawn[step]))
            origin, goal = (gliding(each, frame.t, layer.last) for each in (cell, stamped))
            source.show(origin)
            stamp.show(goal)
            spread.show(origin, copy.frame)
            placed.show(copy.frame, goal)
            jumps.show(frame.t)
            newest.show(output.cell(cell_in_rows(layer.target(step))))
            marks = _corners(output, rows_of(layer.overlap(place)))
            corners.set_visible(bool(marks))
            if marks:
                corners.set_path(Path.make_compound_path(*marks))

        return show


def _corners(grid: Squares, where: NDArray[np.bool_]) -> list[Path]:
    """Return a triangle in the lower right corner of each of these squares."""
    size = MARK * grid.side
    ends = [grid.at(row + 1, column + 1) for row, column in np.argwhere(where).tolist()]
    return [Path([(x - size, y), (x, y + size), (x, y), (x - size, y)]) for x, y in ends]
