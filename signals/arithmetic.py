"""The arithmetic that signals of both kinds have in common: they form a vector space."""

from abc import ABC, abstractmethod
from typing import Self

import numpy as np

_NUMBERS = int | float | np.integer | np.floating


class Arithmetic(ABC):
    """Signals that are added, subtracted, and multiplied or divided by a number."""

    __array_ufunc__ = None  # a NumPy number times a signal is a signal, not an array of objects
    __slots__ = ()

    @abstractmethod
    def __add__(self, other: Self) -> Self: ...

    @abstractmethod
    def _scale(self, factor: float) -> Self: ...

    def __sub__(self, other: Self) -> Self:
        return self + -other if isinstance(other, type(self)) else NotImplemented

    def __neg__(self) -> Self:
        return self * -1.0

    def __mul__(self, factor: float) -> Self:
        return self._scale(float(factor)) if isinstance(factor, _NUMBERS) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, divisor: float) -> Self:
        return self * (1.0 / float(divisor)) if isinstance(divisor, _NUMBERS) else NotImplemented
