"""x(t - tau) slides over h(tau); the area under their product is y(t)."""

from animations.rendering import (
    Animation,
    Heading,
    OutputPanel,
    OverlapPanel,
    ReadoutPanel,
    reflect,
    run,
    sweep,
)
from signals import convolve
from signals.post import h, x


def animation() -> Animation:
    y = convolve(h, x)
    formula = (
        r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty}"
        r"\textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)}d\tau"
    )
    return Animation(
        title="Continuous convolution",
        caption=(
            "The input x is reflected about the vertical axis and shifted right by t. Its product "
            "with the impulse response h is the green curve; the area under it is y(t)."
        ),
        alt=(
            "A ramp with a step, flipped, slides from left to right over a decaying exponential. "
            "Their product is shaded; below, its area is drawn as y: it rises from t = 0, peaks "
            "at t = 3 with 2.89, and decays after t = 5."
        ),
        panels=[
            Heading(formula, fixed=[h], sliding=x),
            OverlapPanel(fixed=h, sliding=x),
            ReadoutPanel(y),
            OutputPanel(y),
        ],
        timeline=reflect(-2) + sweep(-2, 15, seconds=4.6, pause_at=y.breakpoints),
        span=(-7.5, 16),
        poster=4.2,
    )


if __name__ == "__main__":
    run(animation)
