"""x slides over h, h slides over x: at every t the areas are equal, so y is the same."""

from animations.rendering import (
    FROM_PANELS,
    Animation,
    IntegralsPanel,
    OutputPanel,
    OverlapPanel,
    course,
    follow,
    fullest,
    pause_for,
    reflect,
    run,
)
from signals import ContinuousSignal, convolve, post

ONE = r"\int\textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)}d\tau"
OTHER = r"\int\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}d\tau"
MIRRORED = "mirrored, one area is the other"


def animation(h: ContinuousSignal = post.h, x: ContinuousSignal = post.x) -> Animation:
    y, usual = convolve(h, x), (h, x) == (post.h, post.x)
    beats = follow(y, -1, 10, speed=2.2) if usual else follow(y)
    start, turned, stop = beats[0].start.t, fullest(y, beats), beats[-1].stop.t
    words = [(start, "x slides, or h slides"), (turned, "another order, the same area")]
    return Animation(
        title="Convolution commutes",
        caption=(
            "Above, x is flipped and slides over h; below it, h is flipped and slides over x. The "
            "two shaded shapes are mirror images of each other, so their areas are one y(t)."
        ),
        alt=(
            "Above, the flipped input passes over the impulse response; below, the flipped impulse "
            f"response over the input. At t = {turned:g} one area is turned over and covers the "
            f"other. Both draw one output, which {course(y, start, stop)}."
        ),
        panels=[
            IntegralsPanel(y, [(ONE, h, x), (OTHER, x, h)], words, MIRRORED),
            OverlapPanel(fixed=h, sliding=x, ticks=False),
            OverlapPanel(fixed=x, sliding=h, names=("x", "h"), ticks=False, mirrors=True),
            OutputPanel(y),
        ],
        timeline=reflect(start) + pause_for("mirror", turned, 1.9, beats),
        span=(-6.5, 11) if usual else FROM_PANELS,
    )


if __name__ == "__main__":
    run(animation)
