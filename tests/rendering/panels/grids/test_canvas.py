"""Layers and volumes of one's own on a phone's canvas."""

from typing import Any

import numpy as np
import pytest
from figures import storyboard
from films import check_labels, check_redraw, seen

from animations.rendering import Film, LayerSumPanel, animate_layer
from animations.rendering.theme import DIGIT_FONT, LAYOUTS, SUM
from signals import LayerSteps

PHONE = LAYOUTS["narrow"]


def test_a_sum_that_is_too_long_for_a_line_is_broken_not_shortened() -> None:
    film = Film(storyboard("image_padding"), "light", *PHONE)
    layer = next(p.layer for p, _ in film.boxes if isinstance(p, LayerSumPanel))
    assert isinstance(layer, LayerSteps)
    for step in (0, layer.last):
        shown = seen(film.update(film.timeline.at(step)))
        words = [t for t in shown if t.get_ha() == "left" and abs(t.get_fontsize() - SUM) < 1e-6]
        words = [text for text in words if text.get_fontfamily() == [DIGIT_FONT]]
        heights = {round(text.get_window_extent().y0 / 20) for text in words}
        numbers = [text.get_text() for text in words if text.get_text().strip().isdigit()]
        place = layer.places[step]
        assert len(heights) > 1
        assert [*map(int, numbers)] == [*np.abs(layer.products(place)).ravel(), layer.y[place]]


@pytest.mark.parametrize(
    ("shape", "weights", "settings"),
    [
        ((3, 5, 5), (2, 3, 3, 2), {"stride": 2, "padding": 1}),
        ((4, 4, 4), (2, 2, 2, 2), {"groups": 2}),
        ((1, 6, 6), (3, 1, 3, 3), {"bias": [1, -1, 0]}),
        ((6, 3, 3), (1, 6, 2, 2), {}),
    ],
)
def test_a_layer_of_ones_own_with_channels_fits_a_phone(
    shape: tuple[int, ...], weights: tuple[int, ...], settings: dict[str, Any]
) -> None:
    random = np.random.default_rng(3)
    x, w = random.integers(0, 9, shape), random.integers(-2, 3, weights)
    film = Film(animate_layer(x, w, **settings), "dark", *PHONE)
    check_labels(film, most=4)
    check_redraw(film, 2)


def test_a_volume_of_ones_own_fits_a_phone() -> None:
    random = np.random.default_rng(3)
    x, w = random.integers(0, 9, (4, 3, 3)), random.integers(-2, 3, (3, 2, 2))
    film = Film(animate_layer(x, w, stride=(1, 2, 2), padding=(0, 1, 1)), "dark", *PHONE)
    check_labels(film, most=4)
    check_redraw(film, 2)


def test_a_layer_of_ones_own_fits_a_phone() -> None:
    random = np.random.default_rng(3)
    x, w = random.integers(0, 9, (6, 5)), random.integers(-2, 3, (3, 2))
    film = Film(animate_layer(x, w, stride=2, padding=1, dilation=2), "dark", *PHONE)
    check_labels(film, most=4)
    check_redraw(film, 2)
