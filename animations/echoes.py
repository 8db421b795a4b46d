"""Every sample of x starts its own copy of h; what has piled up at t is y(t)."""

from animations.rendering import (
    Animation,
    EchoPanel,
    Narration,
    StemInputPanel,
    StemOutputPanel,
    SumPanel,
    run,
    visit,
)
from signals import convolve, post, sample


def animation() -> Animation:
    h, x = sample(post.h, 0, 17), sample(post.x, 1, 5)
    y = convolve(h, x)
    formula = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
    words = [
        (1, "each sample starts an echo"),
        (3, "the echoes pile up to the output"),
        (5, "the echoes ring out"),
    ]
    return Animation(
        title="Sum of echoes",
        caption=(
            "The same sum, seen from the input: each sample x(τ) starts a copy of h, scaled by the "
            "sample and shifted to it. The copies pile up to the very y(t) that sliding gives."
        ),
        alt=(
            "Stems of the input come in. Each starts a decaying row of blue blocks in its shade, "
            "stacked on those before, hollow after t. The top of the pile at t is the output: "
            f"{y(1):g} at t = 1, {y(2):.2f} at t = 2, {y(4):.2f} at t = 4, at last {y(8):.2f}."
        ),
        panels=[
            Narration(formula, words),
            SumPanel(fixed=x, sliding=h, names=("x", "h")),
            StemInputPanel(x, shaded=True),
            EchoPanel(h, x, shown=4),
            StemOutputPanel(y),
        ],
        timeline=visit(range(1, 9), [1.4, 1.8, 1.8, 1.8, 1.0, 0.7, 0.7, 0.7]),
        span=(-2.4, 14.4),
        poster=4,
    )


if __name__ == "__main__":
    run(animation)
