"""What a layer does step by step, for every kind of layer."""

from itertools import product

import numpy as np
import pytest
from scipy.signal import correlate2d

from signals import ChannelSteps, LayerSteps, TransposedSteps

Pair = tuple[int, int]
SETTINGS = [
    pytest.param(stride, padding, dilation, id=f"s{stride}p{padding}d{dilation}")
    for stride, padding, dilation in product(
        [(1, 1), (2, 1), (2, 3)], [(0, 0), (1, 1), (0, 2)], [(1, 1), (2, 1)]
    )
]
RANDOM = np.random.default_rng(7)
X = RANDOM.integers(0, 9, (5, 7)).astype(float)
W = np.array([[1, -2, 0], [3, 0, 1]])


def of(stride: Pair, padding: Pair, dilation: Pair) -> LayerSteps:
    return LayerSteps(X, W, stride, padding, dilation)


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
def test_an_output_is_the_sum_of_its_products(stride: Pair, padding: Pair, dilation: Pair) -> None:
    steps = of(stride, padding, dilation)
    padded = np.zeros((5 + 2 * padding[0], 7 + 2 * padding[1]))
    padded[padding[0] : padding[0] + 5, padding[1] : padding[1] + 7] = X
    assert np.array_equal(steps.padded, padded)
    for step in range(steps.last + 1):
        i, j = place = steps.places[step]
        rows, columns = steps.seen(place)
        assert list(rows) == [stride[0] * i + dilation[0] * m for m in range(2)]
        assert list(columns) == [stride[1] * j + dilation[1] * n for n in range(3)]
        patch = np.array([[padded[row, column] for column in columns] for row in rows])
        assert np.array_equal(steps.patch(place), patch)
        assert np.array_equal(steps.products(place), W * patch)
        assert steps.terms(place) == [*zip(W.ravel(), patch.ravel(), strict=True)]
        assert steps.y[place] == np.sum(W * patch)
        drawn = steps.drawn(step).ravel()
        assert np.array_equal(drawn[: step + 1], steps.y.ravel()[: step + 1])
        assert np.all(np.isnan(drawn[step + 1 :]))
    assert steps.places[steps.last] == tuple(n - 1 for n in steps.y.shape)


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
def test_what_is_used_and_what_sees_no_padding(stride: Pair, padding: Pair, dilation: Pair) -> None:
    steps = of(stride, padding, dilation)
    used, clear = set(), []
    for place in np.ndindex(*steps.y.shape):
        own = [
            (row, column)
            for row, column in product(*steps.seen(place))
            if padding[0] <= row < padding[0] + 5 and padding[1] <= column < padding[1] + 7
        ]
        used |= set(own)
        clear += [place] if len(own) == W.size else []
    assert {(int(i), int(j)) for i, j in np.argwhere(steps.used)} == used
    assert [*map(tuple, np.argwhere(steps.unpadded))] == clear


@pytest.mark.parametrize("stride", [(1, 1), (2, 2), (3, 1)])
def test_a_transposed_output_is_the_sum_of_its_stamps(stride: Pair) -> None:
    steps = TransposedSteps(X[:2, :3], W, stride)
    assert steps.y.shape == (stride[0] + 2, 2 * stride[1] + 3)
    for target in np.ndindex(*steps.y.shape):
        assert steps.y[target] == sum(a * b for a, b in steps.terms(target))
    stamps = np.full(steps.y.shape, np.nan)
    for step in range(steps.last + 1):
        place = steps.places[step]
        region = np.ix_(*steps.reached(place))
        assert np.array_equal(steps.copy(place), W * steps.x[place])
        stamps[region] = np.nan_to_num(stamps[region]) + steps.copy(place)
        assert np.array_equal(steps.drawn(step), stamps, equal_nan=True)
        assert stamps[steps.target(step)] == steps.y[steps.target(step)]


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
def test_settings_are_unusual_where_they_change_something(
    stride: Pair, padding: Pair, dilation: Pair
) -> None:
    given = {"stride": stride, "padding": padding, "dilation": dilation}
    least = {"stride": (1, 1), "padding": (0, 0), "dilation": (1, 1)}
    steps = of(stride, padding, dilation)
    assert steps.unusual == {name: each for name, each in given.items() if each != least[name]}


def test_several_outputs_are_sums_over_channels_and_a_bias() -> None:
    x, w = np.stack([X, 2 * X[::-1]]), RANDOM.integers(-3, 4, (3, 2, 2, 3))
    steps = ChannelSteps(x, w, [1, -2, 0])
    for step, (i, j) in enumerate(np.ndindex(4, 5)):
        assert steps.places[step] == (i, j)
        assert [list(along) for along in steps.seen((i, j))] == [[i, i + 1], [j, j + 1, j + 2]]
        for output in range(3):
            expected = [np.sum(w[output, c] * x[c, i : i + 2, j : j + 3]) for c in range(2)]
            assert steps.sums(output, (i, j)) == expected
            assert steps.y[output, i, j] == sum(expected) + [1, -2, 0][output]
        drawn = steps.drawn(step).reshape(3, -1)
        assert np.array_equal(drawn[:, : step + 1], steps.y.reshape(3, -1)[:, : step + 1])
        assert np.all(np.isnan(drawn[:, step + 1 :]))
    assert steps.last == step


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
@pytest.mark.parametrize(("inputs", "outputs", "groups"), [(4, 6, 2), (3, 3, 3), (2, 1, 1)])
def test_channels_move_add_up_and_keep_to_their_groups(
    stride: Pair, padding: Pair, dilation: Pair, inputs: int, outputs: int, groups: int
) -> None:
    own = inputs // groups
    x = RANDOM.integers(-4, 5, (inputs, 5, 7)).astype(float)
    w = RANDOM.integers(-4, 5, (outputs, own, 2, 3)).astype(float)
    bias = RANDOM.integers(-4, 5, outputs).astype(float)
    steps = ChannelSteps(x, w, bias, stride, padding, dilation, groups)
    padded = np.pad(x, [(0, 0), (padding[0],) * 2, (padding[1],) * 2])
    assert np.array_equal(steps.padded, padded)
    for place in steps.places:
        rows, columns = steps.seen(place)
        for output in range(outputs):
            first = output // (outputs // groups) * own
            assert steps.channels(output) == range(first, first + own)
            patches = padded[first : first + own][:, list(rows)][:, :, list(columns)]
            expected = (w[output] * patches).sum(axis=(1, 2))
            assert steps.sums(output, place) == expected.tolist()
            assert steps.y[output][place] == expected.sum() + bias[output]


NEARLY = np.array([0.1, 0.2, -0.3])  # which is 2.8e-17 if it is added up


def test_what_rounding_leaves_of_a_sum_that_is_zero_is_zero() -> None:
    assert 0 < NEARLY.sum() < 1e-16
    ones = np.ones(3)
    assert LayerSteps(NEARLY, ones).y == [0.0]
    box = LayerSteps([[NEARLY, 0 * NEARLY], [NEARLY, NEARLY]], np.ones((2, 2, 3)))
    assert box.sums((0, 0, 0)) == [0.0, 0.0] and box.y.item() == 0
    spread = TransposedSteps([0.1, 0.2, -0.3, 1.0], ones)
    assert spread.y[2] == spread.drawn(2)[2] == 0
    assert spread.y[3] == pytest.approx(0.9) and spread.drawn(1)[2] == pytest.approx(0.3)
    several = ChannelSteps([NEARLY, ones], [[ones, ones], [0.5 * ones, 0 * ones]], [-3, 1e-20])
    assert several.sums(0, (0,)) == [0.0, 3.0] and several.sums(1, (0,)) == [0.0, 0.0]
    assert several.y.tolist() == [[0.0], [0.0]]


def test_small_sums_of_small_numbers_stay_and_great_ones_that_cancel_are_no_trouble() -> None:
    assert LayerSteps([1e-20, 2e-20, 1.0], [1, -1]).y[0] == pytest.approx(-1e-20)
    assert LayerSteps([1e-320, 1.0], [1.0]).y.tolist() == [1e-320, 1.0]
    great = np.array([1.5e308, -1.5e308])
    assert LayerSteps(great, [1, 1]).y == [0.0]
    assert LayerSteps([great], [[1, 1]]).sums((0, 0)) == [0.0]
    assert ChannelSteps([great], [[[1, 1]]]).y.tolist() == [[0.0]]
    assert TransposedSteps(great, [1, 1]).y.tolist() == [1.5e308, 0.0, -1.5e308]


@pytest.mark.parametrize(
    ("x", "w", "groups", "message"),
    [
        ((4, 5, 5), (6, 4, 2, 2), 3, "groups must divide 4 inputs and 6 outputs evenly, got 3"),
        ((4, 5, 5), (6, 4, 2, 2), 0, "evenly, got 0"),
        ((4, 5, 5), (6, 4, 2, 2), 2, "w must have 2 kernels for each output, .* its group, got 4"),
        ((4, 5, 5), (6, 2, 2), 1, r"w must have shape .* got shape \(6, 2, 2\)"),
        ((5,), (6, 2, 2), 1, r"x must have shape .* got shape \(5,\)"),
    ],
)
def test_channels_that_do_not_fit_their_groups_are_refused(
    x: tuple[int, ...], w: tuple[int, ...], groups: int, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        ChannelSteps(np.ones(x), np.ones(w), groups=groups)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"stride": 0}, "stride must be at least 1"),
        ({"padding": (1, 2, 3)}, "padding needs"),
        ({"dilation": 9}, "larger than the input"),
    ],
)
def test_settings_that_do_not_fit_are_refused(
    settings: dict[str, int | Pair], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        LayerSteps(X, W, **settings)


def test_a_plain_layer_has_neither_padding_nor_dilation() -> None:
    x, w = np.arange(30.0).reshape(5, 6), np.array([[1, -2], [0, 3]])
    plain = LayerSteps(x, w, padding=1, dilation=2).plain
    assert plain is not None
    assert np.array_equal(plain.y, correlate2d(x, w, "valid"))
    assert LayerSteps(x[:1], w, padding=1).plain is None
