"""Where a smooth function is zero, or infinite: there it may change its sign."""

import math
from collections.abc import Iterable
from functools import partial

import numpy as np

from signals.arguments import FloatArray
from signals.breakpoints import distinct, inside
from signals.expression.algebra import add, multiply, polynomial
from signals.expression.smooth import (
    Call,
    Named,
    Power,
    Product,
    Smooth,
    Sum,
    UndefinedError,
    is_constant,
    number,
    parts,
    value_of,
)
from signals.expression.vocabulary import TOO_LARGE
from signals.roots import roots

MOST = 1000
"""Zeros of one function."""

DEGREE = 12
"""Of polynomials whose roots are looked for."""

_STEPS = 3  # of Newton's method, which undo the rounding of powers that were multiplied out

TOLD = (
    "where this changes its sign cannot be told: allowed are lines, polynomials and products, and "
    "one of sin, cos, exp, log, sqrt, gauss or a power of these, plus a number"
)


class EndlessError(UndefinedError):
    """A function has zeros without end; the message says how to bound them."""

    def __init__(self, some: Iterable[float]) -> None:
        super().__init__(
            "this changes its sign without end: bound it, as in abs(sin(t))*(0 <= t < 10)"
        )
        self.some = tuple(some)
        """Those of a turn or two."""


def zeros(function: Smooth, start: float, stop: float) -> list[float]:
    """Return where a function that is not constant is zero, or a divisor is, between two ends.

    The ends do not count.

    Raises
    ------
    UndefinedError
        If that cannot be told.
    """
    if is_constant(function):
        return []
    found = (place for place in _zeros(function, start, stop) if start < place < stop)
    return distinct(found)


def kinks(function: Smooth, start: float, stop: float) -> list[float]:
    """Return where a function is not smooth between two ends: sqrt(t^2) and 1/t at t = 0.

    Raises
    ------
    EndlessError
        If these are without end.
    """
    found: list[float] = []
    for part in parts(function):
        match part:
            case Call("sqrt" | "log", argument):
                base = argument
            case Power(base, exponent):
                raised = value_of(exponent)
                if raised is None or (raised > 0 and raised.is_integer()):
                    continue
            case _:
                continue
        try:
            found += zeros(base, start, stop)
        except EndlessError:
            raise
        except UndefinedError:
            continue
    return distinct(found)


def _zeros(function: Smooth, start: float, stop: float) -> Iterable[float]:
    match function:
        case Product(_, factors):
            return [place for factor in factors for place in zeros(factor, start, stop)]
        case Power(base, exponent):
            return [] if value_of(exponent) is None else zeros(base, start, stop)
        case Call():
            return _solved(function, 0.0, start, stop)
        case Sum(terms):
            alone, level = _alone(terms)
            if alone is not None:
                return _solved(alone, level, start, stop)
    coefficients = polynomial(function)
    if coefficients is None:
        raise UndefinedError(TOLD)
    return _roots(coefficients, function)


def _alone(terms: Iterable[Product]) -> tuple[Smooth | None, float]:
    """Return the one call or power that changes in a sum, if so, and at which level it is zero."""
    fixed, changing = 0.0, list[Product]()
    for term in terms:
        value = value_of(term)
        if value is None:
            changing.append(term)
        else:
            fixed += value
    factors = changing[0].factors if len(changing) == 1 else ()
    values = [value_of(factor) for factor in factors]
    scale = math.prod((value for value in values if value is not None), start=-1.0)
    alone = [factor for factor, value in zip(factors, values, strict=True) if value is None]
    if len(alone) != 1 or not scale or not isinstance(alone[0], Call | Power):
        return None, 0.0
    return alone[0], fixed / (scale * changing[0].coefficient)


def _solved(function: Smooth, level: float, start: float, stop: float) -> Iterable[float]:
    """Return where a function is at a level: where its argument is at others."""
    match function:
        case Call("sin" | "cos" as name, argument):
            return _waves(name, argument, level, start, stop)
        case Call("sinc", argument) if not level:
            return [at for at in _waves("sin", multiply(Named("pi"), argument), 0.0, start, stop)
                    if abs(argument(np.array([at]))[0]) > 0.5]  # fmt: skip
        case Call(name, argument):
            inverse = partial(_inverse, name)
        case Power(base, exponent):
            raised, constant = value_of(exponent), value_of(base)
            argument = base if constant is None else exponent
            inverse = partial(_inverse_power, exponent=raised, base=constant)
        case _:
            raise UndefinedError(TOLD)
    try:
        levels = [_decimal(one) for one in inverse(level)]
    except OverflowError:  # beyond all numbers
        return []
    return [at for one in levels for at in zeros(add(argument, number(-one)), start, stop)]


def _inverse(name: str, level: float) -> list[float]:
    """Return which arguments bring a function to a level."""
    if name == "exp":
        return [math.log(level)] if level > 0 else []
    if name == "log":
        return [math.exp(level)]
    if name == "sqrt":
        return [level**2] if level >= 0 else []
    if name == "gauss":
        far = math.sqrt(-2 * math.log(level)) if 0 < level <= 1 else math.nan
        return [] if math.isnan(far) else [-far, far]
    raise UndefinedError(TOLD)


def _inverse_power(level: float, exponent: float | None, base: float | None) -> list[float]:
    if base is not None:
        if base <= 0:
            raise UndefinedError(TOLD)
        return [math.log(level) / math.log(base)] if level > 0 else []
    if exponent is None or not level:
        return [] if exponent is None or exponent < 0 else [0.0]
    even = exponent % 2 == 0
    if level < 0 and exponent % 2 != 1:
        return []
    size = abs(level) ** (1 / exponent)
    return [-size, size] if even else [math.copysign(size, level)]


def _waves(name: str, argument: Smooth, level: float, start: float, stop: float) -> Iterable[float]:
    """Return where the sine or cosine of a line is at a level."""
    if abs(level) > 1:
        return []
    line = polynomial(argument)
    if line is None or len(line) != 2:
        raise UndefinedError(TOLD)
    # In half turns, so that sin(pi*t) is zero at whole numbers exactly.
    offset, slope = line / math.pi
    first = (math.asin(level) if name == "sin" else math.acos(level)) / math.pi
    second = 1 - first if name == "sin" else -first

    def places(low: float, high: float) -> list[float]:
        turns = range(math.floor(low / 2) - 1, math.ceil(high / 2) + 2)
        return [
            _decimal((phase + 2 * turn - offset) / slope)
            for turn in turns
            for phase in (first, second)
        ]

    if math.isinf(start) or math.isinf(stop):
        middle = offset + slope * inside(start, stop)
        raise EndlessError(at for at in places(middle, middle) if start < at < stop)
    low, high = sorted((offset + slope * start, offset + slope * stop))
    if not high - low <= MOST:
        raise UndefinedError(f"at most {MOST} changes of sign are allowed in one expression")
    return places(low, high)


def _roots(coefficients: FloatArray, typed: Smooth) -> list[float]:
    """Return the real roots of a polynomial, the lowest power first, as exact as it was typed."""
    coefficients = np.trim_zeros(coefficients, "b")
    if len(coefficients) < 2:
        return []
    if len(coefficients) == 2:
        offset, slope = map(float, coefficients)
        alone = -offset / slope + 0.0
        return [alone if abs(slope) == 1 else _decimal(alone)]
    degree = len(coefficients) - 1
    if degree > DEGREE:
        reason = f"where it is zero is told of polynomials up to degree {DEGREE}, not {degree}"
        raise UndefinedError(reason)
    try:
        found = roots(coefficients[::-1])
    except np.linalg.LinAlgError:
        raise UndefinedError(TOO_LARGE) from None
    except ValueError as error:
        raise UndefinedError(str(error)) from None
    real: FloatArray = np.array([root.real for root in found if not root.imag])
    steep: FloatArray = np.polyval(np.polyder(coefficients[::-1]), real)
    for _ in range(_STEPS):
        moved = real - typed(real) / np.where(steep, steep, np.inf)
        real = np.where(np.abs(typed(moved)) < np.abs(typed(real)), moved, real)
    return [_decimal(root) + 0.0 for root in real.tolist()]


def _decimal(value: float) -> float:
    """Return the decimal that a value is but for rounding: 49, where 1/(1/49) is above it."""
    decimal = float(f"{value:.14g}")
    return decimal if abs(decimal - value) <= 4 * math.ulp(value) else value
