"""The same convolution on the integers: products in stems, a sum in place of the integral."""

from animations.rendering import Animation, animate, run
from signals import post, sample


def animation() -> Animation:
    h, x = sample(post.h, 0, 17), sample(post.x, 0, 5)
    return animate(
        h,
        x,
        sweep=(-1, 12),
        span=(-5.5, 13),
        poster=4,
        curves=(post.h, post.x),
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
