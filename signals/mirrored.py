"""What a kernel makes of an input, and two descents that look for it, with the flip and without."""

import numpy as np

from signals.convolution import convolve
from signals.discrete import DiscreteSignal
from signals.learning import Descent, learn_kernel


def mirrored(steps: int) -> tuple[DiscreteSignal, Descent, Descent]:
    """Return the target, and a descent that cross-correlates and one that convolves.

    Their guesses have nothing to do with each other, and no weight is at 0, where a mirror stands.
    """
    x = DiscreteSignal(np.sin(np.arange(20.0) ** 2))
    target = convolve(DiscreteSignal([1, 2, 0.5, 1.5], start=1), x)
    guesses = DiscreteSignal([1.7, 1.9, 0.1, 1.6], -4), DiscreteSignal([-0.3, 0.5, 1.8, 0.9], 1)
    w, h = (learn_kernel(x, target, guess, 0.5, steps, guess.start > 0) for guess in guesses)
    return target, w, h
