"""A box of area 1 slides over noisy samples: a wider one leaves them smoother, and blurred."""

from animations.rendering import Animation, AveragePanel, Narration, hold, run, steps
from signals import DiscreteSignal
from signals.noisy import noisy


def box(width: int) -> DiscreteSignal:
    """Return the mean over `width` samples as a kernel, centred."""
    return DiscreteSignal([1 / width] * width, start=-(width // 2))


def animation() -> Animation:
    widths = 3, 7, 15
    formula = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
    words = [
        (0, "y is the mean of what the box covers"),
        (44, "a wider box: smoother, but blurred"),
    ]
    return Animation(
        title="Moving average",
        caption=(
            "A box of area 1 averages the samples that it covers: its convolution with noisy "
            "samples x is smoother, the wider the box. A wide box blurs the steps as well."
        ),
        alt=(
            "Three rows with the same noisy orange dots: a slow hump, then a step up and down. "
            f"Boxes {widths[0]}, {widths[1]} and {widths[2]} wide slide over them and leave "
            "green curves: the "
            "first still jagged, the second calmer, the third smooth with its steps blurred."
        ),
        panels=[
            Narration(formula, words),
            *(AveragePanel(noisy, box(width), ticks=width == widths[-1]) for width in widths),
        ],
        timeline=hold(0, 0.6) + steps(0, 59, seconds=0.12, end=2),
        span=(-8, 85),
        poster=44,
    )


if __name__ == "__main__":
    run(animation)
