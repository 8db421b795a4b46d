"""Layers of several channels against PyTorch, where that is installed."""

from itertools import product

import numpy as np
import pytest

from signals import ChannelSteps

torch = pytest.importorskip("torch")

Pair = tuple[int, int]
RANDOM = np.random.default_rng(11)


@pytest.mark.parametrize(("inputs", "outputs", "groups"), [(1, 1, 1), (6, 4, 2), (5, 5, 5)])
@pytest.mark.parametrize(
    ("stride", "padding", "dilation"),
    [*product([(1, 1), (2, 3)], [(0, 0), (1, 2)], [(1, 1), (2, 1)])],
)
def test_the_outputs_are_those_of_pytorchs_conv2d(
    inputs: int, outputs: int, groups: int, stride: Pair, padding: Pair, dilation: Pair
) -> None:
    x = RANDOM.normal(size=(inputs, 6, 8))
    w = RANDOM.normal(size=(outputs, inputs // groups, 3, 2))
    bias = RANDOM.normal(size=outputs)
    steps = ChannelSteps(x, w, bias, stride, padding, dilation, groups)
    expected = torch.nn.functional.conv2d(
        *map(torch.tensor, (x[None], w, bias)), stride, padding, dilation, groups
    )
    assert np.allclose(steps.y, expected[0].numpy(), rtol=0, atol=1e-12)
    for place in steps.places:
        for output in range(outputs):
            total = sum(steps.sums(output, place)) + bias[output]
            assert abs(total - float(expected[(0, output, *place)])) < 1e-12
