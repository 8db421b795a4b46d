"""A kernel slides over the pixels of a photograph: on a few numbers, then on all of them."""

from dataclasses import replace

from animations.rendering import Animation, Filter, animate_filters, photograph, run


def animation() -> Animation:
    mean = ("divided by 9:", "h"), ("the mean", "muted")
    change = ("to the right:", "muted"), ("lighter", "y"), ("darker", "negative")
    blur = Filter("blurred", [[1, 1, 1]] * 3, mean, divisor=9)
    edges = Filter("vertical edges", [[-1, 0, 1]] * 3, change)
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
            "blurred and vertical edges",
            "a blurred portrait, and one of its vertical edges, green where it gets lighter to "
            "the right, pink where darker",
        ),
    )


if __name__ == "__main__":
    run(animation)
