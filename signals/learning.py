"""A kernel found from examples: gradient descent on the mean squared error."""

from dataclasses import dataclass

import numpy as np

from signals.arguments import FloatArray
from signals.convolution import convolve, correlate
from signals.discrete import DiscreteSignal


@dataclass(frozen=True)
class Descent:
    """The kernels that gradient descent went through, from the guess on, and their errors.

    Attributes
    ----------
    x, target : DiscreteSignal
        The examples: an input, and what is asked for.
    flip : bool
        Whether a kernel is convolved with x; else it is cross-correlated.
    kernels : tuple of DiscreteSignal
        After each step.
    losses : ndarray
        The mean squared error of each.
    """

    x: DiscreteSignal
    target: DiscreteSignal
    flip: bool
    kernels: tuple[DiscreteSignal, ...]
    losses: FloatArray

    @property
    def last(self) -> int:
        """The number of steps."""
        return len(self.kernels) - 1

    def kernel(self, step: float) -> DiscreteSignal:
        """Return the kernel after a step or, on the straight way to the next, between two."""
        step = min(max(step, 0.0), float(self.last))
        before = min(int(step), max(self.last - 1, 0))
        part = step - before
        if not part:
            return self.kernels[before]
        return self.kernels[before] * (1 - part) + self.kernels[before + 1] * part

    def output(self, step: float) -> DiscreteSignal:
        """Return what that kernel makes of x."""
        return output(self.x, self.kernel(step), self.flip)


def output(x: DiscreteSignal, kernel: DiscreteSignal, flip: bool) -> DiscreteSignal:
    """Return the convolution or, without the flip, the cross-correlation of x with a kernel."""
    return convolve(kernel, x) if flip else correlate(x, kernel)


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
        error = output(x, kernels[-1], flip)(t) - target.values
        losses.append(float(np.mean(error**2)))
        if step < steps:
            gradient = 2 * inputs.T @ error / len(t)
            kernels.append(DiscreteSignal(kernels[-1].values - rate * gradient, guess.start))
    return Descent(x, target, flip, tuple(kernels), np.array(losses))
