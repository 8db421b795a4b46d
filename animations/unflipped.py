"""The same two channels under h as it is, not flipped: what deep learning calls convolution."""

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
        return animate(samples_of(h), channels, names=names, flip=False, compared=True)
    return animate(
        samples_of(h, 0, 24),
        [samples_of(x, 0, 5), samples_of(k, 0, 6)],
        names=names,
        flip=False,
        compared=True,
        sweep=(-5, 6),
        span=(-6, 8),
        poster=1,
        title="Not flipped",
        caption=(
            "Deep learning shifts h without flipping it: h(τ − t) in place of h(t − τ). This is "
            "cross-correlation. The same h gives another output than with the flip (hollow stems), "
            "and it begins before t = 0."
        ),
        alt=(
            "The channels x and k again, but the exponential moves over them unflipped. What they "
            "give is piled up to the output, which {course}. Hollow stems show the output with the "
            "flip, which is greatest, 5.82, at t = 2."
        ),
    )


if __name__ == "__main__":
    run(animation)
