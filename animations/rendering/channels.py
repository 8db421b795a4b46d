"""A layer of several channels, place by place: the numbers that figures show of it."""

import numpy as np
from numpy.typing import ArrayLike

from animations.rendering.scan import Numbers, Place, Scan
from animations.rendering.timeline import Frame
from signals import layer


class Channels:
    """A layer of several input and output channels, and what it does at each step.

    Each step adds one element to every output, in reading order.

    Parameters
    ----------
    x : array_like, shape (channels, rows, columns)
        The input.
    w : array_like, shape (outputs, channels, rows, columns)
        The weights: a kernel for every pair of output and channel.
    bias : array_like, shape (outputs,)
        What is added to every output.

    Attributes
    ----------
    x, w, bias : ndarray
        As given.
    scans : list of list of Scan
        For every output, what each channel's kernel does on that channel.
    y : ndarray, shape (outputs, rows, columns)
        The outputs.
    """

    def __init__(self, x: ArrayLike, w: ArrayLike, bias: ArrayLike) -> None:
        self.x, self.w, self.bias = (np.array(given, dtype=np.float64) for given in (x, w, bias))
        self.y = layer(self.x, self.w, self.bias)
        self.scans = [[Scan(x, w) for x, w in zip(self.x, row, strict=True)] for row in self.w]

    @property
    def last(self) -> int:
        """The last step."""
        return self.scans[0][0].last

    def step(self, frame: Frame) -> int:
        """Return the step that a frame shows; its t is the step."""
        return self.scans[0][0].step(frame)

    def place(self, step: int) -> Place:
        """Return the index, in each output, of the element that a step adds."""
        return self.scans[0][0].place(step)

    def sums(self, output: int, place: Place) -> list[float]:
        """Return what each channel gives to an element of an output."""
        return [float(scan.y[place]) for scan in self.scans[output]]

    def drawn(self, output: int, step: int) -> Numbers:
        """Return an output as far as it is known after a step; what is not, is NaN."""
        known = np.arange(self.y[output].size).reshape(self.y[output].shape) <= step
        return np.where(known, self.y[output], np.nan)
