"""A stride of two: the kernel takes two steps at once, so the output is about half as large."""

from animations.rendering import Animation, LayerPanel, LayerSumPanel, SizePanel, run, steps
from signals import LayerSteps


def animation() -> Animation:
    x = [
        [1, 3, 0, 2, 4, 1, 2],
        [0, 2, 5, 1, 0, 3, 1],
        [4, 1, 2, 0, 3, 5, 0],
        [2, 0, 1, 4, 1, 2, 3],
        [3, 1, 0, 2, 5, 0, 4],
    ]
    w = [[1, 2], [0, -1], [3, 1]]
    layer = LayerSteps(x, w, stride=2)
    return Animation(
        title="Stride",
        caption=(
            "With a stride of 2 the kernel of this cross-correlation moves two tiles at once, to "
            "the right and down: the dots are where its corner lands. The output shrinks."
        ),
        alt=(
            "A frame of three rows and two columns jumps over five by seven numbers, two tiles at "
            "a time; dots mark its stops. Its products with the weights are summed to an output "
            "of two by three. The last column of the input is grey, as no stop reaches it."
        ),
        panels=[SizePanel(layer), LayerPanel(layer), LayerSumPanel(layer)],
        timeline=steps(0, layer.last, seconds=1.4),
        poster=3,
    )


if __name__ == "__main__":
    run(animation)
