"""What an output of stacked causal layers depends on, against layers that are nudged."""

import numpy as np
import pytest

from signals import layer
from signals.causal_layers import causal_edges, causal_field

COUNT = 20
STACKS = [(2, (1, 2, 4)), (3, (1, 3)), (2, (4, 1)), (1, (2, 2)), (4, (2,))]


def run(x: np.ndarray, kernel: int, dilations: tuple[int, ...]) -> np.ndarray:
    """The output of layers whose weights are positive, so that nothing cancels."""
    for dilation in dilations:
        w = np.arange(1.0, kernel + 1)[None, None]
        x = layer(x[None], w, padding=[(dilation * (kernel - 1), 0)], dilation=dilation)[0]
    return x


@pytest.mark.parametrize(("kernel", "dilations"), STACKS)
@pytest.mark.parametrize("t", [0, 3, COUNT - 1])
def test_edges_reach_the_inputs_whose_nudge_moves_the_output(
    t: int, kernel: int, dilations: tuple[int, ...]
) -> None:
    moved = [n for n in range(COUNT) if run(np.eye(COUNT)[n], kernel, dilations)[t] > 0]
    edges = causal_edges(t, kernel, dilations)
    assert sorted({below for number, _, below in edges if number == 1}) == moved
    if t == COUNT - 1:
        assert moved[-1] - moved[0] + 1 == causal_field(kernel, dilations)
    for number, node, below in edges:
        assert (node - below) % dilations[number - 1] == 0
        assert 0 <= node - below <= dilations[number - 1] * (kernel - 1)
        above = {end for start, _, end in edges if start == number + 1} or {t}
        assert node in above
