"""Layers of neural networks: cross-correlation of several channels, and its transpose."""

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from signals.arguments import FloatArray, real_array, refuse_too_many, within_floats
from signals.sizes import output_size, transposed_output_size
from signals.window import Padding, PerAxis, windows


def layer(
    inputs: ArrayLike,
    kernels: ArrayLike,
    bias: ArrayLike | None = None,
    stride: PerAxis = 1,
    padding: Padding = 0,
    dilation: PerAxis = 1,
) -> FloatArray:
    """Return what a convolutional layer makes of its input channels.

    y_o(t) = bias_o + Σ_c Σ_τ w_oc(τ) x_c(stride · t + dilation · τ − padding), where x is zero
    outside of the input: deep learning's convolution, which is cross-correlation, since the
    kernels w are not flipped. It is PyTorch's conv1d, conv2d or conv3d of one input.

    Parameters
    ----------
    inputs : array_like, shape (input channels, *size)
        Of 1, 2 or 3 dimensions besides the channels; one row, image or volume per channel.
    kernels : array_like, shape (output channels, input channels, *kernel)
        One kernel per pair of channels.
    bias : array_like, shape (output channels,), optional
        What is added to each output channel; nothing unless given.
    stride : int, or one per axis
        The step of the kernel from one output to the next; at least 1.
    padding : int, or one or a pair (before, after) per axis
        How many zeros are added to the two ends of each axis; at least 0. A pair
        (dilation · (kernel − 1), 0) makes the layer causal.
    dilation : int, or one per axis
        The step between the input elements that the kernel sees; at least 1.

    Returns
    -------
    numpy.ndarray, shape (output channels, *output)
        Sized by `output_size`. Whole numbers give whole numbers.

    Raises
    ------
    ValueError
        If the kernel is larger than the padded input, if channels or axes do not fit together,
        if a stride, a padding or a dilation is too small, or a number is not finite.
    TypeError
        If something is not a real, or not a whole, number.
    """
    x, w = _arrays(inputs, kernels, ("output", "input"))
    size, kernel = x.shape[1:], w.shape[2:]
    output_size(size, kernel, stride, padding, dilation)  # refuses what does not fit
    b = np.zeros(len(w)) if bias is None else real_array(bias, "bias")
    if b.shape != (len(w),):
        raise ValueError(
            f"bias must be one number for each of {len(w)} output channels, got shape {b.shape}"
        )
    moves = windows(kernel, stride, padding, dilation)
    wide = [n + move.before + move.after for n, move in zip(size, moves, strict=True)]
    refuse_too_many(len(x) * math.prod(wide), "the padded input")
    padded = np.pad(x, [(0, 0), *((move.before, move.after) for move in moves)])
    axes = tuple(range(1, x.ndim))
    seen = sliding_window_view(padded, [move.span for move in moves], axes)
    steps = [move.stride for move in moves] + [move.dilation for move in moves]
    seen = seen[:, *(slice(None, None, step) for step in steps)]
    position, element = "tuv"[: len(moves)], "ijk"[: len(moves)]
    y = np.einsum(f"c{position}{element},oc{element}->o{position}", seen, w)
    with np.errstate(over="ignore", invalid="ignore"):
        return within_floats(y + b.reshape(-1, *[1] * len(moves)), "a value of the output")


def transposed_layer(
    inputs: ArrayLike,
    kernels: ArrayLike,
    stride: PerAxis = 1,
    padding: Padding = 0,
    output_padding: PerAxis = 0,
    dilation: PerAxis = 1,
) -> FloatArray:
    """Return what a transposed convolutional layer makes of its input channels.

    Each input value spreads: a copy of the kernel, scaled by it, is added to the output, a stride
    away from its neighbour's. It is the adjoint of `layer` with the same kernels, stride, padding
    and dilation: Σ layer(x) · y = Σ x · transposed_layer(y). It does not undo it. It is PyTorch's
    conv_transpose1d, conv_transpose2d or conv_transpose3d of one input.

    Parameters
    ----------
    inputs, stride, padding, dilation
        As in `layer`: the step between the copies of the kernel, how much is cut off the two ends
        of each axis, and the step between the elements of one copy.
    kernels : array_like, shape (input channels, output channels, *kernel)
        One kernel per pair of channels; those of the layer that is transposed, as they are.
    output_padding : int, or one per axis
        How much longer the output is made at the end of each axis, before it is cut; smaller
        than the stride or the dilation.

    Returns
    -------
    numpy.ndarray, shape (output channels, *output)
        Sized by `transposed_output_size`. Whole numbers give whole numbers.

    Raises
    ------
    ValueError, TypeError
        If the padding leaves nothing, the output padding is too large, or as `layer`.
    """
    x, w = _arrays(inputs, kernels, ("input", "output"))
    size, kernel = x.shape[1:], w.shape[2:]
    shape = transposed_output_size(size, kernel, stride, padding, output_padding, dilation)
    moves = windows(kernel, stride, padding, dilation)
    full = [left + move.before + move.after for left, move in zip(shape, moves, strict=True)]
    refuse_too_many(w.shape[1] * math.prod(full), "the output, before it is cut,")
    y = np.zeros((w.shape[1], *full))
    for element in np.ndindex(*kernel):
        first = [n * move.dilation for n, move in zip(element, moves, strict=True)]
        reached = [
            slice(start, start + (n - 1) * move.stride + 1, move.stride)
            for start, n, move in zip(first, size, moves, strict=True)
        ]
        with np.errstate(over="ignore", invalid="ignore"):
            y[:, *reached] += np.einsum("c...,co->o...", x, w[:, :, *element])
    kept = [slice(move.before, move.before + n) for n, move in zip(shape, moves, strict=True)]
    return within_floats(y[:, *kept], "a value of the output")


def _arrays(
    inputs: ArrayLike, kernels: ArrayLike, order: tuple[str, str]
) -> tuple[FloatArray, FloatArray]:
    """Return both as arrays that fit together; ``order`` names the kernels' first two axes."""
    x, w = real_array(inputs, "inputs"), real_array(kernels, "kernels")
    if w.ndim not in (3, 4, 5) or not w.size:
        raise ValueError(
            f"kernels must have shape ({order[0]} channels, {order[1]} channels, *kernel) with a "
            f"kernel of 1, 2 or 3 dimensions and not be empty, got shape {w.shape}"
        )
    if x.ndim != w.ndim - 1 or not x.size:
        raise ValueError(
            f"inputs must have shape (channels, *size) with a size of {w.ndim - 2} dimensions, as "
            f"the kernels have, and not be empty, got shape {x.shape}"
        )
    expected = w.shape[order.index("input")]
    if len(x) != expected:
        raise ValueError(f"the inputs have {len(x)} channels, but the kernels expect {expected}")
    return x, w
