"""Panels that share one place: one is seen at a time, as if it stood there alone."""

from collections.abc import Sequence

import numpy as np
import pytest

from animations.rendering import (
    Animation,
    Film,
    InTurn,
    LayerPanel,
    OutputPanel,
    StemOutputPanel,
    SumPanel,
    TransposedPanel,
    steps,
)
from animations.rendering.animation import Panel
from signals import DiscreteSignal, LayerSteps, TransposedSteps, piecewise

X, W = np.arange(12.0).reshape(3, 4), np.array([[1, -2], [0, 3]])
FIRST, SECOND = LayerPanel(LayerSteps(X, W)), TransposedPanel(TransposedSteps(X[:2, :2], W, 2))
H, K = DiscreteSignal([3, 1, 2]), DiscreteSignal([1, -1, 4])
BOX, SAMPLES = piecewise((0, 1, 3.0), (2, 4, -1.0)), DiscreteSignal([1, 3, -1])
PLOTS = StemOutputPanel(SAMPLES), OutputPanel(BOX)  # of one reach


def film(panel: Panel) -> Film:
    return Film(Animation("t", "c", "a", [panel, SumPanel(H, K)], steps(0, 5), span=(-1, 6)))


@pytest.mark.parametrize("turns", [(FIRST, SECOND), (SECOND, FIRST), PLOTS, PLOTS[::-1]])
def test_each_is_seen_in_its_turn_as_if_alone(turns: Sequence[Panel]) -> None:
    first, second = map(film, turns)
    both = film(InTurn([(0, turns[0]), (3, turns[1])]))
    for t in (0, 4, 2, 5, 3, 0, -1):
        expected = (first if t < 3 else second).pixels(first.timeline.at(t))
        frame = both.timeline.at(t)
        assert np.array_equal(both.pixels(frame), expected)
        assert np.array_equal(both.redraw(frame), expected)
