"""A real layer: three channels, a kernel for each, their sums and a bias, and two outputs."""

from dataclasses import replace

from animations.rendering import Animation, animate_layer, run, steps
from signals import layer


def animation() -> Animation:
    red = [[1, 1, 4, 2], [2, 4, 3, 1], [0, 1, 0, 2]]
    green = [[2, 2, 4, 3], [2, 3, 1, 2], [2, 3, 2, 4]]
    blue = [[4, 4, 1, 4], [3, 1, 0, 3], [0, 0, 1, 1]]
    first = [[[1, 0], [0, 2]], [[0, 1], [-1, 0]], [[2, 0], [0, -1]]]
    second = [[[-1, 1], [1, 0]], [[2, 0], [0, 1]], [[0, -2], [1, 0]]]
    x, w, bias = [red, green, blue], [first, second], [1, -2]
    y = layer(x, w, bias).astype(int)
    start, end = (f"{one} and {two}".replace("-", "−") for one, two in (y[:, 0, 0], y[:, -1, -1]))
    return replace(
        animate_layer(x, w, bias, title="Channels of an image"),
        caption=(
            "A layer has a kernel for each channel and output. What the three channels give by "
            "cross-correlation is added up, and a bias with it: one number of the output. A "
            "second row of kernels makes a second output from the same image."
        ),
        alt=(
            "A colour image of 3 × 4 pixels beside its channels R, G and B, grids of numbers. A "
            "window moves over all of them at once. Below, two rows: in each, wires lead from the "
            "windows to a kernel per channel, from each kernel to its sum, and from the three "
            f"sums and a bias to the newest cell of an output. The two start with {start} and "
            f"end with {end}."
        ),
        timeline=steps(0, 5, seconds=1.0, read=1.8),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
