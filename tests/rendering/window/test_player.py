"""Playing a film: keys, button and slider, worked by hand on a figure without a window."""

from pathlib import Path

import numpy as np
import pytest
from matplotlib.backend_bases import ResizeEvent
from players import canvas_of, click, middle, player_of, press, seen, shows
from scripts import STEPS, STILL, SWEEP, write_script

from animations.rendering import Film
from animations.rendering.collection import load
from animations.rendering.window import player as module
from animations.rendering.window.player import Player


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands until it is set."""
    now = [0.0]
    monkeypatch.setattr(module, "perf_counter", lambda: now[0])
    return now


def dot(folder: Path, timeline: str) -> Player:
    return player_of(load(write_script(folder, "dot", timeline)))


def slider(player: Player) -> float:
    assert player.controls
    return float(player.controls.slider.val)


def word(player: Player) -> str:
    assert player.controls
    return player.controls.button.label.get_text()


def number(player: Player) -> str:
    """What stands beside the slider."""
    assert player.controls
    return player.controls.value.get_text()


def test_keys_step_and_jump(tmp_path: Path) -> None:
    player = dot(tmp_path, SWEEP)
    press(player, "end")
    assert shows(player, 2) and slider(player) == 2 and number(player) == "$t =$2.00"
    press(player, "home")
    assert shows(player, -2) and slider(player) == -2 and number(player) == "$t =$−2.00"
    press(player, "left")
    assert shows(player, -2)
    press(player, "right", "right")
    ts = list(dict.fromkeys(frame.t for frame in player.film.timeline))
    assert shows(player, ts[2])
    press(player, "left", "x", "shift", "enter", "tab")
    assert shows(player, ts[1])


def test_discrete_figures_step_from_shift_to_shift(tmp_path: Path) -> None:
    player = dot(tmp_path, STEPS)
    assert player.controls
    press(player, "end", "left")
    assert shows(player, 1) and slider(player) == 1 and number(player) == "$t =$1"
    player.controls.slider.set_val(0)
    assert shows(player, 0)
    press(player, "home")
    assert not player.frame.sweeping and slider(player) == -1


def test_the_slider_shows_any_shift(tmp_path: Path) -> None:
    player = dot(tmp_path, SWEEP)
    assert player.controls
    player.play()
    player.controls.slider.set_val(0.123)
    assert shows(player, 0.123)
    assert not player.is_playing
    press(player, "right")
    assert player.frame.t > 0.123


def test_the_slider_is_drawn_with_the_mouse(tmp_path: Path) -> None:
    player = dot(tmp_path, SWEEP)
    assert player.controls
    track = player.controls.slider.ax
    click(player, middle(track))
    assert player.frame.t == pytest.approx(0, abs=4 / track.bbox.width)
    assert shows(player, slider(player))


def test_it_plays_by_the_clock_and_stops_at_the_end(tmp_path: Path, clock: list[float]) -> None:
    player = dot(tmp_path, SWEEP)
    timeline = player.film.timeline
    press(player, " ")
    assert player.is_playing and word(player) == "Pause"
    clock[0] = 0.55
    player.tick()
    assert shows(player, timeline[5].t)
    press(player, " ")
    clock[0] = 3
    player.tick()
    assert shows(player, timeline[5].t) and word(player) == "Play"
    press(player, " ")
    clock[0] = 3.1
    player.tick()
    assert shows(player, timeline[6].t), "it goes on where it was"
    clock[0] = 99
    player.tick()
    assert shows(player, timeline[-1].t) and not player.is_playing
    press(player, " ")
    assert shows(player, timeline[0].t) and player.is_playing


def test_the_button_plays_and_pauses(tmp_path: Path) -> None:
    player = dot(tmp_path, SWEEP)
    assert player.controls
    click(player, middle(player.controls.button.ax))
    assert player.is_playing
    click(player, middle(player.controls.button.ax))
    assert not player.is_playing


def test_a_still_has_no_controls(tmp_path: Path) -> None:
    player = dot(tmp_path, STILL)
    player.play()
    press(player, " ", "left", "end")
    assert not player.is_playing and player.controls is None
    assert canvas_of(player).get_width_height() == player.film.size, "nor room for any"


@pytest.mark.parametrize("scale", [0.25, 0.33, 1.0])
def test_the_picture_is_the_films_at_any_scale(tmp_path: Path, scale: float) -> None:
    player = player_of(load(write_script(tmp_path, "dot")), scale=scale)
    assert np.array_equal(seen(player), player.film.redraw(player.frame))


def test_a_larger_window_shows_a_larger_picture_over_the_same_controls(tmp_path: Path) -> None:
    player = dot(tmp_path, SWEEP)
    assert player.controls
    canvas, button = canvas_of(player), player.controls.button.ax
    before = button.bbox.bounds
    width, height = canvas.figure.get_size_inches()
    canvas.figure.set_size_inches(2 * width, 2 * height)
    canvas.callbacks.process("resize_event", ResizeEvent("resize_event", canvas))
    canvas.draw()
    assert button.bbox.bounds == pytest.approx(before)
    assert player.picture.axes is not None
    across, up = player.picture.axes.bbox.size
    assert across / player.film.size[0] == pytest.approx(up / player.film.size[1], rel=0.01)
    assert across > 1.9 * player.film.size[0]


def test_another_figure_is_drawn_in_the_same_way(tmp_path: Path) -> None:
    animation = load(write_script(tmp_path, "dot"))
    film = Film(animation, theme="dark", width=640, height=400, scale=0.33, fps=20)
    other = film.another(animation)
    assert (other.theme, other.size, other.timeline.fps) == (film.theme, film.size, 20)
    assert np.array_equal(other.pixels(other.timeline[3]), film.pixels(film.timeline[3]))
