"""A kernel slides over the pixels of a photograph: on a few numbers, then on all of them."""

from dataclasses import replace

from animations.rendering import Animation, Filter, animate_filters, photograph, run


def animation() -> Animation:
    mean = ("sum ÷ 9:", "muted"), ("the mean", "muted")
    rise = ("lighter", "y"), ("to the right", "y")
    fall = ("darker", "negative"), ("to the right", "negative")
    blur = Filter("blurred", [[1, 1, 1]] * 3, mean, divisor=9)
    edges = Filter("edges", [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], rise + fall)
    rows, columns = range(16, 20), range(57, 61)
    figure = animate_filters(
        photograph(), [blur, edges], rows, columns, title="Convolution of an image"
    )
    return replace(
        figure,
        caption=(
            "At every place the kernel's weights are multiplied with the grey levels under it and "
            "summed: cross-correlation, as the kernel is not turned by 180°. The same sum blurs a "
            "photograph or finds its vertical edges, rising in green and falling in pink."
        ),
        alt=figure.alt.replace(
            "blurred and edges",
            "a blurred portrait, and one of its edges, green where it gets lighter to the right, "
            "pink where darker",
        ),
    )


if __name__ == "__main__":
    run(animation)
