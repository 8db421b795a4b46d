"""A real layer: three channels, a kernel for each, their sums and a bias, and two outputs."""

from dataclasses import replace

from animations.rendering import Animation, animate_layer, run, steps


def animation() -> Animation:
    red = [[3, 1, 0, 2], [2, 4, 1, 0], [0, 1, 3, 2]]
    green = [[1, 2, 4, 0], [0, 3, 1, 2], [2, 0, 1, 4]]
    blue = [[0, 2, 1, 3], [4, 1, 0, 1], [1, 3, 2, 0]]
    first = [[[1, 0], [0, 2]], [[0, 1], [-1, 0]], [[2, 0], [0, -1]]]
    second = [[[-1, 1], [1, 0]], [[2, 0], [0, 1]], [[0, -2], [1, 0]]]
    x = [red, green, blue]
    return replace(
        animate_layer(x, [first, second], bias=[1, -2], title="Channels of an image"),
        caption=(
            "A layer has one kernel for each channel and output. What the three channels give by "
            "cross-correlation is added to one number, and a bias to that. A second set of "
            "kernels makes a second output."
        ),
        alt=(
            "A colour image as three small grids of numbers, red, green and blue. A frame moves "
            "over all three at once. Two sets of three kernels each give three sums, which lines "
            "lead together: with a bias they make the next number of two growing outputs."
        ),
        timeline=steps(0, 8, seconds=1.6),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
