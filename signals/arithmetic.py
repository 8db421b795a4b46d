"""The arithmetic that signals of both kinds have in common: they form a vector space."""

from abc import ABC, abstractmethod
from numbers import Real
from typing import Self

from signals.arguments import finite_number, within_floats


class Arithmetic(ABC):
    """Signals that are added, subtracted, and multiplied or divided by a number."""

    __array_ufunc__ = None  # a NumPy number times a signal is a signal, not an array of objects
    __slots__ = ()

    @abstractmethod
    def __add__(self, other: Self) -> Self: ...

    @abstractmethod
    def _scale(self, factor: float) -> Self: ...

    def __radd__(self, other: object) -> Self:
        """Return the signal itself, added to the 0 that `sum` begins with."""
        return self if isinstance(other, Real) and other == 0 else NotImplemented

    def __sub__(self, other: Self) -> Self:
        return self + -other if isinstance(other, type(self)) else NotImplemented

    def __neg__(self) -> Self:
        return self * -1.0

    def __mul__(self, factor: float) -> Self:
        if not isinstance(factor, Real):
            return NotImplemented
        return self._scale(finite_number(factor, "a factor"))

    __rmul__ = __mul__

    def __truediv__(self, divisor: float) -> Self:
        if not isinstance(divisor, Real):
            return NotImplemented
        number = finite_number(divisor, "a divisor")
        if not number:
            raise ValueError("a signal cannot be divided by zero")
        return self._divide(number)

    def _divide(self, divisor: float) -> Self:
        return self._scale(within_floats(1.0 / divisor, f"1 divided by {divisor:g}"))
