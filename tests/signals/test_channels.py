"""Sums over channels, compared with PyTorch's conv1d, which is a cross-correlation."""

import json
import warnings
from pathlib import Path

import numpy as np
import pytest

from signals import ContinuousSignal, DiscreteSignal, convolve, convolve_channels, correlate, rect
from signals.post import h, k, x

RECORDED = json.loads(Path(__file__).with_name("torch_conv1d.json").read_text(encoding="utf-8"))


def signals_of(rows, start=0):
    return [DiscreteSignal(row, start) for row in rows]


@pytest.mark.parametrize("case", RECORDED["cases"])
def test_unflipped_channels_are_what_pytorch_recorded(case):
    y = convolve_channels(signals_of(case["channels"]), signals_of(case["kernels"]), flip=False)
    assert y.start == 1 - len(case["kernels"][0])
    np.testing.assert_allclose(y.values, case["output"], rtol=0, atol=1e-12)


def test_unflipped_channels_are_what_pytorch_computes():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch's own, while it is imported
        torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    random = np.random.default_rng(7)
    for count, length, size in [(1, 9, 4), (3, 20, 5), (4, 6, 11)]:
        channels, kernels = random.normal(size=(count, length)), random.normal(size=(count, size))
        expected = torch.nn.functional.conv1d(
            torch.tensor(channels[None]), torch.tensor(kernels[None]), padding=size - 1
        )
        y = convolve_channels(signals_of(channels), signals_of(kernels), flip=False)
        np.testing.assert_allclose(y.values, expected[0, 0].numpy(), rtol=0, atol=1e-12)


@pytest.mark.parametrize("flip", [True, False])
def test_channels_of_different_origins_add_where_they_belong(flip):
    channels = [DiscreteSignal([1, 2, 5], start=-4), DiscreteSignal([3, -1], start=6)]
    kernels = [DiscreteSignal([1, 4], start=2), DiscreteSignal([2, 0, 7], start=-1)]
    combine = convolve if flip else correlate
    y = convolve_channels(channels, kernels, flip=flip)
    n = np.arange(-20, 20)
    parts = [combine(c, w)(n) for c, w in zip(channels, kernels, strict=True)]
    np.testing.assert_array_equal(y(n), parts[0] + parts[1])


def test_a_shared_kernel_serves_every_channel():
    t = np.linspace(-2, 15, 301)
    shared = convolve_channels([x, k], h)
    assert isinstance(shared, ContinuousSignal)
    np.testing.assert_allclose(shared(t), convolve(h, x)(t) + convolve(h, k)(t), atol=1e-13)
    np.testing.assert_array_equal(shared(t), convolve_channels([x, k], [h, h])(t))


def test_the_order_of_the_factors_is_weights_last():
    t = np.linspace(-8, 8, 101)
    np.testing.assert_array_equal(convolve_channels([x], [h], flip=False)(t), correlate(x, h)(t))


def test_the_number_of_kernels_must_fit():
    with pytest.raises(ValueError, match="3 channels need 1 shared kernel or 3 kernels, got 2"):
        convolve_channels([x, k, x], [h, h])
    with pytest.raises(ValueError, match="at least one channel"):
        convolve_channels([], h)


def test_kinds_must_not_be_mixed():
    d = DiscreteSignal([1, 2])
    with pytest.raises(TypeError, match="all continuous or all discrete"):
        convolve_channels([x, d], [h, d])
    with pytest.raises(TypeError, match="all continuous or all discrete"):
        convolve_channels([d, d], rect())
    with pytest.raises(TypeError, match="channels must be a sequence"):
        convolve_channels(x, h)
