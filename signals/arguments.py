"""The types of arrays, and what is accepted as numbers: finite real arrays, whole numbers."""

import math
import operator
import sys
from numbers import Real
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
ComplexArray = NDArray[np.complex128]
IndexArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]
Computed = TypeVar("Computed", float, FloatArray)

MOST_VALUES = 10**8
"""Of one array: 0.8 GB."""

FARTHEST = 2**53
"""Up to here floats tell whole numbers apart."""

_LARGEST = sys.float_info.max
_LONGEST = 100  # characters of a value in a message


def number_array(given: ArrayLike, name: str, kind: str = "real numbers") -> NDArray[Any]:
    """Return real numbers as an array, perhaps of whole numbers; refuse any other by ``name``."""
    try:
        array = np.asarray(given)
    except ValueError:
        raise ValueError(f"{name} must form one array, got rows of different lengths") from None
    if array.dtype.kind == "O" and all(isinstance(number, Real) for number in array.flat):
        # Whole numbers of more than 64 bits, and fractions.
        try:
            return array.astype(np.float64)
        except OverflowError:
            raise ValueError(f"{name} must be at most {_LARGEST:.2g} in size") from None
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{name} must be {kind}, got {array.dtype}")
    return array


def real_array(given: ArrayLike, name: str) -> FloatArray:
    """Return a copy of an array of finite real numbers, as floats; refuse any other by ``name``."""
    numbers = number_array(given, name).astype(np.float64)
    if not np.isfinite(numbers).all():
        first = tuple(np.argwhere(~np.isfinite(numbers))[0].tolist())
        position = first[0] if len(first) == 1 else first
        raise ValueError(f"{name} must be finite, got {numbers[first]} at position {position}")
    return numbers


def index_array(given: ArrayLike) -> NDArray[Any]:
    """Return indices as an array; floats count where they are whole numbers."""
    index = number_array(given, "an index", "a whole number")
    if index.dtype.kind == "f":
        fractional = index[~(np.isfinite(index) & (index == np.floor(index)))]
        if fractional.size:
            raise ValueError(
                f"an index must be a whole number, got {fractional.flat[0]:g}: "
                "a discrete signal has no values in between"
            )
    return index


def refuse_too_many(count: int, what: str) -> None:
    """Refuse more values than a memory should be filled with."""
    if count > MOST_VALUES:
        raise ValueError(f"{what} would hold {count:,} values; at most {MOST_VALUES:,} are allowed")


def shown(value: object) -> str:
    """Write what was given instead in one line of a message, and not at length."""
    try:
        text = " ".join(repr(value).split())
    except ValueError:  # whole numbers of thousands of digits
        text = f"a large {type(value).__name__}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def real_number(value: float, name: str) -> float:
    """Return a real number, perhaps infinite or NaN, as a float; refuse any other by ``name``."""
    if type(value) is float:
        return value
    if isinstance(value, str | bytes | complex | np.complexfloating) or np.ndim(value):
        raise TypeError(f"{name} must be a real number, got {shown(value)}")
    try:
        return float(value)
    except OverflowError:
        raise ValueError(f"{name} must be at most {_LARGEST:.2g} in size") from None
    except (TypeError, ValueError):
        raise TypeError(f"{name} must be a real number, got {shown(value)}") from None


def finite_number(value: float, name: str) -> float:
    """Return a finite real number as a float; refuse any other by ``name``."""
    number = real_number(value, name)
    if not math.isfinite(number):
        raise ValueError(f"{name} must be finite, got {shown(value)}")
    return number


def within_floats(computed: Computed, what: str) -> Computed:
    """Return what was computed; refuse what is too large for a float, or no number at all."""
    if not np.isfinite(computed).all():
        raise ValueError(f"{what} would exceed {_LARGEST:.2g}, the largest number there is")
    return computed


def whole_number(value: float, name: str) -> int:
    """Return a whole number as an int, 2.0 too; refuse any other by ``name``."""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        number = int(value)
    else:
        try:
            number = operator.index(value)  # type: ignore[arg-type]
        except TypeError:
            raise TypeError(f"{name} must be a whole number, got {shown(value)}") from None
    if abs(number) > FARTHEST:
        raise ValueError(f"{name} must lie between -2^53 and 2^53, where floats are exact")
    return number
