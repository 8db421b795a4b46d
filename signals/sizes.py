"""How large the output of a layer is."""

from collections.abc import Sequence

from signals.window import Padding, PerAxis, Window, per_axis, row, times, windows


def output_size(
    size: Sequence[int],
    kernel: Sequence[int],
    stride: PerAxis = 1,
    padding: Padding = 0,
    dilation: PerAxis = 1,
) -> tuple[int, ...]:
    """Return the size of `layer`'s output along each axis.

    Along one axis, with a padding p at either end, it is
    ⌊(size + 2p − dilation · (kernel − 1) − 1) / stride⌋ + 1: relationship 15 of V. Dumoulin and
    F. Visin, "A guide to convolution arithmetic for deep learning", arXiv:1603.07285, and the
    documentation of PyTorch's Conv2d. Where the two ends differ, before + after replaces 2p.

    Parameters
    ----------
    size, kernel : sequence of int
        The sizes of the input and of the kernel along each axis.
    stride, padding, dilation
        As in `layer`, and refused as there.
    """
    moves = windows(kernel, stride, padding, dilation)
    sizes = _like(size, moves)
    spans = [move.span for move in moves]
    padded = [n + move.before + move.after for n, move in zip(sizes, moves, strict=True)]
    if any(span > room for span, room in zip(spans, padded, strict=True)):
        seen = [move.kernel for move in moves]
        dilated = f", dilated: {times(spans)}" if spans != seen else ""
        roomy = f", padded: {times(padded)}" if padded != list(sizes) else ""
        raise ValueError(
            f"the kernel ({times(seen)}{dilated}) is larger than the input ({times(sizes)}{roomy})"
        )
    strides = [move.stride for move in moves]
    return tuple((n - m) // by + 1 for n, m, by in zip(padded, spans, strides, strict=True))


def transposed_output_size(
    size: Sequence[int],
    kernel: Sequence[int],
    stride: PerAxis = 1,
    padding: Padding = 0,
    output_padding: PerAxis = 0,
    dilation: PerAxis = 1,
) -> tuple[int, ...]:
    """Return the size of `transposed_layer`'s output along each axis.

    Along one axis, with a padding p at either end, it is
    (size − 1) · stride − 2p + dilation · (kernel − 1) + output_padding + 1: the documentation of
    PyTorch's ConvTranspose2d; without dilation, relationship 14 of V. Dumoulin and F. Visin,
    arXiv:1603.07285. It is an input size for which `output_size` gives ``size``; a stride s has
    s of them, and the output padding, from 0 to s − 1, says which.

    Parameters
    ----------
    size, kernel : sequence of int
        The sizes of the input and of the kernel along each axis.
    stride, padding, output_padding, dilation
        As in `transposed_layer`, and refused as there.
    """
    moves = windows(kernel, stride, padding, dilation)
    sizes = _like(size, moves)
    extras = per_axis(output_padding, len(moves), "output_padding", 0)
    for extra, move in zip(extras, moves, strict=True):
        if extra >= max(move.stride, move.dilation):
            raise ValueError(
                "output_padding must be smaller than the stride or the dilation, "
                f"got {extra} with stride {move.stride} and dilation {move.dilation}"
            )
    spread = [
        (n - 1) * move.stride + move.span + extra
        for n, move, extra in zip(sizes, moves, extras, strict=True)
    ]
    left = tuple(n - move.before - move.after for n, move in zip(spread, moves, strict=True))
    if min(left) < 1:
        raise ValueError(
            f"the input ({times(sizes)}) spreads to {times(spread)}, "
            f"of which the padding leaves {times(left)}: nothing"
        )
    return left


def _like(size: Sequence[int], moves: Sequence[Window]) -> tuple[int, ...]:
    """Return an input size, which must have as many axes as the kernel."""
    sizes = row(size, "size", 1)
    if len(sizes) != len(moves):
        kernel = [move.kernel for move in moves]
        raise ValueError(
            f"the input ({times(sizes)}) and the kernel ({times(kernel)}) "
            "must have as many axes as each other"
        )
    return sizes
