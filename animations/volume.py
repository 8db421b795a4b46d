"""In three dimensions the kernel is a box: it moves along rows, from row to row, and deeper."""

from animations.rendering import Animation, Narration, VolumePanel, hold, run, steps
from signals import LayerSteps

X = [
    [[0, 1, 2, 1], [1, 2, 4, 1], [0, 1, 3, 2]],
    [[1, 2, 3, 1], [2, 4, 5, 3], [1, 3, 4, 4]],
    [[0, 1, 1, 0], [1, 3, 2, 1], [1, 2, 3, 2]],
]
W = [[[0, 1], [-1, 2]], [[-1, 0], [1, -1]]]


def animation() -> Animation:
    layer = LayerSteps(X, W)
    formula = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{h}{w(\tau)}\textcolor{x}{x(t + \tau)}"
    return Animation(
        title="Three dimensions",
        caption=(
            "A volume is a stack of slices, and the kernel a box that holds a few of them. All "
            "its products, of every slice, add up to one voxel of the output. The kernel is not "
            "flipped: deep learning's convolution is cross-correlation."
        ),
        alt=(
            "Three slices of numbers lie above each other like floors. A blue box spans two of "
            "them and moves along the rows, from row to row, then one slice down. Beside it the "
            "numbers in the box are multiplied by the weights; the products add up to the newest "
            "number of the output, two floors that fill up."
        ),
        panels=[
            Narration(formula, words=[(0, "$t$ = (slice, row, column)")]),
            VolumePanel(layer),
        ],
        timeline=hold(0, 0.5) + steps(0, layer.last),
        poster=10,
    )


if __name__ == "__main__":
    run(animation)
