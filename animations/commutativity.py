"""x slides over h, h slides over x: the areas are equal at every t, so y is the same."""

from animations.rendering import Animation, Heading, OutputPanel, OverlapPanel, sweep
from signals import convolve
from signals.post import h, x


def animation() -> Animation:
    y = convolve(h, x)
    return Animation(
        title="Convolution commutes",
        caption="Either",
        alt="Two",
        panels=[
            Heading(
                r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty} \textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)} d\tau"
                r" = \int_{-\infty}^{\infty} \textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)} d\tau",
                fixed=[h],
                sliding=x,
            ),
            OverlapPanel(fixed=h, sliding=x, ticks=False),
            OverlapPanel(fixed=x, sliding=h, names=("x", "h")),
            OutputPanel(y),
        ],
        timeline=sweep(-2, 15, seconds=10, pause_at=y.breakpoints),
        span=(-7.5, 16),
        poster=4.2,
    )
