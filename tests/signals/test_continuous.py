"""Signals of continuous time."""

import math
import pickle
from fractions import Fraction

import numpy as np
import pytest

from signals import ContinuousSignal, Piece, exponential, impulse, piecewise, rect, step, triangle
from signals.post import h, k, x

INF = math.inf
T = np.linspace(-9, 9, 181) + 0.013  # on no breakpoint
JUMPS = np.array([-6.0, -5, -3, -1, 0, 1, 3, 5, 6])


def test_the_value_at_a_jump_is_the_right_hand_limit():
    np.testing.assert_array_equal(x(np.array([0.0, 3.0, 5.0])), [0, 0.5, 0])
    np.testing.assert_array_equal(k(np.array([1.0, 3.0, 6.0])), [1, -0.5, 0])


def test_left_is_the_left_hand_limit():
    np.testing.assert_array_equal(x.left(np.array([0.0, 3.0, 5.0])), [0, 1.5, 0.5])
    np.testing.assert_array_equal(k.left(np.array([1.0, 3.0, 6.0])), [0, 1, -0.5])
    np.testing.assert_array_equal(x.left(T), x(T))


def test_there_is_nothing_in_a_gap():
    s = piecewise((4, 5, 2), (0, 1, 3))
    np.testing.assert_array_equal(s([0.5, 1.0, 2.0, 4.0]), [3, 0, 0, 2])
    np.testing.assert_array_equal(s.left([0.0, 1.0, 2.0, 4.0, 5.0]), [0, 3, 0, 0, 2])


def test_a_float_gives_a_float_and_an_array_its_shape():
    for t in (1, 1.0, np.float64(1), True):
        assert type(x(t)) is float
        assert x(t) == 0.5
    for shape in [(), (0,), (4,), (2, 3, 1)]:
        assert x(np.ones(shape)).shape == shape
        assert x.left(np.ones(shape)).shape == shape
        assert x(np.ones(shape, dtype=int)).dtype == np.float64
    assert x([1, 4]).tolist() == [0.5, 0.5]


def test_nan_gives_nan_and_so_does_an_infinite_time_that_the_support_reaches():
    np.testing.assert_array_equal(h([np.nan, INF, -INF]), [np.nan, np.nan, 0])
    np.testing.assert_array_equal(x([np.nan, INF, -INF]), [np.nan, 0, 0])
    assert math.isnan(x.left(math.nan))


@pytest.mark.parametrize("t", ["1", 1j, np.array(["a"]), None])
def test_times_must_be_real(t):
    with pytest.raises(TypeError, match="t must be real numbers"):
        x(t)


def test_evaluation_leaves_the_times_alone():
    t = np.array([1.0, 2.0])

    def greedy(times):
        times *= 2
        return times

    s = ContinuousSignal([Piece(-INF, INF, greedy)])
    s(t)
    assert t.tolist() == [1, 2]


def test_support_and_breakpoints():
    assert (x.support, x.breakpoints) == ((0, 5), (0, 3, 5))
    assert (h.support, h.breakpoints) == ((0, INF), (0,))
    assert (h.flip().support, h.flip().breakpoints) == ((-INF, 0), (0,))
    both = rect(1, 2) + impulse(-4, 2)
    assert (both.support, both.breakpoints) == ((-4, 2), (-4, 1, 2))
    zero = ContinuousSignal([])
    assert (zero.support, zero.breakpoints, zero.formula) == ((0, 0), (), "0")
    np.testing.assert_array_equal(zero(T), np.zeros(T.shape))


@pytest.mark.parametrize("s", [h, x, k], ids="hxk")
def test_shift_moves_to_the_right(s):
    moved = s.shift(1.5)
    np.testing.assert_allclose(moved(T), s(T - 1.5), rtol=1e-14)
    np.testing.assert_array_equal(moved(JUMPS + 1.5), s(JUMPS))
    np.testing.assert_array_equal(moved.left(JUMPS + 1.5), s.left(JUMPS))
    assert moved.breakpoints == tuple(point + 1.5 for point in s.breakpoints)


@pytest.mark.parametrize("s", [h, x, k], ids="hxk")
def test_flip_reflects_and_stays_right_continuous(s):
    flipped = s.flip()
    np.testing.assert_array_equal(flipped(T), s(-T))
    np.testing.assert_array_equal(flipped(JUMPS), s.left(-JUMPS))
    np.testing.assert_array_equal(flipped.left(JUMPS), s(-JUMPS))
    assert flipped.flip() == s
    assert not any(math.copysign(1, point) < 0 for point in flipped.breakpoints if point == 0)


def test_moves_collapse_and_undo_one_another():
    assert h.shift(2).shift(-2) == h
    assert h.shift(1).shift(2).formula == h.shift(3).formula
    np.testing.assert_allclose(h.shift(1).flip().shift(0.5)(T), h(-(T - 0.5) - 1), rtol=1e-14)
    many = h
    for _ in range(2000):
        many = many.shift(0.25)
    assert many == h.shift(500)


def test_a_moved_piece_is_never_asked_outside_its_ends():
    s = piecewise((0, 1, np.sqrt)).shift(0.1).shift(0.2).flip()
    assert np.isfinite(s([-0.3, -1.3])).all()
    assert np.isfinite(s.left([-0.3, -1.3])).all()


def test_multiples():
    for s in (h, x, k):
        np.testing.assert_array_equal((3 * s)(T), 3 * s(T))
        np.testing.assert_array_equal((s * np.float64(3))(T), 3 * s(T))
        np.testing.assert_array_equal((np.float64(3) * s)(T), 3 * s(T))
        np.testing.assert_array_equal((s / 4)(T), s(T) / 4)
        np.testing.assert_array_equal((-s)(T), -s(T))
        assert (3 * s).breakpoints == s.breakpoints
    negative = -x
    assert -negative == x
    assert (2 * impulse(1, 3)).impulses == ((1, 6),)


def test_sums_keep_every_breakpoint_and_both_limits():
    total = x + h - 2 * k
    np.testing.assert_allclose(total(T), x(T) + h(T) - 2 * k(T), rtol=0, atol=1e-14)
    np.testing.assert_allclose(total(JUMPS), x(JUMPS) + h(JUMPS) - 2 * k(JUMPS), atol=1e-14)
    np.testing.assert_allclose(
        total.left(JUMPS), x.left(JUMPS) + h.left(JUMPS) - 2 * k.left(JUMPS), atol=1e-14
    )
    assert total.breakpoints == (0, 1, 3, 5, 6)
    assert total.support == (0, INF)


def test_breakpoints_that_differ_by_rounding_are_one():
    total = rect(0, 0.3) + rect(0.1 + 0.2, 1)
    assert len(total.breakpoints) == 3


def test_impulses_at_one_place_add_up():
    total = impulse(2, 3) + impulse(2, -1) + impulse(1) - impulse(1)
    assert total.impulses == ((2, 2),)
    assert total.shift(1).impulses == ((3, 2),)
    assert total.flip().impulses == ((-2, 2),)


def test_the_formula_is_that_of_its_pieces():
    otherwise = r"0 & \text{otherwise} \end{cases}"
    assert x.formula == (r"\begin{cases} t/2 & 0 \le t < 3 \\ 1/2 & 3 \le t < 5 \\ " + otherwise)
    assert h.formula == r"\begin{cases} 2e^{-t/2} & t \ge 0 \\ " + otherwise
    assert h.shift(1).formula == r"\begin{cases} 2e^{-(t - 1)/2} & t \ge 1 \\ " + otherwise
    assert h.flip().formula == r"\begin{cases} 2e^{t/2} & t < 0 \\ " + otherwise
    assert (3 * x).flip().pieces[0].formula == "3/2"
    assert (-h).pieces[0].formula == "-2e^{-t/2}"
    assert (h + step()).pieces[0].formula == "2e^{-t/2} + 1"
    assert (rect(0, 2) + rect(1, 3)).formula == (
        r"\begin{cases} 1 & 0 \le t < 1 \\ 2 & 1 \le t < 2 \\ 1 & 2 \le t < 3 \\ " + otherwise
    )
    whole = piecewise((-INF, INF, np.cos, r"\cos t"))
    assert whole.formula == r"\cos t"
    assert whole.shift(-1).formula == r"\cos (t + 1)"
    assert (whole + impulse(1, -2)).formula == r"\cos t - 2\,\delta(t - 1)"
    assert impulse().formula == r"\delta(t)"
    assert (
        piecewise((0, 1, np.cos)).formula == r"\begin{cases} \cdots & 0 \le t < 1 \\ " + otherwise
    )


def test_a_formula_of_ones_own_follows_the_signal():
    s = ContinuousSignal(x.pieces, formula="x(t)")
    assert s.shift(2).formula == "x(t - 2)"
    assert s.flip().formula == "x(-t)"
    assert (2 * s).formula == "2x(t)"
    assert (s + impulse()).formula == r"x(t) + \delta(t)"


def test_a_convolution_is_shifted_in_one_factor_only():
    s = ContinuousSignal(x.pieces, formula="f(t) * g(t)")
    assert s.shift(2).formula == r"\left( f(t) * g(t) \right) * \delta(t - 2)"
    assert s.flip().formula == "f(-t) * g(-t)"


def test_it_cannot_be_changed():
    for name in ("pieces", "impulses", "support", "breakpoints", "formula", "anything"):
        with pytest.raises(AttributeError):
            setattr(x, name, ())


def test_signals_made_alike_are_equal():
    assert rect(0, 2) == piecewise((0, 2, 1))
    assert rect(0, 2).shift(1) == rect(1, 3)
    assert exponential(2, 0.5) == h
    assert hash(exponential(2, 0.5)) == hash(h)
    assert h != x
    assert h != 1
    assert pickle.loads(pickle.dumps(x.shift(1) + h)) == x.shift(1) + h


def test_its_repr_names_what_it_is_made_of():
    assert repr(x) == "ContinuousSignal([0, 3): t/2, [3, 5): 1/2)"
    assert repr(impulse(1, 2)) == "ContinuousSignal(2 δ(t − 1))"
    assert repr(ContinuousSignal([])) == "ContinuousSignal(0)"


def test_a_function_of_other_than_real_values_is_refused():
    for function in (lambda t: t + 1j, lambda t: np.full(t.shape, "1")):
        with pytest.raises(TypeError, match=r"\[0, 1\): its function must return real numbers"):
            ContinuousSignal([Piece(0, 1, function)])(0.5)
    with pytest.raises(ValueError, match="must return real numbers, got complex128"):
        piecewise((0, 1, lambda t: np.exp(1j * t)))


def test_whole_numbers_of_any_length_and_fractions_are_times():
    assert h(Fraction(1, 2)) == h(0.5)
    np.testing.assert_array_equal(h([10**30, 1]), [0.0, h(1.0)])


def test_hundreds_of_sums_within_sums_are_no_recursion():
    once = triangle(0, 1, 3)
    total, nested = once, once
    for number in range(1, 250):
        total = total + once.shift(number / 8)
        nested = (nested * 0.9375).shift(1) + once
    t = np.linspace(-1, 30, 63)
    np.testing.assert_allclose(total(t), sum(once(t - n / 8) for n in range(250)), rtol=1e-13)
    faded = [0.9375**n * once(t - n) for n in range(250)]
    np.testing.assert_allclose(nested(t), sum(faded), rtol=1e-12)
    np.testing.assert_allclose(nested.flip()(-t), sum(faded), rtol=1e-12)


def test_neighbours_are_apart_however_small_beside_the_largest():
    assert (rect(0, 1e-9, 5) + rect(2, 1e4))(5e-10) == 5
    assert (impulse(1.7e9) + impulse(1.7e9 + 1e-3)).breakpoints == (1.7e9, 1.7e9 + 1e-3)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: Piece(3, 3, np.cos), ValueError, "start < stop, got start = 3, stop = 3"),
        (lambda: Piece(3, 1, np.cos), ValueError, "start < stop, got start = 3, stop = 1"),
        (lambda: Piece(math.nan, 1, np.cos), ValueError, "start < stop, got start = nan"),
        (
            lambda: Piece("a", 1, np.cos),
            TypeError,
            "a piece's start must be a real number, got 'a'",
        ),
        (lambda: Piece(0, 1, 2.0), TypeError, "function must be callable, got float"),
        (lambda: Piece(0, 1, np.cos, 3), TypeError, "formula must be a LaTeX string, got 3"),
        (lambda: ContinuousSignal([np.cos]), TypeError, "a signal is made of pieces, got ufunc"),
        (
            lambda: ContinuousSignal([Piece(2, 5, np.cos), Piece(0, 3, np.cos)]),
            ValueError,
            r"pieces must not overlap, but \[0, 3\) and \[2, 5\) do",
        ),
        (lambda: ContinuousSignal([], formula=3), TypeError, "formula must be a LaTeX string"),
        (
            lambda: ContinuousSignal([], [(INF, 1)]),
            ValueError,
            "an impulse's place must be finite, got inf",
        ),
        (lambda: x.shift(INF), ValueError, "a shift must be finite, got inf"),
        (lambda: x.shift("a"), TypeError, "a shift must be a real number, got 'a'"),
        (lambda: ContinuousSignal([], [3]), TypeError, r"pairs of numbers \(at, weight\)"),
        (lambda: x / np.float64(0), ValueError, "divided by zero"),
        (lambda: x * math.nan, ValueError, "a factor must be finite, got nan"),
        (lambda: x / 0, ValueError, "divided by zero"),
        (lambda: x * x, TypeError, "unsupported operand"),
        (lambda: x + 1, TypeError, "unsupported operand"),
        (lambda: x - 1, TypeError, "unsupported operand"),
        (lambda: x / x, TypeError, "unsupported operand"),
    ],
)
def test_what_makes_no_signal_is_refused(make, error, message):
    with pytest.raises(error, match=message):
        make()


def test_a_function_that_returns_too_little_is_refused():
    s = ContinuousSignal([Piece(0, 1, lambda t: t[:1])])
    with pytest.raises(ValueError, match=r"turned 3 times into an array of shape \(1,\)"):
        s([0.1, 0.2, 0.3])
