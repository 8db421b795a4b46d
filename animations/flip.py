"""One kernel, flipped and not flipped, over an impulse: it comes out itself, and mirrored."""

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
    h, x = DiscreteSignal([1, 0.5, 0.25]), DiscreteSignal([1], start=4)
    flipped = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
    as_it_is = flipped.replace(r"t - \tau", r"\tau - t")
    titles = ["convolution: the kernel is flipped", "cross-correlation: the kernel as it is"]
    answers = [
        ResponsePanel(convolve(h, x), convolve(h, x), "$h(t - 4)$", "the kernel itself"),
        ResponsePanel(correlate(x, h), correlate(x, h), "$h(4 - t)$", "its mirror image"),
    ]
    return Animation(
        title="Flipped or not",
        caption=(
            "One kernel over an impulse. Left, convolution flips the kernel, and what comes out "
            "is the kernel itself. Right, cross-correlation does not, and its mirror image does."
        ),
        alt=(
            "Two columns. On the left the kernel is flipped and slides over an impulse at t = 4: "
            "the output is the falling kernel itself, 1, 0.5, 0.25. On the right the kernel slides "
            "as it is: there the output rises, 0.25, 0.5, 1, the kernel's mirror image."
        ),
        panels=[
            [Marks([(-2.4, title, "ink")], height=30, drop=4) for title in titles],
            [Narration(flipped), Narration(as_it_is)],
            [Marks([(4, "impulse", "x")], height=22, drop=5, always=True) for _ in titles],
            [StemOverlapPanel(x, h, ("x", "h"), flip, ticks=False) for flip in (True, False)],
            answers,
        ],
        timeline=reflect(1) + steps(1, 7),
        span=(-2.4, 9.6),
        poster=6,
    )


if __name__ == "__main__":
    run(animation)
