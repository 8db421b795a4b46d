"""A film's fast pixels are the full redraw's, whatever was shown before."""

import random
from collections.abc import Callable
from itertools import groupby

import numpy as np
import pytest
from figures import film_of, storyboard
from matplotlib.animation import FuncAnimation
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D

from animations.rendering import Animation, Film, Frame, sweep
from animations.rendering.drawing.stage import Stage


def some_frames(film: Film, count: int, seed: int) -> list[Frame]:
    """Frames of different scenes in random order, the last, the first and the poster among them."""
    among = random.Random(seed).sample(list(film.timeline), min(count, len(film.timeline)))
    frames = [film.timeline[-1], *among, film.timeline[0], film.poster]
    return list({frame.scene: frame for frame in frames}.values())


def test_pixels_equal_a_full_redraw_whatever_came_before(figure: str, film: Film) -> None:
    """One film shows the frames in one order; another, a fresh one, redraws them backwards."""
    fresh = Film(storyboard(figure))
    frames = some_frames(film, 3, seed=len(figure))
    shown = [film.pixels(frame) for frame in frames]
    for frame, pixels in zip(frames[::-1], shown[::-1], strict=True):
        assert np.array_equal(pixels, fresh.redraw(frame)), frame


def test_pixels_equal_a_full_redraw_in_the_dark(figure: str) -> None:
    film = film_of(figure, "dark")
    for frame in (film.poster, film.timeline[-1]):
        assert np.array_equal(film.pixels(frame), film.redraw(frame)), frame


@pytest.mark.parametrize(("theme", "scale"), [("light", 2), ("dark", 0.7)])
def test_pixels_equal_a_full_redraw_at_any_scale(figure: str, theme: str, scale: float) -> None:
    film = Film(storyboard(figure), theme, scale=scale)  # not kept: all would fill the memory
    for frame in {frame.scene: frame for frame in (film.timeline[0], film.poster)}.values():
        assert np.array_equal(film.pixels(frame), film.redraw(frame)), frame


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pixels_are_opaque_and_the_callers_own(figure: str, theme: str) -> None:
    film = film_of(figure, theme)
    first = film.pixels(film.timeline[0])
    kept = first.copy()
    film.pixels(film.timeline[-1])
    assert np.array_equal(first, kept)
    assert first.shape == (540, 960, 4)
    assert first.dtype == np.uint8
    assert np.all(first[..., 3] == 255)


def test_frames_of_one_scene_are_one_picture(film: Film) -> None:
    """Iteration draws a scene once, so nothing else about a frame may be seen."""
    runs = [list(run) for _, run in groupby(film.timeline, key=lambda frame: frame.scene)]
    for run in sorted(runs, key=len)[-4:]:
        assert np.array_equal(film.pixels(run[0]), film.pixels(run[-1])), run[0]


class Crossing:
    """Two thick lines that cross, the one in front registered first."""

    def build(self, stage: Stage) -> Callable[[Frame], None]:
        front, back = (
            Line2D([], [], color=stage.theme.color(role), linewidth=20, transform=stage.pixels)
            for role in ("h", "x")
        )
        stage.move(front, zorder=5)
        stage.move(back, zorder=1)

        def show(frame: Frame) -> None:
            x = 480 + 10 * frame.t
            front.set_data([100, 860], [270, 270])
            back.set_data([x, x], [100, 440])

        return show


def test_what_moves_lies_in_order_of_depth_on_what_stays() -> None:
    film = Film(Animation("t", "c", "a", [Crossing()], sweep(-3, 3, seconds=1)))
    for frame in some_frames(film, 3, seed=1):
        pixels = film.pixels(frame)
        assert np.array_equal(pixels, film.redraw(frame))
        assert to_hex(pixels[270, round(480 + 10 * frame.t)] / 255) == film.theme.h
        assert to_hex(pixels[400, round(480 + 10 * frame.t)] / 255) == film.theme.x


@pytest.mark.parametrize("name", ["definitions", "continuous", "discrete"])
def test_iteration_yields_every_frame(name: str) -> None:
    film = Film(storyboard(name), scale=0.25, fps=10)
    shown = list(film)
    assert len(shown) == len(film) == len(film.timeline)
    for pixels, frame in list(zip(shown, film.timeline, strict=True))[:: max(1, len(film) // 12)]:
        assert np.array_equal(pixels, film.pixels(frame)), frame
    assert np.array_equal(shown[-1], film.redraw(film.timeline[-1]))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_frames_hold_only_the_themes_background_at_the_edges(figure: str, theme: str) -> None:
    film = film_of(figure, theme)
    background = np.array([int(film.theme.background[i : i + 2], 16) for i in (1, 3, 5)])
    for frame in some_frames(film, 5 if theme == "light" else 1, seed=9):  # colours differ alone
        pixels = film.pixels(frame)[..., :3]
        for edge in (pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]):
            assert np.all(edge == background), "something reaches the canvas's edge"


def test_func_animation_plays_a_film() -> None:
    film = Film(storyboard("continuous"))
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
    film = Film(storyboard("definitions"), scale=scale)
    assert film.size == size
    assert film.pixels(film.poster).shape == (size[1], size[0], 4)
    assert np.array_equal(film.pixels(film.poster), film.redraw(film.poster))


def test_refuses_what_it_cannot_draw() -> None:
    with pytest.raises(ValueError, match="light, dark"):
        Film(storyboard("definitions"), theme="sepia")
    for wrong in ({"scale": 0}, {"fps": 0}, {"height": -1}, {"fps": 12.5}):
        with pytest.raises(ValueError, match="must be positive, and fps whole"):
            Film(storyboard("definitions"), **wrong)
    for odd in ({"scale": float("nan")}, {"height": float("inf")}, {"width": "480"}, {"fps": None}):
        with pytest.raises((ValueError, TypeError), match="must be a finite number, got"):
            Film(storyboard("definitions"), **odd)
    for size in ({"width": 1, "height": 1}, {"scale": 0.001}, {"width": 20_000}):
        with pytest.raises(ValueError, match="a film has from 16 to 16384 pixels a side"):
            Film(storyboard("definitions"), **size)
    with pytest.raises(ValueError, match="a background is a colour such as"):
        Film(storyboard("definitions"), background=123)  # type: ignore[arg-type]


@pytest.mark.parametrize("scale", [0.5, 2, 3])
def test_curves_are_as_wide_as_the_film_is_large(scale: float) -> None:
    """What a curve covers grows as the canvas does."""

    def covered(scale: float) -> float:
        film = Film(storyboard("continuous"), scale=scale)
        blue = np.array([int(film.theme.h[n : n + 2], 16) for n in (1, 3, 5)])
        near = np.abs(film.pixels(film.poster)[..., :3].astype(int) - blue).sum(axis=2) < 60
        return float(near.sum()) / scale**2

    assert covered(scale) == pytest.approx(covered(1), rel=0.25)
