"""Roots and how often they count, of polynomials whose coefficients are rounded."""

import mpmath
import numpy as np
import pytest

from signals.roots import roots


def expanded(given):
    """The coefficients, each rounded once, of the polynomial with these roots."""
    with mpmath.workdps(60):
        polynomial = [mpmath.mpf(1)]
        for root, count in given:
            for _ in range(count):
                above, below = [*polynomial, 0], [0, *polynomial]
                polynomial = [a - root * b for a, b in zip(above, below, strict=True)]
        return np.array([float(mpmath.re(coefficient)) for coefficient in polynomial])


@pytest.mark.parametrize(
    "expected",
    [
        [(-3.0, 1)],
        [(-0.1, 4), (7.0, 1)],
        [(-1.625, 4), (-4.625, 1), (-0.5, 1)],
        [(-1 / 3, 7)],
        [(-1.0, 3), (-1.01, 1)],
        [(-1.0, 5), (-2.0, 1), (-2.001, 1)],
        [(-1.0, 2), (-1.001, 2)],
        [(0.0, 3), (-2e-6, 2), (5e7, 1)],
        [(-0.5 + 0.3j, 3), (-0.5 - 0.3j, 3), (-1.0, 2)],
        [(1e3j, 2), (-1e3j, 2), (1e-3, 2)],
        [(-1.0, 25)],
        [(-1.0, 40)],
        [(-float(n), 1) for n in range(1, 13)],
    ],
    ids=str,
)
def test_roots_are_found_as_often_as_they_count(expected):
    found, expected = (
        sorted(some, key=lambda one: (np.round(np.real(one[0]), 9), np.imag(one[0])))
        for some in (roots(3 * expanded(expected)).items(), expected)
    )
    assert [count for _, count in found] == [count for _, count in expected]
    np.testing.assert_allclose(
        [root for root, _ in found], [root for root, _ in expected], rtol=1e-7, atol=1e-15
    )
    # Where they are ill-conditioned, their product tells how good they are.
    ours, given = (np.array(expanded(some)) for some in (found, expected))
    size = expanded([(-abs(root), count) for root, count in expected])
    assert (np.abs(ours - given) <= 2e-15 * size).all()


def test_a_root_at_zero_stays_there():
    assert roots(np.array([3.0, 5.0, 1.0, 0.0, 0.0]))[0] == 2


def test_roots_that_floats_do_not_tell_apart_are_refused():
    with pytest.raises(ValueError, match="too near each other to be told apart"):
        roots(expanded([(-2.603, 4), (-2.608, 5)]))


def test_a_constant_has_none():
    assert roots(np.array([2.0])) == {}
