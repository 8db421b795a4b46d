"""Where the four grids of a layer of one channel stand: input, weights over products, output."""

from collections.abc import Sequence
from math import floor
from typing import NamedTuple

from numpy.typing import ArrayLike

from animations.rendering.drawing.captions import Caption
from animations.rendering.drawing.numerals import READABLE
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Paint, Tiles
from animations.rendering.panels.grids.arrangement import (
    BARE,
    GAP,
    NAMED,
    OVER,
    fitted,
    rows_of,
)
from signals import LayerSteps, TransposedSteps
from signals.arguments import FloatArray
from signals.window import times

SIDE, SMALL = 66.0, 56.0  # sides of tiles at most: of input and output, of weights and products
APART = 46.0  # from the weights to the products, whose name stands between
NEARLY = 0.85  # of their largest size, that weights may be for the sake of even edges

Layer = LayerSteps | TransposedSteps


class Grids(NamedTuple):
    """The input, the weights, the products and the output of a layer."""

    image: Tiles
    weights: Tiles
    products: Tiles
    output: Tiles

    def names(
        self,
        products: Sequence[str],
        moves: bool = False,
        up: float = 0.0,
        pixels: str = "input",
    ) -> list[Caption]:
        """Return what is written over them; over the input it stands `up` higher."""
        return [
            self.image.name("x", pixels, ha="left", up=up),
            self.weights.name("h", "weights", ha="left"),
            self.products.name("y", *products, ha="left", moves=moves),
            self.output.name("y", "output", ha="left"),
        ]


class Places(NamedTuple):
    """Where the grids of a layer stand: left edges, the sides of tiles, and upper edges.

    Sides are those of the input, of weights and products, and of the output; upper edges those of
    all four grids.
    """

    image: float
    weights: float
    output: float
    sides: Sequence[float]
    tops: Sequence[float]

    @classmethod
    def of(
        cls,
        stage: Stage,
        layer: Layer,
        x: FloatArray,
        share: float = 0.5,
        over: float = OVER,
        under: float = BARE,
    ) -> "Places":
        """Place the input as it is shown on the left, the output on the right.

        `share` is the part of the free width between the input and the weights. There is so much
        room `over` the grids, and `under` the output.
        """
        (rows, columns), (down, across), (tall, wide) = (
            rows_of(grid).shape for grid in (x, layer.w, layer.y)
        )
        room = stage.width - LEFT - RIGHT - 2 * GAP
        free = stage.height - over
        highest, stacked = free - BARE, free - BARE - APART

        def width(sides: Sequence[float]) -> float:
            side, small = sides
            parts = columns * side, across * small, wide * side
            return float(sum(max(NAMED, part) for part in parts))

        sides = fitted(
            (SIDE, SMALL),
            (min(highest / rows, (free - under) / tall), stacked / (2 * down)),
            width,
            room,
        )
        if sides is None:
            left = room - max(NAMED, across * LEAST)
            fitting = min(highest // LEAST, (free - under) // LEAST + rows - tall)
            raise ValueError(
                f"there is no room for an input of {times((rows, columns))}, weights of "
                f"{times((down, across))} and an output of {times((tall, wide))} tiles: "
                f"at most {max(0, fitting):.0f} rows, {max(0, left) // LEAST:.0f} columns "
                "of input and output together, and "
                f"{max(0, stacked) // (2 * LEAST):.0f} rows of weights fit"
            )
        side, small = sides
        level = (rows * side - APART) / (2 * down)  # where weights and products end with the input
        if max(READABLE, NEARLY * small) <= level < small:
            small = float(floor(level))
        taken, right = LEFT + columns * side, stage.width - RIGHT - max(NAMED, wide * side)
        middle = taken + share * (right - taken - across * small)
        first = LEFT + max(NAMED, columns * side) + GAP
        last = right - GAP - max(NAMED, across * small)
        tops = cls.tops_of(stage.height, (rows * side, down * small, tall * side), over, under)
        return cls(LEFT, max(first, min(middle, last)), right, (side, small, side), tops)

    @staticmethod
    def tops_of(
        height: float,
        heights: tuple[float, float, float],
        over: float,
        under: float,
        top: float | None = None,
    ) -> tuple[float, float, float, float]:
        """Return the upper edges of grids, given how high input, weights and output are.

        The weights stand at the top, the products at the bottom; what is lower than both together
        stands beside the products, with which it is tied. All is in the middle of a height unless
        its `top` is given.
        """
        image, small, output = heights
        column = max(image, 2 * small + APART)
        spare = height - over - max(column + BARE, output + under)
        top = top or height - over - max(0.0, spare) / 2
        bottom = min(top - column, max(top - output, BARE))
        middle = bottom + small / 2
        image_top = min(top, max(middle + image / 2, bottom + image))
        output_top = min(top, max(middle + output / 2, bottom + output + under - BARE))
        return image_top, top, bottom + small, output_top

    def grids(
        self,
        stage: Stage,
        layer: Layer,
        x: FloatArray,
        products: ArrayLike,
        sums: ArrayLike,
        paint: Paint | None = None,
        moving: bool = False,
    ) -> Grids:
        """Draw the grids, the input in a `paint` of its own or `moving` if so; write the weights.

        The tints depend on all the products and sums to come over time.
        """
        lefts = self.image, self.weights, self.weights, self.output
        side, small, large = self.sides
        sides = side, small, small, large
        shapes = [rows_of(grid).shape for grid in (x, layer.w, layer.w, layer.y)]
        middles = [
            top - shape[0] * each / 2
            for top, shape, each in zip(self.tops, shapes, sides, strict=True)
        ]
        roles, numbers = ("x", "h", "y", "y"), (x, layer.w, products, sums)
        image, weights, change, output = (
            Tiles(stage, left, middle, shape, each, role, shown, moves, paint=own)
            for left, middle, shape, each, role, shown, moves, own in zip(
                lefts, middles, shapes, sides, roles, numbers,
                (moving, False, True, True), (paint, None, None, None), strict=True,
            )
        )  # fmt: skip
        weights.show(rows_of(layer.w))
        return Grids(image, weights, change, output)
