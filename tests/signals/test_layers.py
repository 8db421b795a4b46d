"""Layers with many channels, compared with PyTorch's convolutions and SciPy's."""

import json
import warnings
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import scipy.signal
from hypothesis import given, settings
from hypothesis import strategies as st

from signals import (
    layer,
    output_size,
    transposed_layer,
    transposed_output_size,
)

RECORDED = json.loads(Path(__file__).with_name("torch_convnd.json").read_text(encoding="utf-8"))
repeatable = settings(derandomize=True, deadline=None, max_examples=60)

# Per number of axes: sizes, kernels, strides, paddings, dilations. All are combined.
GRID = {
    1: (
        [(size,) for size in range(1, 9)],
        [(1,), (2,), (3,), (4,)],
        [1, 2, 3],
        [0, 1, 2, 3],
        [1, 2, 3],
    ),
    2: (
        [(5, 7), (6, 4), (1, 3)],
        [(3, 2), (1, 3), (4, 4)],
        [1, (2, 1), (1, 3), (2, 3)],
        [0, (1, 2), (3, 0)],
        [1, (2, 1), (1, 3)],
    ),
    3: (
        [(4, 5, 3), (2, 3, 6)],
        [(2, 3, 1), (3, 1, 2), (2, 2, 2)],
        [1, (2, 1, 3), (1, 3, 2)],
        [0, (1, 0, 2), 1],
        [1, (1, 2, 1), (2, 1, 3)],
    ),
}


@pytest.fixture(scope="module")
def torch():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch's own, while it is imported
        torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # thousands of tiny sums: handing them around costs the most
    yield torch
    torch.set_num_threads(threads)


def whole_numbers(random, *shape):
    return random.integers(-9, 10, shape)


@st.composite
def whole_layers(draw):
    """Draw inputs, kernels and settings that fit, of 1, 2 or 3 axes, all of whole numbers."""
    axes = draw(st.integers(1, 3))
    per_axis = st.tuples(*[st.integers(1, 3)] * axes)
    kernel, stride, dilation = draw(per_axis), draw(per_axis), draw(per_axis)
    padding = draw(st.tuples(*[st.tuples(st.integers(0, 2), st.integers(0, 2))] * axes))
    size = []
    for count, gap, (before, after) in zip(kernel, dilation, padding, strict=True):
        least = max(1, gap * (count - 1) + 1 - before - after)
        size.append(draw(st.integers(least, least + 3)))
    incoming, outgoing = draw(st.integers(1, 2)), draw(st.integers(1, 3))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    inputs = whole_numbers(random, incoming, *size)
    kernels = whole_numbers(random, outgoing, incoming, *kernel)
    return inputs, kernels, {"stride": stride, "padding": padding, "dilation": dilation}


# PyTorch


@pytest.mark.parametrize(
    "case", RECORDED["cases"], ids=[case["operation"] for case in RECORDED["cases"]]
)
def test_layers_are_what_pytorch_recorded(case):
    given_values = {name: case[name] for name in case.keys() - {"operation", "output"}}
    act = transposed_layer if "transpose" in case["operation"] else layer
    np.testing.assert_array_equal(act(**given_values), case["output"])


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_layers_are_what_pytorch_computes_and_refuses(torch, axes):
    random = np.random.default_rng(axes)
    conv = getattr(torch.nn.functional, f"conv{axes}d")
    compared = 0
    for size, kernel, stride, padding, dilation in product(*GRID[axes]):
        x, w = whole_numbers(random, 2, *size), whole_numbers(random, 3, 2, *kernel)
        b = whole_numbers(random, 3)
        given_values = {"stride": stride, "padding": padding, "dilation": dilation}
        tensors = [torch.tensor(array, dtype=torch.float64) for array in (x[None], w, b)]
        try:
            expected = conv(*tensors, **given_values)[0].numpy()
        except RuntimeError:
            with pytest.raises(ValueError, match="is larger than the input"):
                layer(x, w, b, **given_values)
            continue
        y = layer(x, w, b, **given_values)
        np.testing.assert_array_equal(y, expected, str((size, kernel, given_values)), strict=True)
        assert y.shape[1:] == output_size(size, kernel, **given_values)
        compared += 1
    assert compared > 90


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_transposed_layers_are_what_pytorch_computes_and_refuses(torch, axes):
    random = np.random.default_rng(axes)
    conv = getattr(torch.nn.functional, f"conv_transpose{axes}d")
    compared = 0
    for size, kernel, stride, padding, dilation in product(*GRID[axes]):
        x, w = whole_numbers(random, 3, *size), whole_numbers(random, 3, 2, *kernel)
        tensors = [torch.tensor(array, dtype=torch.float64) for array in (x[None], w)]
        for extra in range(3 if axes == 1 else 2):
            given_values = {
                "stride": stride,
                "padding": padding,
                "output_padding": extra,
                "dilation": dilation,
            }
            try:
                expected = conv(*tensors, **given_values)[0].numpy()
            except RuntimeError:
                with pytest.raises(ValueError, match=r"output_padding must be|: nothing$"):
                    transposed_layer(x, w, **given_values)
                continue
            y = transposed_layer(x, w, **given_values)
            message = str((size, kernel, given_values))
            np.testing.assert_array_equal(y, expected, message, strict=True)
            assert y.shape[1:] == transposed_output_size(size, kernel, **given_values)
            compared += 1
    assert compared > 90


def test_fractions_are_pytorchs_up_to_rounding(torch):
    random = np.random.default_rng(3)
    x, w = random.normal(size=(3, 9, 14)), random.normal(size=(4, 3, 3, 5))
    tensors = torch.tensor(x[None]), torch.tensor(w)
    expected = torch.nn.functional.conv2d(*tensors, stride=2, padding=(1, 2))[0].numpy()
    np.testing.assert_allclose(layer(x, w, stride=2, padding=(1, 2)), expected, atol=1e-13)


def test_each_end_is_padded_by_its_own(torch):
    random = np.random.default_rng(6)
    x, w = whole_numbers(random, 2, 5, 4), whole_numbers(random, 3, 2, 2, 3)
    tensors = [torch.tensor(array, dtype=torch.float64) for array in (x[None], w)]
    padded = torch.nn.functional.pad(tensors[0], (3, 1, 0, 2))  # the last axis comes first
    expected = torch.nn.functional.conv2d(padded, tensors[1], stride=2)[0].numpy()
    y = layer(x, w, stride=2, padding=((0, 2), (3, 1)))
    np.testing.assert_array_equal(y, expected, strict=True)


# Properties


@repeatable
@given(whole_layers())
def test_the_transposed_layer_is_the_adjoint(case):
    x, w, moves = case
    y = layer(x, w, **moves)
    # What the last position leaves over of the padded input is output padding.
    spans = np.array(moves["dilation"]) * (np.array(w.shape[2:]) - 1) + 1
    padded = np.array(x.shape[1:]) + np.sum(moves["padding"], axis=1)
    extra = (padded - spans) % moves["stride"]
    other = whole_numbers(np.random.default_rng(1), *y.shape)
    back = transposed_layer(other, w, output_padding=extra, **moves)
    assert back.shape == x.shape
    assert np.sum(y * other) == np.sum(x * back)


@repeatable
@given(whole_layers())
def test_a_layer_samples_scipys_cross_correlation(case):
    x, w, moves = case
    gaps = np.array(moves["dilation"])
    dilated = np.zeros([*w.shape[:2], *(gaps * (np.array(w.shape[2:]) - 1) + 1)])
    dilated[:, :, *(slice(None, None, gap) for gap in gaps)] = w
    y = layer(x, w, **moves)
    for kernels, found in zip(dilated, y, strict=True):
        channels = [np.pad(channel, moves["padding"]) for channel in x]
        total = sum(
            scipy.signal.correlate(channel, kernel, mode="valid", method="direct")
            for channel, kernel in zip(channels, kernels, strict=True)
        )
        steps = tuple(slice(None, None, step) for step in moves["stride"])
        np.testing.assert_array_equal(found, total[steps])


@pytest.mark.parametrize("axes", [1, 2, 3])
def test_a_unit_kernel_is_the_identity(axes):
    x = whole_numbers(np.random.default_rng(2), 1, *range(3, 3 + axes))
    unit = np.zeros((1, 1, *[3] * axes))
    unit[0, 0, *[1] * axes] = 1
    np.testing.assert_array_equal(layer(x, unit, padding=1), x)
    np.testing.assert_array_equal(transposed_layer(x, unit, padding=1), x)


def test_a_unit_sample_shows_the_kernel():
    w = np.arange(1, 7).reshape(1, 1, 2, 3)
    unit = np.zeros((1, 3, 5))
    unit[0, 1, 2] = 1
    np.testing.assert_array_equal(layer(unit, w)[0], [[6, 5, 4], [3, 2, 1]])  # mirrored
    np.testing.assert_array_equal(transposed_layer([[[1]]], w)[0], w[0, 0])  # as it is


def test_channels_and_bias_are_summed():
    x = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]
    w = [[[[1]], [[10]]], [[[2]], [[0]]]]
    expected = [[[151, 162], [173, 184]], [[1, 3], [5, 7]]]
    np.testing.assert_array_equal(layer(x, w, bias=[100, -1]), expected)


def test_a_causal_layer_sees_the_past_only():
    random = np.random.default_rng(8)
    x, w = whole_numbers(random, 2, 12), whole_numbers(random, 3, 2, 3)
    later = x.copy()
    later[:, 7:] += 5
    y, y_later = (layer(signal, w, padding=((4, 0),), dilation=2) for signal in (x, later))
    assert y.shape == (3, 12)
    np.testing.assert_array_equal(y[:, :7], y_later[:, :7])
    assert (y[:, 7] != y_later[:, 7]).any()


def test_no_zero_is_negative():
    x, w = np.zeros((1, 3)), -np.ones((1, 1, 2))
    assert not np.signbit(layer(x, w, padding=1)).any()
    assert not np.signbit(transposed_layer(x, w)).any()


def test_the_inputs_are_left_alone():
    x, w = np.ones((1, 3)), np.ones((1, 1, 1))
    layer(x, w)[0, 0] = transposed_layer(x, w)[0, 0] = 7
    assert (x == 1).all()
    assert (w == 1).all()


# Refusals

X, W = np.ones((2, 4, 5)), np.ones((3, 2, 2, 3))


@pytest.mark.parametrize("act", [layer, transposed_layer])
@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"stride": 0}, ValueError, "stride must be at least 1, got 0"),
        ({"stride": (1, -2)}, ValueError, "stride must be at least 1, got -2"),
        ({"stride": (1, 1, 1)}, ValueError, "stride needs one number, or 2, one per axis, got 3"),
        ({"stride": 1.5}, TypeError, r"stride must be a whole number, got 1\.5"),
        ({"dilation": 0}, ValueError, "dilation must be at least 1, got 0"),
        ({"dilation": (1,)}, ValueError, "dilation needs one number, or 2, one per axis, got 1"),
        ({"padding": -1}, ValueError, "padding must be at least 0, got -1"),
        ({"padding": ((0, 1), (2, -3))}, ValueError, "padding must be at least 0, got -3"),
        ({"padding": (0, (1, 2, 3))}, ValueError, "padding needs one number, or 2, one per end"),
        ({"padding": "same"}, TypeError, "padding must be a whole number, got 'same'"),
        ({"inputs": np.full((2, 4, 5), np.nan)}, ValueError, "inputs must be finite, got nan at"),
        ({"inputs": X * 1j}, TypeError, "inputs must be real numbers, got complex128"),
        ({"inputs": np.ones((2, 0, 5))}, ValueError, r"inputs .* got shape \(2, 0, 5\)"),
        ({"inputs": X[0]}, ValueError, r"size of 2 dimensions, as the kernels .* shape \(4, 5\)"),
        ({"kernels": np.full((3, 2, 1, 1), np.inf)}, ValueError, "kernels must be finite, got inf"),
        ({"kernels": [[["a"]]]}, TypeError, "kernels must be real numbers"),
        ({"kernels": [[1, 2]]}, ValueError, r"kernel of 1, 2 or 3 dimensions .* shape \(1, 2\)"),
        ({"kernels": np.ones([1] * 6)}, ValueError, r"got shape \(1, 1, 1, 1, 1, 1\)"),
        ({"kernels": np.ones((3, 0, 2, 3))}, ValueError, "kernels .* not be empty"),
        ({"inputs": np.full(X.shape, 1e308)}, ValueError, "would exceed 1.8e"),
    ],
)
def test_what_neither_layer_can_do_is_refused(act, changes, error, message):
    kernels = W if act is layer else W.swapaxes(0, 1)
    with pytest.raises(error, match=message):
        act(**({"inputs": X, "kernels": kernels} | changes))


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"inputs": np.ones((3, 4, 5))}, ValueError, "inputs have 3 channels, .* kernels expect 2"),
        (
            {"kernels": np.ones((1, 2, 5, 1))},
            ValueError,
            r"the kernel \(5 × 1\) is larger than the input \(4 × 5\)$",
        ),
        (
            {"dilation": (1, 4), "padding": ((0, 1), 1)},
            ValueError,
            r"kernel \(2 × 3, dilated: 2 × 9\) is larger than the input \(4 × 5, padded: 5 × 7\)$",
        ),
        ({"padding": 10**9}, ValueError, r"the padded input would hold .* at most 100,000,000"),
        ({"bias": [1, 2]}, ValueError, r"each of 3 output channels, got shape \(2,\)"),
        ({"bias": 1}, ValueError, r"each of 3 output channels, got shape \(\)"),
        ({"bias": [1, 2, np.nan]}, ValueError, "bias must be finite, got nan at position 2"),
    ],
)
def test_what_does_not_fit_a_layer_is_refused(changes, error, message):
    with pytest.raises(error, match=message):
        layer(**({"inputs": X, "kernels": W} | changes))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kernels": W}, "the inputs have 2 channels, but the kernels expect 3"),
        ({"output_padding": 1}, "than the stride or the dilation, got 1 with stride 1 and dil"),
        ({"output_padding": (2, 3), "stride": 3}, "got 3 with stride 3 and dilation 1"),
        ({"output_padding": -1}, "output_padding must be at least 0, got -1"),
        (
            {"padding": (3, 1)},
            r"input \(4 × 5\) spreads to 5 × 7, of which the padding leaves -1 × 5: nothing",
        ),
    ],
)
def test_what_does_not_fit_a_transposed_layer_is_refused(changes, message):
    with pytest.raises(ValueError, match=message):
        transposed_layer(**({"inputs": X, "kernels": W.swapaxes(0, 1)} | changes))
