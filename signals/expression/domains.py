"""Whether a smooth function has a value all along its cell."""

import math
from itertools import pairwise

import numpy as np

from signals.breakpoints import inside
from signals.expression.smooth import Call, Power, Smooth, UndefinedError, parts, value_of
from signals.expression.zeros import EndlessError, zeros

_NEAR = 4.0  # how far an endless cell is looked at
_POINTS = 65
_SINC = " (sin(t)/t is sinc(t/pi))"


def check(function: Smooth, start: float, stop: float) -> None:
    """Refuse a function that is not finite between two ends, or at one of them.

    Raises
    ------
    UndefinedError
        If so; the message says where.
    """
    for part in parts(function):
        match part:
            case Call("sqrt", argument):
                _refuse_negative("sqrt of a negative number", argument, start, stop)
            case Call("log", argument):
                _refuse_negative("log of a negative number", argument, start, stop)
                _refuse_zero("log of 0", argument, start, stop)
            case Power(base, exponent):
                raised = value_of(exponent)
                if raised is None:
                    if (value_of(base) or 0) < 0:
                        raise UndefinedError(
                            "a negative number to a power that changes with t has no value"
                        )
                    continue
                if raised < 0:
                    _refuse_zero("this divides by zero", base, start, stop)
                if not raised.is_integer():
                    _refuse_negative("a negative number has whole powers only:", base, start, stop)
    times = np.linspace(*_finite(start, stop), _POINTS)
    with np.errstate(all="ignore"):
        values = function(times)
    wrong = np.flatnonzero(~np.isfinite(values))
    if wrong.size:
        raise UndefinedError(f"this has no finite value at t = {times[wrong[0]]:g}")


def _finite(start: float, stop: float) -> tuple[float, float]:
    """Return ends between which to look."""
    if math.isinf(start):
        start = (0.0 if math.isinf(stop) else stop) - _NEAR
    return start, max(start, 0.0) + _NEAR if math.isinf(stop) else stop


def _cuts(function: Smooth, start: float, stop: float) -> list[float] | None:
    """Return the zeros within; none if they cannot be told."""
    try:
        return zeros(function, start, stop)
    except EndlessError as error:
        return sorted(error.some)
    except UndefinedError:
        return None


def _refuse_zero(what: str, function: Smooth, start: float, stop: float) -> None:
    """Refuse what is zero somewhere, both ends included."""
    ends = [end for end in (start, stop) if math.isfinite(end)]
    found = [end for end in ends if _at(function, end) == 0] + (_cuts(function, start, stop) or [])
    if found:
        at = min(found, key=abs)
        hint = _SINC if what.startswith("this") and start < at < stop else ""
        raise UndefinedError(f"{what} at t = {at:g}: keep away from it, as in (1/t)*(t > 1){hint}")


def _refuse_negative(what: str, function: Smooth, start: float, stop: float) -> None:
    """Refuse what is negative somewhere between two ends."""
    cuts = _cuts(function, start, stop)
    low, high = _finite(start, stop)
    if cuts is None:
        far = [side * 10.0**power for power in range(1, 10) for side in (-1, 1)]
        places = [*np.linspace(low, high, _POINTS)[1:-1], *far]
        places = [place for place in places if start < place < stop]
    else:
        edges = [start, *cuts, stop]
        places = [inside(*pair) for pair in pairwise(edges)]
    for place in places:
        if _at(function, place) < 0:
            raise UndefinedError(f"{what} at t = {place:g}: bound it, as in sqrt(t)*u(t)")


def _at(function: Smooth, place: float) -> float:
    with np.errstate(all="ignore"):
        return float(function(np.array([place]))[0])
