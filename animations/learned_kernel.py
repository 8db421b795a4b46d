"""Gradient descent finds the kernel, whichever operation it is given: one mirrors the other."""

from animations.rendering import (
    Animation,
    FitPanel,
    KernelPanel,
    Learner,
    LossPanel,
    run,
    strides,
)
from signals.mirrored import mirrored


def animation() -> Animation:
    target, w, h = mirrored(steps=24)
    unflipped = r"\textcolor{y}{y(t)} = \sum_{j<0}w(j)\textcolor{x}{x(t + j)}"
    flipped = r"\textcolor{y}{y(t)} = \sum_{j>0}\textcolor{h}{h(j)}\textcolor{x}{x(t - j)}"
    learners = [
        Learner(w, "ink", "cross-correlation", hollow=True, formula=unflipped),
        Learner(h, "h", "convolution", formula=flipped),
    ]
    return Animation(
        title="Learned kernels",
        caption=(
            "Gradient descent on the same data, once with cross-correlation and once with "
            "convolution. Both outputs reach the target, and the weights found are mirror images "
            "of each other: training does the flip."
        ),
        alt=(
            "Two kernels of four stems, either side of a dashed mirror, start unlike each other "
            "and change in 24 steps of training until both outputs sit in the circles of the "
            f"target. "
            f"One kernel comes to {', '.join(f'{v:.2f}' for v in h.kernels[-1].values)}, the other "
            "to its mirror image: folded over like a page, it lands on the first."
        ),
        panels=[
            KernelPanel(learners),
            FitPanel(target, learners),
            LossPanel(learners),
        ],
        timeline=strides((0, 1, 2, 3, 4, 6, 9, 13, 18, 24), end=0) + strides((24, 25), seconds=1.2),
        span=(-5.2, 5.2),
        poster=25,
    )


if __name__ == "__main__":
    run(animation)
