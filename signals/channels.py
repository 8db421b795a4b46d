"""Sums over channels, each convolved with its kernel."""

from collections.abc import Sequence

from signals.continuous import ContinuousSignal
from signals.convolution import Signal, convolve, correlate
from signals.discrete import DiscreteSignal


def convolve_channels(
    channels: Sequence[Signal], kernels: Signal | Sequence[Signal], flip: bool = True
) -> Signal:
    """Convolve every channel with its kernel, and sum the results over the channels.

    Parameters
    ----------
    channels : sequence of signals
        At least one, all of one kind.
    kernels : signal, or sequence of signals
        One that all channels share, or one per channel, as in a convolutional layer.
    flip : bool
        False slides the kernels without flipping them: cross-correlation, as in deep learning.

    Raises
    ------
    ValueError
        If there is no channel, or not one kernel for each.
    TypeError
        As `convolve`.
    """
    if isinstance(channels, ContinuousSignal | DiscreteSignal):
        raise TypeError("convolve_channels: channels must be a sequence of signals, got one signal")
    inputs = list(channels)
    if isinstance(kernels, ContinuousSignal | DiscreteSignal):
        weights = [kernels] * len(inputs)
    else:
        weights = list(kernels)
    if not inputs:
        raise ValueError("convolve_channels: at least one channel is needed")
    if len(weights) != len(inputs):
        raise ValueError(
            f"convolve_channels: {len(inputs)} channels need 1 shared kernel or "
            f"{len(inputs)} kernels, got {len(weights)}"
        )
    if len({type(signal) for signal in inputs + weights}) > 1:
        raise TypeError(
            "convolve_channels: channels and kernels must be all continuous or all discrete"
        )
    combine = convolve if flip else correlate
    total = combine(inputs[0], weights[0])
    for x, w in zip(inputs[1:], weights[1:], strict=True):
        total = total + combine(x, w)
    return total
