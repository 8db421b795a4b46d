"""How figures write numbers: as many digits as can be told apart, in places that do not shift."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

import numpy as np

MINUS = "\N{MINUS SIGN}"
SMALLEST = 4  # decimals of the smallest numbers that are written without one
FINEST = 4  # decimals with a power of ten, at most
LINES = 120  # values that a plot can tell apart, about as many as it is pixels high
FINER = 10.0  # times by which what adds up is written more finely than the sum
COARSER = 0.25  # of a digit, that a number may be coarser than what can be told apart
NOISE = 1e-12  # of the greatest number, that rounding leaves of zero
DIGITS = 4  # of a number that could have many
EXACT = 1e-9  # of a number, by which one that is whole may miss it by rounding


@dataclass(frozen=True)
class Numbers:
    """The way in which one quantity is written, wherever it counts.

    Attributes
    ----------
    decimals : int
        Digits after the point.
    power : int
        The power of ten that is split off.
    noise : float
        What is less than this is zero that has been rounded on its way.
    """

    decimals: int = 2
    power: int = 0
    noise: float = 0.0

    @classmethod
    def told_apart(cls, values: Iterable[float], resolution: float) -> "Numbers":
        """Return how to write values of which those so far apart look different.

        Whole numbers are written whole.
        """
        seen = np.asarray([*values, 0.0])
        most = float(np.max(np.abs(seen)))
        power = power_of(most)
        if not most or resolution <= 0 or (not power and bool(np.all(seen == np.rint(seen)))):
            return cls(0, power, NOISE * most)
        decimals = max(0, ceil(-log10(resolution) + power - COARSER))
        if decimals > FINEST:  # far from zero, all digits are needed
            power, decimals = 0, max(0, ceil(-log10(resolution) - COARSER))
        return cls(decimals, power, NOISE * most)

    @classmethod
    def of(cls, values: Iterable[float], finer: float = 1.0) -> "Numbers":
        """Return how to write values that a plot shows, or by so many times more finely."""
        seen = np.asarray([*values, 0.0])
        return cls.told_apart(seen, float(np.ptp(seen)) / LINES / finer)

    def __call__(self, value: float) -> str:
        """Write a number with a true minus sign; what is not zero is never written as zero."""
        value = value if abs(value) > self.noise else 0.0
        mantissa = value / 10.0**self.power
        digits = f"{abs(mantissa):.{self.decimals}f}"
        if value and not any(digit in "123456789" for digit in digits):
            return scientific(value)
        sign = MINUS if value < 0 else ""
        return sign + digits + (times_ten(self.power) if self.power and value else "")

    def steady(self, value: float) -> str:
        """Write a number that counts: what is nearly zero as zero, lest it need more digits."""
        step = 10.0 ** (self.power - self.decimals)
        return self(step * round(value / step))

    def exact(self, value: float) -> bool:
        """Whether a number is what is written."""
        rounded = round(value / 10.0**self.power, self.decimals) * 10.0**self.power
        return abs(value - rounded) <= EXACT * max(abs(value), 10.0**self.power * EXACT)


def power_of(most: float) -> int:
    """Return the power of ten to split off numbers up to `most`: a multiple of three, mostly 0."""
    if not most or not isfinite(most) or 0.01 <= most < 10_000:
        return 0
    return 3 * floor(log10(most) / 3 + 1e-12)


def times_ten(power: int) -> str:
    """Return a power of ten as what follows a number."""
    return f"·$10^{{{power}}}$"


def scientific(value: float) -> str:
    """Return a number as one digit, or two, and a power of ten, or plainly if that is short."""
    power = floor(log10(abs(value)))
    if -SMALLEST <= power < 0:
        return (MINUS if value < 0 else "") + f"{abs(value):.{-power}f}"
    mantissa = round(abs(value) / 10.0**power, 1)
    if mantissa >= 10:
        mantissa, power = 1.0, power + 1
    return (MINUS if value < 0 else "") + f"{mantissa:g}" + (times_ten(power) if power else "")


def shortest(value: float, digits: int = DIGITS) -> str:
    """Return a number as short as it is: 3, 2.5; of one with many digits the first four or more.

    With fewer `digits` the rest after the point is rounded off; those before it always stay.
    """
    if not value:
        return "0"
    if not 1e-4 <= abs(value) < 1e6:
        return scientific(value)
    before = floor(log10(abs(value))) + 1
    decimals = max(0, (_digits(value) if digits == DIGITS else digits) - before)
    written = f"{value:.{decimals}f}"
    return (written.rstrip("0").rstrip(".") if decimals else written).replace("-", MINUS)


def letters(wording: str) -> int:
    """Return how many letters a wording is long, of LaTeX those that are seen."""
    return len(re.sub(r"[$^{}]", "", re.sub(r"\\[a-zA-Z]+ ?", "a", wording)))


def is_exact(value: float) -> bool:
    """Whether `shortest` writes all of a number."""
    if not value:
        return True
    if not 1e-4 <= abs(value) < 1e6:
        power = floor(log10(abs(value)))
        mantissa = value / 10.0**power
        return abs(mantissa - round(mantissa, 1)) <= EXACT * 10
    return abs(value - float(f"{value:.{_digits(value)}g}")) <= EXACT * abs(value)


def _digits(value: float) -> int:
    return DIGITS if abs(value) < 1000 else 6


def latex(value: float) -> str:
    """Return a number as `shortest`, as a part of a formula."""
    return shortest(value).replace(MINUS, "-").replace("$", "").replace("·", r"\cdot ")
