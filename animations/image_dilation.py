"""A dilation of two: the kernel looks at every second number and so sees further."""

from animations.rendering import Animation, LayerPanel, LayerSumPanel, SizePanel, run, steps
from signals import LayerSteps


def animation() -> Animation:
    x = [
        [2, 0, 1, 3, 1, 4, 0],
        [1, 5, 2, 0, 3, 1, 2],
        [0, 3, 4, 1, 2, 0, 5],
        [3, 1, 0, 2, 5, 1, 4],
        [1, 2, 3, 0, 1, 4, 2],
    ]
    w = [[1, 3, -1], [2, -2, 1]]
    layer = LayerSteps(x, w, dilation=2)
    return Animation(
        title="Dilation",
        caption=(
            "With a dilation of 2 the kernel of this cross-correlation takes every second number. "
            "Its six weights reach over three rows and five columns, at no more cost."
        ),
        alt=(
            "Six frames, each around one number, lie one tile apart on a grid of five by seven and "
            "move over it together. Their products with the weights are summed to an output that "
            "grows to three by three."
        ),
        panels=[SizePanel(layer), LayerPanel(layer), LayerSumPanel(layer)],
        timeline=steps(0, layer.last, seconds=1.0),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
