"""A layer of one channel as four grids: input, weights over products, and the output that grows."""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.ties import Ties
from animations.rendering.drawing.tiles import Tiles
from animations.rendering.panels.grids.arrangement import BARE, GAP, OVER, UNDER, rows_of
from animations.rendering.panels.grids.jumps import UP, Jumps
from animations.rendering.panels.grids.layer_places import NOTED, Grids, Places
from animations.rendering.panels.grids.receptive_field import (
    DASHES,
    ReceptiveField,
    cell_in_rows,
    frame_width,
)
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.timeline import Frame
from signals import LayerSteps

SPREAD = 0.6 * GAP  # of what is shown before the first step, towards the products


@dataclass(frozen=True)
class LayerPanel(StepsPanel):
    """Input, weights, products and output of a layer of one or two dimensions, as tiles.

    The window is tied to the products, and these to their sum. Of a stride, arrows show the jumps.
    A timeline that begins at t = −1 first shows the layer without padding and dilation: how zeros
    come, or how the kernel spreads. The tiles are as large as the panel allows. Where numbers could
    not be read, they show shades; what is too large even for these is refused (`ValueError`).
    """

    layer: LayerSteps
    kinds = (LayerSteps,)
    axes = 1, 2

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        layer = self.layer
        usual = layer.plain if stage.timeline.shifts[0] < 0 else None
        under = BARE if self._inner is None else UNDER
        up = UP if "stride" in layer.unusual else 0.0
        places = Places.of(stage, layer, layer.padded, over=OVER + up, under=under)
        every = [layer.products(place) for place in layer.places]
        plain = usual.products(usual.places[0]) if usual else np.full(layer.w.shape, np.nan)
        moving = "padding" in layer.unusual and stage.timeline.shifts[0] < 0
        grids = places.grids(stage, layer, layer.padded, [*every, plain], layer.y, moving=moving)
        image, _, products, output = grids
        padded, blank = rows_of(layer.padded), rows_of(~layer.used)
        bare = np.where(rows_of(layer.own), padded, np.nan)
        image.show(padded, blank=blank)
        names = grids.names(["products"], places.below, ups=(up, 0.0))
        captions = [*names, *self._notes(grids, up, places)]
        remark = write(stage, [[caption] for caption in captions], grids)[len(grids) :]
        self._mark_padding(stage, grids)
        field = ReceptiveField(stage, image, layer)
        jumps = Jumps(stage, image, layer, field.around)
        newest = Outline(stage, "y", width=frame_width(output.side))
        seen = Ties(stage, "h", source=image, down=places.is_stacked)
        summed = Ties(stage, "y", target=output)
        first, known = self._before(stage, usual, output, SPREAD * places.is_stacked)

        def show(frame: Frame) -> None:
            step, begun = self.step(frame), frame.step >= 0
            cell = output.cell(cell_in_rows(layer.places[step]))
            if moving:
                padding = frame.t > -1
                image.show(padded if padding else bare, blank=blank)
                if remark[0]:
                    remark[0].set_visible(padding)
            products.show(rows_of(every[step] if begun else plain))
            output.show(rows_of(layer.drawn(step)))
            field.show(frame.t)
            jumps.show(frame.t)
            seen.show(field.outline(frame.t), products.frame)
            known(begun)
            newest.show(*([cell] if begun else first))
            summed.show(products.frame, cell if begun else next(iter(first), None))

        return show

    def _before(
        self, stage: Stage, usual: LayerSteps | None, output: Tiles, spread: float
    ) -> tuple[list[Path], Callable[[bool], None]]:
        """Return the first cell of the layer without what is unusual, and what shows its output.

        Where this is a part of the output, it stands in its place; otherwise it takes that of all,
        and may `spread` so far to the left and over it.
        """
        layer, inner = self.layer, self._inner
        absent = np.ones(rows_of(layer.y).shape, dtype=bool)
        if usual is None:
            return [], lambda begun: None
        if inner is not None:
            numbers = rows_of(np.where(layer.unpadded, layer.y, np.nan))

            def fill(begun: bool) -> None:
                if not begun:
                    output.show(numbers)

            return [output.cell((inner[0][0], inner[1][0]))], fill
        numbers = rows_of(usual.drawn(0))
        rows, columns = numbers.shape
        room = (output.width + spread) / columns, (output.height + spread) / rows
        side = float(floor(min(output.side, *room)))
        left, middle = output.left, output.top - rows * side / 2
        if spread:
            left = min(left, left + output.width - columns * side)
            middle = output.bottom + rows * side / 2
        tiles = Tiles(stage, left, middle, numbers.shape, side, "y", usual.y, moving=True)

        def replace(begun: bool) -> None:
            tiles.show(numbers, absent=np.full(numbers.shape, begun))
            if not begun:
                output.show(rows_of(layer.y), absent=absent)

        return [tiles.cell((0, 0))], replace

    def _notes(self, grids: Grids, up: float, places: Places) -> list[Caption]:
        """Say at the grids what is special."""
        layer, unusual = self.layer, self.layer.unusual
        padding, stride = ("padding" in unusual, "stride" in unusual)
        said = ["padding: zeros"] if padding else []
        said += ["dots: stops"] if stride else []
        said += ["grey: never read"] if not padding and not layer.used.all() else []
        wordings = [";  ".join(said[:count]) for count in range(len(said), -1, -1)]
        right = places.far
        notes = [grids.image.remark(*wordings, up=up, moves=padding, right=right)] if said else []
        if self._inner is not None:
            ha, down = ("right", NOTED) if places.is_stacked else ("left", 0.0)
            notes.append(grids.output.note("dashed: without zeros", ha=ha, down=down))
        return notes

    @property
    def _inner(self) -> tuple[list[int], list[int]] | None:
        """The rows and columns of the output that there would be without the padding."""
        layer = self.layer
        if "padding" in layer.unusual and "stride" not in layer.unusual and layer.unpadded.any():
            rows, columns = np.nonzero(rows_of(layer.unpadded))
            return rows.tolist(), columns.tolist()
        return None

    def _mark_padding(self, stage: Stage, grids: Grids) -> None:
        """Frame the input in its padding, and the output that there would be without this."""
        layer = self.layer
        if "padding" in layer.unusual:
            before = (0, *layer.padding)[-2:]
            shape = rows_of(layer.x).shape
            own = [range(n, n + size) for n, size in zip(before, shape, strict=True)]
            Outline(stage, "x", width=1.6, zorder=3).show(grids.image.box(*own))
        if self._inner is not None:
            inner = Outline(stage, "ink", width=1.6, zorder=5.5, linestyle=DASHES)
            inner.show(grids.output.box(*self._inner))
