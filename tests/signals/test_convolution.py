"""Convolution and cross-correlation, compared with closed forms, SciPy and mpmath."""

import math
from fractions import Fraction
from itertools import pairwise

import mpmath
import numpy as np
import pytest
import scipy.signal
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad

from signals import (
    ContinuousSignal,
    DiscreteSignal,
    Piece,
    convolve,
    correlate,
    exponential,
    impulse,
    piecewise,
    rect,
    step,
    triangle,
)
from signals.post import h, k, x
from signals.quadrature import integrate

INF = math.inf
repeatable = settings(derandomize=True, deadline=None, max_examples=20)
T = np.linspace(-7, 12, 400)
GAUSSIAN = piecewise((-INF, INF, lambda t: np.exp(-(t**2)), "e^{-t^2}"))


class Wave:
    """A polynomial times an exponential times a cosine, told from the piece's start."""

    def __init__(self, origin, coefficients, rate, frequency):
        self.origin, self.coefficients = origin, coefficients
        self.rate, self.frequency = rate, frequency

    def __call__(self, t):
        u = t - self.origin
        polynomial = sum(c * u**power for power, c in enumerate(self.coefficients))
        return polynomial * np.exp(-self.rate * u) * np.cos(self.frequency * u)


def numbers(low, high):
    """Numbers of few digits, so that a failing example can be read."""
    return st.integers(round(low * 16), round(high * 16)).map(lambda n: n / 16)


@st.composite
def signals(draw, endless=None):
    """Draw a signal of one to three pieces, perhaps with a gap; endless: "left" or "right"."""
    count = draw(st.integers(1, 3))
    edges = [draw(numbers(-4, 4))]
    for _ in range(count):
        edges.append(edges[-1] + draw(numbers(0.25, 3)))
    pieces = []
    for start, stop in pairwise(edges):
        if count > 1 and pieces and draw(st.integers(0, 4)) == 0:
            continue
        coefficients = draw(st.lists(numbers(-2, 2), min_size=1, max_size=3))
        wave = Wave(start, coefficients, draw(numbers(-1, 1)), draw(numbers(0, 4)))
        pieces.append((start, stop, wave))
    decay, height = draw(numbers(0.25, 2)), draw(numbers(0.5, 2))
    if endless == "right":
        pieces.append((edges[-1], INF, Wave(edges[-1], [height], decay, 0.5)))
    if endless == "left":
        pieces.append((-INF, edges[0], Wave(edges[0], [height], -decay, 0.5)))
    return piecewise(*pieces)


@st.composite
def impulses(draw):
    return impulse(draw(numbers(-3, 3)), draw(numbers(-2, 2)))


def by_quad(first, second, t):
    """Return (first * second)(t) by SciPy's quad, split wherever a factor is not smooth."""
    points = {*first.breakpoints, *(t - point for point in second.breakpoints)}
    lower = max(first.support[0], t - second.support[1])
    upper = min(first.support[1], t - second.support[0])
    if lower >= upper:
        return 0.0
    cuts = [lower, *sorted(point for point in points if lower < point < upper), upper]
    total = 0.0
    for start, stop in pairwise(cuts):
        # full_output: quad reports its rounding as a message instead of a warning
        total += quad(
            lambda tau: first(tau) * second(t - tau),
            start,
            stop,
            epsabs=1e-13,
            epsrel=1e-13,
            limit=200,
            full_output=1,
        )[0]
    return total


def assert_is_quads(y, first, second, times):
    """Compare where neither limit falls on a jump, so that the oracle need not choose a side."""
    expected = [by_quad(first, second, t) for t in times]
    np.testing.assert_allclose(y(np.array(times)), expected, rtol=1e-12, atol=1e-12)


# Oracles: closed forms


@pytest.mark.parametrize(
    ("first", "second", "closed_form"),
    [
        (step(), step(), lambda t: np.maximum(t, 0)),
        (step(-2), step(1), lambda t: np.maximum(t + 1, 0)),
        (rect(0, 2), rect(0, 1), lambda t: np.clip(np.minimum(t, 3 - t), 0, 1)),
        (rect(), rect(), triangle(0, 1, 2)),
        (exponential(), exponential(), lambda t: np.where(t > 0, t * np.exp(-t), 0)),
        (
            exponential(3, 1),
            exponential(1, 2).flip(),
            lambda t: np.where(t > 0, np.exp(-np.abs(t)), np.exp(-2 * np.abs(t))),
        ),
        (exponential(), step(), lambda t: np.where(t > 0, -np.expm1(-np.maximum(t, 0)), 0)),
        (GAUSSIAN, GAUSSIAN, lambda t: math.sqrt(math.pi / 2) * np.exp(-(t**2) / 2)),
        (
            piecewise((-INF, INF, np.cos)),
            exponential(),
            lambda t: (np.cos(t) + np.sin(t)) / 2,
        ),
        (
            piecewise((0, INF, lambda t: t**2)),
            piecewise((0, INF, lambda t: t**3)),
            lambda t: np.where(t > 0, t**6 / 60, 0),
        ),
    ],
)
def test_closed_forms(first, second, closed_form):
    np.testing.assert_allclose(convolve(first, second)(T), closed_form(T), rtol=1e-13, atol=1e-12)
    np.testing.assert_allclose(convolve(second, first)(T), closed_form(T), rtol=1e-13, atol=1e-12)


@pytest.mark.parametrize("t", [1000.25, 2e5])
def test_far_from_the_origin_nothing_is_lost(t):
    assert convolve(exponential(), step())(t) == pytest.approx(1, rel=1e-13)
    assert convolve(exponential().shift(t), step().flip())(t) == pytest.approx(1, rel=1e-13)
    wide = rect(-3.3 * t, 1.6 * t)
    for peak in (GAUSSIAN.shift(t), GAUSSIAN.shift(-t).flip(), (2 * GAUSSIAN.shift(-t)).flip() / 2):
        for y in (convolve(peak, wide), convolve(wide, peak)):
            assert y(0.0) == pytest.approx(math.sqrt(math.pi), rel=1e-12)
    moved = convolve(GAUSSIAN.shift(t), GAUSSIAN.shift(50))
    assert moved(t + 50) == pytest.approx(math.sqrt(math.pi / 2), rel=1e-12)


def test_mpmath_agrees_to_the_last_digits():
    first = piecewise((-1, 2, lambda t: t**2 * np.exp(-t)), (2, 3.5, lambda t: np.sin(3 * t)))
    second = piecewise((0.5, 4, lambda t: (1 - t) * np.exp(t / 3)))
    y = convolve(first, second)
    with mpmath.workdps(30):

        def integral(function, lower, upper, t):
            lower, upper = max(lower, t - 4), min(upper, t - mpmath.mpf(0.5))
            if lower >= upper:
                return mpmath.mpf(0)
            u = lambda tau: t - tau  # noqa: E731
            return mpmath.quad(
                lambda tau: function(tau) * (1 - u(tau)) * mpmath.exp(u(tau) / 3), [lower, upper]
            )

        for t in map(mpmath.mpf, (-0.75, 1.3, 3.1, 4.7, 6.2)):
            expected = integral(lambda tau: tau**2 * mpmath.exp(-tau), -1, 2, t)
            expected += integral(lambda tau: mpmath.sin(3 * tau), 2, 3.5, t)
            assert y(float(t)) == pytest.approx(float(expected), rel=1e-12, abs=1e-12)


# Oracles: quadrature by SciPy, of what Hypothesis draws


TIMES = st.lists(numbers(-9, 14).map(lambda t: t + 1 / 37), min_size=3, max_size=3)


@repeatable
@given(signals(), signals(), TIMES)
def test_finite_signals(first, second, times):
    assert_is_quads(convolve(first, second), first, second, times)


@repeatable
@given(signals("right"), signals("right"), TIMES)
def test_signals_that_both_run_on(first, second, times):
    assert_is_quads(convolve(first, second), first, second, times)


@settings(repeatable, max_examples=8)
@given(signals("left"), signals("right"), TIMES)
def test_signals_that_overlap_without_end(first, second, times):
    assert_is_quads(convolve(first, second), first, second, times)


@repeatable
@given(signals(), signals("right"), TIMES)
def test_correlation_slides_without_flipping(first, second, times):
    y = correlate(first, second)
    assert_is_quads(y, first, second.flip(), times)
    np.testing.assert_allclose(y(times), correlate(second, first).flip()(times), atol=1e-12)


def test_correlation_by_its_definition():
    y = correlate(x, h)
    for t in (-3.3, -0.2, 1.7, 4.9):
        expected = sum(
            quad(lambda tau: x(tau) * h(tau - t), max(lower, t), max(upper, t), epsabs=1e-13)[0]  # noqa: B023
            for lower, upper in [(0, 3), (3, 5)]
        )
        assert y(t) == pytest.approx(expected, abs=1e-12)
    assert y.support == (-INF, 5)


# Impulses and jumps


@repeatable
@given(signals("right"), impulses(), impulses(), signals(), TIMES)
def test_impulses_copy_the_other_signal(smooth, one, two, other, times):
    times = np.array(times)
    y = convolve(smooth + one + two, other)
    expected = convolve(smooth, other)(times)
    for signal in (one, two):
        for at, weight in signal.impulses:
            expected += weight * other(times - at)
    np.testing.assert_allclose(y(times), expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("s", [h, x, k, GAUSSIAN, x + impulse(2, 3)], ids=str)
def test_a_unit_impulse_is_the_identity(s):
    assert convolve(s, impulse()) == s
    assert convolve(impulse(), s) == s
    assert convolve(s, impulse(2, -3)) == -3 * s.shift(2)
    assert convolve(s, impulse(2)).formula == s.shift(2).formula


def test_impulses_give_impulses():
    y = convolve(impulse(1, 2) + impulse(3, 5), impulse(-1, 4) + rect(0, 1))
    assert y.impulses == ((0, 8), (2, 20))
    assert y.breakpoints == (0, 1, 2, 3, 4)
    assert y([0.5, 1.5, 2.5, 3.5]).tolist() == [0, 2, 0, 5]


def test_both_limits_at_a_jump_come_out():
    y = convolve(h + impulse(1, 2), x)
    smooth = convolve(h, x)
    for t, right, left in [(1, 0, 0), (4, 0.5, 1.5), (6, 0, 0.5)]:
        assert y(float(t)) == pytest.approx(smooth(t) + 2 * right, abs=1e-13)
        assert y.left(float(t)) == pytest.approx(smooth(t) + 2 * left, abs=1e-13)


def test_a_convolution_of_functions_does_not_jump():
    y = convolve(x, k)
    np.testing.assert_allclose(y(y.breakpoints), y.left(y.breakpoints), atol=1e-14)


# Properties


@repeatable
@given(signals("right"), signals(), TIMES)
def test_it_commutes(first, second, times):
    forth, back = convolve(first, second), convolve(second, first)
    np.testing.assert_allclose(forth(times), back(times), rtol=1e-12, atol=1e-12)
    assert forth.breakpoints == back.breakpoints
    assert forth.support == back.support


@repeatable
@given(signals(), signals("right"), numbers(-5, 5), TIMES)
def test_it_is_shift_invariant(first, second, by, times):
    times = np.array(times)
    y = convolve(first, second)
    np.testing.assert_allclose(
        convolve(first.shift(by), second)(times), y.shift(by)(times), rtol=1e-12, atol=1e-12
    )
    np.testing.assert_allclose(y.shift(by)(times), y(times - by), rtol=1e-12, atol=1e-12)


@repeatable
@given(signals(), signals())
def test_areas_multiply(first, second):
    def area(signal):
        return sum(
            integrate(lambda t, _: piece(t), *np.array([[piece.start], [piece.stop]]))[0]  # noqa: B023
            for piece in signal.pieces
        )

    expected = area(first) * area(second)
    assert area(convolve(first, second)) == pytest.approx(expected, rel=1e-11, abs=1e-10)


@repeatable
@given(signals(), signals())
def test_supports_and_breakpoints_add(first, second):
    y = convolve(first, second)
    sums = {a + b for a in first.breakpoints for b in second.breakpoints}
    assert y.support == (min(sums), max(sums))
    assert y.breakpoints == tuple(sorted(sums))


@settings(repeatable, max_examples=8)
@given(signals(), signals(), signals())
def test_it_is_associative(one, two, three):
    times = np.linspace(-12, 20, 9) + 1 / 37
    left, right = convolve(convolve(one, two), three), convolve(one, convolve(two, three))
    scale = max(1.0, np.abs(left(times)).max())
    np.testing.assert_allclose(left(times), right(times), rtol=0, atol=1e-12 * scale)


@settings(repeatable, max_examples=10)
@given(signals("right"), signals(), signals(), TIMES)
def test_it_distributes_over_sums(one, two, three, times):
    together = convolve(one, two + three)
    apart = convolve(one, two) + convolve(one, three)
    np.testing.assert_allclose(together(times), apart(times), rtol=1e-12, atol=1e-12)


def test_a_value_does_not_depend_on_the_times_beside_it():
    y = convolve(h, x)
    np.testing.assert_allclose([y(t) for t in T], y(T), rtol=1e-15, atol=0)


def test_nothing_convolves_to_nothing():
    y = convolve(ContinuousSignal([]), h)
    assert (y.support, y.breakpoints, y.formula) == ((0, 0), (), "0")


def test_breakpoints_that_differ_by_rounding_are_one():
    y = convolve(rect(0, 0.1) + rect(0.2, 0.3), rect(0, 0.1) + rect(0.2, 0.3))
    np.testing.assert_allclose(y.breakpoints, np.arange(7) / 10, atol=1e-15)


def test_the_formula_says_what_was_convolved():
    ones = piecewise((-INF, INF, 1))
    assert convolve(GAUSSIAN, ones).formula == (r"\left( e^{-t^2} \right) * \left( 1 \right)")
    assert convolve(h, x).formula == rf"\left( {h.formula} \right) * \left( {x.formula} \right)"
    assert convolve(GAUSSIAN, ones).shift(1).formula == (
        r"\left( \left( e^{-t^2} \right) * \left( 1 \right) \right) * \delta(t - 1)"
    )


# Discrete


@st.composite
def sequences(draw):
    values = draw(st.lists(st.integers(-9, 9), min_size=1, max_size=12))
    return DiscreteSignal(values, draw(st.integers(-20, 20)))


@repeatable
@given(sequences(), sequences())
def test_sequences_are_scipys_and_their_origins_add(first, second):
    y = convolve(first, second)
    expected = scipy.signal.convolve(first.values, second.values, method="direct")
    assert y == DiscreteSignal(expected, first.start + second.start)


@repeatable
@given(sequences(), sequences())
def test_correlated_sequences_are_scipys_and_their_origins_subtract(first, second):
    y = correlate(first, second)
    expected = scipy.signal.correlate(first.values, second.values, method="direct")
    assert y == DiscreteSignal(expected, first.start - second.stop + 1)
    n = np.arange(first.start, first.stop)
    for t in range(y.start - 1, y.stop + 1):
        assert y(t) == np.sum(first(n) * second(n - t))


def test_a_unit_sample_is_the_identity():
    d = DiscreteSignal([1, -2, 5], start=3)
    assert convolve(d, DiscreteSignal([1])) == d
    assert convolve(DiscreteSignal([1], start=-4), d) == d.shift(-4)


@pytest.mark.parametrize(("size", "length"), [(512, 2048), (700, 9000), (5000, 3000)])
def test_the_error_of_long_sums_is_what_is_promised(size, length):
    random = np.random.default_rng(size)
    # Of every size, so that some sums are tiny beside others.
    first, second = (
        random.normal(size=n) * np.exp(4 * np.sin(np.arange(n) / 50)) for n in (size, length)
    )
    y = convolve(DiscreteSignal(first, 3), DiscreteSignal(second, -9))
    assert (y.start, y.stop) == (-6, -6 + size + length - 1)
    exact = np.convolve(first.astype(np.longdouble), second.astype(np.longdouble))
    promised = 1e-16 * math.log2(exact.size) * np.linalg.norm(first) * np.linalg.norm(second)
    assert np.abs(y.values - exact).max() < promised


def test_long_sums_of_whole_numbers_are_exact():
    random = np.random.default_rng(5)
    first, second = random.integers(-1000, 1000, 600), random.integers(-1000, 1000, 4000)
    y = convolve(DiscreteSignal(first), DiscreteSignal(second))
    np.testing.assert_array_equal(y.values, np.convolve(first, second))
    w = correlate(DiscreteSignal(second), DiscreteSignal(first))
    np.testing.assert_array_equal(w.values, np.convolve(second, first[::-1]))


def test_a_long_signal_with_a_short_one_is_summed_directly():
    first, second = np.array([0.1, 0.7, -0.3]), np.random.default_rng(6).normal(size=9000)
    y = convolve(DiscreteSignal(first), DiscreteSignal(second))
    np.testing.assert_array_equal(y.values, np.convolve(first, second))


# What is narrow, steep, or convolved again

NARROW = (rect(0, 1e-7, 1e7), rect(1e6, 1e6 + 1e-7, 1e7))


def test_a_narrow_product_far_from_the_origin_is_there():
    y = convolve(*NARROW)
    assert y.breakpoints == (1e6, 1e6 + 1e-7, 1e6 + 2e-7)
    # The numbers there are 1.2e-10 apart, of a flank of 1e-7.
    assert y(1e6 + 1e-7) == pytest.approx(1e7, rel=2e-3)


def test_a_narrow_factor_keeps_its_digits_on_either_side():
    box, narrow = rect(0, 1), triangle(0, 0.25e-9, 1e-9)
    assert convolve(box, narrow)(0.5) == pytest.approx(5e-10, rel=1e-14)
    assert convolve(narrow, box)(0.5) == pytest.approx(5e-10, rel=1e-14)


def test_a_piece_between_neighbouring_floats_counts():
    start, stop = 1e10 - 1, math.nextafter(1e10 - 1, INF)
    y = convolve(rect(-1, math.nextafter(-1, 0), 2.0**53), rect(1e10, math.nextafter(1e10, INF)))
    assert y.breakpoints == (start, stop)
    z = rect(start, stop) + rect(start, 2e10)
    assert (z(start), z(stop)) == (2, 1)


def test_what_no_float_can_hold_is_refused():
    far = 1.5 * 2.0**53
    with pytest.raises(ValueError, match=r"too narrow .* they meet, at 1\.80144e"):
        convolve(rect(2.0**52, 2.0**52 + 1), rect(far + 6, far + 8))


def test_rounding_of_the_arguments_is_no_divergence():
    y = convolve(piecewise((1, 2, lambda t: t - 1)), rect(1e4, 2e4))
    t = 10001 + np.arange(60) * math.ulp(10001.0)
    np.testing.assert_allclose(y(t), (t - 10001) ** 2 / 2, rtol=1e-3)
    assert convolve(rect(0, 2), triangle(0, 1, 2).flip())(2 - 1e-9) == pytest.approx(0.5e-18)


def test_what_a_function_hides_is_found_as_a_piece_of_its_own():
    """The one limit that the README names."""

    def spike(t):
        return np.exp(-(((t - 0.4003) / 1e-7) ** 2))

    area = math.sqrt(math.pi) * 1e-7
    hidden = convolve(piecewise((0, 1, spike)), rect(0, 2))
    shown = convolve(piecewise((0.4003 - 1e-6, 0.4003 + 1e-6, spike)), rect(0, 2))
    assert hidden(1.5) < area / 2
    assert shown(1.5) == pytest.approx(area, rel=1e-9)


def test_many_waves_at_many_times_are_no_divergence():
    y = convolve(piecewise((0, 1, lambda t: np.cos(1e5 * t))), rect())
    t = np.linspace(0, 1, 40)
    np.testing.assert_allclose(y(t), np.sin(1e5 * t) / 1e5, rtol=0, atol=1e-12)


@pytest.mark.parametrize("count", [3, 6, 10])
def test_boxes_convolved_again_and_again(count):
    """The Irwin–Hall distribution, computed with fractions."""
    y = rect()
    for _ in range(count - 1):
        y = convolve(y, rect())
    t = np.linspace(0, count, 101)
    exact = [
        float(
            sum(
                (-1) ** k * math.comb(count, k) * (Fraction(value) - k) ** (count - 1)
                for k in range(math.floor(value) + 1)
            )
            / math.factorial(count - 1)
        )
        for value in t
    ]
    np.testing.assert_allclose(y(t), exact, rtol=0, atol=1e-15)


def test_decays_convolved_again_keep_their_digits_far_out():
    y = exponential()
    for _ in range(4):
        y = convolve(y, exponential())
    t = np.array([0.5, 1, 5, 30, 100, 200])
    np.testing.assert_allclose(y(t), t**4 * np.exp(-t) / 24, rtol=1e-11)


def test_results_are_moved_scaled_and_added_before_they_are_convolved():
    once = convolve(triangle(0, 1, 3), exponential(2, 0.5))
    both = 2 * once.shift(1) - once.flip()
    t = np.linspace(-6, 12, 50)
    apart = 2 * convolve(once, k)(t - 1) - convolve(once.flip(), k)(t)
    np.testing.assert_allclose(convolve(both, k)(t), apart, rtol=0, atol=1e-13)


def test_a_result_that_dies_away_slowly_is_integrated_as_it_is():
    lorentzian = piecewise((-INF, INF, lambda t: 1 / (1 + t**2)))
    y = convolve(convolve(lorentzian, lorentzian), rect())
    # 2π / (t² + 4) has π arctan(t / 2) as an antiderivative.
    assert y(0.5) == pytest.approx(2 * math.pi * math.atan(0.25), rel=1e-12)


@pytest.mark.parametrize("swapped", [False, True])
def test_a_narrow_result_convolved_again_far_away_does_not_explode(swapped):
    once = convolve(*[triangle(0, 1e-11, 2e-5)] * 2)
    pair = (rect(-4e5, -4e5 + 1), once)
    y = convolve(*pair[::-1]) if swapped else convolve(*pair)
    # The numbers there are 5.8e-11 apart, more than the steep flank of the triangle is wide.
    t = np.linspace(-4e5 + 0.1, -4e5 + 0.9, 9)
    np.testing.assert_allclose(y(t), 1e-10, rtol=1e-4)


def test_results_under_what_grows():
    """Growth far out costs no digits near the origin, nor does it end in an error."""
    tent = convolve(rect(), rect())
    root = convolve(tent, piecewise((0, INF, lambda t: np.sqrt(t + 0.01))))
    exact = quad(lambda u: u * math.sqrt(0.51 - u), 0, 0.5, epsabs=1e-14)[0]
    assert root(0.5) == pytest.approx(exact, rel=1e-12)
    power = convolve(tent, piecewise((0, INF, lambda t: t**5)))
    assert power(0.5) == pytest.approx(0.5**7 / 42, rel=1e-12)
    growth = piecewise((0, INF, np.exp))
    cubic = convolve(convolve(growth, growth), growth)
    assert cubic(3.0) == pytest.approx(4.5 * math.exp(3), rel=1e-12)


def test_breakpoints_that_cancel_but_for_rounding_are_one():
    y = convolve(rect(0, 0.3), rect(-(0.1 + 0.2), 0))
    np.testing.assert_allclose(y.breakpoints, (-0.3, 0, 0.3), atol=1e-15)
    comb = impulse(0.1) + impulse(-0.2)
    back = convolve(comb, comb.flip())
    assert len(back.impulses) == 3


def test_hundreds_of_impulses():
    random = np.random.default_rng(7)
    comb = ContinuousSignal(
        (), zip(random.uniform(0, 9, 248), random.normal(size=248), strict=True)
    )
    spread = convolve(comb, triangle(0, 1, 3))
    copies = [weight * triangle(0, 1, 3)(T - at) for at, weight in comb.impulses]
    np.testing.assert_allclose(spread(T), sum(copies), rtol=0, atol=1e-12)
    squared = convolve(comb, comb)
    assert len(squared.impulses) == 248 * 249 // 2
    total = sum(weight for _, weight in squared.impulses)
    assert total == pytest.approx(sum(weight for _, weight in comb.impulses) ** 2)


# Refusals


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (step(), step().flip(), "at t = -1: its tail does not die away"),
        (step(5), piecewise((-INF, INF, 1)), "its tail does not die away"),
        (piecewise((-INF, INF, np.sin)), step(), "it varies too much near"),
        (piecewise((-INF, INF, np.sin)), piecewise((-INF, INF, np.cos)), "it varies too much"),
        (exponential(rate=-1), step().flip(), "the integrand is not finite at"),
    ],
)
def test_an_integral_that_does_not_converge_is_refused_at_once(first, second, reason):
    with pytest.raises(ValueError, match=r"convolve: the integral .* does not converge") as caught:
        convolve(first, second)
    assert reason in str(caught.value)
    with pytest.raises(ValueError, match="does not converge"):
        correlate(first, second.flip())


def test_a_value_too_large_for_a_float_is_refused_when_asked_for():
    y = convolve(exponential(rate=-1), exponential(rate=-1))
    assert y(3.0) == pytest.approx(3 * math.exp(3))
    with pytest.raises(ValueError, match="at t = 800: the integrand is not finite"):
        y(800.0)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (
            lambda: convolve(h, DiscreteSignal([1])),
            "convolve: the first signal is continuous and the second discrete; both must be of "
            "one kind",
        ),
        (lambda: correlate(DiscreteSignal([1]), h), "correlate: the first signal is discrete and"),
        (lambda: convolve(h, [1, 2]), "convolve: two signals are needed, got list"),
        (lambda: correlate(np.cos, h), "correlate: two signals are needed, got ufunc"),
        (lambda: correlate(1.0, 2.0), "correlate: two signals are needed, got float"),
    ],
)
def test_unlike_signals_are_refused(act, message):
    with pytest.raises(TypeError, match=message):
        act()


def test_an_error_in_a_function_comes_through_as_it_is():
    def broken(t):
        raise RuntimeError("no such time")

    y = convolve(ContinuousSignal([Piece(0, 1, broken)]), rect())
    with pytest.raises(RuntimeError, match="no such time"):
        y(0.5)
