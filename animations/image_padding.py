"""Zeros around the input let the kernel reach the border, so that the output keeps its size."""

from dataclasses import replace

from animations.rendering import Animation, animate_layer, run


def animation() -> Animation:
    x = [[3, 1, 2, 4], [0, 2, 5, 1], [1, 4, 0, 3]]
    w = [[1, 0, 2], [0, 3, 0], [-1, 0, 1]]
    return replace(
        animate_layer(x, w, padding=1, title="Padding"),
        caption=(
            "A frame of zeros around the input lets the kernel stand on every pixel, the corners "
            "included. With 3 × 3 weights this cross-correlation's output is as large as its input."
        ),
        poster=6,
    )


if __name__ == "__main__":
    run(animation)
