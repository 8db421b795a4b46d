"""The types of arrays, and what is accepted as numbers: finite real arrays, whole numbers."""

import math
import operator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
ComplexArray = NDArray[np.complex128]
IndexArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]


def real_array(given: ArrayLike, name: str) -> FloatArray:
    """Return a copy of an array of finite real numbers, as floats; refuse any other by ``name``."""
    try:
        array = np.asarray(given)
    except ValueError:
        raise ValueError(f"{name} must form one array, got rows of different lengths") from None
    if array.dtype.kind not in "biuf":
        raise TypeError(f"{name} must be real numbers, got {array.dtype}")
    numbers = array.astype(np.float64)
    if not np.isfinite(numbers).all():
        first = tuple(np.argwhere(~np.isfinite(numbers))[0].tolist())
        position = first[0] if len(first) == 1 else first
        raise ValueError(f"{name} must be finite, got {numbers[first]} at position {position}")
    return numbers


def index_array(given: ArrayLike) -> NDArray[Any]:
    """Return indices as an array; floats count where they are whole numbers."""
    index = np.asarray(given)
    if index.dtype.kind not in "biuf":
        raise TypeError(f"an index must be a whole number, got {index.dtype}")
    if index.dtype.kind == "f":
        fractional = index[~(np.isfinite(index) & (index == np.floor(index)))]
        if fractional.size:
            raise ValueError(
                f"an index must be a whole number, got {fractional.flat[0]:g}: "
                "a discrete signal has no values in between"
            )
    return index


def finite_number(value: float, name: str) -> float:
    """Return a finite real number as a float; refuse any other by ``name``."""
    if isinstance(value, str | bytes | complex) or np.ndim(value):
        raise TypeError(f"{name} must be a real number, got {value!r}")
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise TypeError(f"{name} must be a real number, got {value!r}") from None
    if not math.isfinite(number):
        raise ValueError(f"{name} must be finite, got {value!r}")
    return number


def whole_number(value: float, name: str) -> int:
    """Return a whole number as an int, 2.0 too; refuse any other by ``name``."""
    if isinstance(value, float | np.floating) and float(value).is_integer():
        return int(value)
    try:
        return operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(f"{name} must be a whole number, got {value!r}") from None
