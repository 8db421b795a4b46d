"""Two channels under the same flipped h: their sums of products add up to one output."""

from animations.rendering import (
    Animation,
    ChannelSumPanel,
    Heading,
    StemOutputPanel,
    StemOverlapPanel,
    steps,
)
from signals import convolve, convolve_channels, post, sample


def animation() -> Animation:
    h, x, k = sample(post.h, 0, 18), sample(post.x, 0, 5), sample(post.k, 0, 6)
    return Animation(
        title="Several channels",
        caption="c",
        alt="a",
        panels=[
            Heading(
                r"\textcolor{y}{y(t)} = \sum_{\tau} \textcolor{x}{x(\tau)}"
                r"\textcolor{h}{h(t - \tau)} + \sum_{\tau} \textcolor{k}{k(\tau)}"
                r"\textcolor{h}{h(t - \tau)}",
                fixed=[x, k],
                sliding=h,
            ),
            StemOverlapPanel(fixed=x, sliding=h, names=("x", "h"), ticks=False),
            StemOverlapPanel(fixed=k, sliding=h, names=("k", "h")),
            ChannelSumPanel([convolve(h, x), convolve(h, k)], names=("x", "k")),
            StemOutputPanel(convolve_channels([x, k], h)),
        ],
        timeline=steps(-2, 15),
        span=(-7.5, 16),
        poster=4,
    )
