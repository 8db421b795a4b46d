"""Signals on a grid, and their convolution compared with SciPy's."""

import pickle

import numpy as np
import pytest
import scipy.signal
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from signals import (
    ContinuousSignal,
    DiscreteSignal,
    GridSignal,
    convolve,
    convolve_channels,
    correlate,
    rect,
)

repeatable = settings(derandomize=True, deadline=None, max_examples=40)
G = GridSignal([[1, -2, 5], [0, 3, 7]], origin=(-1, 2))
ROWS, COLUMNS = np.ix_(range(-5, 6), range(-6, 9))  # all of G and its neighbourhood, flipped or not
LINE = GridSignal([4, 0, -1], origin=(2,))
VOLUME = GridSignal(np.arange(24).reshape(2, 3, 4), origin=(0, -1, 5))


@st.composite
def grids(draw, dimensions):
    """Draw a signal of whole numbers with an origin of its own."""
    shape = draw(st.tuples(*[st.integers(1, 4)] * dimensions))
    values = draw(arrays(np.int64, shape, elements=st.integers(-9, 9)))
    return GridSignal(values, draw(st.tuples(*[st.integers(-20, 20)] * dimensions)))


def several(count):
    """Draw as many signals, all of 1, 2 or 3 dimensions."""
    return st.integers(1, 3).flatmap(lambda dimensions: st.tuples(*[grids(dimensions)] * count))


def test_it_is_zero_outside_its_values():
    expected = np.zeros((11, 15))
    expected[4:6, 8:11] = [[1, -2, 5], [0, 3, 7]]
    np.testing.assert_array_equal(G(ROWS, COLUMNS), expected)
    np.testing.assert_array_equal(LINE(np.arange(7)), [0, 0, 4, 0, -1, 0, 0])
    assert (VOLUME(1, 1, 8), VOLUME(1, 1, 9), VOLUME(-1, 0, 5)) == (23, 0, 0)


def test_it_knows_its_place():
    assert (G.origin, G.stop, G.shape) == ((-1, 2), (1, 5), (2, 3))
    assert (VOLUME.origin, VOLUME.stop, VOLUME.shape) == ((0, -1, 5), (2, 2, 9), (2, 3, 4))
    assert GridSignal([[1]]).origin == (0, 0)


def test_ints_give_a_float_and_arrays_their_common_shape():
    assert G(0, 4) == 7.0
    assert type(G(0, 4)) is float
    assert type(G(np.int64(9), 0.0)) is float
    assert G(np.zeros((2, 3), dtype=int), 4).shape == (2, 3)
    assert G(ROWS, COLUMNS).dtype == np.float64
    assert G(np.array(0), 4).shape == ()
    np.testing.assert_array_equal(G(0, [2, 3, 4, 5]), [0, 3, 7, 0])


def test_whole_floats_are_indices_and_others_are_refused():
    np.testing.assert_array_equal(G(np.array([-1.0, 0.0]), 4.0), [5, 7])
    for index in (0.5, np.nan, np.inf, np.array([1.0, 0.25])):
        with pytest.raises(ValueError, match="an index must be a whole number, got"):
            G(0, index)
    with pytest.raises(TypeError, match="an index must be a whole number"):
        G("1", 0)


@pytest.mark.parametrize("index", [(), (0,), (0, 0, 0)])
def test_there_must_be_one_index_per_axis(index):
    message = f"a 2-D signal needs 2 indices, one per axis, got {len(index)}"
    with pytest.raises(TypeError, match=message):
        G(*index)


def test_shift_flip_and_scale():
    np.testing.assert_array_equal(G.shift((3, -1))(ROWS, COLUMNS), G(ROWS - 3, COLUMNS + 1))
    np.testing.assert_array_equal(G.flip()(ROWS, COLUMNS), G(-ROWS, -COLUMNS))
    assert G.flip().flip() == G
    assert VOLUME.flip().origin == (-1, -1, -8)
    assert G.shift((2.0, 1)).shift((-2, -1)) == G
    np.testing.assert_array_equal((2 * G)(ROWS, COLUMNS), 2 * G(ROWS, COLUMNS))
    np.testing.assert_array_equal((np.float64(2) * G)(ROWS, COLUMNS), 2 * G(ROWS, COLUMNS))
    np.testing.assert_array_equal((-G / 4)(ROWS, COLUMNS), -G(ROWS, COLUMNS) / 4)


def test_signals_add_at_their_own_places():
    other = GridSignal([[10], [20], [30]], origin=(0, -3))
    both, at_both = G + other, G(ROWS, COLUMNS) + other(ROWS, COLUMNS)
    np.testing.assert_array_equal(both(ROWS, COLUMNS), at_both)
    assert (both.origin, both.stop) == ((-1, -3), (3, 5))
    assert G - other == G + -1 * other
    with pytest.raises(ValueError, match="a 2-D and a 3-D signal cannot be added"):
        G + VOLUME


def test_it_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        G.values[0] = 9
    with pytest.raises(AttributeError):
        G.origin = (4, 4)
    given_values = np.array([[1.0, 2.0]])
    signal = GridSignal(given_values)
    given_values[0] = 7
    assert signal.values[0, 0] == 1


def test_equal_values_at_equal_places_are_equal():
    same = GridSignal(np.array([[1.0, -2.0, 5.0], [0.0, 3.0, 7.0]]), [-1.0, 2.0])
    assert same == G
    assert hash(same) == hash(G)
    assert G.shift((0, 1)) != G
    assert GridSignal([1, 2]) != GridSignal([[1, 2]])
    assert G != 3
    assert pickle.loads(pickle.dumps(G)) == G
    assert repr(LINE) == "GridSignal([4.0, 0.0, -1.0], origin=(2,))"


@pytest.mark.parametrize(
    ("values", "origin", "error", "message"),
    [
        (3.0, None, ValueError, r"values must have 1, 2 or 3 dimensions .*, got shape \(\)"),
        (np.ones((1, 1, 1, 1)), None, ValueError, r"got shape \(1, 1, 1, 1\)"),
        (np.ones((2, 0)), None, ValueError, r"not be empty, got shape \(2, 0\)"),
        ([[1, 2], [3]], None, ValueError, "values must form one array, got rows of different"),
        ([[1, 2], [3, np.nan]], None, ValueError, r"finite, got nan at position \(1, 1\)"),
        ([[1j]], None, TypeError, "values must be real numbers, got complex"),
        ([["a"]], None, TypeError, "values must be real numbers"),
        ([[1]], (0,), ValueError, "origin needs 2 whole numbers, one per axis, got 1"),
        ([[1]], (0, 0.5), TypeError, r"origin must be a whole number, got 0\.5"),
        ([[1]], 3, TypeError, "origin must be a row of whole numbers, got 3"),
    ],
)
def test_bad_values_and_origins_are_refused(values, origin, error, message):
    with pytest.raises(error, match=message):
        GridSignal(values, origin)


def test_only_whole_shifts():
    with pytest.raises(TypeError, match=r"a shift must be a whole number, got 1\.5"):
        G.shift((1.5, 0))
    with pytest.raises(ValueError, match="a shift needs 2 whole numbers, one per axis, got 3"):
        G.shift((1, 2, 3))


def test_only_numbers_scale_and_only_its_kind_adds():
    for act in (lambda: G * "2", lambda: G * G, lambda: G + 1, lambda: G - 1, lambda: G / G):
        with pytest.raises(TypeError):
            act()


# Convolution


@repeatable
@given(several(2))
def test_convolutions_are_scipys_and_their_origins_add(pair):
    h, x = pair
    y = convolve(h, x)
    expected = scipy.signal.convolve(h.values, x.values, method="direct")
    np.testing.assert_array_equal(y.values, expected)
    assert y.origin == tuple(np.add(h.origin, x.origin))


@repeatable
@given(several(2))
def test_correlations_are_scipys_and_their_origins_subtract(pair):
    x, w = pair
    y = correlate(x, w)
    expected = scipy.signal.correlate(x.values, w.values, method="direct")
    np.testing.assert_array_equal(y.values, expected)
    assert y.origin == tuple(np.subtract(x.origin, w.stop) + 1)


def test_both_by_their_definition():
    w = GridSignal([[2, 0], [1, -3], [4, 5]], origin=(3, -1))
    tau = np.ix_(range(-5, 15), range(-9, 12))
    for t in [(0, 0), (2, 2), (-3, 4), (4, 3)]:
        reflected = [at - index for at, index in zip(t, tau, strict=True)]
        moved = [index - at for at, index in zip(t, tau, strict=True)]
        assert convolve(w, G)(*t) == np.sum(w(*tau) * G(*reflected))
        assert correlate(G, w)(*t) == np.sum(G(*tau) * w(*moved))


def test_a_grid_of_one_dimension_is_a_discrete_signal():
    x, w = DiscreteSignal([1, -2, 5], -1), DiscreteSignal([3, 1], 4)
    on_grid = [GridSignal(signal.values, (signal.start,)) for signal in (x, w)]
    for combine in (convolve, correlate):
        y, y_on_grid = combine(x, w), combine(*on_grid)
        assert (tuple(y.values), (y.start,)) == (tuple(y_on_grid.values), y_on_grid.origin)


@repeatable
@given(several(3))
def test_it_commutes_associates_and_distributes(three):
    one, two, three = three
    assert convolve(one, two) == convolve(two, one)
    assert convolve(convolve(one, two), three) == convolve(one, convolve(two, three))
    y = convolve(one, two + three)
    parts = convolve(one, two) + convolve(one, three)
    assert (y.origin, y.stop) == (parts.origin, parts.stop)
    assert y == parts
    assert correlate(one, two) == correlate(two, one).flip()


@pytest.mark.parametrize("signal", [LINE, G, VOLUME], ids=["1-D", "2-D", "3-D"])
def test_a_unit_sample_is_the_identity(signal):
    unit = GridSignal(np.ones([1] * len(signal.shape)))
    by = (4, -2, 1)[: len(signal.shape)]
    assert convolve(unit, signal) == signal
    assert correlate(signal, unit) == signal
    assert correlate(unit, signal) == signal.flip()
    assert convolve(signal, unit.shift(by)) == signal.shift(by)


@repeatable
@given(several(2))
def test_totals_multiply(pair):
    h, x = pair
    assert convolve(h, x).values.sum() == h.values.sum() * x.values.sum()


def test_no_zero_is_negative():
    y = convolve(GridSignal([[-1, 0]]), GridSignal([[0], [0]]))
    assert not np.signbit(y.values).any()


def test_channels_are_summed():
    kernels = [GridSignal([[1, 2]]), GridSignal([[3], [4]], origin=(0, 2))]
    y = convolve_channels([G, G.shift((1, 1))], kernels, flip=False)
    assert y == correlate(G, kernels[0]) + correlate(G.shift((1, 1)), kernels[1])


@pytest.mark.parametrize(
    ("act", "error", "message"),
    [
        (
            lambda: convolve(G, VOLUME),
            ValueError,
            "convolve: the first grid is 2-D and the second 3-D",
        ),
        (
            lambda: correlate(LINE, G),
            ValueError,
            "correlate: the first grid is 1-D and the second 2-D",
        ),
        (
            lambda: convolve(G, DiscreteSignal([1])),
            TypeError,
            "convolve: the first signal is on a grid and the second discrete; both must be of "
            "one kind$",
        ),
        (
            lambda: correlate(rect(), G),
            TypeError,
            "correlate: the first signal is continuous and the second on a grid",
        ),
        (lambda: convolve(G, np.ones((2, 2))), TypeError, "two signals are needed, got ndarray"),
        (
            lambda: convolve_channels([G, ContinuousSignal([])], G),
            TypeError,
            "all continuous or all discrete or all on a grid",
        ),
        (lambda: convolve_channels(G, G), TypeError, "channels must be a sequence of signals"),
    ],
)
def test_unlike_signals_are_refused(act, error, message):
    with pytest.raises(error, match=message):
        act()
