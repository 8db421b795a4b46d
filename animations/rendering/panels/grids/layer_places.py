"""Where the four grids of a layer of one channel stand: input, weights, products and output."""

from collections.abc import Sequence
from math import floor, prod
from typing import NamedTuple

import numpy as np
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
    refusal,
    rows_of,
)
from signals import LayerSteps, TransposedSteps
from signals.arguments import FloatArray
from signals.window import times

SIDE, SMALL = 66.0, 56.0  # sides of tiles at most: of input and output, of weights and products
APART = 46.0  # from the weights to the products, whose name stands between
NEAR, LOOSE = 30.0, 20.0  # between two grids that are not tied, and more between rows at most
FOOT, NOTED = 34.0, 24.0  # for names under a row, and for a note under these
MANY = 1.45  # how much larger tiles in a row of products are than those of an input
NEARLY = 0.85  # of their largest size, that weights may be for the sake of even edges

Layer = LayerSteps | TransposedSteps
Shape = tuple[int, ...]


class Grids(NamedTuple):
    """The input, the weights, the products and the output of a layer."""

    image: Tiles
    weights: Tiles
    products: Tiles
    output: Tiles

    def names(
        self,
        products: Sequence[str],
        below: Sequence[bool] = (False,) * 4,
        moves: bool = False,
        ups: tuple[float, float] = (0.0, 0.0),
        pixels: str = "input",
    ) -> list[Caption]:
        """Return what is written over them, or `below`.

        Over the input and the output it stands so much further up.
        """
        over, last = ups
        return [
            self.image.name("x", pixels, ha="left", up=over, under=below[0]),
            self.weights.name("h", "weights", ha="left", under=below[1]),
            self.products.name("y", *products, ha="left", moves=moves, under=below[2]),
            self.output.name("y", "output", ha="left", up=last, under=below[3]),
        ]


class Places(NamedTuple):
    """Where the grids of a layer stand: left edges, the sides of tiles, and upper edges.

    They are those of the input, the weights, the products and the output. `below` is which of them
    have their names under them. What is said at a grid in a row of its own ends at `far`.
    """

    lefts: Sequence[float]
    sides: Sequence[float]
    tops: Sequence[float]
    below: Sequence[bool] = (False,) * 4
    far: float = 0.0

    @classmethod
    def of(
        cls,
        stage: Stage,
        layer: Layer,
        x: FloatArray,
        over: float = OVER,
        under: float = BARE,
    ) -> "Places":
        """Place the input as it is shown, beside the others or in a row of its own.

        There is so much room `over` the grids, and `under` the output. The larger the tiles, the
        better.
        """
        needed = [beside_needs(layer, x, over, under), stacked_needs(layer, x, over, under)]
        found = [
            arrangement(stage, layer, x, over, under) for arrangement in (cls.beside, cls.stacked)
        ]
        best = max(filter(None, found), key=cls._quality, default=None)
        if best is None:
            grids = (rows_of(grid).shape for grid in (x, layer.w, layer.y))
            image, weights, output = map(times, grids)
            raise refusal(
                stage, f"an input of {image}, weights of {weights} and an output of {output} tiles",
                needed,
            )  # fmt: skip
        return best

    def _quality(self) -> tuple[float, float]:
        return min(self.sides), prod(self.sides)

    @property
    def is_stacked(self) -> bool:
        """Whether the largest of the grids has a row of its own."""
        return any(self.below)

    @classmethod
    def beside(
        cls, stage: Stage, layer: Layer, x: FloatArray, over: float, under: float
    ) -> "Places | None":
        """Place the input on the left, the weights over the products, and the output."""
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
            return None
        side, small = sides
        level = (rows * side - APART) / (2 * down)  # where weights and products end with the input
        if max(READABLE, NEARLY * small) <= level < small:
            small = float(floor(level))
        taken, right = LEFT + columns * side, stage.width - RIGHT - max(NAMED, wide * side)
        middle = taken + 0.5 * (right - taken - across * small)
        first = LEFT + max(NAMED, columns * side) + GAP
        last = right - GAP - max(NAMED, across * small)
        left = max(first, min(middle, last))
        tops = cls.tops_of(stage.height, (rows * side, down * small, tall * side), over, under)
        return cls((LEFT, left, left, right), (side, small, small, side), tops)

    @classmethod
    def stacked(
        cls, stage: Stage, layer: Layer, x: FloatArray, over: float, under: float
    ) -> "Places | None":
        """Place the larger of input and output in a row of its own, and the others in another.

        The input stands over the others, and they have their names under them; or the output under
        them, with its name. So no ties from one row to the other cross a name.
        """
        spreads = isinstance(layer, TransposedSteps)
        grids, order = _in_rows(layer, x)
        (rows, columns), *others = grids
        room = stage.width - LEFT - RIGHT
        tall = max(down for down, _ in others)
        free = stage.height - over - GAP - _foot(layer, under)
        found = []
        for small in np.arange(LEAST, row_side(stage, others) + 1).tolist():
            side = float(floor(min(SIDE, room / columns, (free - tall * small) / rows)))
            if side >= LEAST:
                read = (side >= READABLE) + (small >= READABLE)
                # Products have more digits than an input.
                least = min(side, small if spreads else small / MANY)
                found.append((read, least, side, small))
        if not found:
            return None
        *_, side, small = max(found)
        spare = free - rows * side - tall * small
        gap = GAP + min(spare / 2, LOOSE)
        top = stage.height - over - (spare - (gap - GAP)) / 2
        # An input has words beside its name, an output in the middle is nearer to the products.
        left = LEFT + (room - columns * side) / 2 if spreads else LEFT
        lefts = [left, *row_lefts(stage, others, small)]
        if spreads:
            tops = [top - tall * small - gap, top, top, top]
        else:
            bottom = top - rows * side - gap - tall * small
            tops = [top, *(bottom + down * small for down, _ in others)]
        sides = [side, small, small, small]
        places = [(lefts[n], sides[n], tops[n], (n == 0) == spreads) for n in order]
        lefts, sides, tops, below = map(list, zip(*places, strict=True))
        return cls(lefts, sides, tops, below, stage.width - RIGHT / 2)

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
        shapes = [rows_of(grid).shape for grid in (x, layer.w, layer.w, layer.y)]
        middles = [
            top - shape[0] * each / 2
            for top, shape, each in zip(self.tops, shapes, self.sides, strict=True)
        ]
        roles, numbers = ("x", "h", "y", "y"), (x, layer.w, products, sums)
        image, weights, change, output = (
            Tiles(stage, left, middle, shape, each, role, shown, moves, paint=own)
            for left, middle, shape, each, role, shown, moves, own in zip(
                self.lefts, middles, shapes, self.sides, roles, numbers,
                (moving, False, True, True), (paint, None, None, None), strict=True,
            )
        )  # fmt: skip
        weights.show(rows_of(layer.w))
        return Grids(image, weights, change, output)


def row_width(shapes: Sequence[Shape]) -> float:
    """Return the width that three grids in a row, with their names, take at least."""
    return LEFT + sum(_widths(shapes, LEAST)) + GAP + NEAR + RIGHT


def row_side(stage: Stage, shapes: Sequence[Shape]) -> float:
    """Return the side of tiles that three grids in a row, with their names, have at most."""
    room = stage.width - LEFT - RIGHT - GAP - NEAR
    sides = range(int(SMALL), 0, -1)
    return next((float(side) for side in sides if sum(_widths(shapes, side)) <= room), 0.0)


def row_lefts(stage: Stage, shapes: Sequence[Shape], side: float) -> list[float]:
    """Return the left edges of three grids in a row, of which the last two are tied."""
    first, middle, last = _widths(shapes, side)
    spare = stage.width - LEFT - RIGHT - first - middle - last - GAP - NEAR
    return [LEFT, LEFT + first + NEAR + spare / 2, stage.width - RIGHT - last]


def _widths(shapes: Sequence[Shape], side: float) -> list[float]:
    return [max(NAMED, across * side) for _, across in shapes]


def _in_rows(layer: Layer, x: FloatArray) -> tuple[list[Shape], Sequence[int]]:
    """Return the shapes of stacked grids, the largest and the row, and which of these is which.

    That is, which are the input, the weights, the products and the output.
    """
    image, weights, output = (rows_of(grid).shape for grid in (x, layer.w, layer.y))
    if isinstance(layer, TransposedSteps):
        return [output, weights, image, weights], (2, 1, 3, 0)
    return [image, weights, weights, output], (0, 1, 2, 3)


def _foot(layer: Layer, under: float) -> float:
    """Return what is under stacked grids: their names, and a note under or beside them."""
    return FOOT + (NOTED if under > BARE and isinstance(layer, LayerSteps) else 0.0)


def beside_needs(layer: Layer, x: FloatArray, over: float, under: float) -> tuple[float, float]:
    """Return the width and the height that grids side by side take at least."""
    (rows, columns), (down, across), (tall, wide) = (
        rows_of(grid).shape for grid in (x, layer.w, layer.y)
    )
    wanted = sum(max(NAMED, n * LEAST) for n in (columns, across, wide))
    column = max(rows * LEAST, 2 * down * LEAST + APART) + BARE
    return LEFT + wanted + 2 * GAP + RIGHT, over + max(column, tall * LEAST + under)


def stacked_needs(layer: Layer, x: FloatArray, over: float, under: float) -> tuple[float, float]:
    """Return the width and the height that stacked grids take at least."""
    ((rows, columns), *others), _ = _in_rows(layer, x)
    tall = max(down for down, _ in others)
    wide = max(LEFT + columns * LEAST + RIGHT, row_width(others))
    return wide, over + (rows + tall) * LEAST + GAP + _foot(layer, under)
