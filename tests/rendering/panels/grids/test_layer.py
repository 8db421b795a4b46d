"""Layers with all kinds of settings as grids of numbers."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.text import Text

from animations.rendering import Animation, Film, LayerPanel, LayerSumPanel, SizePanel, steps
from signals import LayerSteps

Pair = tuple[int, int]
X = np.random.default_rng(7).integers(0, 9, (4, 5)).astype(float)
W = np.array([[1, -2, 0], [3, 0, 1]])


@pytest.mark.parametrize(
    ("stride", "padding", "dilation"),
    [
        ((2, 2), (1, 1), (1, 1)),
        ((1, 2), (0, 1), (2, 1)),
        ((1, 1), (1, 1), (2, 1)),
        ((1, 1), (0, 0), (1, 1)),
    ],
)
def test_layers_with_several_settings_at_once_are_drawn_too(
    stride: Pair, padding: Pair, dilation: Pair
) -> None:
    layer = LayerSteps(X, W, stride, padding, dilation)
    panels = [SizePanel(layer), LayerPanel(layer), LayerSumPanel(layer)]
    film = Film(Animation("t", "c", "a", panels, steps(0, layer.last)))
    for frame in (film.timeline[0], film.timeline.at(layer.last), film.timeline.at(99)):
        assert np.array_equal(film.pixels(frame), film.redraw(frame))
        texts = [t for t in film.figure.findobj(Text) if t.get_visible() and t.get_text()]
        boxes = [text.get_window_extent().padded(-1) for text in texts]
        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
        assert all(box.x0 >= 0 and box.x1 <= 960 for box in boxes)
        assert any(text.get_text().startswith("$y(") for text in texts)
