"""The same two channels under h as it is, not flipped: what deep learning calls convolution."""

from animations.rendering import Animation, animate, run
from signals import post, sample


def animation() -> Animation:
    h, x, k = sample(post.h, 0, 24), sample(post.x, 0, 5), sample(post.k, 0, 6)
    return animate(
        h,
        [x, k],
        names=("h", "x", "k"),
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
