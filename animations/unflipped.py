"""The same two channels under h that is not flipped: cross-correlation, as in deep learning."""

from animations.rendering import (
    Animation,
    ChannelSumPanel,
    Heading,
    StemOutputPanel,
    StemOverlapPanel,
    steps,
)
from signals import convolve_channels, correlate, post, sample


def animation() -> Animation:
    h, x, k = sample(post.h, 0, 18), sample(post.x, 0, 5), sample(post.k, 0, 6)
    return Animation(
        title="Not flipped",
        caption="c",
        alt="a",
        panels=[
            Heading(
                r"\textcolor{y}{y(t)} = \sum_{\tau} \textcolor{x}{x(\tau)}"
                r"\textcolor{h}{h(\tau - t)} + \sum_{\tau} \textcolor{k}{k(\tau)}"
                r"\textcolor{h}{h(\tau - t)}",
                fixed=[x, k],
                sliding=h,
                flip=False,
            ),
            StemOverlapPanel(fixed=x, sliding=h, names=("x", "h"), flip=False, ticks=False),
            StemOverlapPanel(fixed=k, sliding=h, names=("k", "h"), flip=False),
            ChannelSumPanel([correlate(x, h), correlate(k, h)], names=("x", "k")),
            StemOutputPanel(convolve_channels([x, k], h, flip=False)),
        ],
        timeline=steps(-10, 7),
        span=(-11, 12.5),
        poster=-1,
    )
