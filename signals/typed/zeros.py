"""Where a smooth function is zero: there it may change its sign."""

import math
from collections.abc import Iterable

import numpy as np

from signals.typed.smooth import (
    Call,
    Named,
    Power,
    Product,
    Smooth,
    Sum,
    UndefinedError,
    add,
    is_constant,
    multiply,
    number,
    polynomial,
    value_of,
)

MOST = 1000
"""Zeros of one function."""

TOLD = (
    "where this changes its sign cannot be told: allowed are lines, polynomials and products, and "
    "one of sin, cos, exp, log, sqrt, gauss or a power of these, plus a number"
)
_REAL = 1e-7  # of its size: a root of a polynomial that is farther from the real line is none
_STEPS = 4  # of Newton's method


class EndlessError(UndefinedError):
    """A function has zeros without end; the message says how to bound them."""

    def __init__(self) -> None:
        super().__init__(
            "this changes its sign without end: bound it, as in abs(sin(t))*(0 <= t < 10)"
        )


def zeros(function: Smooth, start: float, stop: float) -> list[float]:
    """Return where a function that is not constant is zero between two ends, which do not count.

    Raises
    ------
    UndefinedError
        If that cannot be told.
    """
    if is_constant(function):
        return []
    return sorted({place for place in _zeros(function, start, stop) if start < place < stop})


def _zeros(function: Smooth, start: float, stop: float) -> Iterable[float]:
    match function:
        case Product(_, factors):
            return [place for factor in factors for place in zeros(factor, start, stop)]
        case Power(base, exponent):
            raised = value_of(exponent)
            return zeros(base, start, stop) if raised is not None and raised > 0 else []
    coefficients = polynomial(function)
    if coefficients is not None:
        return _roots(coefficients)
    match function:
        case Call():
            return _solved(function, 0.0, start, stop)
        case Sum(terms):
            fixed = [value_of(term) for term in terms]
            changing = [term for term, value in zip(terms, fixed, strict=True) if value is None]
            if len(changing) == 1:
                level = -sum(value for value in fixed if value is not None)
                return _reached(changing[0], level, start, stop)
    raise UndefinedError(TOLD)


def _reached(term: Product, level: float, start: float, stop: float) -> Iterable[float]:
    """Return where a term is at a level."""
    scale, changing = term.coefficient, [*term.factors]
    for factor in term.factors:
        value = value_of(factor)
        if value is not None:
            scale *= value
            changing.remove(factor)
    if len(changing) != 1 or not scale:
        raise UndefinedError(TOLD)
    return _solved(changing[0], level / scale, start, stop)


def _solved(function: Smooth, level: float, start: float, stop: float) -> Iterable[float]:
    """Return where a function, not a polynomial, is at a level: where its argument is at others."""
    match function:
        case Call("sin" | "cos" as name, argument):
            return _waves(name, argument, level, start, stop)
        case Call("sinc", argument) if not level:
            return [at for at in _waves("sin", multiply(Named("pi"), argument), 0.0, start, stop)
                    if abs(argument(np.array([at]))[0]) > 0.5]  # fmt: skip
        case Call(name, argument):
            levels = _inverse(name, level)
        case Power(base, exponent):
            raised, constant = value_of(exponent), value_of(base)
            argument = base if constant is None else exponent
            levels = _inverse_power(level, raised, constant)
        case _:
            raise UndefinedError(TOLD)
    return [at for one in levels for at in zeros(add(argument, number(-one)), start, stop)]


def _inverse(name: str, level: float) -> list[float]:
    """Return which arguments bring a function to a level."""
    if name == "exp":
        return [math.log(level)] if level > 0 else []
    if name == "log":
        return [math.exp(level)] if level < 700 else []
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
    offset, slope = line
    if math.isinf(start) or math.isinf(stop):
        raise EndlessError
    low, high = sorted((offset + slope * start, offset + slope * stop))
    if (high - low) / math.pi > MOST:
        raise UndefinedError(f"at most {MOST} changes of sign are allowed in one expression")
    first = math.asin(level) if name == "sin" else math.acos(level)
    second = math.pi - first if name == "sin" else -first
    turns = range(math.floor(low / math.tau) - 1, math.ceil(high / math.tau) + 2)
    return [
        (phase + math.tau * turn - offset) / slope for turn in turns for phase in (first, second)
    ]


def _roots(coefficients: np.ndarray) -> list[float]:
    """Return the real roots of a polynomial, the lowest power first."""
    coefficients = np.trim_zeros(coefficients, "b")
    if len(coefficients) < 2:
        return []
    if len(coefficients) == 2:
        return [float(-coefficients[0] / coefficients[1]) + 0.0]
    highest_first = coefficients[::-1]
    found = np.roots(highest_first)
    real = found.real[np.abs(found.imag) <= _REAL * np.maximum(1, np.abs(found))]
    slope = np.polyder(highest_first)
    for _ in range(_STEPS):
        steep = np.polyval(slope, real)
        moved = real - np.polyval(highest_first, real) / np.where(steep, steep, np.inf)
        nearer = np.abs(np.polyval(highest_first, moved)) < np.abs(np.polyval(highest_first, real))
        real = np.where(nearer, moved, real)
    return [float(root) + 0.0 for root in real]
