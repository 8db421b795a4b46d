"""The adaptive quadrature, compared with integrals that are known in closed form."""

import math
import pickle

import numpy as np
import pytest
from scipy import special

from signals.quadrature import DivergenceError, integrate


def one(function, lower, upper):
    limits = np.array([[lower], [upper]], dtype=float)
    return float(integrate(lambda points, _: function(points), *limits)[0])


@pytest.mark.parametrize(
    ("function", "lower", "upper", "expected"),
    [
        (lambda t: t**7, -1, 2, 255 / 8),
        (np.exp, -3, 4, math.exp(4) - math.exp(-3)),
        (lambda t: np.sin(40 * t), 0, 5, (1 - math.cos(200)) / 40),
        (np.sqrt, 0, 4, 16 / 3),
        (lambda t: 1 / np.sqrt(t), 0, 1, 2),
        (lambda t: np.where(t < 0.3, 1.0, 5.0), 0, 1, 3.8),
        (np.zeros_like, 0, 1, 0),
        (np.cos, 2, 2, 0),
    ],
)
def test_finite_integrals(function, lower, upper, expected):
    assert one(function, lower, upper) == pytest.approx(expected, rel=1e-13, abs=1e-13)


@pytest.mark.parametrize(
    ("function", "lower", "upper", "expected"),
    [
        (lambda t: np.exp(-t), 0, np.inf, 1),
        (lambda t: np.exp(3 * t), -np.inf, 1, math.exp(3) / 3),
        (lambda t: np.exp(-(t**2)), -np.inf, np.inf, math.sqrt(math.pi)),
        (lambda t: np.exp(-np.abs(t - 2)), -np.inf, np.inf, 2),
        (lambda t: np.exp(-1e-6 * t), 0, np.inf, 1e6),
        (lambda t: np.exp(-t / 20) * np.sin(10 * t), 0, np.inf, 10 / (100 + 1 / 400)),
        (lambda t: 1 / (1 + t**2), 0, np.inf, math.pi / 2),
        (np.zeros_like, 0, np.inf, 0),
    ],
)
def test_infinite_integrals(function, lower, upper, expected):
    assert one(function, lower, upper) == pytest.approx(expected, rel=1e-13)


@pytest.mark.parametrize(
    ("function", "lower", "upper", "expected"),
    [
        (lambda t: np.exp(-1e6 * t), 0, 1, 1e-6),
        (lambda t: np.exp(-1e9 * t), 0, np.inf, 1e-9),
        (lambda t: np.exp(-t), 0, 1e6, 1),
        (lambda t: np.exp(t), -1e5, 0, 1),
        (lambda t: np.exp(-((t - 37) ** 2)), 0, 1000, math.sqrt(math.pi)),
        (lambda t: np.exp(-((t - 40) ** 2)), 0, 1e7, math.sqrt(math.pi)),
        (lambda t: 0.1 + np.exp(-1e6 * t), 0, 1, 0.1 + 1e-6),
        (lambda t: 1 + np.exp(1e5 * (t - 1)), 0, 1, 1 + 1e-5),
        (lambda t: np.where(t > 1e3, np.exp(np.minimum(1e3 - t, 0)), 0), 0, np.inf, 1),
    ],
)
def test_narrow_peaks_are_not_missed(function, lower, upper, expected):
    assert one(function, lower, upper) == pytest.approx(expected, rel=1e-13)


def test_many_integrals_are_each_their_own():
    rates = np.linspace(0.5, 40, 5001)
    upper = np.linspace(0, 60, 5001)
    integrals = integrate(lambda t, owner: np.exp(-rates[owner] * t), 0 * upper, upper)
    np.testing.assert_allclose(integrals, -np.expm1(-rates * upper) / rates, rtol=1e-13)


def test_an_integral_does_not_depend_on_its_company():
    rates = np.linspace(0.5, 300, 50)
    upper = np.full(50, np.inf)
    together = integrate(
        lambda t, owner: np.exp(-rates[owner] * t) * np.cos(t), np.zeros(50), upper
    )
    alone = [one(lambda t, rate=rate: np.exp(-rate * t) * np.cos(t), 0.0, np.inf) for rate in rates]
    np.testing.assert_allclose(together, alone, rtol=1e-15)


def test_it_agrees_with_a_special_function():
    a = np.array([1.5, 2.25, 7.0])
    limits = np.zeros(3), np.full(3, 5.0)
    integrals = integrate(lambda t, owner: t ** (a[owner] - 1) * np.exp(-t), *limits)
    np.testing.assert_allclose(integrals, special.gammainc(a, 5) * special.gamma(a), rtol=1e-12)


@pytest.mark.parametrize(
    ("function", "lower", "upper", "message"),
    [
        (np.ones_like, 0, np.inf, "its tail does not die away"),
        (lambda t: 1 / (1 + t), 0, np.inf, "its tail does not die away"),
        (np.sin, 0, np.inf, "it varies too much near"),
        (np.exp, 0, np.inf, "the integrand is not finite at"),
        (lambda t: 1 / t, 0, 1, "it is too steep near"),
        (lambda t: np.log(t), -1, 1, "the integrand is not finite at"),
        (lambda t: np.sin(1e9 * t), 0, 1, "it varies too much near"),
    ],
)
def test_an_integral_that_does_not_converge_is_refused(function, lower, upper, message):
    with pytest.raises(ValueError, match=f"integral 0 does not converge: {message}"):
        one(function, lower, upper)


def test_the_refusal_names_the_integral_and_survives_a_process_boundary():
    rates = np.array([1.0, 0.0, 2.0])
    with pytest.raises(DivergenceError) as caught:
        integrate(lambda t, owner: np.exp(-rates[owner] * t), np.zeros(3), np.full(3, np.inf))
    assert caught.value.owner == 1
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(("lower", "upper"), [(1, 0), (math.nan, 1), (0, math.nan)])
def test_limits_must_be_in_order(lower, upper):
    with pytest.raises(ValueError, match="every lower limit must be at most its upper limit"):
        one(np.cos, lower, upper)
