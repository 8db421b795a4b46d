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

_SPREAD = 0.25  # of its size: how far apart the computed copies of a repeated root may lie
_STEPS = 4  # of Newton's method, each of which doubles the digits


def roots(polynomial: FloatArray) -> list[Root]:
    """Return the roots with their multiplicities; their product is the polynomial once more.

    Rounding scatters a repeated root over a small circle: the largest group counts about whose
    centre the polynomial vanishes so often, within the rounding of its coefficients. Then all
    roots are moved together by the Gauss–Newton method until the product agrees to the last
    digits (Z. Zeng, "Computing multiple roots of inexact polynomials", Mathematics of Computation
    74, 2005, section 3).

    Parameters
    ----------
    polynomial : ndarray of float, shape (degree + 1,)
        The coefficients, that of the highest power, which is not zero, first.
    """
    left = sorted((complex(root) for root in np.roots(polynomial)), key=lambda root: -root.imag)
    found: list[Root] = []
    while left:
        seed = left[0]
        for count in range(sum(abs(root - seed) <= _SPREAD * abs(seed) for root in left), 0, -1):
            centre = _centre(polynomial, _nearest(left, seed, count))
            if seed in _nearest(left, centre, count) and not any(taylor(polynomial, centre, count)):
                break
        else:
            centre, count = seed, 1
        for place in (centre, centre.conjugate()) if centre.imag else (centre,):
            found.append((place, count))
            for root in _nearest(left, place, count):
                left.remove(root)
    for _ in range(_STEPS if found else 0):
        size = _product([(complex(-abs(root)), count) for root, count in found])[1:].real
        weights = 1 / np.where(size, size, 1.0)
        rest = weights * _mismatch(polynomial, found)[1:]
        slopes = [
            -count * weights * _product([*found[:index], (root, count - 1), *found[index + 1 :]])
            for index, (root, count) in enumerate(found)
        ]
        steps = np.linalg.lstsq(np.transpose(slopes), rest)[0]
        found = [
            (root + (complex(step) if root.imag else float(step.real)) if root else root, count)
            for (root, count), step in zip(found, steps, strict=True)
        ]
    return found


def _product(found: list[Root]) -> ComplexArray:
    """Return the coefficients of the polynomial with these roots."""
    each = [root for root, count in found for _ in range(count)]
    return np.atleast_1d(np.poly(each)).astype(np.complex128)


def _mismatch(polynomial: FloatArray, found: list[Root]) -> FloatArray:
    """Return what the product of the roots lacks, exact but for one rounding each."""
    product: Any = np.array([Fraction(1)])
    for root, count in found:
        x, y = Fraction(root.real), Fraction(root.imag)
        factor = [1, -2 * x, x * x + y * y] if y else [1, -x]
        for _ in range(count if y >= 0 else 0):  # a conjugate comes with its upper root
            product = np.convolve(product, np.array(factor, dtype=object))
    exact = np.array([Fraction(coefficient) for coefficient in polynomial.tolist()])
    return np.asarray(exact / exact[0] - product, dtype=np.float64)


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


def taylor(polynomial: FloatArray, at: complex, count: int) -> list[complex]:
    """Return the first Taylor coefficients about a point, zero where they may be mere rounding."""
    found = []
    for order in range(count):
        value = complex(np.polyval(polynomial, at)) / math.factorial(order)
        size = float(np.polyval(np.abs(polynomial), abs(at))) / math.factorial(order)
        found.append(value if abs(value) > ROUNDING * size else 0)
        polynomial = np.asarray(np.polyder(polynomial), dtype=np.float64)
    return found
