"""The running example, compared with the closed form that SymPy finds."""

import numpy as np
import pytest
import sympy

from signals import convolve, sample
from signals.post import h, k, x

T, TAU = sympy.symbols("t tau", real=True)


def closed_form(pieces):
    """Return y = h * (pieces), integrated by SymPy piece by piece, as a function of arrays."""
    response = 2 * sympy.exp(-(T - TAU) / 2)
    terms = []
    for start, stop, formula in pieces:
        upto_t = sympy.integrate(formula * response, (TAU, start, T))
        whole = sympy.integrate(formula * response, (TAU, start, stop))
        terms.append((start, stop, sympy.lambdify(T, upto_t), sympy.lambdify(T, whole)))

    def y(t):
        total = np.zeros_like(t)
        for start, stop, upto_t, whole in terms:
            total += np.where(t < start, 0, np.where(t < stop, upto_t(t), whole(t)))
        return total

    return y


HALF = sympy.Rational(1, 2)


@pytest.mark.parametrize(
    ("signal", "pieces"),
    [
        (x, [(0, 3, TAU / 2), (3, 5, HALF)]),
        (k, [(1, 3, sympy.Integer(1)), (3, 6, -HALF)]),
    ],
    ids=["x", "k"],
)
def test_the_output_is_sympys_closed_form(signal, pieces):
    t = np.linspace(-2, 15, 10_000)
    expected = closed_form(pieces)(t)
    np.testing.assert_allclose(convolve(h, signal)(t), expected, rtol=0, atol=1e-12)
    np.testing.assert_allclose(convolve(signal, h)(t), expected, rtol=0, atol=1e-12)


def test_the_definitions():
    t = np.array([-0.5, 0.0, 1.0, 2.9, 3.0, 4.9, 5.0, 6.0])
    np.testing.assert_allclose(h(t), np.where(t < 0, 0, 2 * np.exp(-t / 2)), rtol=1e-15)
    np.testing.assert_array_equal(x(t), [0, 0, 0.5, 1.45, 0.5, 0.5, 0, 0])
    np.testing.assert_array_equal(k(t), [0, 0, 1, 1, -0.5, -0.5, -0.5, 0])
    assert (h.support, x.support, k.support) == ((0, np.inf), (0, 5), (1, 6))
    assert (h.breakpoints, x.breakpoints, k.breakpoints) == ((0,), (0, 3, 5), (1, 3, 6))


def test_the_formulas_of_the_pieces():
    formulas = [[piece.formula for piece in signal.pieces] for signal in (h, x, k)]
    assert formulas == [["2e^{-t/2}"], ["t/2", "1/2"], ["1", "-1/2"]]


def test_the_samples():
    assert sample(x, 0, 6).values.tolist() == [0, 0.5, 1, 0.5, 0.5, 0]
    assert sample(k, 0, 7).values.tolist() == [0, 1, 1, -0.5, -0.5, -0.5, 0]
    np.testing.assert_allclose(sample(h, -1, 4).values, [0, *(2 * np.exp(-np.arange(4) / 2))])


def test_the_output_starts_and_bends_where_breakpoints_sum():
    y = convolve(h, x)
    assert y.support == (0, np.inf)
    assert y.breakpoints == (0, 3, 5)
