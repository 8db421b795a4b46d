"""The same convolution on the integers: products in stems, a sum in place of the integral."""

from animations.rendering import (
    Animation,
    Heading,
    StemOutputPanel,
    StemOverlapPanel,
    SumPanel,
    reflect,
    run,
    steps,
)
from signals import convolve, post, sample


def animation() -> Animation:
    h, x = sample(post.h, 0, 17), sample(post.x, 0, 5)
    formula = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)}"
    return Animation(
        title="Discrete convolution",
        caption=(
            "On the integers the flipped input moves in whole steps. Each bar is one product "
            "h(τ)·x(t − τ), and y(t) is the sum of the bars."
        ),
        alt=(
            "Stems of a flipped ramp with a step move, one index at a time, over stems of a "
            "decaying exponential. Bars show the products; below, the sum is written out term by "
            "term and added to the output as a new stem."
        ),
        panels=[
            Heading(formula, fixed=[h], sliding=x),
            StemOverlapPanel(fixed=h, sliding=x),
            SumPanel(fixed=h, sliding=x),
            StemOutputPanel(convolve(h, x)),
        ],
        timeline=reflect(-2) + steps(-2, 15),
        span=(-7.5, 16),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
