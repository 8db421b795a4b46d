"""Smooth functions of t, as they were typed: their values and where an integral must look.

They are kept as terms: a number times factors. What is equal is written equally, so that a
function less itself is nothing, and t · t is t².
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import mul

import numpy as np

from signals.arguments import FloatArray

NAMED = {"pi": math.pi, "e": math.e}
HIGHEST = 100  # power
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


TOO_LARGE = "numbers go up to 1.8e308"


_DECAYS = ("exp", "gauss")


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


def _term(function: Smooth) -> Product:
    return function if isinstance(function, Product) else Product(1.0, (function,))


def _simple(term: Product) -> Smooth:
    return term.factors[0] if term.coefficient == 1 and len(term.factors) == 1 else term


def add(*functions: Smooth) -> Smooth:
    """Return a sum, with like terms together."""
    found: dict[tuple[Smooth, ...], float] = {}
    for function in functions:
        for term in function.terms if isinstance(function, Sum) else (_term(function),):
            found[term.factors] = found.get(term.factors, 0.0) + term.coefficient
    terms = tuple(Product(number, factors) for factors, number in found.items() if number)
    if len(terms) > 1:
        return Sum(terms)
    return _simple(terms[0]) if terms else ZERO


def multiply(*functions: Smooth) -> Smooth:
    """Return a product, with powers of one base together, and exponentials."""
    coefficient, factors = 1.0, list[Smooth]()
    for function in functions:
        term = _term(function)
        coefficient *= term.coefficient
        factors += term.factors
    if not coefficient:
        return ZERO
    if coefficient == -1 and len(factors) == 1 and isinstance(factors[0], Sum):
        return Sum(tuple(Product(-term.coefficient, term.factors) for term in factors[0].terms))
    powers: dict[Smooth, float] = {}
    for factor in factors:
        base, exponent = _raised(factor)
        powers[base] = powers.get(base, 0.0) + exponent
    exponentials = [base for base in powers if isinstance(base, Call) and base.name in _DECAYS]
    if len(exponentials) > 1:
        # One of them may be too large for a float, and the other too small.
        total = add(*(multiply(number(powers.pop(base)), _log(base)) for base in exponentials))
        return multiply(_power_product(coefficient, powers), call("exp", total))
    return _power_product(coefficient, powers)


def _power_product(coefficient: float, powers: dict[Smooth, float]) -> Smooth:
    raised = (_power(base, exponent) for base, exponent in powers.items() if exponent)
    return _simple(Product(coefficient, tuple(raised)))


def _log(exponential: Call) -> Smooth:
    """Return the logarithm of exp or gauss."""
    if exponential.name == "exp":
        return exponential.argument
    return multiply(number(-0.5), power(exponential.argument, number(2.0)))


def _raised(factor: Smooth) -> tuple[Smooth, float]:
    """Return a factor as a base and its power."""
    match factor:
        case Power(base, Product(exponent, ())):
            return base, exponent
    return factor, 1.0


def _power(base: Smooth, exponent: float) -> Smooth:
    return base if exponent == 1 else Power(base, number(exponent))


def negative(function: Smooth) -> Smooth:
    """Return −f."""
    return multiply(number(-1.0), function)


def divide(above: Smooth, below: Smooth) -> Smooth:
    """Return a quotient.

    Raises
    ------
    UndefinedError
        If the divisor is zero.
    """
    if value_of(below) == 0:
        raise UndefinedError("this divides by zero")
    return multiply(above, power(below, number(-1.0)))


def power(base: Smooth, exponent: Smooth) -> Smooth:
    """Return a power.

    Raises
    ------
    UndefinedError
        If both change with t, or the exponent is too high.
    """
    high, low = value_of(exponent), value_of(base)
    if low == math.e and isinstance(base, Named):
        return call("exp", exponent)
    if high is None:
        if low is None:
            raise UndefinedError("of a power, the base or the exponent must be a number")
        if not low:
            raise UndefinedError("0 to the power of something that changes with t is not allowed")
        return ONE if low == 1 else Power(base, exponent)
    if abs(high) > HIGHEST:
        raise UndefinedError(f"exponents from -{HIGHEST} to {HIGHEST} are allowed")
    if not high:
        return ONE
    if isinstance(base, Product) and not base.factors:
        return _folded(base, high)
    term = _term(base)
    if high == -1:
        raised = (_power(*_times(factor, high)) for factor in term.factors)
        return _simple(Product(1 / term.coefficient, tuple(raised)))
    if not isinstance(exponent, Product) or exponent.factors:
        return Power(base, exponent)
    if isinstance(base, Call) and base.name == "exp":
        return call("exp", multiply(exponent, base.argument))
    if isinstance(base, Product) and high.is_integer():
        raised = (_power(*_times(factor, high)) for factor in base.factors)
        return multiply(_folded(number(base.coefficient), high), *raised)
    return _power(base, high)


def _times(factor: Smooth, by: float) -> tuple[Smooth, float]:
    base, exponent = _raised(factor)
    return base, exponent * by


def _folded(base: Product, exponent: float) -> Product:
    """Return a number to the power of a number."""
    if base.coefficient < 0 and not exponent.is_integer():
        raise UndefinedError("a negative number has whole powers only")
    if not base.coefficient and exponent < 0:
        raise UndefinedError("this divides by zero")
    try:
        return number(base.coefficient**exponent)
    except OverflowError:
        raise UndefinedError(TOO_LARGE) from None


def call(name: str, argument: Smooth) -> Smooth:
    """Return a function of a function.

    Raises
    ------
    UndefinedError
        If it is not defined for its constant argument.
    """
    given = value_of(argument)
    if given is not None:
        if (name == "sqrt" and given < 0) or (name == "log" and given <= 0):
            least = "0 or more" if name == "sqrt" else "more than 0"
            raise UndefinedError(f"{name} needs an argument of {least}, and this is {given:g}")
        exact: dict[tuple[str, float], Smooth] = {("exp", 1.0): Named("e"), ("exp", 0.0): ONE}
        exact |= {("sin", 0.0): ZERO, ("cos", 0.0): ONE, ("log", 1.0): ZERO}
        exact |= {("sqrt", 0.0): ZERO, ("sqrt", 1.0): ONE, ("sinc", 0.0): ONE, ("gauss", 0.0): ONE}
        if (name, given) in exact:
            return exact[name, given]
        if not np.isfinite(CALLED[name](np.array(given))):
            raise UndefinedError(TOO_LARGE)
    return Call(name, argument)


def polynomial(function: Smooth) -> FloatArray | None:
    """Return the coefficients of a polynomial, the lowest power first; none of anything else."""
    match function:
        case Variable():
            return np.array([0.0, 1.0])
        case Product(coefficient, factors):
            found = [polynomial(factor) for factor in factors]
            return _product(coefficient, found)
        case Sum(terms):
            found = [polynomial(term) for term in terms]
            total: FloatArray = np.zeros(1)
            for each in found:
                if each is None:
                    return None
                total = np.asarray(np.polynomial.polynomial.polyadd(total, each))
            return np.asarray(total)
        case Power(base, Product(exponent, ())) if exponent.is_integer() and exponent > 0:
            below = polynomial(base)
            if below is None or (len(below) - 1) * exponent > HIGHEST:
                return None
            return np.asarray(np.polynomial.polynomial.polypow(below, int(exponent)))
    value = value_of(function)
    return None if value is None else np.array([value])


def _product(coefficient: float, found: list[FloatArray | None]) -> FloatArray | None:
    product = np.array([coefficient])
    for each in found:
        if each is None or len(product) + len(each) > HIGHEST:
            return None
        product = np.polynomial.polynomial.polymul(product, each)
    return np.asarray(product)


@dataclass(frozen=True)
class SmoothPiece:
    """The function of a piece from `start` to `stop`; it says where an integral has to look."""

    function: Smooth
    start: float
    stop: float

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of one axis."""
        with np.errstate(all="ignore"):  # what is too large is judged by its result
            return self.function(t)

    @cached_property
    def landmarks(self) -> tuple[float, ...]:
        """Where something narrow may be, within the piece."""
        from signals.typed.landmarks import landmarks

        return landmarks(self.function, self.start, self.stop)
