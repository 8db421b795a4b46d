"""The same convolution on the integers: products in stems, a sum in place of the integral."""

from animations.rendering import Animation, Signal, animate, run, samples_of
from signals import ContinuousSignal, post


def animation(h: Signal = post.h, x: Signal = post.x) -> Animation:
    curves = None
    if isinstance(h, ContinuousSignal) and isinstance(x, ContinuousSignal):
        curves = h, x
    if (h, x) != (post.h, post.x):
        return animate(samples_of(h), samples_of(x), curves=curves)
    return animate(
        samples_of(h, 0, 17),
        samples_of(x, 0, 5),
        sweep=(-1, 12),
        span=(-5.5, 13),
        poster=4,
        curves=curves,
        caption=(
            "On the integers the flipped input moves in whole steps. Each bar is one product "
            "h(τ)·x(t − τ), and y(t) is the sum of the bars."
        ),
        alt=(
            "Two curves are sampled at the whole numbers. Those of x, flipped, move one index at a "
            "time over those of h; bars show the products and stack up to the newest stem of "
            "the output, which {course}."
        ),
    )


if __name__ == "__main__":
    run(animation)
