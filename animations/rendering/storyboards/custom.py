"""From whatever signals or grids somebody gives to a whole figure of their kind."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from animations.rendering.animation import FROM_PANELS, Animation
from animations.rendering.framing.subject import Interval, interval
from animations.rendering.panels.grids.filtered import Filter
from animations.rendering.photograph import reduced
from animations.rendering.storyboards.convolution import animate
from animations.rendering.storyboards.given import Given, kind_of, signal_of
from animations.rendering.storyboards.layer import animate_layer
from animations.rendering.storyboards.photograph import animate_filters
from signals import DiscreteSignal
from signals.arguments import FloatArray
from signals.window import PerAxis, times

MOST_SAMPLES = 100_000
PICTURE = 32
"""From so many rows or columns on, a grid is a picture, and its numbers are grey levels."""

LARGEST_KERNEL = 5
FEW = 3
"""Rows and columns of what a kernel makes of a picture that are shown as numbers."""


def animate_any(
    h: Given,
    x: Given,
    channels: Sequence[Given] = (),
    *,
    t: Interval | None = None,
    flip: bool = True,
    names: Sequence[str] = (),
    title: str = "",
    stride: PerAxis = 1,
    padding: PerAxis = 0,
    dilation: PerAxis = 1,
) -> Animation:
    """Tell how h and x are convolved, whatever their kind is.

    Parameters
    ----------
    h, x : str, ContinuousSignal, DiscreteSignal or array_like
        The impulse response or the kernel, and the input; a text is an expression, or the name of
        a file. Grids are cross-correlated as in a layer; a large one is a picture that is filtered.
    channels : sequence of the same
        Further inputs, convolved with the same h and added up; of grids, h may be a grid for each.
    t : tuple of float, optional
        The first and the last shift; by default as in `animate`.
    flip, names, title
        As in `animate`.
    stride, padding, dilation : int, or one per axis
        Of grids, as in `signals.layer`.

    Raises
    ------
    ValueError
        If a text is no signal, if kinds are mixed, or something is asked for that has no meaning
        for them.
    """
    kernel: Any = signal_of(h)
    inputs: list[Any] = [signal_of(each) for each in (x, *channels)]
    for name, each in zip(("x", *["a channel"] * len(channels)), inputs, strict=True):
        if type(each) is not type(kernel):
            raise ValueError(
                f"h is {kind_of(kernel)} and {name} {kind_of(each)}: all must be of one kind, as "
                "rect(t), 0.8^n u(n) or [[1, 2], [3, 4]] are"
            )
    layered = (stride, padding, dilation) != (1, 0, 1)
    if not isinstance(kernel, np.ndarray):
        if layered:
            raise ValueError(
                "stride, padding and dilation are for grids; a row of numbers is [[1, 2, 3]]"
            )
        _refuse_long([kernel, *inputs])
        sweep = FROM_PANELS if t is None else interval(t, "t")
        signals: Any = inputs if channels else inputs[0]
        return animate(kernel, signals, flip=flip, names=names, sweep=sweep, title=title)
    if t is not None or names:
        given = "names" if t is None else "t"
        raise ValueError(f"{given} is for signals: a kernel goes over a grid place by place")
    if max(inputs[0].shape) >= PICTURE and inputs[0].ndim == 2:
        if layered or channels:
            raise ValueError(
                "stride, padding, dilation and channels are for grids whose numbers can be read, "
                f"of fewer than {PICTURE} rows and columns"
            )
        return _filtered(inputs[0], kernel, title)
    settings: dict[str, Any] = {"stride": stride, "padding": padding, "dilation": dilation}
    if channels:
        inputs, kernel = [np.stack(_alike(inputs))], _for_each(kernel, len(inputs))
    return animate_layer(inputs[0], kernel, title=title, **settings)


def _refuse_long(signals: Sequence[Any]) -> None:
    for signal in signals:
        if isinstance(signal, DiscreteSignal) and len(signal.values) > MOST_SAMPLES:
            raise ValueError(
                f"a figure shows at most {MOST_SAMPLES:,} samples, and these are "
                f"{len(signal.values):,}: take fewer, of a sound as in clip.wav[0.5:0.8]"
            )


def _alike(grids: Sequence[FloatArray]) -> Sequence[FloatArray]:
    if len({grid.shape for grid in grids}) > 1 or grids[0].ndim != 2:
        raise ValueError("all channels must be grids of two dimensions and of one size")
    return grids


def _for_each(kernel: FloatArray, channels: int) -> FloatArray:
    """Return weights of shape (outputs, channels, rows, columns)."""
    if kernel.ndim == 2:
        kernel = np.stack([kernel] * channels)
    return kernel[None] if kernel.ndim == 3 else kernel


def _filtered(picture: FloatArray, kernel: FloatArray, title: str) -> Animation:
    """Tell what a kernel makes of a picture: of a few pixels where that varies, then of all."""
    from signals.image_filter import filter_image  # it takes SciPy, which loads slowly

    if kernel.ndim != 2 or max(kernel.shape) > LARGEST_KERNEL:
        raise ValueError(
            f"over a picture, h is a grid of at most {LARGEST_KERNEL} rows and columns"
        )
    photo, total = reduced(picture), float(kernel.sum())
    least = [size + FEW - 1 for size in kernel.shape]
    if any(size < needed for size, needed in zip(photo.shape, least, strict=True)):
        raise ValueError(
            f"a picture that is shown in {times(photo.shape)} pixels is too narrow for weights of "
            f"{times(kernel.shape)}: {times(least)} are needed"
        )
    signed = bool(kernel.min() < 0) and total <= 0
    words = [("green: above 0", "y"), ("pink: below 0", "negative")] if signed else []
    divisor = total if total > 0 and not np.isclose(total, 1) else 1.0
    if divisor != 1:
        words = [(f"divided by {divisor:g}", "h")]
    filters = [Filter("filtered", kernel.tolist(), words, divisor)]
    outputs = np.lib.stride_tricks.sliding_window_view(filter_image(photo, kernel), (FEW, FEW))
    spread = outputs.std(axis=(2, 3))
    row, column = (int(place) for place in np.unravel_index(np.argmax(spread), spread.shape))
    down, across = (size + FEW - 1 for size in kernel.shape)
    few = range(row, row + down), range(column, column + across)
    return animate_filters(photo, filters, *few, title=title or "A picture, filtered")
