"""The elementary signals, and sampling."""

import math

import numpy as np
import pytest

from signals import (
    DiscreteSignal,
    exponential,
    impulse,
    piecewise,
    rect,
    sample,
    step,
    triangle,
)

INF = math.inf
T = np.linspace(-5, 5, 101)


def test_exponential():
    np.testing.assert_allclose(
        exponential(3, 2)(T), np.where(T < 0, 0, 3 * np.exp(-2 * np.abs(T))), rtol=1e-14
    )
    assert exponential().support == (0, INF)
    assert exponential(rate=-1)(2.0) == math.exp(2)
    assert exponential(amplitude=4, rate=0)(100.0) == 4


@pytest.mark.parametrize(
    ("amplitude", "rate", "formula"),
    [
        (2, 0.5, "2e^{-t/2}"),
        (1, 1, "e^{-t}"),
        (-1, 2, "-e^{-2t}"),
        (1, -0.5, "e^{t/2}"),
        (3, 1.5, "3e^{-3t/2}"),
        (1, 0.1, "e^{-0.1t}"),
        (0.5, 1, r"\frac{1}{2} e^{-t}"),
        (4, 0, "4"),
    ],
)
def test_exponential_formulas(amplitude, rate, formula):
    assert exponential(amplitude, rate).pieces[0].formula == formula


def test_step_and_rect():
    np.testing.assert_array_equal(step(2)([1.9, 2.0, 9.0]), [0, 1, 1])
    np.testing.assert_array_equal(rect(-1, 2, -3)([-1.1, -1.0, 1.9, 2.0]), [0, -3, -3, 0])
    assert rect().breakpoints == (0, 1)


def test_triangle():
    s = triangle(-1, 2, 3, height=6)
    np.testing.assert_allclose(s([-1, 0, 2, 2.5, 3]), [0, 2, 6, 3, 0], atol=1e-15)
    assert [piece.formula for piece in s.pieces] == ["2(t + 1)", "6(3 - t)"]
    assert [piece.formula for piece in triangle().pieces] == ["t + 1", "1 - t"]
    assert triangle(0, 0, 2)([0.0, 1.0]).tolist() == [1, 0.5]
    assert triangle(0, 2, 2).left(2.0) == 1


def test_impulse_has_no_value():
    assert impulse(1, 2).impulses == ((1, 2),)
    assert impulse(1, 2)(1.0) == 0


def test_piecewise_takes_functions_numbers_and_formulas_in_any_order():
    s = piecewise((3, 5, 0.5), (0, 3, lambda t: t / 2, "t/2"), (-INF, -1, np.exp))
    assert [piece.formula for piece in s.pieces] == ["", "t/2", "1/2"]
    assert s([-2.0, 1.0, 4.0]).tolist() == [math.exp(-2), 0.5, 0.5]
    assert piecewise((0, 1, np.int64(2), "c")).pieces[0].formula == "c"
    assert piecewise().support == (0, 0)


def test_a_function_that_returns_one_number_is_a_constant():
    s = piecewise((0, 3, lambda t: 0.5))
    assert s(np.array([[1.0, 2.0]])).tolist() == [[0.5, 0.5]]
    assert s(1.0) == 0.5


@pytest.mark.parametrize(
    ("pieces", "error", "message"),
    [
        ([(0, 3, 1), (2, 5, 1)], ValueError, r"pieces must not overlap, but \[0, 3\) and \[2, 5\)"),
        ([(3, 0, 1)], ValueError, "start < stop, got start = 3, stop = 0"),
        ([(0, math.nan, 1)], ValueError, "start < stop, got start = 0, stop = nan"),
        ([(0, 1)], TypeError, r"piece 1 must be \(start, stop, function or number\[, latex\]\)"),
        ([(0, 1, 1), 7], TypeError, "piece 2 must be"),
        ([(0, 1, "t")], TypeError, "the value of piece 1 must be a real number, got 't'"),
        ([(0, 1, None)], TypeError, "the value of piece 1 must be a real number, got None"),
        ([(0, 1, INF)], ValueError, "the value of piece 1 must be finite, got inf"),
        ([(0, 1, np.cos, 2)], TypeError, "the formula must be a LaTeX string, got 2"),
        ([(0, 1, math.sin)], ValueError, r"piece \[0, 1\): its function fails on an array"),
        ([(0, 1, lambda t: t if t > 0 else 0)], ValueError, "fails on an array of times, write it"),
        ([(0, 1, lambda t: t[:2])], ValueError, "it must return as many values as it is given"),
        ([(0, 1, lambda t: 1j * t)], ValueError, "fails on an array"),
        ([(0, 1, lambda t: 1 / t)], ValueError, "its function is inf at t = 0; it must be finite"),
        ([(-INF, 0, np.log)], ValueError, "its function is nan at t = -4; it must be finite"),
        ([(1, 2, lambda t: t / t.max())], ValueError, "it must treat every time by itself"),
    ],
)
def test_bad_pieces_are_refused(pieces, error, message):
    with pytest.raises(error, match=message):
        piecewise(*pieces)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: exponential(amplitude=INF), ValueError, "the amplitude must be finite, got inf"),
        (lambda: exponential(rate=math.nan), ValueError, "exponential: the rate must be finite"),
        (lambda: exponential("2"), TypeError, "the amplitude must be a real number, got '2'"),
        (lambda: step(INF), ValueError, "step: at must be finite, got inf"),
        (lambda: rect(2, 1), ValueError, "start < stop, got start = 2, stop = 1"),
        (lambda: rect(0, INF), ValueError, "rect: stop must be finite"),
        (lambda: rect(height=[1, 2]), TypeError, "rect: the height must be a real number"),
        (lambda: triangle(0, 3, 2), ValueError, r"start ≤ peak ≤ stop .* got 0, 3, 2"),
        (lambda: triangle(1, 1, 1), ValueError, "start < stop must hold"),
        (lambda: impulse(math.nan), ValueError, "impulse: at must be finite, got nan"),
        (lambda: impulse(0, INF), ValueError, "impulse: the weight must be finite, got inf"),
        (lambda: impulse(1j), TypeError, "impulse: at must be a real number, got 1j"),
    ],
)
def test_bad_parameters_are_refused(make, error, message):
    with pytest.raises(error, match=message):
        make()


def test_sample_takes_the_values_at_whole_numbers():
    d = sample(rect(-2, 3) + rect(1, 9), -3, 5)
    assert d == DiscreteSignal([0, 1, 1, 1, 2, 2, 1, 1], start=-3)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: sample(rect(), 3, 3), ValueError, r"start < stop must hold, got \[3, 3\)"),
        (lambda: sample(rect(), 0.5, 3), TypeError, r"sample: start must be a whole number"),
        (lambda: sample(rect(), 0, INF), TypeError, r"sample: stop must be a whole number"),
        (lambda: sample(impulse(), 0, 3), ValueError, "an impulse has no value to sample"),
        (lambda: sample(np.cos, 0, 3), TypeError, "a continuous signal is needed, got ufunc"),
    ],
)
def test_what_cannot_be_sampled_is_refused(make, error, message):
    with pytest.raises(error, match=message):
        make()


@pytest.mark.parametrize("given", [np.eye(2), [10**400], [10**5000]], ids=["lines", "long", "huge"])
def test_a_refusal_takes_one_short_line(given):
    with pytest.raises(TypeError, match=r"^rect: start must be a real number, got [^\n]{,101}$"):
        rect(given, 1)
