"""A box of area 1 slides over noisy samples: a wider one leaves them smoother, and blurred."""

from animations.rendering import Animation, AveragePanel, Narration, run, steps
from signals import DiscreteSignal
from signals.noisy import clean, noisy


def box(width: int) -> DiscreteSignal:
    """Return the mean over `width` samples as a kernel, centred."""
    return DiscreteSignal([1 / width] * width, start=-(width // 2))


def animation() -> Animation:
    widths = 3, 7, 15
    first, last = widths[0] // 2, len(noisy.values) - 1 - widths[0] // 2  # where the least box fits
    formula = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
    words = [
        (0, "each output: the mean of what the box covers"),
        (40, "a wider box: less noise, blurred edges"),
    ]
    return Animation(
        title="Moving average",
        caption=(
            "A box of area 1 averages the samples that it covers. Its convolution with noisy "
            "samples x comes near to what they were without noise; a wide box blurs the edges."
        ),
        alt=(
            "Three rows with the same noisy samples along a thin line without noise: a slow "
            f"hump, a step up and down. Boxes {widths[0]}, {widths[1]} and {widths[2]} wide slide "
            "over them and leave green curves: the first still jagged, the second calmer, the "
            "third smooth, but with its steps blurred into slopes."
        ),
        panels=[
            Narration(formula, words),
            *(
                AveragePanel(noisy, box(w), clean, named=w == widths[0], ticks=w == widths[-1])
                for w in widths
            ),
        ],
        timeline=steps(first, last, seconds=0.12),
        span=(-1, 87),
        poster=50,
    )


if __name__ == "__main__":
    run(animation)
