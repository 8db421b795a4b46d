"""What is convolved: signals of continuous and of discrete time, and their exact convolution.

A `ContinuousSignal` is made of smooth pieces and impulses, a `DiscreteSignal` of values and the
index of the first. `convolve` and `correlate` combine two signals of one kind into a third of
that kind, exact up to rounding. Pure mathematics: it needs NumPy and knows nothing of pictures.
"""

from signals.continuous import ContinuousSignal
from signals.convolution import convolve, convolve_channels, correlate
from signals.discrete import DiscreteSignal
from signals.elementary import exponential, impulse, piecewise, rect, sample, step, triangle
from signals.pieces import Piece

__all__ = [
    "ContinuousSignal",
    "DiscreteSignal",
    "Piece",
    "convolve",
    "convolve_channels",
    "correlate",
    "exponential",
    "impulse",
    "piecewise",
    "rect",
    "sample",
    "step",
    "triangle",
]
