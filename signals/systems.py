"""Impulse responses of systems that are given by their coefficients."""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

import numpy as np
from numpy.typing import ArrayLike

from signals import latex
from signals.arguments import FloatArray, real_array, refuse_too_many, whole_number
from signals.continuous import ContinuousSignal
from signals.discrete import DiscreteSignal
from signals.elementary import exponential
from signals.pieces import Piece
from signals.roots import ROUNDING, Roots, listed, roots, taylor

_TERMS = 80  # of the power series that begins a response


@dataclass(frozen=True)
class _Mode:
    """What a pole adds: t^power · e^(−rate · t) · (cosine · cos(ωt) + sine · sin(ωt))."""

    power: int
    rate: float
    frequency: float
    cosine: float
    sine: float

    def __call__(self, t: FloatArray) -> FloatArray:
        angle = self.frequency * t
        wave = self.cosine * np.cos(angle) + self.sine * np.sin(angle)
        return np.asarray(t**self.power * np.exp(-self.rate * t) * wave)

    @property
    def formula(self) -> str:
        """The mode as LaTeX."""
        power = {0: "", 1: "t "}.get(self.power, f"t^{{{self.power}}} ")
        envelope = power + latex.exponential(_plain(self.rate))
        if not self.frequency:
            return latex.multiply(_plain(self.cosine), envelope)
        angle = latex.times_t(_plain(self.frequency))
        waves = [
            (_plain(factor), rf"\{name}({angle})")
            for factor, name in ((self.cosine, "cos"), (self.sine, "sin"))
            if factor
        ]
        if len(waves) == 1:
            ((factor, wave),) = waves
            return latex.multiply(factor, rf"{envelope} {wave}")
        both = latex.add(*(latex.multiply(factor, wave) for factor, wave in waves))
        return rf"{envelope} \left( {both} \right)"


@dataclass(frozen=True)
class _Response:
    """The sum of what all poles add; at first, where they cancel, its series in fastest · t."""

    modes: tuple[_Mode, ...]
    fastest: float
    series: tuple[float, ...]

    def __call__(self, t: FloatArray) -> FloatArray:
        values = np.asarray(sum(mode(t) for mode in self.modes))
        early = self.fastest * t < (len(self.modes) - 1) / 2
        values[early] = np.polyval(self.series, self.fastest * t[early])
        return values

    @property
    def landmarks(self) -> tuple[float, ...]:
        """The beginning, and the time constants, between which it may be narrow anywhere."""
        return (0.0, *sorted({1 / mode.rate for mode in self.modes}))


def from_transfer_function(b: ArrayLike, a: ArrayLike) -> ContinuousSignal:
    r"""Return the impulse response of the causal system with H(s) = b(s) / a(s).

    H falls into partial fractions. A pole p of multiplicity m gives a fraction c / (s − p)^(k + 1)
    for each k < m, which is the transform of c t^k e^(pt) / k! for t ≥ 0; a pole and its conjugate
    join to a real wave. If both degrees are equal, the quotient of the leading coefficients is an
    impulse. See A. V. Oppenheim and A. S. Willsky, "Signals and Systems", 2nd edition, table 9.2
    and appendix.

    The response is within 1e-12 of its largest value, and in its first moments exact relative to
    itself, where poles lie well apart or coincide. They count as one repeated pole where the
    rounding of the coefficients alone may keep them apart; others that nearly coincide cost
    digits, since their fractions are large and cancel: m poles at a relative distance d leave an
    error of about 1e-16 / d^(m − 1).

    Parameters
    ----------
    b, a : array_like, shape (coefficients,)
        The coefficients of numerator and denominator, those of the highest powers first; leading
        zeros are left out, and a pole where b is zero too is cancelled.

    Raises
    ------
    ValueError
        If the degree of b exceeds that of a (the response would hold derivatives of an impulse),
        if the system is unstable (a pole has no negative real part: an integrator is not stable
        either, since a bounded input may drive it to infinity), if poles lie too near each other
        to be told apart, or if there is no coefficient other than zero, or one is not finite.
    TypeError
        If a coefficient is not a real number.

    Examples
    --------
    A low-pass of 1 kΩ and 2 µF, in milliseconds, and a damped oscillator:

    >>> from_transfer_function([1], [2, 1]).pieces[0].formula
    '\\frac{1}{2} e^{-t/2}'
    >>> from_transfer_function([3], [1, 2, 10]).pieces[0].formula
    'e^{-t} \\sin(3t)'
    """
    numerator, denominator = _polynomial(b, "b"), _polynomial(a, "a")
    if len(numerator) > len(denominator):
        raise ValueError(
            f"from_transfer_function: the system is improper: the degree {len(numerator) - 1} of "
            f"b exceeds the degree {len(denominator) - 1} of a, so that its response would hold "
            "derivatives of an impulse"
        )
    modes = []
    poles = roots(denominator)
    for pole in (pole for pole in poles if pole.imag >= 0):
        found = _modes(numerator, denominator[0], poles, pole)
        if found and pole.real >= -ROUNDING * abs(pole):
            at = f"{pole + 0:g}".replace("j", " j") if pole.imag else f"{pole.real:g}"
            raise ValueError(
                f"from_transfer_function: the system is unstable: its pole at s = {at} has no "
                "negative real part"
            )
        modes += found
    both = len(numerator) == len(denominator)
    impulses = [(0.0, float(numerator[0] / denominator[0]))] if both else []
    if not modes:
        return ContinuousSignal([], impulses)
    modes.sort(key=lambda mode: (mode.rate, mode.frequency, mode.power))
    first = modes[0]
    if len(modes) == 1 and not first.power and not first.frequency:
        return ContinuousSignal(exponential(first.cosine, first.rate).pieces, impulses)
    formula = reduce(latex.add, (mode.formula for mode in modes))
    fastest = max(map(abs, poles))
    response = _Response(tuple(modes), fastest, _series(numerator, denominator, fastest))
    return ContinuousSignal([Piece(0.0, math.inf, response, formula)], impulses)


def from_difference_equation(b: ArrayLike, a: ArrayLike, length: int) -> DiscreteSignal:
    """Return the first values of the impulse response of a difference equation at rest.

    It is y(n) for x = 1, 0, 0, … in Σ a_k y(n − k) = Σ b_k x(n − k): the response of the system
    with H(z) = Σ b_k z^(−k) / Σ a_k z^(−k), found by `scipy.signal.lfilter`.

    Parameters
    ----------
    b, a : array_like, shape (coefficients,)
        The coefficients of the input and of the output, the latest first; a_0 is not zero.
    length : int
        How many values, from n = 0 on; at least 1.

    Raises
    ------
    ValueError
        If a_0 is zero, there is no coefficient, one is not finite, the length is less than 1, or
        the response grows beyond all floats.
    TypeError
        If a coefficient is not a real number, or the length no whole one.

    Examples
    --------
    >>> from_difference_equation([1], [1, -0.5], 4)
    DiscreteSignal([1.0, 0.5, 0.25, 0.125], start=0)
    """
    from scipy.signal import lfilter  # type: ignore[import-untyped]

    inputs, outputs = _coefficients(b, "b"), _coefficients(a, "a")
    if not outputs[0]:
        raise ValueError("a must not begin with zero: it would not say what y(n) is")
    length = whole_number(length, "length")
    if length < 1:
        raise ValueError(f"length must be at least 1, got {length}")
    refuse_too_many(length, "the response")
    with np.errstate(all="ignore"):
        values = lfilter(inputs, outputs, np.eye(1, length)[0])
    if not np.isfinite(values).all():
        first = int(np.argmin(np.isfinite(values)))
        raise ValueError(f"the response exceeds all floats from n = {first} on")
    return DiscreteSignal(values)


def _coefficients(given: ArrayLike, name: str) -> FloatArray:
    """Return coefficients, one by itself too, as a row that is not empty."""
    row = np.atleast_1d(real_array(given, name))
    if row.ndim != 1 or not row.size:
        raise ValueError(f"{name} must be a row of coefficients, got shape {row.shape}")
    return row


def _polynomial(given: ArrayLike, name: str) -> FloatArray:
    """Return coefficients without leading zeros."""
    trimmed = np.trim_zeros(_coefficients(given, name), "f")
    if not trimmed.size:
        raise ValueError(f"{name} must not be zero")
    return trimmed


def _series(b: FloatArray, a: FloatArray, scale: float) -> tuple[float, ...]:
    """Return the response's power series in scale · t, the highest power first.

    b / a is Σ c_k / s^k; 1 / s^k answers an impulse with t^(k − 1) / (k − 1)!.
    """
    above = b * scale ** (np.arange(len(b))[::-1] - (len(a) - 1.0))
    below = a / scale ** np.arange(len(a))
    quotient, _ = np.polydiv(np.append(above, np.zeros(_TERMS)), below)
    coefficients = np.append(np.zeros(_TERMS), quotient)[-_TERMS:]
    growing = [scale * float(c) / math.factorial(power) for power, c in enumerate(coefficients)]
    return tuple(growing[::-1])


def _modes(b: FloatArray, leading: float, poles: Roots, pole: complex) -> list[_Mode]:
    """Return what a pole, with its conjugate, adds to the response of b / a."""
    count = poles[pole]
    # About the pole a is (s − p)^m times this series: divide the one of b by it.
    others = [other - pole for other in listed(poles) if other != pole]
    below = leading * np.append(np.zeros(count - 1), np.poly(others))[::-1]
    fractions: list[complex] = []
    for value in taylor(b, pole, count):
        terms = [value, *(-one * k for one, k in zip(reversed(fractions), below[1:], strict=False))]
        significant = abs(sum(terms)) > ROUNDING * max(map(abs, terms))
        fractions.append(complex(sum(terms) / below[0]) if significant else 0)
    modes = []
    for power, fraction in enumerate(reversed(fractions)):
        size = (2 if pole.imag else 1) / math.factorial(power)
        cosine, sine = (
            size * part if abs(part) > ROUNDING * abs(fraction) else 0.0
            for part in (fraction.real, -fraction.imag)
        )
        if cosine or sine:
            modes.append(_Mode(power, -pole.real, pole.imag, cosine, sine))
    return modes


def _plain(value: float) -> float:
    """Return the simple fraction that differs from a number by rounding only, or the number."""
    simple = float(Fraction(value).limit_denominator(16))
    return simple if abs(simple - value) <= ROUNDING * abs(value) else value
