"""Gradient descent finds the kernel, whichever operation it is given: one mirrors the other."""

import numpy as np

from animations.rendering import Animation, KernelPanel, LossPanel, Narration, run, steps
from signals import DiscreteSignal, convolve, post, sample
from signals.learning import learn_kernel


def animation() -> Animation:
    x = DiscreteSignal(np.sin(np.arange(48.0) ** 2))
    target = convolve(sample(post.h, 0, 5), x)
    guesses = DiscreteSignal([0.2, -0.5, 0.6, 0.9, -0.3]), DiscreteSignal([-0.5] * 5, start=-4)
    found = learn_kernel(x, target, guesses[0], rate=0.3, steps=60, flip=True)
    mirrored = learn_kernel(x, target, guesses[1], rate=0.3, steps=60, flip=False)
    with_flip = r"\textcolor{y}{y(t)} = \sum_{j}\textcolor{h}{w(j)}\textcolor{x}{x(t - j)}"
    without = r"\textcolor{y}{y(t)} = \sum_{j}\textcolor{k}{w(j)}\textcolor{x}{x(t + j)}"
    return Animation(
        title="Learned kernels",
        caption=(
            "Gradient descent on the same data, once with convolution and once with "
            "cross-correlation. Both losses vanish, and the weights found are mirror images of "
            "each other: training does the flip."
        ),
        alt=(
            "Two kernels of five stems change step by step. The left one, trained with the flip, "
            "settles to a falling sequence, the right one, trained without it, to the same "
            "sequence rising. Below, both losses fall along straight lines on a logarithmic scale."
        ),
        panels=[
            [Narration(with_flip), Narration(without)],
            [
                KernelPanel(found, "h", "$w$, flipped"),
                KernelPanel(mirrored, "k", "$w$, not flipped"),
            ],
            LossPanel([found, mirrored], names=[("h", "flipped"), ("k", "not flipped")]),
        ],
        timeline=steps(0, 10, seconds=0.5, end=0.5) + steps(11, 60, seconds=0.08, end=2),
        span=(-5.2, 5.2),
        poster=60,
    )


if __name__ == "__main__":
    run(animation)
