"""The same two channels under h as it is, not flipped: what deep learning calls convolution."""

from animations.rendering import (
    Animation,
    ChannelSumPanel,
    Heading,
    StemOutputPanel,
    StemOverlapPanel,
    run,
    steps,
)
from signals import convolve_channels, correlate, post, sample


def animation() -> Animation:
    h, x, k = sample(post.h, 0, 24), sample(post.x, 0, 5), sample(post.k, 0, 6)
    formula = (
        r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(\tau - t)}"
        r" + \sum_{\tau}\textcolor{k}{k(\tau)}\textcolor{h}{h(\tau - t)}"
    )
    return Animation(
        title="Not flipped",
        caption=(
            "Deep learning shifts h without flipping it: h(τ − t) in place of h(t − τ). This is "
            "cross-correlation. The same h gives another output, which lives mostly at negative t."
        ),
        alt=(
            "The channels x and k again, but the decaying exponential moves over them unflipped, "
            "its peak leading on the left. The output grows slowly from negative t, peaks at "
            "t = 1 and ends at t = 5: not the output of the flipped case."
        ),
        panels=[
            Heading(formula, fixed=[x, k], sliding=h, flip=False),
            StemOverlapPanel(fixed=x, sliding=h, names=("x", "h"), flip=False, ticks=False),
            StemOverlapPanel(fixed=k, sliding=h, names=("k", "h"), flip=False, ticks=False),
            ChannelSumPanel([correlate(x, h), correlate(k, h)], names=("x", "k")),
            StemOutputPanel(convolve_channels([x, k], h, flip=False)),
        ],
        timeline=steps(-10, 7),
        span=(-11.5, 12.5),
        poster=-1,
    )


if __name__ == "__main__":
    run(animation)
