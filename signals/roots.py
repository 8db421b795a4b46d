"""Roots of real polynomials, repeated ones found as such."""

import math
from fractions import Fraction
from typing import Any

import numpy as np

from signals.arguments import ComplexArray, FloatArray

Root = tuple[complex, int]
"""Where, and how often."""

ROUNDING = 1e-13
"""Of the sizes of a sum's terms, added up: a smaller sum is zero, rounded."""

_SPREAD = 1.0  # of its size: how far apart the computed copies of a repeated root may lie
_STEPS = 4  # of Newton's method, each of which doubles the digits
_AGREES = 1e-14  # of its size: what a coefficient of the product may differ by


def roots(polynomial: FloatArray) -> list[Root]:
    """Return the roots with their multiplicities; their product is the polynomial once more.

    Rounding scatters a repeated root over a small circle: the largest group counts about whose
    centre the polynomial vanishes so often, within rounding. Then all roots are moved together
    by the Gauss–Newton method until their product agrees with the polynomial to the last digits;
    if it does not come to that, groups have to be smaller. The idea is Z. Zeng's: "Computing
    multiple roots of inexact polynomials", Mathematics of Computation 74, 2005.

    Parameters
    ----------
    polynomial : ndarray of float, shape (degree + 1,)
        The coefficients, that of the highest power, which is not zero, first.

    Raises
    ------
    ValueError
        If some lie so near each other that floats do not tell them apart.
    """
    for rounding in (ROUNDING, ROUNDING / 10, ROUNDING / 100, 0.0):
        found = _grouped(polynomial, rounding)
        for _ in range(_STEPS if found else 0):
            found = _moved(polynomial, found)
        if (np.abs(_mismatch(polynomial, found)) <= _AGREES).all():
            return found
    raise ValueError("the roots of a polynomial lie too near each other to be told apart")


def _grouped(polynomial: FloatArray, rounding: float) -> list[Root]:
    """Return each root as often as the polynomial vanishes there, but for rounding."""
    left = sorted((complex(root) for root in np.roots(polynomial)), key=lambda root: -root.imag)
    found: list[Root] = []
    while left:
        seed = left[0]
        for count in range(sum(abs(root - seed) <= _SPREAD * abs(seed) for root in left), 1, -1):
            centre = _centre(polynomial, _nearest(left, seed, count))
            group = set(_nearest(left, centre, count))
            mirrored = {root.conjugate() for root in group}
            fits = seed in group and (
                mirrored.isdisjoint(group) if centre.imag else mirrored == group
            )
            if fits and not any(taylor(polynomial, centre, count, rounding)):
                break
        else:
            centre, count = seed, 1
        for place in (centre, centre.conjugate()) if centre.imag else (centre,):
            found.append((place, count))
            for root in _nearest(left, place, count):
                left.remove(root)
    return found


def _moved(polynomial: FloatArray, found: list[Root]) -> list[Root]:
    """Return the roots after one step of the Gauss–Newton method; a root at zero stays."""
    slopes = [
        -count * _product([*found[:index], (root, count - 1), *found[index + 1 :]]) / _size(found)
        for index, (root, count) in enumerate(found)
    ]
    steps = np.linalg.lstsq(np.transpose(slopes), _mismatch(polynomial, found))[0]
    return [
        (root + (complex(step) if root.imag else float(step.real)) if root else root, count)
        for (root, count), step in zip(found, steps, strict=True)
    ]


def _size(found: list[Root]) -> FloatArray:
    """Return how large the terms are that add up to each coefficient but the first."""
    size = _product([(complex(-abs(root)), count) for root, count in found])[1:].real
    return np.where(size, size, 1.0)


def _product(found: list[Root]) -> ComplexArray:
    """Return the coefficients of the polynomial with these roots."""
    each = [root for root, count in found for _ in range(count)]
    return np.atleast_1d(np.poly(each)).astype(np.complex128)


def _mismatch(polynomial: FloatArray, found: list[Root]) -> FloatArray:
    """Return what the coefficients of the product lack, over their size; computed exactly."""
    product: Any = np.array([Fraction(1)])
    for root, count in found:
        x, y = Fraction(root.real), Fraction(root.imag)
        factor = [1, -2 * x, x * x + y * y] if y else [1, -x]
        for _ in range(count if y >= 0 else 0):  # a conjugate comes with its upper root
            product = np.convolve(product, np.array(factor, dtype=object))
    exact = np.array([Fraction(coefficient) for coefficient in polynomial.tolist()])
    return np.asarray((exact / exact[0] - product)[1:], dtype=np.float64) / _size(found)


def _nearest(points: list[complex], to: complex, count: int) -> list[complex]:
    return sorted(points, key=lambda point: abs(point - to))[:count]


def _centre(polynomial: FloatArray, group: list[complex]) -> complex:
    """Return the mean of some roots, improved by Newton's method where it is a simple root."""
    centre = sum(group) / len(group)
    if abs(centre.imag) <= ROUNDING * abs(centre):
        centre = complex(centre.real)
    derivative = np.polyder(polynomial, len(group) - 1)
    for _ in range(_STEPS):
        slope = np.polyval(np.polyder(derivative), centre)
        if slope:
            centre -= complex(np.polyval(derivative, centre) / slope)
    return centre


def taylor(
    polynomial: FloatArray, at: complex, count: int, rounding: float = ROUNDING
) -> list[complex]:
    """Return the first Taylor coefficients about a point, zero where they may be mere rounding."""
    found = []
    for order in range(count):
        value = complex(np.polyval(polynomial, at)) / math.factorial(order)
        size = float(np.polyval(np.abs(polynomial), abs(at))) / math.factorial(order)
        found.append(value if abs(value) > rounding * size else 0)
        polynomial = np.asarray(np.polyder(polynomial), dtype=np.float64)
    return found
