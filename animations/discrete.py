"""The same convolution on the integers: products in stems, a sum in place of the integral."""

from dataclasses import replace

from animations.rendering import Animation, animate, course, run
from signals import convolve, post, sample


def animation() -> Animation:
    h, x = sample(post.h, 0, 17), sample(post.x, 0, 5)
    sweep = -2, 15
    return replace(
        animate(h, x, sweep=sweep, span=(-7.5, 16), poster=4),
        caption=(
            "On the integers the flipped input moves in whole steps. Each bar is one product "
            "h(τ)·x(t − τ), and y(t) is the sum of the bars."
        ),
        alt=(
            "Stems of a flipped ramp with a step move, one index at a time, over stems of a "
            "decaying exponential. Bars show the products; below, the sum is written out term by "
            f"term and added as a stem to the output, which {course(convolve(h, x), *sweep)}."
        ),
    )


if __name__ == "__main__":
    run(animation)
