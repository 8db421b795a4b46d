"""One kernel, flipped and not flipped, over an impulse and then over a signal."""

from animations.rendering import (
    Animation,
    Marks,
    Narration,
    ResponsePanel,
    StemOverlapPanel,
    reflect,
    run,
    steps,
)
from signals import DiscreteSignal, convolve, correlate


def animation() -> Animation:
    h, x = DiscreteSignal([1, 0.5, 0.25]), DiscreteSignal([1, 0, 0, 0, 0.5, 1.25])
    flipped = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
    as_it_is = flipped.replace(r"t - \tau", r"\tau - t")
    titles = ["convolution: flipped", "cross-correlation: not flipped"]
    answers = [
        ResponsePanel(convolve(h, x), h, "$h(t)$", "the kernel itself"),
        ResponsePanel(correlate(x, h), h.flip(), "$h(-t)$", "its mirror image"),
    ]
    return Animation(
        title="Flipped or not",
        caption=(
            "One kernel over an impulse, then over a signal. Left, convolution flips it, and an "
            "impulse gives it back. Right, cross-correlation does not: its mirror image comes out."
        ),
        alt=(
            "Two columns. On the left the flipped kernel slides over the input: at the impulse "
            "the output is the falling kernel itself, 1, 0.5, 0.25. On the right the kernel slides "
            "as it is: there the output rises, 0.25, 0.5, 1, the kernel's mirror image."
        ),
        panels=[
            [Marks([(-5.8, title, "ink")], height=40, drop=4) for title in titles],
            [Narration(flipped), Narration(as_it_is)],
            [Marks([(-0.8, "impulse", "x")], height=26, drop=10, always=True) for _ in titles],
            [StemOverlapPanel(x, h, ("x", "h"), flip, ticks=False) for flip in (True, False)],
            answers,
        ],
        timeline=reflect(-2) + steps(-2, 8, seconds=0.64),
        span=(-5.8, 11.8),
        poster=5,
    )


if __name__ == "__main__":
    run(animation)
