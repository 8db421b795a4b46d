"""Figures of grids on canvases of other shapes: on a phone's, a square, small and large ones."""

from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest
from artists import scenes
from figures import storyboard
from films import check_labels, seen, texts
from matplotlib.text import Text

from animations.rendering import Animation, Film, LayerSumPanel, Narration, animate_layer
from animations.rendering.theme import DIGIT_FONT, SUM
from signals import LayerSteps

PHONE = 480, 600
FIGURES = [
    "image", "image_padding", "image_stride", "image_channels", "image_dilation",
    "image_transposed", "volume", "color_line",
]  # fmt: skip
SIZES = [(640, 640), (720, 480), (1280, 720), (480, 800)]
SMALLEST = 15.0  # design pixels of type that can be read on a phone


def headless(figure: Animation) -> Animation:
    """The same under a short formula: what headings do on narrow canvases is tested elsewhere."""
    rows = [
        tuple(Narration("y") if isinstance(panel, Narration) else panel for panel in row)
        for row in figure.rows
    ]
    return replace(figure, panels=rows)


def film_of(name: str, size: tuple[int, int], theme: str = "light") -> Film:
    return Film(headless(storyboard(name)), theme, *size)


def check_frames(film: Film, count: int = 4) -> None:
    """Some frames in any order are as they are in a full draw."""
    frames = list(scenes(film))
    for frame in Random(1).sample(frames, min(count, len(frames))):
        assert np.array_equal(film.pixels(frame), film.redraw(frame)), f"t = {frame.t}"


def check_type(film: Film) -> None:
    """All type can be read."""
    for text in (each for every in texts(film) for each in every):
        assert height(text) >= SMALLEST - 0.05, f"{text.get_text()} is {height(text):.1f} high"


def height(text: Text) -> float:
    """The size of a text in design pixels."""
    return float(text.get_fontsize()) / 72 * 100


@pytest.mark.parametrize("name", FIGURES)
def test_on_a_phone_everything_is_there_apart_and_readable(name: str) -> None:
    film = film_of(name, PHONE, "dark" if name == "image" else "light")
    check_labels(film, most=12)
    check_type(film)
    check_frames(film)


@pytest.mark.parametrize(
    ("size", "name"), [*zip(SIZES, FIGURES, strict=False), *zip(SIZES, FIGURES[4:], strict=False)]
)
def test_any_sensible_canvas_will_do(size: tuple[int, int], name: str) -> None:
    film = film_of(name, size)
    check_labels(film, most=5)
    check_frames(film, 1)


def test_a_sum_that_is_too_long_for_a_line_is_broken_not_shortened() -> None:
    film = film_of("image_padding", PHONE)
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


@pytest.mark.parametrize("name", FIGURES)
def test_a_canvas_that_is_too_small_is_refused_in_words(name: str) -> None:
    with pytest.raises(ValueError, match=r"at least .* pixels"):
        film_of(name, (300, 400))


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
    film = Film(headless(animate_layer(x, w, **settings)), "dark", *PHONE)
    check_labels(film, most=4)
    check_frames(film, 2)


def test_a_volume_of_ones_own_fits_a_phone() -> None:
    random = np.random.default_rng(3)
    x, w = random.integers(0, 9, (4, 3, 3)), random.integers(-2, 3, (3, 2, 2))
    film = Film(animate_layer(x, w, stride=(1, 2, 2), padding=(0, 1, 1)), "dark", *PHONE)
    check_labels(film, most=4)
    check_frames(film, 2)


def test_a_layer_of_ones_own_fits_a_phone() -> None:
    random = np.random.default_rng(3)
    x, w = random.integers(0, 9, (6, 5)), random.integers(-2, 3, (3, 2))
    film = Film(animate_layer(x, w, stride=2, padding=1, dilation=2), "dark", *PHONE)
    check_labels(film, most=4)
    check_frames(film, 2)
