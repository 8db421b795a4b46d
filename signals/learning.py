"""A kernel found from examples: gradient descent on the mean squared error."""

from dataclasses import dataclass

import numpy as np

from signals.arguments import FloatArray
from signals.convolution import convolve, correlate
from signals.discrete import DiscreteSignal


@dataclass(frozen=True)
class Descent:
    """The kernels that gradient descent went through, from the guess on, and their errors."""

    kernels: tuple[DiscreteSignal, ...]
    losses: FloatArray


def learn_kernel(
    x: DiscreteSignal,
    target: DiscreteSignal,
    guess: DiscreteSignal,
    rate: float,
    steps: int,
    flip: bool,
) -> Descent:
    """Find weights w whose convolution, or cross-correlation, with x comes close to a target.

    Each step moves w against the gradient of the mean of (y(t) − target(t))² over the target's t.
    The gradient at w(j) is the mean of 2 (y(t) − target(t)) · x(t − j), or of x(t + j) without
    the flip, and is multiplied by the rate. The guess says at which j weights are.
    """
    t = np.arange(target.start, target.stop)
    j = np.arange(guess.start, guess.stop)
    inputs = x(np.subtract.outer(t, j) if flip else np.add.outer(t, j))
    kernels, losses = [guess], []
    for step in range(steps + 1):
        y = convolve(kernels[-1], x) if flip else correlate(x, kernels[-1])
        error = y(t) - target.values
        losses.append(float(np.mean(error**2)))
        if step < steps:
            gradient = 2 * inputs.T @ error / len(t)
            kernels.append(DiscreteSignal(kernels[-1].values - rate * gradient, guess.start))
    return Descent(tuple(kernels), np.array(losses))
