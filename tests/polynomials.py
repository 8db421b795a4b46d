"""Sums of pieces of polynomials, and their convolution, in fractions: an exact oracle."""

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

EPS, INF = 2.0**-52, math.inf


@dataclass(frozen=True)
class Atom:
    """The sum of c · (t − a)^k / k! for t ≥ a, zero after the last a; −1 as k is an impulse.

    Convolution multiplies such terms: c and d at a and b make c · d at a + b, with k = i + j + 1.
    The rest are bounds: of the numbers the ends are computed from, how far rounding carries an
    end, the largest |value|, ∫|value|, the variation, the slope, a jump, and what rounding does
    to a value and to ∫|value| besides.
    """

    terms: dict[tuple[Fraction, int], Fraction]
    size: float
    top: float = INF
    area: float = 0.0
    variation: float = INF
    slope: float = 0.0
    jump: float = 0.0
    off: float = 0.0
    error: float = 0.0
    mass: float = 0.0

    def __call__(self, t, left):
        return sum(
            c * (t - a) ** k / math.factorial(k)
            for (a, k), c in self.terms.items()
            if k >= 0 and (a < t if left else a <= t)
        )

    @property
    def is_impulse(self):
        return self.top == INF

    @property
    def ends(self):
        places = [a for a, _ in self.terms]
        return min(places), max(places)

    def miss(self, t):
        """Return how far a float value may be off at t."""
        start, stop = self.ends
        if not start - self.off <= t <= stop + self.off:
            return 0.0
        jump = self.jump if any(abs(t - a) <= self.off for a, _ in self.terms) else 0.0
        return 1e-12 * self.top + self.error + self.off * self.slope + jump

    def scale(self, by):
        terms = {place: Fraction(by) * c for place, c in self.terms.items()}
        names = ("top", "area", "variation", "slope", "jump", "error", "mass")
        return replace(self, terms=terms, **{n: abs(by) * getattr(self, n) for n in names})

    def shift(self, by):
        size = self.size + abs(by)
        terms = {(a + Fraction(by), k): c for (a, k), c in self.terms.items()}
        return replace(self, terms=terms, size=size, off=self.off + 2 * EPS * size)

    def flip(self):
        return replace(
            self, terms={(-a, k): c * (-1) ** (k + 1) for (a, k), c in self.terms.items()}
        )

    def add(self):
        """Return what is left of it in a sum, where ends that nearly coincide become one."""
        return replace(self, off=self.off + 8 * EPS * self.size)

    def convolve(self, other):
        terms = defaultdict(Fraction)
        for ((a, i), c), ((b, j), d) in product(self.terms.items(), other.terms.items()):
            terms[a + b, i + j + 1] += c * d
        size = self.size + other.size
        off = self.off + other.off + 32 * EPS * size
        for one, copied in ((self, other), (other, self)):
            if one.is_impulse:
                return replace(copied.scale(one.area), terms=dict(terms), size=size, off=off)
        slips = [one.mass + one.off * one.variation for one in (self, other)]
        slides = [one.error + one.off * one.slope + one.jump for one in (self, other)]
        moved = min(slips[0] * other.top, slides[0] * other.area)
        moved += min(slips[1] * self.top, slides[1] * self.area)
        slopes = self.variation * other.top, self.top * other.variation
        spread = self.variation * other.area, self.area * other.variation
        return Atom(
            dict(terms),
            size,
            min(self.area * other.top, self.top * other.area),
            self.area * other.area,
            min(spread),
            min(slopes),
            off=off,
            error=moved + 8 * EPS * size * sum(slopes),
            mass=slips[0] * other.area + slips[1] * self.area + 8 * EPS * size * sum(spread),
        )


def polynomial(start, stop, *coefficients):
    """Return Σ c · (t − start)^k on [start, stop)."""
    a, b = Fraction(start), Fraction(stop)
    terms = defaultdict(Fraction)
    for power, c in enumerate(map(Fraction, coefficients)):
        terms[a, power] += c * math.factorial(power)
        for k in range(power + 1):
            terms[b, k] -= c * math.perm(power, k) * (b - a) ** (power - k)
    width = float(b - a)
    sizes = [float(abs(c)) * width**power for power, c in enumerate(coefficients)]
    top = sum(sizes)
    slope = sum(power * size for power, size in enumerate(sizes)) / width
    return Atom(dict(terms), max(abs(start), abs(stop)), top, top * width, 4 * top, slope, top)
