"""How the grids of a layer of one channel stand: input, weights over products, output."""

from numpy.typing import ArrayLike

from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME, Tiles, by, tinted
from signals import LayerSteps, TransposedSteps
from signals.arguments import FloatArray

SIDE, SMALL = 52.0, 42.0  # sides of tiles: of input and output, of weights and products
APART = 54.0  # from the weights to the products, whose name stands between


def arrange(
    stage: Stage,
    layer: LayerSteps | TransposedSteps,
    x: FloatArray,
    share: float,
    products: ArrayLike,
    sums: ArrayLike,
) -> tuple[Tiles, Tiles, Tiles, Tiles]:
    """Place the input, the weights, the products, still without a name, and the output.

    `x` is the input as it is shown, `share` the part of the free width between it and the weights,
    which are written already; the tints depend on all the products and sums to come over time.
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
    return image, weights, change, output
