"""A dilation of two: the kernel looks at every second number and so sees further."""

from dataclasses import replace

from animations.rendering import Animation, animate_layer, run


def animation() -> Animation:
    x = [
        [2, 0, 1, 3, 1, 4, 0],
        [1, 5, 2, 0, 3, 1, 2],
        [0, 3, 4, 1, 2, 0, 5],
        [3, 1, 0, 2, 5, 1, 4],
        [1, 2, 3, 0, 1, 4, 2],
    ]
    w = [[1, 3, -1], [2, -2, 1]]
    return replace(
        animate_layer(x, w, dilation=2, title="Dilation"),
        caption=(
            "With a dilation of 2 the kernel of this cross-correlation takes every second number. "
            "Its six weights reach over three rows and five columns, at no more cost."
        ),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
