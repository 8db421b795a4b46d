"""A stride of two: the kernel takes two steps at once, so the output is about half as large."""

from dataclasses import replace

from animations.rendering import Animation, animate_layer, run


def animation() -> Animation:
    x = [
        [1, 3, 0, 2, 4, 1, 2],
        [0, 2, 5, 1, 0, 3, 1],
        [4, 1, 2, 0, 3, 5, 0],
        [2, 0, 1, 4, 1, 2, 3],
        [3, 1, 0, 2, 5, 0, 4],
    ]
    w = [[1, 2, -1], [-2, 1, 3]]
    return replace(
        animate_layer(x, w, stride=2, title="Stride"),
        caption=(
            "With a stride of 2 the kernel of this cross-correlation moves two tiles at once, to "
            "the right and down: the dots are where its corner lands. The output shrinks."
        ),
        poster=3,
    )


if __name__ == "__main__":
    run(animation)
