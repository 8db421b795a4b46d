"""x slides over h, h slides over x: at every t the areas are equal, so y is the same."""

from animations.rendering import (
    Animation,
    IntegralsPanel,
    OutputPanel,
    OverlapPanel,
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
    one = r"\int\textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)}d\tau"
    other = r"\int\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}d\tau"
    words = [(-2, "x slides, or h slides"), (3, "another order, the same area")]
    return Animation(
        title="Convolution commutes",
        caption=(
            "Above, x is flipped and slides over h; below it, h is flipped and slides over x. The "
            "two shaded shapes are mirror images of each other, so their areas are one y(t)."
        ),
        alt=(
            "Above, the flipped input passes over the exponential; below, the flipped exponential "
            "over the input. At t = 3 one area is turned over and covers the other. Both draw one "
            f"output, which {course(y, -1, 10)}."
        ),
        panels=[
            IntegralsPanel(
                y, [(one, h, x), (other, x, h)], words, "mirrored, one area is the other"
            ),
            OverlapPanel(fixed=h, sliding=x, ticks=False),
            OverlapPanel(fixed=x, sliding=h, names=("x", "h"), ticks=False, mirrors=True),
            OutputPanel(y),
        ],
        timeline=reflect(-1) + pause_for("mirror", 3, 1.9, follow(y, -1, 10, speed=2.2)),
        span=(-6.5, 11),
    )


if __name__ == "__main__":
    run(animation)
