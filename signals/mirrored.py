"""What a kernel makes of an input, and two descents that look for it, with the flip and without."""

import numpy as np

from signals.convolution import convolve
from signals.discrete import DiscreteSignal
from signals.learning import Descent, learn_kernel


def mirrored(steps: int) -> tuple[DiscreteSignal, Descent, Descent]:
    """Return the target, and a descent that cross-correlates and one that convolves.

    Their guesses have nothing to do with each other, and no weight is at 0, where a mirror stands:
    both see the inputs before t only, which x(t + j) is where j is negative.
    """
    x = DiscreteSignal(np.sin(np.arange(9.0) ** 2))
    target = convolve(DiscreteSignal([1, 2, 0.5, 1.5], start=1), x)
    guesses = DiscreteSignal([0.5, 1.6, 1.2, 0.4], -4), DiscreteSignal([1.8, 0.6, 1.4, 0.4], 1)
    w, h = (learn_kernel(x, target, guess, 0.45, steps, guess.start > 0) for guess in guesses)
    return target, w, h
