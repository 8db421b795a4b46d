"""Every sample of x starts its own copy of h; what has piled up at t is y(t)."""

from animations.rendering import (
    Animation,
    EchoPanel,
    Narration,
    StemInputPanel,
    StemOutputPanel,
    SumPanel,
    follow,
    run,
)
from signals import convolve, post, sample


def animation() -> Animation:
    h, x = sample(post.h, 0, 14), sample(post.x, 0, 5)
    y = convolve(h, x)
    formula = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
    words = [
        (-1, "no sample yet"),
        (1, "each sample starts its own copy of h"),
        (5, "the copies ring out"),
    ]
    return Animation(
        title="Sum of echoes",
        caption=(
            "The same sum, seen from the input: each sample x(τ) starts a copy of h, scaled by the "
            "sample and shifted to it. The copies pile up to the very y(t) that sliding gives."
        ),
        alt=(
            "Stems of the input come in one by one. Each starts a decaying row of blue blocks, "
            "stacked on those of the samples before. The height of the pile at t is the newest "
            "stem of the output drawn below it."
        ),
        panels=[
            Narration(formula, words),
            StemInputPanel(x),
            EchoPanel(h, x),
            SumPanel(fixed=x, sliding=h, names=("x", "h")),
            StemOutputPanel(y),
        ],
        timeline=follow(y, -1, 12),
        span=(-4.5, 13),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
