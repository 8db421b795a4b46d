"""Functions that are known to be polynomials, alone and in rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np

from signals.arguments import FloatArray, IndexArray

_STEEPEST = 1
"""The degree up to which a polynomial keeps its digits when it is written about another center."""


@dataclass(frozen=True)
class Constant:
    """The function that has the same value everywhere."""

    value: float

    center = 0.0

    @property
    def coefficients(self) -> tuple[float, ...]:
        """What `Polynomial` has."""
        return (self.value,)

    def __call__(self, t: FloatArray) -> FloatArray:
        """Return the value once for each time."""
        return np.full(t.shape, self.value)

    def shift(self, by: float) -> "Constant":
        """Return it delayed, which changes nothing."""
        return self

    def flip(self) -> "Constant":
        """Return it reflected about t = 0, which changes nothing."""
        return self

    def scale(self, by: float) -> "Constant":
        """Return it multiplied by a number."""
        return Constant(by * self.value)


@dataclass(frozen=True)
class Polynomial:
    """The function Σ coefficients[k] · (t − center)^k."""

    coefficients: tuple[float, ...]
    center: float = 0.0

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of any shape."""
        return _horner(self.coefficients, t - self.center)

    def shift(self, by: float) -> "Polynomial":
        """Return it delayed by ``by``."""
        return Polynomial(self.coefficients, self.center + by)

    def flip(self) -> "Polynomial":
        """Return it reflected about t = 0."""
        turned = (c if k % 2 == 0 else -c for k, c in enumerate(self.coefficients))
        return Polynomial(tuple(turned), 0.0 - self.center)

    def scale(self, by: float) -> "Polynomial":
        """Return it multiplied by a number."""
        return Polynomial(tuple(by * c for c in self.coefficients), self.center)


Known = Constant | Polynomial


def added(one: Known, other: Known) -> Known | None:
    """Return the sum of two polynomials, unless that would cost digits."""
    if isinstance(one, Constant):
        one, other = other, one
    if isinstance(one, Constant):
        return Constant(one.value + other.coefficients[0])
    second = other.coefficients
    if one.center != other.center and len(second) > 1:
        if len(second) > 1 + _STEEPEST:
            return None
        second = (second[0] + second[1] * (one.center - other.center), second[1])
    both = zip_longest(one.coefficients, second, fillvalue=0.0)
    return Polynomial(tuple(a + b for a, b in both), one.center)


def fitted(
    function: Callable[[FloatArray], FloatArray], degree: int, starts: FloatArray, stops: FloatArray
) -> list[Polynomial]:
    """Return a function that is a polynomial of a low degree on every interval, as these."""
    places = -np.cos(np.pi * np.arange(degree + 1) / degree)
    to_coefficients = np.linalg.inv(np.vander(places, increasing=True))
    half = (stops - starts) / 2
    centers = starts + half
    values = function((centers[:, None] + half[:, None] * places).ravel()).reshape(half.size, -1)
    coefficients = values @ to_coefficients.T / half[:, None] ** np.arange(degree + 1)
    return [
        Polynomial(tuple(row), center)
        for row, center in zip(coefficients.tolist(), centers.tolist(), strict=True)
    ]


class Table:
    """Many polynomials, evaluated together: to the same digits as each by itself."""

    def __init__(self, functions: Sequence[Known]) -> None:
        rows = zip_longest(*(each.coefficients for each in functions), fillvalue=0.0)
        self.coefficients = np.array([*rows]).reshape(-1, max(1, len(functions)))
        self.centers = np.array([each.center for each in functions])

    def at(self, which: IndexArray, t: FloatArray) -> FloatArray:
        """Evaluate polynomials at times, where the two arrays broadcast."""
        return _horner(self.coefficients[:, which], t - self.centers[which])


def _horner(coefficients: Sequence[float] | FloatArray, u: FloatArray) -> FloatArray:
    *lower, highest = coefficients
    values = highest + np.zeros(u.shape)
    for c in reversed(lower):
        values *= u
        values += c
    return values
