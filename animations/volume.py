"""In three dimensions the kernel is a box: it moves along rows, from row to row, and deeper."""

from dataclasses import replace

from animations.rendering import Animation, animate_layer, run, steps
from signals import layer

X = [
    [[0, 1, 2, 1], [1, 2, 4, 1], [0, 1, 3, 2]],
    [[1, 2, 3, 1], [2, 4, 5, 3], [1, 3, 4, 4]],
    [[0, 1, 1, 0], [1, 3, 2, 1], [1, 2, 3, 2]],
]
W = [[[0, 1], [-1, 2]], [[-1, 0], [1, -1]]]


def animation() -> Animation:
    (y,) = layer([X], [[W]]).astype(int)
    start, end = (str(voxel).replace("-", "−") for voxel in (y[0, 0, 0], y[-1, -1, -1]))
    return replace(
        animate_layer(X, W, title="Three dimensions"),
        caption=(
            "A volume is a stack of slices, and the kernel a box that holds a few of them. It is "
            "the same sum as for a line or an image, with a longer index. The kernel is not "
            "flipped: deep learning's convolution is cross-correlation."
        ),
        alt=(
            "Three slices of numbers lie above each other like floors. A box spans two of them and "
            "moves along the rows, from row to row, then one slice down. Wires lead from it to its "
            "numbers, laid out flat and multiplied cell by cell by the weights. Each slice's "
            "products add up to a sum, and both sums to the newest voxel of a 2 × 2 × 3 output, "
            f"from {start} first to {end} last."
        ),
        timeline=steps(0, 11, seconds=0.6),
        poster=10,
    )


if __name__ == "__main__":
    run(animation)
