"""Roots of real polynomials, repeated ones found as such."""

import math
from collections.abc import Iterable

import numpy as np

from signals.arguments import FloatArray

Roots = dict[complex, int]
"""Where, and how often."""

ROUNDING = 1e-13
"""Of the sizes of a sum's terms, added up: a smaller sum is zero, rounded."""

_STEPS = 3  # of Newton's method, each of which doubles the digits


def roots(polynomial: FloatArray) -> Roots:
    """Return the roots with their multiplicities; their product is the polynomial once more.

    Rounding scatters a repeated root over a small circle, but hardly moves its centre, which is a
    simple root of a derivative: the largest group counts about whose centre the polynomial
    vanishes so often, within rounding. Then all roots are moved together until their product
    agrees with the polynomial. The idea is Z. Zeng's: "Computing multiple roots of inexact
    polynomials", Mathematics of Computation 74, 2005.

    Raises
    ------
    ValueError
        If some lie so near each other that floats do not tell them apart.
    """
    if len(polynomial) == 1:
        return {}
    left = sorted(map(complex, np.roots(polynomial)), key=lambda root: -root.imag)
    found: Roots = {}
    while left:
        for count in range(len(left), 0, -1):
            centre = sum(_nearest(left, left[0], count)) / count
            derivative = np.polyder(polynomial, count - 1)
            for _ in range(_STEPS):
                slope = np.polyval(np.polyder(derivative), centre)
                centre -= complex(np.polyval(derivative, centre) / slope) if slope else 0
            if abs(centre.imag) <= ROUNDING * abs(centre):
                centre = complex(centre.real)
            if count == 1 or not any(taylor(polynomial, centre, count)):
                break
        for place in {centre, centre.conjugate()}:
            found[place] = count
            for root in _nearest(left, place, count):
                left.remove(root)
    if sum(found.values()) == len(polynomial) - 1:
        for _ in range(_STEPS):
            found, mismatch = _moved(found, polynomial / polynomial[0])
        if mismatch <= ROUNDING:
            return found
    raise ValueError("the roots of a polynomial lie too near each other to be told apart")


def _moved(found: Roots, polynomial: FloatArray) -> tuple[Roots, float]:
    """Return the roots after a step of the Gauss–Newton method, and what was wrong before it."""
    size = np.abs(np.poly([-abs(root) for root in listed(found)]))
    size[size == 0] = 1.0
    slopes = [
        -count * np.append(0, np.poly(listed({**found, root: count - 1}))) / size
        for root, count in found.items()
    ]
    mismatch = (polynomial - np.poly(listed(found))) / size
    steps = np.linalg.lstsq(np.transpose(slopes), mismatch)[0]
    moved: Roots = {}
    for (root, count), step in zip(found.items(), steps, strict=True):
        moved[root + (complex(step) if root.imag else float(step.real)) if root else root] = count
    return moved, float(np.abs(mismatch).max())


def listed(found: Roots) -> list[complex]:
    """Return each root as often as it counts."""
    return [root for root, count in found.items() for _ in range(count)]


def taylor(polynomial: FloatArray, at: complex, count: int) -> list[complex]:
    """Return the first Taylor coefficients about a point, zero where they may be mere rounding."""
    found = []
    for order in range(count):
        derivative = np.polyder(polynomial, order) / math.factorial(order)
        value = complex(np.polyval(derivative, at))
        size = np.polyval(np.abs(derivative), abs(at))
        found.append(value if abs(value) > ROUNDING * size else 0)
    return found


def _nearest(points: Iterable[complex], to: complex, count: int) -> list[complex]:
    return sorted(map(complex, points), key=lambda point: abs(point - to))[:count]
