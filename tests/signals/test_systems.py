"""Impulse responses, compared with closed forms, mpmath, SymPy and SciPy's simulations."""

import math
from fractions import Fraction

import mpmath
import numpy as np
import pytest
import scipy.signal
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from signals import (
    DiscreteSignal,
    convolve,
    correlate,
    exponential,
    from_difference_equation,
    from_transfer_function,
    impulse,
    rect,
    step,
)

repeatable = settings(derandomize=True, deadline=None, max_examples=20)
T = np.linspace(0, 25, 201)


def assert_is(found, expected):
    """Compare to 1e-12 of the largest value."""
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12 * np.abs(expected).max())


def by_state_space(b, a, times):
    """Return the response of a strictly proper system by mpmath's matrix exponential."""
    order = len(a) - 1
    with mpmath.workdps(40):
        a = [mpmath.mpf(number) / mpmath.mpf(a[0]) for number in a]
        b = [mpmath.mpf(number) / mpmath.mpf(a[0]) for number in b]
        state = mpmath.zeros(order)
        state[0, :] = mpmath.matrix([[-number for number in a[1:]]])
        for row in range(1, order):
            state[row, row - 1] = 1
        return [
            float(
                sum(
                    number * mpmath.expm(state * mpmath.mpf(t))[order - len(b) + row, 0]
                    for row, number in enumerate(b)
                )
            )
            for t in times
        ]


# Closed forms


def test_a_single_pole_is_an_exponential():
    assert from_transfer_function([1], [2, 1]) == exponential(0.5, 0.5)
    assert from_transfer_function(3, [1, 4]).formula == exponential(3, 4).formula


@pytest.mark.parametrize("count", [2, 3, 5, 8])
@pytest.mark.parametrize("rate", [1.0, 0.1, 1 / 3, 2e4])
def test_repeated_poles(count, rate):
    h = from_transfer_function([1], np.poly([-rate] * count))
    t = T / rate
    assert_is(h(t), t ** (count - 1) * np.exp(-rate * t) / math.factorial(count - 1))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_repeated_conjugate_poles(count):
    # (s + 1/2)² + 9 once, twice, thrice: spherical Bessel functions in the angle.
    a = np.poly([-0.5 + 3j, -0.5 - 3j] * count)
    u, angle = np.exp(-T / 2), 3 * T
    expected = {
        1: u * np.sin(angle) / 3,
        2: u * (np.sin(angle) - angle * np.cos(angle)) / (2 * 27),
        3: u * ((3 - angle**2) * np.sin(angle) - 3 * angle * np.cos(angle)) / (8 * 243),
    }
    assert_is(from_transfer_function([1], a)(T), expected[count])


def test_sympy_agrees():
    s, t = sympy.symbols("s t", positive=True)
    above, below = (2 * s**2 + 3 * s - 1), (s + 1) ** 2 * (s**2 + 4 * s + 13) * (s + 5)
    h = from_transfer_function(
        *([float(c) for c in sympy.Poly(side, s).all_coeffs()] for side in (above, below))
    )
    expected = sympy.lambdify(t, sympy.inverse_laplace_transform(above / below, s, t))
    assert_is(h(T[1:]), expected(T[1:]))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (np.poly([-9]), np.poly(-np.arange(1.0, 9))),
        ([1], np.poly([-1e-3, -1, -1e3])),
        ([1, 2], np.poly([-1] * 5 + [-2.5, -3])),
        scipy.signal.butter(8, 1, analog=True),
        scipy.signal.cheby1(6, 0.1, 2, analog=True),
    ],
    ids=["eight poles", "stiff", "five and two", "Butterworth", "Chebyshev"],
)
def test_mpmath_agrees(above, below):
    times = [0, 0.01, 0.4, 1.3, 5, 20]
    h = from_transfer_function(above, below)
    assert_is(h(np.array(times)), np.array(by_state_space(above, below, times)))


def test_the_beginning_is_exact_too_where_the_modes_cancel():
    h = from_transfer_function([1], np.poly(-np.arange(1.0, 9)))
    t = np.array([1e-9, 1e-4, 0.01, 0.1, 0.3])
    expected = -np.exp(-t) * np.expm1(-t) ** 7 / math.factorial(7)
    np.testing.assert_allclose(h(t), expected, rtol=1e-12)


def pole_places():
    return st.integers(-40, -1).map(lambda n: n / 4)


@repeatable
@given(st.lists(pole_places(), min_size=1, max_size=3, unique=True), st.integers(1, 12))
def test_what_is_drawn_is_scipys_partial_fractions(poles, frequency):
    every = [*poles, -0.5 + frequency / 2 * 1j, -0.5 - frequency / 2 * 1j]
    b, a = [3, -1, 2], 2 * np.poly(every).real
    weights, places, _ = scipy.signal.residue(b, a)
    expected = (weights * np.exp(np.multiply.outer(T, places))).sum(axis=-1)
    found = from_transfer_function(b, a)(T)
    np.testing.assert_allclose(found, expected.real, rtol=0, atol=1e-10)


# Impulses, zeros, support


def test_equal_degrees_give_an_impulse():
    h = from_transfer_function([2, -2], [1, 1])  # 2 − 4 / (s + 1)
    assert h == exponential(-4, 1) + impulse(weight=2)
    assert from_transfer_function([3], [6]) == impulse(weight=0.5)
    h = from_transfer_function([1, 0, 0], [1, 2, 5])  # 1 − (2s + 5) / ((s + 1)² + 4)
    assert h.impulses == ((0, 1),)
    assert_is(h(T), -np.exp(-T) * (2 * np.cos(2 * T) + 1.5 * np.sin(2 * T)))


def test_it_begins_at_zero_and_does_not_end():
    h = from_transfer_function([1, 3], [1, 2, 5])
    assert (h.support, h.breakpoints) == ((0, math.inf), (0,))
    assert h([-1.0, -1e-9]).tolist() == [0, 0]


def test_leading_zeros_change_nothing():
    assert from_transfer_function([0, 0, 1], [0, 2, 1]) == exponential(0.5, 0.5)


def test_a_pole_with_a_zero_on_it_is_cancelled():
    h = from_transfer_function([1, 1], [1, 3, 2])
    assert h == exponential(1, 2)
    # Also one that would be unstable, and those that rounding has moved.
    assert from_transfer_function([1, 0], [1, 1, 0]) == exponential(1, 1)
    h = from_transfer_function(np.poly([1, -0.7]), np.poly([1, -0.1, -0.7, -0.7]))
    assert_is(h(T), (np.exp(-0.1 * T) - np.exp(-0.7 * T)) / 0.6)
    assert from_transfer_function([2, 2], [4, 4]) == impulse(weight=0.5)


# Formulas


@pytest.mark.parametrize(
    ("b", "a", "formula"),
    [
        ([1], [2, 1], r"\frac{1}{2} e^{-t/2}"),
        ([1], [1, 3, 2], "e^{-t} - e^{-2t}"),
        ([1], [1, 2, 1], "t e^{-t}"),
        ([1], [1, 3, 3, 1], r"\frac{1}{2} t^{2} e^{-t}"),
        ([1, 0], [1, 4, 4], "e^{-2t} - 2t e^{-2t}"),
        ([1, 1], [1, 2, 5], r"e^{-t} \cos(2t)"),
        ([3], [1, 1, 2.5], r"2e^{-t/2} \sin(3t/2)"),
        ([1, -1], [1, 2, 5], r"e^{-t} \left( \cos(2t) - \sin(2t) \right)"),
    ],
)
def test_formulas(b, a, formula):
    (piece,) = from_transfer_function(b, a).pieces
    assert piece.formula == formula


def test_a_shifted_formula_is_in_the_shifted_time():
    (piece,) = from_transfer_function([3], [1, 2, 1]).shift(2).pieces
    assert piece.formula == "3(t - 2) e^{-(t - 2)}"


# Convolution


@pytest.mark.parametrize("scale", [1.0, 1e-7, 1e5])
def test_the_step_response_is_scipys(scale):
    b, a = [1, 2], np.poly([-1, -3, -0.5 + 2j, -0.5 - 2j]).real
    # The same system in another unit of time: fast ones hide near 0 in a long input.
    powers = scale ** np.arange(len(a) - 1, -1, -1.0)
    y = convolve(from_transfer_function(b * powers[-2:], a * powers), step())
    times, expected = scipy.signal.step((b, a), T=np.linspace(0, 12, 40))
    np.testing.assert_allclose(y(times * scale), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("rate", [1.0, 1e3, 1e9])
def test_convolution_with_a_pulse_is_the_closed_form(rate):
    h = from_transfer_function([rate**2], [1, 2 * rate, rate**2])
    y = convolve(h, rect(0, 2))

    def charged(t):
        return np.where(t > 0, 1 - (1 + rate * np.abs(t)) * np.exp(-rate * np.abs(t)), 0)

    times = np.array([-1, 1e-9, 0.3 / rate, 0.5, 1.9, 2, 2 + 1 / rate, 3, 40])
    np.testing.assert_allclose(y(times), charged(times) - charged(times - 2), rtol=0, atol=1e-12)
    reflected = correlate(rect(0, 2), h)
    times = times[3:] if rate < 1e6 else times[6:]  # nearer to an end, 2 − t has too few digits
    np.testing.assert_allclose(reflected(2 - times), y(times), rtol=0, atol=1e-12)


def test_a_narrow_response_is_not_missed_in_what_is_made_of_it():
    rate = 1e6
    h = from_transfer_function([rate**2], [1, 2 * rate, rate**2])  # of area 1
    s = (3 * h).shift(1) + rect(0, 4) - h.flip().shift(2)
    times = np.array([0.5, 1.5, 2.25, 4.5])
    # A box one wide sees each narrow pulse while it lies inside: 3 from 1 on, −1 from 2 on.
    expected = np.minimum(np.minimum(times, 1), 5 - times) + np.array([0, 3, -1, 0])
    np.testing.assert_allclose(convolve(s, rect())(times), expected, rtol=0, atol=1e-9)
    np.testing.assert_allclose(convolve(rect(), s)(times), expected, rtol=0, atol=1e-9)


def test_systems_in_a_row_are_one_system():
    one, other = np.poly([-1e4, -1e4]), np.poly([-2e4, -5])
    y = convolve(from_transfer_function(1e9, one), from_transfer_function(1e5, other))
    together = from_transfer_function(1e14, np.polymul(one, other))
    times = np.array([1e-5, 1e-4, 1e-3, 0.1, 1])
    assert_is(y(times), together(times))


# Refusals


@pytest.mark.parametrize(
    ("b", "a", "message"),
    [
        ([1, 0, 0], [1, 1], "improper: the degree 2 of b exceeds the degree 1 of a"),
        ([1], [1, 0], "unstable: its pole at s = 0 has no negative real part"),
        ([1], [1, -2], "unstable: its pole at s = 2 has"),
        ([1], [1, 0, 4], r"unstable: its pole at s = 0\+2 j has"),
        ([1], np.poly([-1, -1, 0.5 + 1j, 0.5 - 1j]), r"unstable: its pole at s = 0\.5\+1 j has"),
        ([1], np.poly([-3, 0.1j, -0.1j]), "unstable: its pole at"),
        ([1], [0, 0], "a must not be zero"),
        ([0.0], [1, 1], "b must not be zero"),
        ([], [1, 1], "b must be a row of coefficients"),
        ([1], [[1, 1]], "a must be a row of coefficients"),
        ([1], [1, np.inf], "a must be finite, got inf at position 1"),
        ([np.nan], [1, 1], "b must be finite"),
    ],
)
def test_what_has_no_such_response_is_refused(b, a, message):
    with pytest.raises(ValueError, match=message):
        from_transfer_function(b, a)


def test_complex_coefficients_are_refused():
    with pytest.raises(TypeError, match="a must be real numbers, got complex"):
        from_transfer_function([1], [1, 1j])
    with pytest.raises(TypeError, match="b must be real numbers, got complex"):
        from_difference_equation([1j], [1], 3)


# Difference equations


def test_a_difference_equation_is_followed_exactly():
    b, a = [3, 0, -1.5], [2, -1, 0.25, 0.5]
    expected = []
    for n in range(12):
        total = Fraction(b[n]) if n < len(b) else Fraction(0)
        for k in range(1, min(n, 3) + 1):
            total -= Fraction(a[k]) * expected[n - k]
        expected.append(total / Fraction(a[0]))
    h = from_difference_equation(b, a, 12)
    assert h == DiscreteSignal([float(value) for value in expected])


def test_without_feedback_the_coefficients_are_the_response():
    assert from_difference_equation([1, -2, 4], 2, 5) == DiscreteSignal([0.5, -1, 2, 0, 0])
    assert from_difference_equation([0, 1], [1], 1.0) == DiscreteSignal([0])


def test_the_response_to_any_input_is_scipys():
    b, a = scipy.signal.butter(3, 0.2)
    x = DiscreteSignal(np.random.default_rng(1).normal(size=40))
    y = convolve(from_difference_equation(b, a, 40), x)
    np.testing.assert_allclose(y.values[:40], scipy.signal.lfilter(b, a, x.values), atol=1e-14)


@pytest.mark.parametrize(
    ("b", "a", "length", "error", "message"),
    [
        ([1], [0, 1], 3, ValueError, r"a must not begin with zero"),
        ([1], [1], 0, ValueError, "length must be at least 1, got 0"),
        ([1], [1], 2.5, TypeError, r"length must be a whole number, got 2\.5"),
        ([], [1], 3, ValueError, "b must be a row of coefficients"),
        ([1], [1, np.nan], 3, ValueError, "a must be finite, got nan"),
        ([1], [1, -10], 400, ValueError, "the response exceeds all floats from n = 309 on"),
    ],
)
def test_what_is_no_difference_equation_is_refused(b, a, length, error, message):
    with pytest.raises(error, match=message):
        from_difference_equation(b, a, length)


def test_a_response_that_fills_the_memory_is_refused():
    with pytest.raises(ValueError, match="the response would hold 1,099,511,627,776 values"):
        from_difference_equation([1], [1, -0.5], 2**40)
