"""x slides over h, h slides over x: at every t the areas are equal, so y is the same."""

from animations.rendering import (
    Animation,
    Narration,
    OutputPanel,
    OverlapPanel,
    ReadoutPanel,
    course,
    follow,
    pause_for,
    reflect,
    run,
)
from signals import convolve
from signals.post import h, x


def animation() -> Animation:
    y = convolve(h, x)
    formula = (
        r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty}"
        r"\textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)}d\tau"
        r" = \int_{-\infty}^{\infty}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}d\tau"
    )
    return Animation(
        title="Convolution commutes",
        caption=(
            "Above, x is flipped and slides over h; below it, h is flipped and slides over x. The "
            "two shaded shapes are mirror images of each other, so their areas are one y(t)."
        ),
        alt=(
            "Above, the flipped input passes over the exponential; below, the flipped exponential "
            "over the input. At t = 3 one area is turned over and covers the other. Both draw one "
            f"output, which {course(y, -2, 15)}."
        ),
        panels=[
            Narration(formula, [(-2, "one order, and the other"), (3, "the same area, mirrored")]),
            ReadoutPanel(y),
            OverlapPanel(fixed=h, sliding=x, ticks=False, limited=True),
            OverlapPanel(x, h, names=("x", "h"), ticks=False, limited=True, mirrors=True),
            OutputPanel(y),
        ],
        timeline=reflect(-2) + pause_for("mirror", 3, 2.2, follow(y, -2, 15, speed=1.7)),
        span=(-7.5, 16),
    )


if __name__ == "__main__":
    run(animation)
