"""What is convolved: signals of continuous and of discrete time, and their exact convolution.

A `ContinuousSignal` is made of smooth pieces and impulses, a `DiscreteSignal` of values and the
index of the first, a `GridSignal` of the values of a row, an image or a volume and the index of
the first. `convolve` and `correlate` combine two signals of one kind into a third of that kind,
exact up to rounding. `layer` and `transposed_layer` do what neural networks do with many channels,
stride, padding and dilation. Pure mathematics: it needs NumPy and knows nothing of pictures.
"""

from signals.continuous import ContinuousSignal
from signals.convolution import convolve, convolve_channels, correlate
from signals.discrete import DiscreteSignal
from signals.elementary import exponential, impulse, piecewise, rect, sample, step, triangle
from signals.grid import GridSignal
from signals.layer_steps import ChannelSteps, LayerSteps, TransposedSteps
from signals.layers import layer, transposed_layer
from signals.parts import parts
from signals.pieces import Piece
from signals.sizes import output_size, transposed_output_size
from signals.window import receptive_field

__all__ = [
    "ChannelSteps",
    "ContinuousSignal",
    "DiscreteSignal",
    "GridSignal",
    "LayerSteps",
    "Piece",
    "TransposedSteps",
    "convolve",
    "convolve_channels",
    "correlate",
    "exponential",
    "impulse",
    "layer",
    "output_size",
    "parts",
    "piecewise",
    "receptive_field",
    "rect",
    "sample",
    "step",
    "transposed_layer",
    "transposed_output_size",
    "triangle",
]
