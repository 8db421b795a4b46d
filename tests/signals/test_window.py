"""Which inputs an output of a layer sees."""

from itertools import product

import numpy as np
import pytest

from signals import layer, receptive_field, transposed_layer

MOVES = [
    {"stride": 1, "padding": 0, "dilation": 1},
    {"stride": (2, 3), "padding": (1, 2), "dilation": (2, 1)},
    {"stride": (1, 2), "padding": ((2, 0), (0, 1)), "dilation": (1, 3)},
]


def zero_outside(array, indices):
    """The elements at these indices along each axis, some perhaps beyond the array."""
    far = 9
    return np.pad(array, far)[np.ix_(*([n + far for n in along] for along in indices))]


def test_it_is_told_in_order_padding_included():
    assert receptive_field((0,), (3,)) == (range(0, 3),)
    seen = receptive_field((0, 2), (3, 2), stride=2, padding=(1, 0), dilation=(1, 4))
    assert [list(indices) for indices in seen] == [[-1, 0, 1], [4, 8]]
    assert receptive_field((5,), (3,), padding=((4, 0),), dilation=2) == (range(1, 6, 2),)
    assert receptive_field((0, 0, 0), (1, 2, 3)) == (range(1), range(2), range(3))


@pytest.mark.parametrize("moves", MOVES)
def test_an_output_is_the_sum_over_what_it_sees(moves):
    x, w = np.random.default_rng(5).integers(-9, 10, (1, 6, 9)), np.arange(6).reshape(1, 1, 3, 2)
    y = layer(x, w, **moves)[0]
    for position in np.ndindex(*y.shape):
        patch = zero_outside(x[0], receptive_field(position, (3, 2), **moves))
        assert np.sum(patch * w[0, 0]) == y[position]


@pytest.mark.parametrize("moves", MOVES)
def test_an_input_of_a_transposed_layer_spreads_to_the_same_places(moves):
    w = np.arange(1, 7).reshape(1, 1, 3, 2)
    for position in product(range(3), range(4)):
        unit = np.zeros((1, 3, 4))
        unit[0, *position] = 1
        y = transposed_layer(unit, w, **moves)[0]
        reached = receptive_field(position, (3, 2), **moves)
        inside = zero_outside(np.ones(y.shape), reached)
        np.testing.assert_array_equal(zero_outside(y, reached), w[0, 0] * inside)
        assert y.sum() == zero_outside(y, reached).sum()


@pytest.mark.parametrize(
    ("position", "kernel", "error", "message"),
    [
        (2, (3,), TypeError, "position must be a row of whole numbers, one per axis, got 2"),
        ((0, -1), (3, 3), ValueError, "position must be at least 0, got -1"),
        ((0, 0.5), (3, 3), TypeError, r"position must be a whole number, got 0\.5"),
        ((0, 1, 2), (3, 4), ValueError, r"the position has 3 axes, the kernel \(3 × 4\) 2"),
    ],
)
def test_what_is_no_position_is_refused(position, kernel, error, message):
    with pytest.raises(error, match=message):
        receptive_field(position, kernel)
