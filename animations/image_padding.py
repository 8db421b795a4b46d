"""Zeros around the input let the kernel reach the border, so that the output keeps its size."""

from animations.rendering import Animation, LayerPanel, LayerSumPanel, SizePanel, run, steps
from signals import LayerSteps


def animation() -> Animation:
    x = [[3, 1, 2, 4], [0, 2, 5, 1], [1, 4, 0, 3]]
    w = [[1, 0, 2], [0, 3, 0], [-1, 0, 1]]
    layer = LayerSteps(x, w, padding=1)
    return Animation(
        title="Padding",
        caption=(
            "A frame of zeros around the input lets the kernel stand on every pixel, the corners "
            "included. So the output of this cross-correlation is as large as its input."
        ),
        alt=(
            "A grid of three by four numbers inside a border of zeros. A frame of three by three "
            "slides over it; beside it the weights, the products of the numbers in the frame, and "
            "an output that fills number by number until it too has three by four."
        ),
        panels=[SizePanel(layer), LayerPanel(layer), LayerSumPanel(layer)],
        timeline=steps(0, layer.last),
        poster=6,
    )


if __name__ == "__main__":
    run(animation)
