"""The formula of an output's size, with all kinds of settings."""

import re
from itertools import product

import numpy as np
import pytest

from animations.rendering import Animation, LayerPanel, SizePanel
from animations.rendering.panels.grids.size import size
from signals import LayerSteps, TransposedSteps

Pair = tuple[int, int]
SETTINGS = [
    pytest.param(stride, padding, dilation, id=f"s{stride}p{padding}d{dilation}")
    for stride, padding, dilation in product(
        [(1, 1), (2, 1), (2, 3)], [(0, 0), (1, 1), (0, 2)], [(1, 1), (2, 1)]
    )
]
X, W = np.ones((5, 7)), np.ones((2, 3))


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
def test_the_formula_gives_the_size(stride: Pair, padding: Pair, dilation: Pair) -> None:
    layer = LayerSteps(X, W, stride, padding, dilation)
    for axis in (0, 1):
        numbers = [array.shape[axis] for array in (layer.y, X, W)]
        numbers += [padding[axis], stride[axis], dilation[axis]]
        assert evaluated(size(layer, *map(str, numbers))) == layer.y.shape[axis]


@pytest.mark.parametrize("stride", [(1, 1), (2, 2), (3, 1)])
def test_the_formula_gives_the_size_of_a_transposed_output(stride: Pair) -> None:
    layer = TransposedSteps(X[:2, :3], W, stride)
    assert layer.y.shape == (stride[0] + 2, 2 * stride[1] + 3)
    for axis in (0, 1):
        numbers = [array.shape[axis] for array in (layer.y, layer.x, W)]
        latex = size(layer, *map(str, [*numbers, 0, stride[axis], 1]))
        assert evaluated(latex) == layer.y.shape[axis]


def test_a_formula_alone_is_a_still() -> None:
    layer = LayerSteps(X, W)
    assert Animation("t", "c", "a", [SizePanel(layer)]).is_still
    beside = Animation("t", "c", "a", [SizePanel(layer), LayerPanel(layer)])
    assert beside.sweep == (0, layer.last)


def evaluated(latex: str) -> int:
    right = re.sub(r"\\textcolor\{\w\}\{(\d+)\}", r"\1", latex).split(" = ")[1]
    for old, new in (("{}", ""), (r"\,", ""), (r"\cdot", "*"), ("/", "//"),
                     (r"\lfloor", "("), (r"\rfloor", ")")):  # fmt: skip
        right = right.replace(old, new)
    assert re.fullmatch(r"[\d\s+*/()-]+", right), right
    return int(eval(right))
