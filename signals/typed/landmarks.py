"""Where an integral over a typed function has to look, lest it miss something narrow."""

import math
from collections.abc import Iterable

import numpy as np

from signals.typed.smooth import Call, Named, Power, Smooth, multiply, parts, polynomial, value_of

FAR = 8.0
"""Widths from the centre of something narrow to where it has ended."""

PERIODS, MOST = 6, 64
"""Of a wave between two places to look, and so many places at most."""

DEGREE = 20
"""Of polynomials whose roots are looked for."""


def landmarks(function: Smooth, start: float, stop: float) -> tuple[float, ...]:
    """Return places within a piece, from left to right: centres of what is narrow, and its ends."""
    found = {
        place + 0.0
        for part in parts(function)
        for place in _own(part, start, stop)
        if start < place < stop
    }
    return tuple(sorted(found))


def _own(part: Smooth, start: float, stop: float) -> Iterable[float]:
    """Yield the places that a part of a function, alone, asks to look at."""
    match part:
        case Call("sin" | "cos", argument):
            yield from _along(argument, start, stop)
        case Call("sinc", argument):
            yield from _about(argument)
            yield from _along(multiply(Named("pi"), argument), start, stop)
        case Call("gauss", argument):
            yield from _levels(argument, (0.0, -FAR, FAR))
        case Call("exp", argument):
            # A slope is seen from the ends of its piece, a bump is not.
            many = _line(argument) is None
            yield from _levels(argument, (0.0, -1.0, -FAR * FAR / 2) if many else (0.0,))
        case Call("sqrt" | "log", argument):
            yield from _levels(argument, (0.0,))
        case Power(base, exponent) if (value_of(exponent) or 0) < 0:
            yield from _levels(base, (0.0,))
            for slope in parts(base):
                if isinstance(slope, Call) and slope.name == "exp":
                    yield from _about(slope.argument)


def _line(function: Smooth) -> tuple[float, float] | None:
    """Return where a line is zero, and its slope."""
    line = polynomial(function)
    if line is None or len(line) != 2 or not line[1]:
        return None
    return float(-line[0] / line[1]), abs(float(line[1]))


def _about(argument: Smooth) -> Iterable[float]:
    """Yield the centre of something that is narrow in a line, and where it has ended."""
    line = _line(argument)
    if line:
        yield from (line[0] - FAR / line[1], line[0], line[0] + FAR / line[1])


def _along(argument: Smooth, start: float, stop: float) -> Iterable[float]:
    """Yield places between which a wave turns a few times."""
    line = _line(argument)
    turns = line[1] * (stop - start) / math.tau if line else 0.0
    count = int(min(turns / PERIODS, MOST)) if math.isfinite(turns) else 0
    yield from (start + (stop - start) * part / (count + 1) for part in range(1, count + 1))


def _levels(argument: Smooth, levels: Iterable[float]) -> Iterable[float]:
    """Yield where a polynomial is at some levels or, with complex roots, comes near to them."""
    coefficients = polynomial(argument)
    if coefficients is None or not np.isfinite(coefficients).all():
        return
    for level in levels:
        shifted = np.trim_zeros(np.append(coefficients[:1] - level, coefficients[1:]), "b")
        for root in np.roots(shifted[::-1]) if len(shifted) <= DEGREE else ():
            width = FAR * abs(root.imag)
            yield from (float(root.real), float(root.real - width), float(root.real + width))
