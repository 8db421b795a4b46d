"""A kernel's way over a grid of numbers, place by place: the numbers that figures show of it."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from animations.rendering.timeline import Frame
from signals import layer, receptive_field

Numbers = NDArray[np.float64]
Place = tuple[int, ...]
Indices = tuple[list[int], ...]
Term = tuple[float, float]
"""A weight and the input that it is multiplied with."""


class Scan:
    """A layer of one channel, and what it does at each step, in reading order.

    Parameters
    ----------
    x, w : array_like
        The input and the weights, of 1, 2 or 3 dimensions.
    stride, padding, dilation : int, or one per axis
        As in `signals.layer`.

    Attributes
    ----------
    x, w : ndarray
        The input and the weights.
    stride, padding, dilation : tuple of int
        One number per axis.
    """

    def __init__(
        self,
        x: ArrayLike,
        w: ArrayLike,
        stride: int | Sequence[int] = 1,
        padding: int | Sequence[int] = 0,
        dilation: int | Sequence[int] = 1,
    ) -> None:
        self.x, self.w = np.array(x, dtype=np.float64), np.array(w, dtype=np.float64)
        self.stride, self.padding, self.dilation = (
            tuple(np.broadcast_to(given, self.x.ndim).tolist())
            for given in (stride, padding, dilation)
        )

    @cached_property
    def y(self) -> Numbers:
        """The output."""
        x, w = self.x[None], self.w[None, None]
        (y,) = layer(x, w, None, self.stride, self.padding, self.dilation)
        return np.asarray(y)

    @property
    def last(self) -> int:
        """The last step."""
        return self.y.size - 1

    def step(self, frame: Frame) -> int:
        """Return the step that a frame shows; its t is the step."""
        return min(max(round(frame.t), 0), self.last)

    def place(self, step: int) -> Place:
        """Return the index of the output element that a step adds."""
        return tuple(int(n) for n in np.unravel_index(step, self.y.shape))

    def target(self, step: int) -> Place:
        """Return the index of the output element whose sum a step shows: the one it adds."""
        return self.place(step)

    def terms(self, target: Place) -> list[Term]:
        """Return the pairs of weight and input whose products add up to an output element."""
        return list(zip(self.w.ravel().tolist(), self.patch(target).ravel().tolist(), strict=True))

    def seen(self, place: Place) -> Indices:
        """Return which elements of the padded input an output element sees, along each axis."""
        fields = zip(self._fields(place), self.padding, strict=True)
        return tuple([n + before for n in field] for field, before in fields)

    def patch(self, place: Place) -> Numbers:
        """Return the input that an output element sees, zeros in the padding."""
        return np.asarray(self.padded[np.ix_(*self.seen(place))])

    def products(self, place: Place) -> Numbers:
        """Return the numbers that add up to an output element."""
        return self.w * self.patch(place) + 0.0  # a minus zero becomes zero

    def drawn(self, step: int) -> Numbers:
        """Return the output as far as it is known after a step; what is not, is NaN."""
        known = np.arange(self.y.size).reshape(self.y.shape) <= step
        return np.where(known, self.y, np.nan)

    @property
    def padded(self) -> Numbers:
        """The input with its padding."""
        return np.pad(self.x, [(before, before) for before in self.padding])

    @property
    def used(self) -> NDArray[np.bool_]:
        """Which elements of the padded input are the input's own, and seen by some output."""
        used = np.zeros(self.padded.shape, dtype=bool)
        for step in range(self.last + 1):
            used[np.ix_(*self.seen(self.place(step)))] = True
        for axis, before in enumerate(self.padding):
            along = np.moveaxis(used, axis, 0)
            along[:before] = along[len(along) - before :] = False
        return used

    @property
    def unpadded(self) -> Indices:
        """Which output elements see no padding, along each axis."""
        kept: Indices = tuple([] for _ in self.x.shape)
        for axis, size in enumerate(self.y.shape):
            for n in range(size):
                field = self._fields([n] * self.x.ndim)[axis]
                if field[0] >= 0 and field[-1] < self.x.shape[axis]:
                    kept[axis].append(n)
        return kept

    def _fields(self, place: Sequence[int]) -> tuple[range, ...]:
        """Return the indices of the input, along each axis, that an output element sees."""
        return receptive_field(place, self.w.shape, self.stride, self.padding, self.dilation)
