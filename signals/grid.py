"""Signals of one, two or three whole variables: an array and the place of its first element."""

from collections.abc import Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from signals.arguments import FloatArray, index_array, real_array, whole


class GridSignal:
    """A function of 1, 2 or 3 whole numbers: given values from an origin on, and zero elsewhere.

    Called with one index per axis it returns values. Signals are immutable. They can be added,
    subtracted, and scaled by a number.

    Parameters
    ----------
    values : array_like
        Real, finite, of 1, 2 or 3 dimensions, at least one value. They are copied.
    origin : sequence of int, optional
        The index of the first value, one per axis; zeros unless given.

    Raises
    ------
    ValueError
        If the values are not such an array, or the origin has not one number per axis.
    TypeError
        If the values are not real numbers, or the origin is not made of whole numbers.
    """

    __array_ufunc__ = None  # a NumPy number times a signal is a signal, not an array of objects
    __slots__ = ("_origin", "_values")

    def __init__(self, values: ArrayLike, origin: Sequence[int] | None = None) -> None:
        self._values = real_array(values, "values")
        if self._values.ndim not in (1, 2, 3) or not self._values.size:
            raise ValueError(
                "values must have 1, 2 or 3 dimensions and not be empty, "
                f"got shape {self._values.shape}"
            )
        self._values.flags.writeable = False
        self._origin = (0,) * self._values.ndim
        if origin is not None:
            self._origin = self._per_axis(origin, "origin")

    @property
    def values(self) -> FloatArray:
        """The values from the origin on; read-only."""
        return self._values

    @property
    def origin(self) -> tuple[int, ...]:
        """The index of the first value, per axis."""
        return self._origin

    @property
    def stop(self) -> tuple[int, ...]:
        """One past the index of the last value, per axis."""
        return tuple(first + size for first, size in zip(self._origin, self.shape, strict=True))

    @property
    def shape(self) -> tuple[int, ...]:
        """How many values there are along each axis."""
        return self._values.shape

    @overload
    def __call__(self, *index: float) -> float: ...
    @overload
    def __call__(self, *index: float | NDArray[Any] | Sequence[float]) -> float | FloatArray: ...
    def __call__(self, *index: ArrayLike) -> float | FloatArray:
        """Return the values at indices, one per axis: g(i, j) or g(i, j, k); zero outside.

        Index arrays are broadcast together, so that ``g(*np.ix_(rows, columns))`` is a patch.

        Raises
        ------
        ValueError
            If an index is not a whole number.
        TypeError
            If there is not one index per axis.
        """
        if len(index) != len(self.shape):
            raise TypeError(
                f"a {len(self.shape)}-D signal needs {len(self.shape)} indices, one per axis, "
                f"got {len(index)}"
            )
        places = np.broadcast_arrays(*(index_array(n) for n in index))
        inside = np.ones(places[0].shape, dtype=np.bool_)
        for n, start, stop in zip(places, self._origin, self.stop, strict=True):
            inside = inside & (n >= start) & (n < stop)
        found = np.zeros(inside.shape)
        found[inside] = self._values[
            tuple(
                n[inside].astype(np.intp) - start
                for n, start in zip(places, self._origin, strict=True)
            )
        ]
        is_array = found.ndim or any(isinstance(n, np.ndarray) for n in index)
        return found if is_array else float(found)

    def shift(self, by: Sequence[int]) -> "GridSignal":
        """Return g(n − by): the signal moved by whole numbers of steps, one per axis."""
        return GridSignal(self._values, _sum(self._origin, self._per_axis(by, "a shift")))

    def flip(self) -> "GridSignal":
        """Return g(−n): the signal reflected about the index zero, along all axes."""
        return GridSignal(np.flip(self._values), [1 - stop for stop in self.stop])

    def __mul__(self, factor: float) -> "GridSignal":
        if not isinstance(factor, int | float | np.integer | np.floating):
            return NotImplemented
        return GridSignal(self._values * float(factor), self._origin)

    __rmul__ = __mul__

    def __truediv__(self, divisor: float) -> "GridSignal":
        if not isinstance(divisor, int | float | np.integer | np.floating):
            return NotImplemented
        return self * (1.0 / float(divisor))

    def __neg__(self) -> "GridSignal":
        return self * -1.0

    def __add__(self, other: "GridSignal") -> "GridSignal":
        if not isinstance(other, GridSignal):
            return NotImplemented
        if len(self.shape) != len(other.shape):
            raise ValueError(
                f"a {len(self.shape)}-D and a {len(other.shape)}-D signal cannot be added"
            )
        origin = tuple(map(min, self._origin, other._origin))
        stop = tuple(map(max, self.stop, other.stop))
        values = np.zeros([end - first for first, end in zip(origin, stop, strict=True)])
        for signal in (self, other):
            place = [n - first for n, first in zip(signal._origin, origin, strict=True)]
            values[_window(place, signal.shape)] += signal._values
        return GridSignal(values, origin)

    def __sub__(self, other: "GridSignal") -> "GridSignal":
        if not isinstance(other, GridSignal):
            return NotImplemented
        return self + -other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, GridSignal):
            return NotImplemented
        return self._origin == other._origin and np.array_equal(self._values, other._values)

    def __hash__(self) -> int:
        return hash((self._origin, self.shape, tuple(self._values.ravel().tolist())))

    def __repr__(self) -> str:
        return f"GridSignal({self._values.tolist()}, origin={self._origin})"

    def _per_axis(self, numbers: Sequence[int], name: str) -> tuple[int, ...]:
        """Return whole numbers, one per axis."""
        if np.ndim(numbers) != 1:
            raise TypeError(f"{name} must be a row of whole numbers, got {numbers!r}")
        if len(numbers) != len(self.shape):
            raise ValueError(
                f"{name} needs {len(self.shape)} whole numbers, one per axis, got {len(numbers)}"
            )
        return tuple(whole(number, name) for number in numbers)


def convolve_grids(h: GridSignal, x: GridSignal) -> GridSignal:
    """Return y(n) = Σ h(m) x(n − m) over all m, for two signals on grids of as many dimensions.

    It is added up as scaled and shifted copies, never through a Fourier transform: whole numbers
    give whole numbers.
    """
    few, many = sorted((h.values, x.values), key=np.size)
    values = np.zeros([n + m - 1 for n, m in zip(few.shape, many.shape, strict=True)])
    for place, weight in np.ndenumerate(few):
        values[_window(place, many.shape)] += weight * many
    return GridSignal(values, _sum(h.origin, x.origin))


def _sum(first: Sequence[int], second: Sequence[int]) -> tuple[int, ...]:
    return tuple(one + other for one, other in zip(first, second, strict=True))


def _window(place: Sequence[int], shape: Sequence[int]) -> tuple[slice, ...]:
    """Return the slices of an array where one of this shape lies with its first value here."""
    return tuple(slice(n, n + size) for n, size in zip(place, shape, strict=True))
