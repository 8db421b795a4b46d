"""A layer of one channel as four grids: input, weights over products, and the output that grows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST, Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Paint, Tiles, by
from animations.rendering.panels.grids.arrangement import (
    BARE,
    GAP,
    NAMED,
    OVER,
    UNDER,
    center,
    fitted,
    rows_of,
)
from animations.rendering.panels.grids.receptive_field import (
    DASHES,
    ReceptiveField,
    cell_in_rows,
    frame_width,
    settings,
)
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.timeline import Frame
from signals import LayerSteps, TransposedSteps
from signals.arguments import FloatArray
from signals.window import times

SIDE, SMALL = 52.0, 42.0  # sides of tiles at most: of input and output, of weights and products
APART = 54.0  # from the weights to the products, whose name stands between

Layer = LayerSteps | TransposedSteps


@dataclass(frozen=True)
class LayerPanel(StepsPanel):
    """Input, weights, products and output of a layer of one or two dimensions, as tiles.

    The tiles are as large as the panel allows. Where numbers could not be read, they show shades;
    what is too large even for these is refused (`ValueError`).
    """

    layer: LayerSteps
    kinds = (LayerSteps,)
    axes = 1, 2

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        layer = self.layer
        places = Places.of(stage, layer, layer.padded, 0.45, bool(layer.unusual))
        every = [layer.products(place) for place in layer.places]
        grids = places.grids(stage, layer, layer.padded, every, layer.y)
        grids.image.show(rows_of(layer.padded), blank=rows_of(~layer.used))
        captions = [*grids.names(layer, "products"), *self._notes(grids)]
        write(stage, [[caption] for caption in captions], grids)
        self._mark_unpadded(stage, grids.output)
        field = ReceptiveField(stage, grids.image, layer)
        newest = Outline(stage, "y", width=frame_width(grids.output.side))

        def show(frame: Frame) -> None:
            step = self.step(frame)
            place = layer.places[step]
            grids.products.show(rows_of(every[step]))
            grids.output.show(rows_of(layer.drawn(step)))
            field.show(frame.t)
            newest.show(grids.output.cell(cell_in_rows(place)))

        return show

    def _notes(self, grids: "Grids") -> list[Caption]:
        """Say under the grids what is special."""
        layer, unusual = self.layer, self.layer.unusual
        unseen = "grey: never seen"
        extra = [unseen] if "padding" not in unusual and not layer.used.all() else []
        long, short = settings(layer)
        wordings = [";  ".join(words) for words in ([*long, *extra], long, [*short, *extra], short)]
        notes = [grids.image.note(*wordings)] if wordings[0] else []
        plain = [n - k + 1 for n, k in zip(layer.size, layer.kernel, strict=True)]
        if len(unusual) == 1 and min(plain) > 0:
            size = r" \times ".join(map(str, plain))
            notes.append(grids.output.note(f"without {next(iter(unusual))}: ${size}$"))
        return notes

    def _mark_unpadded(self, stage: Stage, output: Tiles) -> None:
        """Mark the output that there would be without the padding."""
        layer, unusual = self.layer, self.layer.unusual
        if "padding" in unusual and "stride" not in unusual and layer.unpadded.any():
            inner = Outline(stage, "muted", width=1.4, zorder=4, linestyle=DASHES)
            rows, columns = (along.tolist() for along in np.nonzero(rows_of(layer.unpadded)))
            inner.show(output.box(rows, columns))


class Grids(NamedTuple):
    """The input, the weights, the products and the output of a layer."""

    image: Tiles
    weights: Tiles
    products: Tiles
    output: Tiles

    def names(self, layer: Layer, *products: str, moves: bool = False) -> list[Caption]:
        """Return the names of all, with their sizes where there is room."""
        return [
            self.image.name("x", rf"input $x$    $i = {by(layer.x)}$", "input $x$"),
            self.weights.name(
                "h", rf"weights $w$    $k = {by(layer.w)}$", "weights $w$", ha="left"
            ),
            self.products.name("y", *products, ha="left", moves=moves),
            self.output.name("y", rf"output $y$    $o = {by(layer.y)}$", "output $y$"),
        ]


class Places(NamedTuple):
    """Where the grids of a layer stand: left edges, the sides of tiles, and middles.

    Sides are those of the input, of weights and products, and of the output; the middles those of
    input and output, and of weights and products together.
    """

    image: float
    weights: float
    output: float
    sides: Sequence[float]
    heights: tuple[float, float]

    @classmethod
    def of(cls, stage: Stage, layer: Layer, x: FloatArray, share: float, noted: bool) -> "Places":
        """Place the input as it is shown on the left, the output on the right.

        `share` is the part of the free width between the input and the weights; under the large
        grids there is room for notes if they are `noted`.
        """
        (rows, columns), (down, across), (tall, wide) = (
            rows_of(grid).shape for grid in (x, layer.w, layer.y)
        )
        room = stage.width - LEFT - RIGHT - 2 * GAP
        under = UNDER if noted else BARE
        highest = stage.height - OVER - under
        stacked = stage.height - OVER - BARE - APART

        def width(sides: Sequence[float]) -> float:
            side, small = sides
            parts = columns * side, across * small, wide * side
            return float(sum(max(NAMED, part) for part in parts))

        sides = fitted(
            (SIDE, SMALL), (highest / max(rows, tall), stacked / (2 * down)), width, room
        )
        if sides is None:
            left = room - max(NAMED, across * LEAST)
            raise ValueError(
                f"there is no room for an input of {times((rows, columns))}, weights of "
                f"{times((down, across))} and an output of {times((tall, wide))} tiles: "
                f"at most {max(0, highest) // LEAST:.0f} rows, {max(0, left) // LEAST:.0f} columns "
                "of input and output together, and "
                f"{max(0, stacked) // (2 * LEAST):.0f} rows of weights fit"
            )
        side, small = sides
        taken, right = LEFT + columns * side, stage.width - RIGHT - wide * side
        middle = taken + share * (right - taken - across * small)
        first = LEFT + max(NAMED, columns * side) + GAP
        last = stage.width - RIGHT - max(NAMED, wide * side) - GAP - max(NAMED, across * small)
        heights = (
            center(stage.height, max(rows, tall) * side, under),
            center(stage.height, 2 * down * small + APART, BARE),
        )
        return cls(LEFT, max(first, min(middle, last)), right, (side, small, side), heights)

    def grids(
        self,
        stage: Stage,
        layer: Layer,
        x: FloatArray,
        products: ArrayLike,
        sums: ArrayLike,
        paint: Paint | None = None,
    ) -> Grids:
        """Draw the grids, the input in a `paint` of its own if there is one; write the weights.

        The tints depend on all the products and sums to come over time.
        """
        (side, small, large), (middle, between) = self.sides, self.heights
        shape, kernel, wide = (rows_of(grid).shape for grid in (x, layer.w, layer.y))
        upper, lower = (between + sign * (kernel[0] * small + APART) / 2 for sign in (1, -1))
        image = Tiles(stage, self.image, middle, shape, side, "x", x, paint=paint)
        weights = Tiles(stage, self.weights, upper, kernel, small, "h", layer.w)
        change = Tiles(stage, self.weights, lower, kernel, small, "y", products, moving=True)
        output = Tiles(stage, self.output, middle, wide, large, "y", sums, moving=True)
        weights.show(rows_of(layer.w))
        return Grids(image, weights, change, output)
