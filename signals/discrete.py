"""Signals of discrete time: values and the index of the first."""

import operator
from collections.abc import Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


class DiscreteSignal:
    """A function of the whole numbers: given values from an index on, and zero elsewhere.

    Called with whole numbers it returns values. Signals are immutable. They can be added,
    subtracted, and scaled by a number.

    Parameters
    ----------
    values : array_like, shape (length,)
        Real, finite, at least one. They are copied.
    start : int
        The index of the first value.

    Raises
    ------
    ValueError
        If the values are not one row of at least one finite number.
    TypeError
        If the values are not real numbers, or the start is no whole number.
    """

    __array_ufunc__ = None  # a NumPy number times a signal is a signal, not an array of objects
    __slots__ = ("_start", "_values")

    def __init__(self, values: ArrayLike, start: int = 0) -> None:
        try:
            given = np.asarray(values)
        except ValueError:
            raise ValueError("values must form one row, got rows of different lengths") from None
        if given.dtype.kind not in "biuf":
            raise TypeError(f"values must be real numbers, got {given.dtype}")
        if given.ndim != 1 or not given.size:
            raise ValueError(
                f"values must be one-dimensional and not empty, got shape {given.shape}"
            )
        self._values = given.astype(np.float64)
        if not np.isfinite(self._values).all():
            first = int(np.flatnonzero(~np.isfinite(self._values))[0])
            raise ValueError(
                f"values must be finite, got {self._values[first]} at position {first}"
            )
        self._values.flags.writeable = False
        self._start = whole(start, "start")

    @property
    def values(self) -> FloatArray:
        """The values at start, …, stop − 1; read-only."""
        return self._values

    @property
    def start(self) -> int:
        """The index of the first value."""
        return self._start

    @property
    def stop(self) -> int:
        """One past the index of the last value."""
        return self._start + self._values.size

    @overload
    def __call__(self, n: float) -> float: ...
    @overload
    def __call__(self, n: NDArray[Any] | Sequence[float]) -> FloatArray: ...
    def __call__(self, n: ArrayLike) -> float | FloatArray:
        """Return the values at indices n, in the shape of n; zero outside start … stop − 1.

        Raises
        ------
        ValueError
            If an index is not a whole number.
        """
        index = np.asarray(n)
        if index.dtype.kind not in "biuf":
            raise TypeError(f"an index must be a whole number, got {index.dtype}")
        if index.dtype.kind == "f":
            fractional = index[~(np.isfinite(index) & (index == np.floor(index)))]
            if fractional.size:
                raise ValueError(
                    f"an index must be a whole number, got {fractional.flat[0]:g}: "
                    "a discrete signal has no values in between"
                )
        inside = (index >= self.start) & (index < self.stop)
        found = np.zeros(index.shape)
        found[inside] = self._values[index[inside].astype(np.intp) - self.start]
        return found if isinstance(n, np.ndarray) or found.ndim else float(found)

    def shift(self, by: int) -> "DiscreteSignal":
        """Return d(n − by): the signal delayed by a whole number of steps."""
        return DiscreteSignal(self._values, self._start + whole(by, "a shift"))

    def flip(self) -> "DiscreteSignal":
        """Return d(−n): the signal reflected about n = 0."""
        return DiscreteSignal(self._values[::-1], 1 - self.stop)

    def __mul__(self, factor: float) -> "DiscreteSignal":
        if not isinstance(factor, int | float | np.integer | np.floating):
            return NotImplemented
        return DiscreteSignal(self._values * float(factor), self._start)

    __rmul__ = __mul__

    def __truediv__(self, divisor: float) -> "DiscreteSignal":
        if not isinstance(divisor, int | float | np.integer | np.floating):
            return NotImplemented
        return self * (1.0 / float(divisor))

    def __neg__(self) -> "DiscreteSignal":
        return self * -1.0

    def __add__(self, other: "DiscreteSignal") -> "DiscreteSignal":
        if not isinstance(other, DiscreteSignal):
            return NotImplemented
        start, stop = min(self.start, other.start), max(self.stop, other.stop)
        n = np.arange(start, stop)
        return DiscreteSignal(self(n) + other(n), start)

    def __sub__(self, other: "DiscreteSignal") -> "DiscreteSignal":
        if not isinstance(other, DiscreteSignal):
            return NotImplemented
        return self + -other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DiscreteSignal):
            return NotImplemented
        return self._start == other._start and np.array_equal(self._values, other._values)

    def __hash__(self) -> int:
        return hash((self._start, tuple(self._values.tolist())))

    def __repr__(self) -> str:
        return f"DiscreteSignal({self._values.tolist()}, start={self._start})"


def whole(value: float, name: str) -> int:
    """Return a whole number as an int; 2.0 counts as one.

    Raises
    ------
    TypeError
        If it is not a whole number; ``name`` says what it was meant to be.
    """
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return int(value)
    try:
        return operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(f"{name} must be a whole number, got {value!r}") from None
