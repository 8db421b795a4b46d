"""The window through which a layer's kernel sees its input: how it moves, and what that takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from signals.arguments import shown, whole_number

PerAxis = int | Sequence[int]
Padding = int | Sequence[int | Sequence[int]]


@dataclass(frozen=True)
class Window:
    """How a kernel of a size moves along one axis; all are numbers of input elements."""

    kernel: int
    stride: int
    before: int
    after: int
    dilation: int

    @property
    def span(self) -> int:
        """The length from the first to the last element seen, both included."""
        return self.dilation * (self.kernel - 1) + 1

    def sees(self, position: int) -> range:
        """Return the indices of the input that a position sees; outside of it is padding."""
        first = position * self.stride - self.before
        return range(first, first + self.span, self.dilation)


def windows(
    kernel: Sequence[int], stride: PerAxis, padding: Padding, dilation: PerAxis
) -> tuple[Window, ...]:
    """Return the window of each axis; a single number serves all of them.

    Raises
    ------
    ValueError
        If there are not 1, 2 or 3 axes, a number is too small, or there are not as many as axes.
    TypeError
        If something is not a whole number.
    """
    sizes = row(kernel, "kernel", 1)
    axes = len(sizes)
    if axes > 3:
        raise ValueError(f"a kernel has 1, 2 or 3 axes, got {axes}: {times(sizes)}")
    ends = [
        per_axis(both, 2, "padding", 0, "end") for both in _listed(padding, axes, "padding", "axis")
    ]
    steps = per_axis(stride, axes, "stride", 1)
    gaps = per_axis(dilation, axes, "dilation", 1)
    return tuple(
        Window(size, step, before, after, gap)
        for size, step, (before, after), gap in zip(sizes, steps, ends, gaps, strict=True)
    )


def receptive_field(
    position: Sequence[int],
    kernel: Sequence[int],
    stride: PerAxis = 1,
    padding: Padding = 0,
    dilation: PerAxis = 1,
) -> tuple[range, ...]:
    """Return which indices of the input a position of the output sees, along each axis.

    They are in the order of the kernel's elements. Negative ones, and those beyond the input,
    see padding. The same indices of its output are what an input position of `transposed_layer`
    spreads to. ``np.ix_(*receptive_field(…))`` selects the patch.

    Parameters
    ----------
    position, kernel : sequence of int
        The position and the size of the kernel along each axis.
    stride, padding, dilation
        As in `layer`, and refused as there.
    """
    moves = windows(kernel, stride, padding, dilation)
    place = row(position, "position", 0)
    if len(place) != len(moves):
        raise ValueError(
            f"the position has {len(place)} axes, the kernel ({times(kernel)}) {len(moves)}"
        )
    return tuple(move.sees(n) for n, move in zip(place, moves, strict=True))


def row(given: Sequence[int], name: str, least: int) -> tuple[int, ...]:
    """Return a row of whole numbers that are not too small."""
    if not _is_row(given) or not len(given):
        raise TypeError(f"{name} must be a row of whole numbers, one per axis, got {shown(given)}")
    return per_axis(given, len(given), name, least)


def per_axis(
    given: PerAxis, count: int, name: str, least: int, per: str = "axis"
) -> tuple[int, ...]:
    """Return as many whole numbers, not too small; a single one serves all."""
    numbers = tuple(whole_number(number, name) for number in _listed(given, count, name, per))
    if min(numbers) < least:
        raise ValueError(f"{name} must be at least {least}, got {min(numbers)}")
    return numbers


def times(sizes: Sequence[int]) -> str:
    """Write sizes for a message: 3 × 4."""
    return " × ".join(map(str, sizes))


def _listed(given: Any, count: int, name: str, per: str) -> list[Any]:
    """Return what is given per axis as a list; what is no sequence serves all."""
    if not _is_row(given):
        return [given] * count
    if len(given) != count:
        raise ValueError(f"{name} needs one number, or {count}, one per {per}, got {len(given)}")
    return list(given)


def _is_row(given: object) -> bool:
    return np.iterable(given) and not isinstance(given, str)
