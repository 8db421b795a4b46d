"""In three dimensions the kernel is a box: it moves along rows, from row to row, and deeper."""

from dataclasses import replace

from animations.rendering import Animation, animate_layer, run

X = [
    [[0, 1, 2, 1], [1, 2, 4, 1], [0, 1, 3, 2]],
    [[1, 2, 3, 1], [2, 4, 5, 3], [1, 3, 4, 4]],
    [[0, 1, 1, 0], [1, 3, 2, 1], [1, 2, 3, 2]],
]
W = [[[0, 1], [-1, 2]], [[-1, 0], [1, -1]]]


def animation() -> Animation:
    return replace(
        animate_layer(X, W, title="Three dimensions"),
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
        poster=10,
    )


if __name__ == "__main__":
    run(animation)
