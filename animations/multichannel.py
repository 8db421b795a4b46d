"""Two channels under the same flipped h: their sums of products add up to one output."""

from animations.rendering import (
    Animation,
    ChannelSumPanel,
    Heading,
    StemOutputPanel,
    StemOverlapPanel,
    run,
    steps,
)
from signals import convolve, convolve_channels, post, sample


def animation() -> Animation:
    h, x, k = sample(post.h, 0, 24), sample(post.x, 0, 5), sample(post.k, 0, 6)
    formula = (
        r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
        r" + \sum_{\tau}\textcolor{k}{k(\tau)}\textcolor{h}{h(t - \tau)}"
    )
    return Animation(
        title="Several channels",
        caption=(
            "The channels x and k are convolved with the same h, and at every t the two results "
            "are added to one output. A real layer has a kernel of its own for each channel."
        ),
        alt=(
            "Two rows of stems, the channels x and k, with the same flipped exponential moving "
            "over both. Bars show the products, negative ones in pink. The sums of both rows are "
            "added, and the total is the newest stem of the output below."
        ),
        panels=[
            Heading(formula, fixed=[x, k], sliding=h),
            StemOverlapPanel(fixed=x, sliding=h, names=("x", "h"), ticks=False),
            StemOverlapPanel(fixed=k, sliding=h, names=("k", "h"), ticks=False),
            ChannelSumPanel([convolve(h, x), convolve(h, k)], names=("x", "k")),
            StemOutputPanel(convolve_channels([x, k], h)),
        ],
        timeline=steps(-2, 15),
        span=(-7.5, 16),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
