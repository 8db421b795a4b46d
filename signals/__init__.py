"""What is convolved: signals of continuous and of discrete time, and their exact convolution.

A `ContinuousSignal` is made of smooth pieces and impulses, a `DiscreteSignal` of values and the
index of the first. `convolve` and `correlate` combine two signals of one kind into a third of that
kind, exact up to rounding. `from_transfer_function` and `from_difference_equation` give the
impulse response of a system, `from_samples` leads lines through what was measured. `layer` and
`transposed_layer` do what neural networks do with many channels, stride, padding and dilation.
Pure mathematics: it knows nothing of pictures.
"""

from signals.channels import convolve_channels
from signals.continuous import ContinuousSignal
from signals.convolution import convolve, correlate
from signals.decomposition import concentrate, decompose
from signals.discrete import DiscreteSignal
from signals.elementary import exponential, impulse, piecewise, rect, sample, step, triangle
from signals.layer_steps import ChannelSteps, LayerSteps, TransposedSteps
from signals.layers import layer, transposed_layer
from signals.pieces import Piece
from signals.samples import from_samples
from signals.sizes import output_size, transposed_output_size
from signals.systems import from_difference_equation, from_transfer_function
from signals.window import receptive_field

__all__ = [
    "ChannelSteps",
    "ContinuousSignal",
    "DiscreteSignal",
    "LayerSteps",
    "Piece",
    "TransposedSteps",
    "concentrate",
    "convolve",
    "convolve_channels",
    "correlate",
    "decompose",
    "exponential",
    "from_difference_equation",
    "from_samples",
    "from_transfer_function",
    "impulse",
    "layer",
    "output_size",
    "piecewise",
    "receptive_field",
    "rect",
    "sample",
    "step",
    "transposed_layer",
    "transposed_output_size",
    "triangle",
]
