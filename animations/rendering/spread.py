"""A transposed layer, input by input: the numbers that figures show of it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from animations.rendering.scan import Indices, Numbers, Place, Term
from animations.rendering.timeline import Frame
from signals import receptive_field, transposed_layer


class Spread:
    """A transposed layer of one channel: at each step one input element spreads.

    Parameters
    ----------
    x, w : array_like
        The input and the weights, of two dimensions.
    stride : int, or one per axis
        As in `signals.transposed_layer`.

    Attributes
    ----------
    x, w, y : ndarray
        The input, the weights and the output.
    stride : tuple of int
        One number per axis.
    """

    def __init__(self, x: ArrayLike, w: ArrayLike, stride: int | Sequence[int] = 1) -> None:
        self.x, self.w = np.array(x, dtype=np.float64), np.array(w, dtype=np.float64)
        self.stride = tuple(np.broadcast_to(stride, self.x.ndim).tolist())
        self.y = self._spread(self.x)

    @property
    def last(self) -> int:
        """The last step."""
        return self.x.size - 1

    def step(self, frame: Frame) -> int:
        """Return the step that a frame shows; its t is the step."""
        return min(max(round(frame.t), 0), self.last)

    def place(self, step: int) -> Place:
        """Return the index of the input element that spreads at a step."""
        return tuple(int(n) for n in np.unravel_index(step, self.x.shape))

    def target(self, step: int) -> Place:
        """Return the index of an output element that is complete from this step on.

        It is the first that the step reaches: what follows lies further right or below.
        """
        return tuple(n * by for n, by in zip(self.place(step), self.stride, strict=True))

    def reached(self, place: Place) -> Indices:
        """Return which output elements an input element spreads to, along each axis."""
        fields = receptive_field(place, self.w.shape, self.stride)
        return tuple(list(field) for field in fields)

    def copy(self, place: Place) -> Numbers:
        """Return the weights times an input element."""
        return np.asarray(self.w * self.x[place] + 0.0)  # a minus zero becomes zero

    def drawn(self, step: int) -> Numbers:
        """Return the sums after a step; what nothing has reached yet is NaN."""
        done = np.arange(self.x.size).reshape(self.x.shape) <= step
        touched = np.zeros(self.y.shape, dtype=bool)
        for place in map(self.place, range(step + 1)):
            touched[np.ix_(*self.reached(place))] = True
        return np.where(touched, self._spread(np.where(done, self.x, 0)), np.nan)

    def terms(self, target: Place) -> list[Term]:
        """Return the pairs of weight and input whose products add up to an output element."""
        found = []
        for place, value in np.ndenumerate(self.x):
            element = tuple(t - n * by for t, n, by in zip(target, place, self.stride, strict=True))
            if all(0 <= n < size for n, size in zip(element, self.w.shape, strict=True)):
                found.append((float(self.w[element]), float(value)))
        return found

    def _spread(self, x: Numbers) -> Numbers:
        (y,) = transposed_layer(x[None], self.w[None, None], self.stride)
        return np.asarray(y + 0.0)
