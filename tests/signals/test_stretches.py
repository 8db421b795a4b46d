"""Products of rows of segments, integrated stretch by stretch."""

import math
from itertools import pairwise

import numpy as np
from scipy.integrate import quad

from signals.interpolation import interpolated
from signals.polynomials import Constant, Polynomial
from signals.stretches import PolynomialRow, convolved, stretches


def row(edges, seed, degree=2):
    """Random polynomials between neighbouring edges, with a gap after every third."""
    rng = np.random.default_rng(seed)
    return PolynomialRow(
        [
            (a, b, Polynomial(tuple(rng.normal(size=degree + 1)), a))
            for number, (a, b) in enumerate(pairwise(edges))
            if number % 4 != 3
        ]
    )


def at(some, t):
    """The value of a row, zero outside."""
    segment = int(np.searchsorted(some.edges, t, side="right")) - 1
    if not 0 <= segment < len(some.edges) - 1:
        return 0.0
    return float(some.on(np.array([segment]), np.array([[t]]))[0, 0])


def test_products_are_integrated_where_both_are():
    h = interpolated(lambda t: np.sin(9 * t), 0, 2, [])
    x = interpolated(lambda t: np.exp(-5 * t), 1, 4, [])
    t = np.array([0.5, 1.0, 1.5, 2.9, 4.2, 5.999, 7.0])
    expected = [
        quad(
            lambda tau, at=at: math.sin(9 * tau) * math.exp(-5 * (at - tau)),
            *(np.clip([at - 4, at - 1], 0, 2)),
            epsabs=1e-14,
        )[0]
        for at in t
    ]
    np.testing.assert_allclose(convolved(h, x, t), expected, rtol=0, atol=1e-14)


def test_rows_with_gaps_are_integrated_from_edge_to_edge():
    rng = np.random.default_rng(3)
    h, x = (row(np.sort(rng.uniform(-4, 5, 14)), seed) for seed in (1, 2))
    t = rng.uniform(-7, 9, 12)
    for one, value in zip(t.tolist(), convolved(h, x, t).tolist(), strict=True):
        ends = np.unique([*h.edges, *(one - x.edges)])
        parts = [
            quad(lambda tau, one=one: at(h, tau) * at(x, one - tau), a, b, epsabs=1e-13)[0]
            for a, b in pairwise(ends)
        ]
        assert abs(value - sum(parts)) < 1e-11


def test_an_endless_row_meets_one_that_comes_from_the_same_side():
    ramp = PolynomialRow([(0.0, math.inf, Polynomial((0.0, 1.0)))])
    one = PolynomialRow([(-2.0, math.inf, Constant(3.0))])
    t = np.array([-3.0, -2.0, 1.0, 10.0])
    np.testing.assert_allclose(convolved(ramp, one, t), [0, 0, 3 * 9 / 2, 3 * 72], rtol=1e-15)


def test_a_narrow_segment_keeps_its_width_far_from_zero():
    narrow = PolynomialRow([(1e6, 1e6 + 2.0**-20, Constant(2.0**20))])
    wide = PolynomialRow([(0.0, 1.0, Constant(1.0))])
    t = np.array([1e6 + 0.3])
    assert convolved(wide, narrow, t).tolist() == [1.0]
    assert convolved(narrow, wide, t).tolist() == [1.0]


def test_stretches_tile_what_overlaps():
    h, x = np.array([0.0, 1, 3, 4]), np.array([-1.0, 0, 2])
    t = np.linspace(-2, 7, 40)
    (found,) = stretches(h, x, t)
    widths = np.bincount(found.owner, found.width, t.size)
    np.testing.assert_allclose(
        widths, np.maximum(0, np.minimum(4, t + 1) - np.maximum(0, t - 2)), rtol=0, atol=1e-14
    )
    np.testing.assert_allclose(found.tau + found.sigma, t[found.owner], rtol=0, atol=1e-14)
    middle = found.tau + found.width / 2
    assert (np.searchsorted(h, middle) - 1 == found.h).all()
    assert (np.searchsorted(x, t[found.owner] - middle) - 1 == found.x).all()


def test_a_value_does_not_depend_on_those_beside_it():
    h, x = row(np.linspace(0, 3, 500) ** 1.5, 1), row(np.linspace(1, 4, 700) ** 0.5, 2, degree=4)
    t = np.random.default_rng(1).uniform(0, 9, 200)
    alone = [float(convolved(h, x, np.array([one]))[0]) for one in t.tolist()]
    assert convolved(h, x, t).tolist() == alone
