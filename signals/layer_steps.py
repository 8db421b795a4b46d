"""What a layer does step by step, in reading order: the numbers that figures show of it.

In a step the kernel moves on to the next place and adds one element to the output; in a transposed
layer the next input element spreads. What rounding has left of a sum that is zero, is zero here.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from signals.arguments import FloatArray, real_array, whole_number
from signals.layers import layer, transposed_layer
from signals.sizes import output_size
from signals.window import PerAxis, per_axis, receptive_field

Place = tuple[int, ...]
Indices = tuple[range, ...]
Term = tuple[float, float]
"""A weight and the input that it is multiplied with."""

NOISE = 1e-12  # of the magnitudes that are added, which rounding may leave of zero


class Steps:
    """The places of a grid, one after the other, and an output y that grows with them.

    The place of a step is that of the output element that it adds or, in a transposed layer, of
    the input element that spreads. Stride, padding and dilation are one number per axis.
    """

    y: FloatArray

    def __init__(
        self, shape: Sequence[int], stride: PerAxis = 1, padding: PerAxis = 0, dilation: PerAxis = 1
    ) -> None:
        self.places: list[Place] = list(np.ndindex(*shape))
        self._order = np.arange(len(self.places)).reshape(shape)
        self.stride = per_axis(stride, len(shape), "stride", 1)
        self.padding = per_axis(padding, len(shape), "padding", 0)
        self.dilation = per_axis(dilation, len(shape), "dilation", 1)

    @property
    def unusual(self) -> dict[str, tuple[int, ...]]:
        """The settings of stride, padding and dilation that change something, by name."""
        usual = {"stride": 1, "padding": 0, "dilation": 1}
        settings = {name: getattr(self, name) for name in usual}
        return {name: given for name, given in settings.items() if max(given) > usual[name]}

    @property
    def last(self) -> int:
        """The last step; the first is 0."""
        return len(self.places) - 1

    def target(self, step: int) -> Place:
        """Return the index of the output element whose sum a step shows."""
        return self.places[step]

    def drawn(self, step: int) -> FloatArray:
        """Return the output as far as it is known after a step; what is not, is NaN."""
        return np.where(self._order <= step, self.y, np.nan)


class WindowSteps(Steps):
    """The places that a kernel comes to as it moves over an input, which zeros may surround.

    Attributes
    ----------
    size, kernel : tuple of int
        The sizes of the input and of the kernel along each axis.
    """

    def __init__(
        self,
        size: Sequence[int],
        kernel: Sequence[int],
        stride: PerAxis = 1,
        padding: PerAxis = 0,
        dilation: PerAxis = 1,
    ) -> None:
        self.size, self.kernel = tuple(size), tuple(kernel)
        super().__init__(
            output_size(size, kernel, stride, padding, dilation), stride, padding, dilation
        )

    def seen(self, place: Place) -> Indices:
        """Return which elements of the padded input an output element sees, along each axis."""
        return receptive_field(place, self.kernel, self.stride, dilation=self.dilation)

    @property
    def used(self) -> NDArray[np.bool_]:
        """Which elements of the padded input are the input's own, and seen by some output."""
        own = self.own
        seen = np.zeros(own.shape, dtype=bool)
        for place in self.places:
            seen[np.ix_(*self.seen(place))] = True
        return seen & own

    @property
    def unpadded(self) -> NDArray[np.bool_]:
        """Which output elements see no padding."""
        own = self.own
        clear = [bool(own[np.ix_(*self.seen(place))].all()) for place in self.places]
        return np.reshape(clear, self._order.shape)

    @property
    def own(self) -> NDArray[np.bool_]:
        """Which elements of the padded input are the input's own."""
        return self._pad(np.ones(self.size)) > 0

    def _pad(self, x: FloatArray) -> FloatArray:
        """Return an input with zeros around its last axes."""
        before = [(0, 0)] * (x.ndim - len(self.padding)) + [(n, n) for n in self.padding]
        return np.pad(x, before)


class LayerSteps(WindowSteps):
    """A layer of one channel, place by place.

    Parameters
    ----------
    x, w : array_like
        The input and the weights, of 1, 2 or 3 dimensions.
    stride, padding, dilation : int, or one per axis
        As in `signals.layer`, and refused as there.

    Attributes
    ----------
    y, padded : ndarray
        The output, and the input with its padding.
    """

    def __init__(
        self,
        x: ArrayLike,
        w: ArrayLike,
        stride: PerAxis = 1,
        padding: PerAxis = 0,
        dilation: PerAxis = 1,
    ) -> None:
        self.x, self.w = real_array(x, "x"), real_array(w, "w")
        settings = stride, padding, dilation
        (self.y,) = _layer(self.x[None], self.w[None, None], np.zeros(1), *settings)
        super().__init__(self.x.shape, self.w.shape, stride, padding, dilation)
        self.padded = self._pad(self.x)

    @property
    def plain(self) -> "LayerSteps | None":
        """The layer without padding and dilation; None if its kernel is too large for this."""
        if any(k > n for k, n in zip(self.kernel, self.size, strict=True)):
            return None
        return LayerSteps(self.x, self.w, self.stride)

    def terms(self, target: Place) -> list[Term]:
        """Return the pairs of weight and input whose products add up to an output element."""
        return list(zip(self.w.ravel().tolist(), self.patch(target).ravel().tolist(), strict=True))

    def patch(self, place: Place) -> FloatArray:
        """Return the input that an output element sees, zeros in the padding."""
        return np.asarray(self.padded[np.ix_(*self.seen(place))])

    def products(self, place: Place) -> FloatArray:
        """Return the numbers that add up to an output element."""
        return self.w * self.patch(place) + 0.0  # a minus zero becomes zero

    def sums(self, place: Place) -> list[float]:
        """Return what each of the kernel's slices gives to an output element."""
        slices = self.products(place).reshape(len(self.w), -1)
        noise = NOISE * np.abs(slices)  # before they are added, which could go beyond all floats
        return list(map(float, _settled(slices.sum(axis=1), noise.sum(axis=1))))


class TransposedSteps(Steps):
    """A transposed layer of one channel: at each step one input element spreads.

    Parameters
    ----------
    x, w : array_like
        The input and the weights, of 1, 2 or 3 dimensions.
    stride : int, or one per axis
        As in `signals.transposed_layer`, and refused as there.
    """

    def __init__(self, x: ArrayLike, w: ArrayLike, stride: PerAxis = 1) -> None:
        self.x, self.w = real_array(x, "x"), real_array(w, "w")
        super().__init__(self.x.shape, stride)
        self.y = self._spread(self.x, self.w)

    def target(self, step: int) -> Place:
        """Return the index of an output element that is complete from this step on.

        It is the first that the step reaches: what follows lies further right or below.
        """
        return tuple(n * by for n, by in zip(self.places[step], self.stride, strict=True))

    def reached(self, place: Place) -> Indices:
        """Return which output elements an input element spreads to, along each axis."""
        return receptive_field(place, self.w.shape, self.stride)

    def copy(self, place: Place) -> FloatArray:
        """Return the weights times an input element."""
        return np.asarray(self.w * self.x[place] + 0.0)  # a minus zero becomes zero

    def drawn(self, step: int) -> FloatArray:
        """Return the sums after a step; what nothing has reached yet is NaN."""
        done = self._order <= step
        reached = self._spread(done, np.ones(self.w.shape)) > 0
        return np.where(reached, self._spread(np.where(done, self.x, 0), self.w), np.nan)

    def overlap(self, place: Place) -> NDArray[np.bool_]:
        """Return which output elements an input element spreads to that others have reached."""
        before = self.drawn(self.places.index(place) - 1)
        reached = np.zeros(self.y.shape, dtype=bool)
        reached[np.ix_(*self.reached(place))] = True
        return reached & ~np.isnan(before)

    def terms(self, target: Place) -> list[Term]:
        """Return the pairs of weight and input whose products add up to an output element."""
        found = []
        for place, value in np.ndenumerate(self.x):
            element = tuple(t - n * by for t, n, by in zip(target, place, self.stride, strict=True))
            if all(0 <= n < size for n, size in zip(element, self.w.shape, strict=True)):
                found.append((float(self.w[element]), float(value)))
        return found

    def _spread(self, x: ArrayLike, w: FloatArray) -> FloatArray:
        inputs, kernels = np.asarray(x)[None], w[None, None]
        (y,) = transposed_layer(inputs, kernels, self.stride)
        (noise,) = transposed_layer(NOISE * np.abs(inputs), np.abs(kernels), self.stride)
        return _settled(y, noise)


class ChannelSteps(WindowSteps):
    """A layer of several input and output channels: each step adds one element to every output.

    Parameters
    ----------
    x, w, bias : array_like
        The inputs, kernels and bias of `signals.layer`; no bias unless given.
    stride, padding, dilation : int, or one per axis
        As in `signals.layer`, and refused as there.
    groups : int
        Into how many parts inputs and outputs are cut, in order: an output sees the inputs of its
        own part only, and has as many kernels. It is the ``groups`` of PyTorch.

    Attributes
    ----------
    padded : ndarray, shape (channels, *size)
        The inputs with their padding.
    given : ndarray, shape (outputs, channels, *output)
        What each channel's kernel gives to every output; zeros where it has none.
    y : ndarray, shape (outputs, *output)
        The outputs.
    """

    def __init__(
        self,
        x: ArrayLike,
        w: ArrayLike,
        bias: ArrayLike | None = None,
        stride: PerAxis = 1,
        padding: PerAxis = 0,
        dilation: PerAxis = 1,
        groups: int = 1,
    ) -> None:
        self.x, self.w = real_array(x, "x"), real_array(w, "w")
        self.groups = self._parts(groups)
        settings = stride, padding, dilation
        every = np.zeros((len(self.w), len(self.x), *self.w.shape[2:]))
        for output, kernels in enumerate(self.w):
            every[output, list(self.channels(output))] = kernels
        self.bias = np.zeros(len(self.w)) if bias is None else real_array(bias, "bias")
        self.y = _layer(self.x, every, self.bias, *settings)
        super().__init__(self.x.shape[1:], self.w.shape[2:], *settings)
        self.padded = self._pad(self.x)
        one_by_one, none = range(len(self.x)), np.zeros(len(self.w))
        self.given = np.stack(
            [_layer(self.x[[c]], every[:, [c]], none, *settings) for c in one_by_one], axis=1
        )

    def channels(self, output: int) -> range:
        """Return which channels an output sees."""
        inputs, outputs = len(self.x) // self.groups, len(self.w) // self.groups
        first = output // outputs * inputs
        return range(first, first + inputs)

    def sums(self, output: int, place: Place) -> list[float]:
        """Return what each channel that it sees gives to an element of an output."""
        return [float(self.given[output, channel][place]) for channel in self.channels(output)]

    def _parts(self, groups: int) -> int:
        """Return the number of groups, which inputs, outputs and kernels must fit."""
        count = whole_number(groups, "groups")
        if self.x.ndim not in (2, 3, 4) or not self.x.size:
            raise ValueError(
                "x must have shape (channels, *size) with 1, 2 or 3 dimensions of size and not be "
                f"empty, got shape {self.x.shape}"
            )
        if self.w.ndim != self.x.ndim + 1 or not self.w.size:
            raise ValueError(
                "w must have shape (outputs, channels, *kernel) with as many dimensions of kernel "
                f"as x has of size and not be empty, got shape {self.w.shape}"
            )
        inputs, outputs = len(self.x), len(self.w)
        if count < 1 or inputs % count or outputs % count:
            raise ValueError(
                f"groups must divide {inputs} inputs and {outputs} outputs evenly, got {count}"
            )
        if self.w.shape[1] != inputs // count:
            raise ValueError(
                f"w must have {inputs // count} kernels for each output, one per channel"
                f"{' of its group' if count > 1 else ''}, got {self.w.shape[1]}"
            )
        return count


def _layer(x: FloatArray, w: FloatArray, bias: FloatArray, *settings: PerAxis) -> FloatArray:
    """Return the outputs of a layer, settled."""
    y = layer(x, w, bias, *settings)
    return _settled(y, layer(NOISE * np.abs(x), np.abs(w), NOISE * np.abs(bias), *settings))


def _settled(sums: FloatArray, noise: FloatArray) -> FloatArray:
    """Return sums, but zero for those that are no more than noise."""
    return np.where(np.abs(sums) > noise, sums, 0.0)
