"""One kernel, flipped and not flipped, over an impulse and then over a signal."""

from animations.rendering import (
    Animation,
    Marks,
    Narration,
    StemOutputPanel,
    StemOverlapPanel,
    reflect,
    run,
    steps,
)
from signals import DiscreteSignal, convolve, correlate


def animation() -> Animation:
    h, x = DiscreteSignal([1.5, 1, 0.5]), DiscreteSignal([1.0, 0, 0, 0, 0, 0, 0.5, 1, 1])
    flipped = r"\textcolor{y}{y(t)} = \sum_{\tau}\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}"
    as_it_is = flipped.replace(r"t - \tau", r"\tau - t")
    sides = [(True, convolve(h, x)), (False, correlate(x, h))]
    return Animation(
        title="Flipped or not",
        caption=(
            "The same kernel h over an impulse, then over a signal. Left, convolution flips h and "
            "the impulse gives h back. Right, cross-correlation does not flip it, and the impulse "
            "gives its mirror image."
        ),
        alt=(
            "Two columns. On the left the flipped kernel slides over the input: at the impulse "
            "the output is the falling kernel itself. On the right the kernel slides as it is: "
            "there the output rises, the kernel's mirror image."
        ),
        panels=[
            [Narration(flipped), Narration(as_it_is)],
            [
                Marks([(-7, "convolution: $h$ is flipped", "ink")]),
                Marks([(-7, "cross-correlation: $h$ as it is", "ink")]),
            ],
            [StemOverlapPanel(x, h, names=("x", "h"), flip=flip) for flip, _ in sides],
            [Marks([(0, "$h(t)$", "h")]), Marks([(-2, "$h(-t)$", "h")])],
            [StemOutputPanel(y, own_scale=False) for _, y in sides],
        ],
        timeline=reflect(-3) + steps(-3, 10, seconds=0.64),
        span=(-7, 13.4),
        poster=7,
    )


if __name__ == "__main__":
    run(animation)
