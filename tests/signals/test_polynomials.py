"""Functions that are known to be polynomials, and what keeps them known."""

import numpy as np
import pytest

from signals import ContinuousSignal, Piece, piecewise, rect, triangle
from signals.polynomials import Constant, Polynomial, Table, added, fitted

CUBIC = Polynomial((1.0, -2.0, 0.5, 3.0), 0.75)
TIMES = np.linspace(-2, 3, 41)


def expected(t):
    return 1 - 2 * (t - 0.75) + 0.5 * (t - 0.75) ** 2 + 3 * (t - 0.75) ** 3


def signal(function, start=-2.0, stop=4.0):
    return ContinuousSignal([Piece(start, stop, function)])


def test_it_is_the_sum_of_powers():
    np.testing.assert_allclose(CUBIC(TIMES), expected(TIMES), rtol=1e-14, atol=1e-13)


def test_a_piece_stays_a_polynomial_wherever_it_goes():
    moved = 2 * signal(CUBIC).shift(1.5).flip().shift(-0.25)
    (piece,) = moved.pieces
    assert piece.polynomial
    assert (piece.start, piece.stop) == (-5.75, 0.25)
    np.testing.assert_allclose(
        moved(TIMES[TIMES < 0]), 2 * expected(-(TIMES[TIMES < 0] + 0.25) - 1.5), rtol=1e-13
    )
    assert piece.restrict(-1, 0).polynomial == piece.polynomial
    assert rect().shift(2).flip() == rect(-3, -2)


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        (Constant(2.0), Constant(3.0), True),
        (Constant(2.0), CUBIC, True),
        (CUBIC, Polynomial((1.0, 4.0), -3.0), True),
        (Polynomial((1.0, 4.0), -3.0), CUBIC, False),
        (CUBIC, Polynomial((0.0, 0.0, 1.0), 0.75), True),
        (CUBIC, Polynomial((0.0, 0.0, 1.0), 0.0), False),
    ],
)
def test_a_sum_is_known_where_that_costs_no_digits(one, other, known):
    assert (added(one, other) is not None) == known
    total = signal(one) + signal(other)
    assert (total.pieces[0].polynomial is not None) == known
    np.testing.assert_allclose(total(TIMES), one(TIMES) + other(TIMES), rtol=1e-12, atol=1e-12)


def test_a_table_gives_each_its_own_digits():
    functions = [Constant(2.5), CUBIC, Polynomial((0.1, -0.3), 100.0)]
    table = Table(functions)
    which = np.arange(TIMES.size) % 3
    together = table.at(which, TIMES)
    alone = [float(functions[n](np.array([t]))[0]) for n, t in zip(which, TIMES, strict=True)]
    assert together.tolist() == alone


def test_a_signal_of_many_kinds_of_pieces_gives_each_its_own_digits():
    mixed = triangle(0, 1, 2) + piecewise((2, 3, np.sin), (3, 4, 7), (5, 6, np.sin))
    t = np.linspace(-1, 7, 333)
    assert mixed(t).tolist() == [mixed(one) for one in t.tolist()]
    assert mixed.left(t).tolist() == [mixed.left(one) for one in t.tolist()]


def test_beside_a_place_a_signal_is_seen_from_there():
    steps = piecewise((0, 1, 2), (1, 2, lambda t: t), (3, 4, 5))
    t = np.array([1.0, 1.0, 2.0, 2.5, 3.0, 3.0])
    places = np.array([0.5, 1.5, 1.9, 2.5, 2.9, 3.1])
    assert steps.beside(t, places).tolist() == [2, 1, 2, 0, 0, 5]
    assert steps.beside(np.array([9.0]), np.array([1.5])).tolist() == [2]
    assert ContinuousSignal([]).beside(t, places).tolist() == [0] * 6


def test_scaled_beyond_floats_it_is_refused():
    with pytest.raises(ValueError, match="would exceed"):
        signal(CUBIC) * 1e308
    with pytest.raises(ValueError, match="would exceed"):
        signal(Constant(1e308)) + signal(Constant(1e308))


def test_a_polynomial_is_found_again_from_its_values():
    starts, stops = np.array([-2.0, 0.5, 1e3]), np.array([-1.0, 0.5 + 1e-6, 1e3 + 1])
    cubic = lambda t: 1 - 2 * (t - 0.75) + (t - 0.75) ** 3  # noqa: E731
    for start, stop, found in zip(starts, stops, fitted(cubic, 3, starts, stops), strict=True):
        t = np.linspace(start, stop, 7)
        np.testing.assert_allclose(found(t), cubic(t), rtol=1e-14)
