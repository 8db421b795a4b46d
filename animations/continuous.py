"""x(t - tau) slides over h(tau); the area under their product is y(t)."""

from animations.rendering import Animation, Heading, OutputPanel, OverlapPanel, reflect, sweep
from signals import convolve
from signals.post import h, x


def animation() -> Animation:
    y = convolve(h, x)
    return Animation(
        title="Continuous convolution",
        caption="The input x is flipped, then shifted by t. The area under the product is y(t).",
        alt="A decaying exponential h; a flipped ramp x slides over it from left to right.",
        panels=[
            Heading(
                r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty} "
                r"\textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)} d\tau",
                fixed=[h],
                sliding=x,
            ),
            OverlapPanel(fixed=h, sliding=x),
            OutputPanel(y),
        ],
        timeline=reflect(-2) + sweep(-2, 15, seconds=8, pause_at=y.breakpoints),
        span=(-7.5, 16),
        poster=4.2,
    )
