"""Where an integral over a typed function has to look, lest it miss something narrow."""

import math
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from signals.arguments import FloatArray
from signals.expression.algebra import add, multiply, polynomial
from signals.expression.smooth import (
    Call,
    Named,
    Power,
    Smooth,
    UndefinedError,
    number,
    parts,
    value_of,
)
from signals.expression.zeros import zeros

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
            yield from _levels(argument, (0.0, -FAR, FAR), start, stop)
        case Call("exp", argument):
            yield from _exponential(argument, 1.0, start, stop)
        case Call("sqrt" | "log", argument):
            yield from _levels(argument, (0.0,), start, stop)
        case Power(base, exponent):
            constant, raised = value_of(base), value_of(exponent)
            if constant is not None and constant > 0:
                yield from _exponential(exponent, math.log(constant), start, stop)
            if raised is None or (raised > 0 and raised.is_integer()):
                return
            yield from _levels(base, (0.0,), start, stop)
            for slope in parts(base):
                if isinstance(slope, Call) and slope.name == "exp":
                    yield from _about(slope.argument)


def _line(function: Smooth) -> tuple[float, float] | None:
    """Return where a line is zero, and its slope."""
    line = polynomial(function)
    if line is None or len(line) != 2 or not line[1]:
        return None
    return float(-line[0] / line[1]), abs(float(line[1]))


def _exponential(exponent: Smooth, rate: float, start: float, stop: float) -> Iterable[float]:
    """Yield where e^(rate · exponent) begins to fall, and has ended."""
    # A slope is seen from the ends of its piece, a bump is not.
    levels = (0.0, -1.0, -FAR * FAR / 2) if _line(exponent) is None else (0.0,)
    yield from _levels(exponent, (level / rate for level in levels if rate), start, stop)


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


def _levels(
    argument: Smooth, levels: Iterable[float], start: float, stop: float
) -> Iterable[float]:
    """Yield where a function is at some levels, or a polynomial with complex roots comes near."""
    coefficients = polynomial(argument)
    if coefficients is None:
        with suppress(UndefinedError):
            for level in levels:
                yield from zeros(add(argument, number(-level)), start, stop)[:MOST]
        return
    if not np.isfinite(coefficients).all():
        return
    for level in levels:
        shifted = np.trim_zeros(np.append(coefficients[:1] - level, coefficients[1:]), "b")
        for root in np.roots(shifted[::-1]) if len(shifted) <= DEGREE else ():
            width = FAR * abs(root.imag)
            yield from (float(root.real), float(root.real - width), float(root.real + width))


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
        return landmarks(self.function, self.start, self.stop)
