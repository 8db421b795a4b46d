"""A film's fast pixels are the full redraw's, and its artists are the signals."""

import random

import numpy as np
import pytest
from conftest import storyboard
from matplotlib.animation import FuncAnimation

from animations.rendering import Film, Frame
from animations.rendering.theme import THEMES


def some_frames(film: Film, count: int, seed: int) -> list[Frame]:
    """Frames in random order, the first, the last and the poster among them."""
    frames = random.Random(seed).sample(list(film.timeline), min(count, len(film.timeline)))
    return [film.timeline[-1], *frames, film.timeline[0], film.poster]


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("theme", list(THEMES))
def test_pixels_equal_a_full_redraw_in_any_order(figure: str, theme: str, scale: int) -> None:
    film = Film(storyboard(figure)(), theme=theme, scale=scale)
    for frame in some_frames(film, 12 // scale, seed=scale):
        assert np.array_equal(film.pixels(frame), film.redraw(frame)), frame


def test_two_films_show_the_same_frame_whatever_came_before(figure: str) -> None:
    first, second = Film(storyboard(figure)()), Film(storyboard(figure)())
    frames = some_frames(first, 8, seed=3)
    shown = [first.pixels(frame) for frame in frames]
    again = [second.pixels(frame) for frame in reversed(frames)]
    assert all(map(np.array_equal, shown, reversed(again)))


def test_pixels_are_opaque_and_the_callers_own(film: Film) -> None:
    first = film.pixels(film.timeline[0])
    kept = first.copy()
    film.pixels(film.timeline[-1])
    assert np.array_equal(first, kept)
    assert first.shape == (540, 960, 4)
    assert first.dtype == np.uint8
    assert np.all(first[..., 3] == 255)


def test_iteration_yields_every_frame(figure: str) -> None:
    film = Film(storyboard(figure)(), scale=0.25, fps=10)
    shown = list(film)
    assert len(shown) == len(film) == len(film.timeline)
    for index in {0, len(film) // 2, len(film) - 1}:
        assert np.array_equal(shown[index], film.redraw(film.timeline[index]))


def test_frames_hold_only_the_themes_background_at_the_edges(film: Film) -> None:
    background = np.array([int(film.theme.background[i : i + 2], 16) for i in (1, 3, 5)])
    for frame in some_frames(film, 5, seed=9):
        pixels = film.pixels(frame)[..., :3]
        for edge in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
            assert np.all(edge == background), "something reaches the canvas's edge"


def test_func_animation_plays_a_film() -> None:
    film = Film(storyboard("continuous")())
    player = FuncAnimation(film.figure, film.update, frames=film.timeline, blit=False)
    frame = film.timeline[200]
    player._func(frame)
    film.figure.canvas.draw()
    drawn = np.asarray(film.figure.canvas.buffer_rgba())
    assert np.array_equal(drawn, film.pixels(frame))
    player._draw_was_started = True


@pytest.mark.parametrize(
    ("scale", "size"), [(1, (960, 540)), (2, (1920, 1080)), (0.5, (480, 270)), (0.33, (316, 178))]
)
def test_sides_are_even(scale: float, size: tuple[int, int]) -> None:
    film = Film(storyboard("definitions")(), scale=scale)
    assert film.size == size
    assert film.pixels(film.poster).shape == (size[1], size[0], 4)
    assert np.array_equal(film.pixels(film.poster), film.redraw(film.poster))


def test_refuses_what_it_cannot_draw() -> None:
    with pytest.raises(ValueError, match="light, dark"):
        Film(storyboard("definitions")(), theme="sepia")
    with pytest.raises(ValueError, match="positive"):
        Film(storyboard("definitions")(), scale=0)
