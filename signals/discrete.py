"""Signals of discrete time: values and the index of the first."""

from collections.abc import Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from signals.arguments import (
    FloatArray,
    index_array,
    real_array,
    refuse_too_many,
    whole_number,
    within_floats,
)
from signals.arithmetic import Arithmetic


class DiscreteSignal(Arithmetic):
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

    __slots__ = ("_start", "_values")

    def __init__(self, values: ArrayLike, start: int = 0) -> None:
        self._values = real_array(values, "values")
        if self._values.ndim != 1 or not self._values.size:
            raise ValueError(
                f"values must be one-dimensional and not empty, got shape {self._values.shape}"
            )
        self._values.flags.writeable = False
        self._start = whole_number(start, "start")

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
        index = index_array(n)
        inside = (index >= self.start) & (index < self.stop)
        found = np.zeros(index.shape)
        found[inside] = self._values[index[inside].astype(np.intp) - self.start]
        return found if isinstance(n, np.ndarray) or found.ndim else float(found)

    def shift(self, by: int) -> "DiscreteSignal":
        """Return d(n − by): the signal delayed by a whole number of steps."""
        return DiscreteSignal(self._values, self._start + whole_number(by, "a shift"))

    def flip(self) -> "DiscreteSignal":
        """Return d(−n): the signal reflected about n = 0."""
        return DiscreteSignal(self._values[::-1], 1 - self.stop)

    def _scale(self, factor: float) -> "DiscreteSignal":
        with np.errstate(over="ignore"):
            scaled = within_floats(self._values * factor, f"the signal, times {factor:g},")
        return DiscreteSignal(scaled, self._start)

    def _divide(self, divisor: float) -> "DiscreteSignal":
        with np.errstate(over="ignore"):
            divided = within_floats(self._values / divisor, f"the signal, divided by {divisor:g},")
        return DiscreteSignal(divided, self._start)

    def __add__(self, other: "DiscreteSignal") -> "DiscreteSignal":
        if not isinstance(other, DiscreteSignal):
            return NotImplemented
        start, stop = min(self.start, other.start), max(self.stop, other.stop)
        refuse_too_many(stop - start, f"the sum, from {start} to {stop - 1},")
        n = np.arange(start, stop)
        with np.errstate(over="ignore"):
            return DiscreteSignal(within_floats(self(n) + other(n), "the sum"), start)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, DiscreteSignal):
            return NotImplemented
        return self._start == other._start and np.array_equal(self._values, other._values)

    def __hash__(self) -> int:
        return hash((self._start, tuple(self._values.tolist())))

    def __repr__(self) -> str:
        return f"DiscreteSignal({self._values.tolist()}, start={self._start})"
