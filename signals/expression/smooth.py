"""Smooth functions of t, as they were typed: what they are made of, and their values."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import mul

import numpy as np

from signals.arguments import FloatArray
from signals.expression.vocabulary import TOO_LARGE

NAMED = {"pi": math.pi, "e": math.e}
CALLED: dict[str, Callable[[FloatArray], FloatArray]] = {
    "exp": np.exp,
    "sin": np.sin,
    "cos": np.cos,
    "sinc": np.sinc,
    # Rounding may carry the end of a piece past a zero.
    "sqrt": lambda t: np.sqrt(np.maximum(t, 0.0)),
    "log": np.log,
    "gauss": lambda t: np.exp(-t * t / 2),
    "abs": np.abs,
    "anything": lambda t: 2 + np.cos(t),
    "undefined": lambda t: np.full(t.shape, np.nan),
}
"""What a name does to its argument: sinc(t) is sin(πt)/(πt), gauss(t) is e^(−t²/2).

Of abs, and of anything that cannot be told, it is not known where they are zero. What is undefined
stays so, whatever is done to it, and keeps the reason.
"""


class UndefinedError(ValueError):
    """What cannot be told of a function; the message says why."""


@dataclass(frozen=True)
class Variable:
    """The function t."""

    def __call__(self, t: FloatArray) -> FloatArray:
        """Return the times."""
        return t


@dataclass(frozen=True)
class Named:
    """A constant that has a name."""

    name: str

    def __call__(self, t: FloatArray) -> FloatArray:
        """Return its value for each time."""
        return np.full(t.shape, NAMED[self.name])


@dataclass(frozen=True)
class Call:
    """A function of a function."""

    name: str
    argument: "Smooth"

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of any shape."""
        return CALLED[self.name](self.argument(t))


@dataclass(frozen=True)
class Power:
    """A function to the power of another; one of the two is a constant."""

    base: "Smooth"
    exponent: "Smooth"

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of any shape."""
        base, exponent = self.base(t), self.exponent(t)
        if isinstance(self.exponent, Product) and not self.exponent.coefficient.is_integer():
            base = np.maximum(base, 0.0)  # past which rounding may carry an end
        return np.asarray(base**exponent)


@dataclass(frozen=True)
class Product:
    """A number times factors; without any, the number."""

    coefficient: float
    factors: tuple["Smooth", ...] = ()

    def __post_init__(self) -> None:
        if not math.isfinite(self.coefficient):
            raise UndefinedError(TOO_LARGE)

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of any shape."""
        return reduce(
            mul, (factor(t) for factor in self.factors), np.full(t.shape, self.coefficient)
        )


@dataclass(frozen=True)
class Sum:
    """Terms that are added up."""

    terms: tuple[Product, ...]

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of any shape."""
        total = np.zeros(t.shape)
        for term in self.terms:
            total = total + term(t)
        return total


Smooth = Variable | Named | Call | Power | Product | Sum
ZERO, ONE, T = Product(0.0), Product(1.0), Variable()


def number(value: float) -> Product:
    """Return a constant."""
    return Product(value + 0.0)


def value_of(function: Smooth) -> float | None:
    """Return the value of a constant; none of what changes with t."""
    return float(function(np.zeros(1))[0]) if is_constant(function) else None


def is_constant(function: Smooth) -> bool:
    """Whether t is nowhere in it."""
    return not isinstance(function, Variable) and all(map(is_constant, inner(function)))


def inner(function: Smooth) -> tuple[Smooth, ...]:
    """Return what a function is made of."""
    match function:
        case Call(_, argument):
            return (argument,)
        case Power(base, exponent):
            return base, exponent
        case Product(_, factors):
            return factors
        case Sum(terms):
            return terms
    return ()


def parts(function: Smooth) -> Iterable[Smooth]:
    """Yield a function and all that it is made of."""
    yield function
    for part in inner(function):
        yield from parts(part)


def strictly(function: Smooth, place: float) -> float:
    """Return the value at a place, NaN where a root is of a negative number."""
    there = np.array([place])
    for part in parts(function):
        match part:
            case Call("sqrt", base) if base(there)[0] < 0:
                return math.nan
            case Power(base, Product(exponent, ())) if not exponent.is_integer():
                if base(there)[0] < 0:
                    return math.nan
    return float(function(there)[0])
