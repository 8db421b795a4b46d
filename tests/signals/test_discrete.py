"""Signals of discrete time."""

import pickle

import numpy as np
import pytest

from signals import DiscreteSignal, convolve, sample, step

D = DiscreteSignal([1, -2, 5], start=-1)


def test_it_is_zero_outside_its_values():
    np.testing.assert_array_equal(D(np.arange(-4, 5)), [0, 0, 0, 1, -2, 5, 0, 0, 0])
    assert (D.start, D.stop) == (-1, 2)


def test_an_int_gives_a_float_and_an_array_its_shape():
    assert D(1) == 5.0
    assert type(D(1)) is float
    assert type(D(np.int64(7))) is float
    assert D(np.zeros((2, 3), dtype=int)).shape == (2, 3)
    assert D(np.zeros((2, 3), dtype=int)).dtype == np.float64
    np.testing.assert_array_equal(D([0, 1]), [-2, 5])


def test_whole_floats_are_indices_and_others_are_refused():
    np.testing.assert_array_equal(D(np.array([0.0, 1.0])), [-2, 5])
    for index in (0.5, np.nan, np.inf, np.array([1.0, 0.25])):
        with pytest.raises(ValueError, match="an index must be a whole number, got"):
            D(index)
    with pytest.raises(TypeError, match="an index must be a whole number"):
        D("1")


def test_shift_flip_and_scale():
    n = np.arange(-9, 10)
    np.testing.assert_array_equal(D.shift(3)(n), D(n - 3))
    np.testing.assert_array_equal(D.flip()(n), D(-n))
    assert D.flip().flip() == D
    assert D.shift(2.0).shift(-2) == D
    np.testing.assert_array_equal((2 * D)(n), 2 * D(n))
    np.testing.assert_array_equal((np.float64(2) * D)(n), 2 * D(n))
    np.testing.assert_array_equal((-D / 4)(n), -D(n) / 4)


def test_a_quotient_is_rounded_once():
    n = np.arange(1, 200)
    np.testing.assert_array_equal((DiscreteSignal(n, 1) / 49)(n), n / 49)


def test_what_fills_no_memory_is_refused_before_it_does():
    with pytest.raises(ValueError, match=r"from 0 to 1000000000, would hold 1,000,000,001 values"):
        DiscreteSignal([1]) + DiscreteSignal([1], 10**9)
    with pytest.raises(ValueError, match="would hold 1,000,000,000,000 values; at most"):
        sample(step(), 0, 10**12)
    with pytest.raises(ValueError, match=r"start must lie between -2\^53 and 2\^53"):
        DiscreteSignal([1], 10**400)
    assert DiscreteSignal([1])(10**30) == 0


@pytest.mark.parametrize(
    "make",
    [
        lambda: 1e200 * DiscreteSignal([1e200]),
        lambda: DiscreteSignal([1e200]) / 1e-200,
        lambda: DiscreteSignal([1.7e308]) + DiscreteSignal([1.7e308]),
        lambda: convolve(DiscreteSignal([1e200, 1]), DiscreteSignal([1e200])),
    ],
)
def test_what_is_too_large_for_a_float_is_refused(make):
    with pytest.raises(ValueError, match=r"would exceed 1\.8e\+308, the largest number there is"):
        make()


def test_signals_add_at_their_own_places():
    other = DiscreteSignal([10, 20], start=4)
    n = np.arange(-9, 10)
    np.testing.assert_array_equal((D + other)(n), D(n) + other(n))
    np.testing.assert_array_equal((D - other)(n), D(n) - other(n))
    assert ((D + other).start, (D + other).stop) == (-1, 6)


def test_it_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        D.values[0] = 9
    with pytest.raises(AttributeError):
        D.start = 4
    given = np.array([1.0, 2.0])
    d = DiscreteSignal(given)
    given[0] = 7
    assert d.values[0] == 1


def test_equal_values_at_equal_places_are_equal():
    assert DiscreteSignal([1.0, -2.0, 5.0], -1) == D
    assert hash(DiscreteSignal([1.0, -2.0, 5.0], -1)) == hash(D)
    assert D.shift(1) != D
    assert D != 3
    assert pickle.loads(pickle.dumps(D)) == D
    assert repr(D) == "DiscreteSignal([1.0, -2.0, 5.0], start=-1)"


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        ([], ValueError, "one-dimensional and not empty"),
        (3.0, ValueError, "one-dimensional and not empty"),
        ([[1, 2]], ValueError, r"one-dimensional and not empty, got shape \(1, 2\)"),
        ([[1, 2], [3]], ValueError, "rows of different lengths"),
        ([1, np.nan], ValueError, "values must be finite, got nan at position 1"),
        ([np.inf], ValueError, "values must be finite"),
        ([1j], TypeError, "values must be real numbers"),
        (["a"], TypeError, "values must be real numbers"),
        ([None], TypeError, "values must be real numbers"),
    ],
)
def test_bad_values_are_refused(values, error, message):
    with pytest.raises(error, match=message):
        DiscreteSignal(values)


def test_only_whole_starts_and_shifts():
    with pytest.raises(TypeError, match=r"start must be a whole number, got 0\.5"):
        DiscreteSignal([1], start=0.5)
    with pytest.raises(TypeError, match=r"a shift must be a whole number, got 1\.5"):
        D.shift(1.5)


def test_only_numbers_scale_and_only_its_kind_adds():
    for act in (lambda: D * "2", lambda: D * D, lambda: D + 1, lambda: D - 1, lambda: D / D):
        with pytest.raises(TypeError):
            act()
