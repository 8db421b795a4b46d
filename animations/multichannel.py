"""Two channels under the same flipped h: their sums of products add up to one output."""

from animations.rendering import Animation, Signal, animate, run, samples_of
from signals import post


def animation(
    h: Signal = post.h,
    x: Signal = post.x,
    k: Signal = post.k,
) -> Animation:
    names = ("h", "x", "k")
    if (h, x, k) != (post.h, post.x, post.k):
        channels = [samples_of(x), samples_of(k)]
        return animate(samples_of(h), channels, names=names)
    return animate(
        samples_of(h, 0, 24),
        [samples_of(x, 0, 5), samples_of(k, 0, 6)],
        names=names,
        sweep=(-1, 7),
        span=(-2, 8),
        poster=3,
        title="Several channels",
        caption=(
            "The channels x and k are convolved with the same h, and at every t the two results "
            "are added to one output: orange what x gives, purple what k gives. A real layer has a "
            "kernel of its own for each channel."
        ),
        alt=(
            "Two rows of stems, x and k, with the same flipped exponential over both. Beside "
            "each row a block shows the sum of its products, and the blocks pile up to the newest "
            "stem of the output, which {course}."
        ),
    )


if __name__ == "__main__":
    run(animation)
