"""Functions as rows of polynomials."""

import math

import numpy as np
import pytest

from signals.interpolation import interpolated

INF = math.inf
FUNCTIONS = {
    "polynomial": (lambda t: t**5 - 3 * t, -1, 2),
    "wave": (lambda t: np.sin(40 * t), 0, 3),
    "root": (np.sqrt, 0, 1),
    "peak": (lambda t: np.exp(-((t - 0.3) ** 2) * 1e8), 0, 1),
    "decay": (lambda t: np.exp(-t), 2, INF),
    "growth to the left": (lambda t: np.exp(3 * t), -INF, 0),
    "bell": (lambda t: np.exp(-((t - 50) ** 2)), -INF, INF),
    "line": (lambda t: 2 * t - 1, 0, INF),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_polynomials_are_the_function(name):
    function, start, stop = FUNCTIONS[name]
    found = interpolated(function, start, stop, [0.3, 50])
    times = np.linspace(max(start, -60), min(stop, 90), 2001)
    values = found.at(times[:, None])[:, 0]
    np.testing.assert_allclose(values, function(times), rtol=0, atol=1e-13 * abs(values).max())


def test_a_tail_keeps_its_digits_down_to_where_it_ends():
    found = interpolated(lambda t: np.exp(-t / 2), 0, INF, [])
    times = np.linspace(0, 440, 1000)
    np.testing.assert_allclose(found.at(times[:, None])[:, 0], np.exp(-times / 2), rtol=1e-11)
    assert found.edges[-1] < 1100


@pytest.mark.parametrize(
    ("function", "start", "stop"),
    [
        (lambda t: np.sin(1e6 * t), 0, 1),
        (lambda t: np.random.default_rng(3).normal(size=t.shape), 0, 1),
        (lambda t: 1 / (1 + t * t), 0, INF),
    ],
)
def test_what_takes_too_many_is_left_as_it_is(function, start, stop):
    assert interpolated(function, start, stop, []) is None


def test_a_function_that_is_zero_is_one_segment_of_zeros():
    found = interpolated(np.zeros_like, 0, 1, [])
    assert found.edges.tolist() == [0, 1]
    assert not found.coefficients.any()
