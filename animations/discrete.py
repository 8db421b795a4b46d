"""The same convolution on the integers: products in stems, a sum in place of the integral."""

from animations.rendering import (
    Animation,
    Heading,
    StemOutputPanel,
    StemOverlapPanel,
    SumPanel,
    reflect,
    steps,
)
from signals import convolve, post, sample


def animation() -> Animation:
    h, x = sample(post.h, 0, 16), sample(post.x, 0, 5)
    return Animation(
        title="Discrete convolution",
        caption="c",
        alt="a",
        panels=[
            Heading(
                r"\textcolor{y}{y(t)} = \sum_{\tau} "
                r"\textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)}",
                fixed=[h],
                sliding=x,
            ),
            StemOverlapPanel(fixed=h, sliding=x),
            SumPanel(fixed=h, sliding=x),
            StemOutputPanel(convolve(h, x)),
        ],
        timeline=reflect(-2) + steps(-2, 15),
        span=(-7.5, 16),
        poster=4,
    )
