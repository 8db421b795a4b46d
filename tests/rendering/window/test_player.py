"""The window's controls, worked by hand on a figure without a window."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backend_bases import KeyEvent
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from scripts import STEPS, STILL, SWEEP, write_script

from animations.rendering import Film, window
from animations.rendering.collection import load
from animations.rendering.window import Player


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """A clock that stands until it is set."""
    now = [0.0]
    monkeypatch.setattr(window, "perf_counter", lambda: now[0])
    yield now


def player_of(folder: Path, timeline: str) -> Player:
    film = Film(load(write_script(folder, "dot", timeline)), scale=0.25, fps=10)
    figure = Figure(figsize=(2.4, 1.92), dpi=100)
    FigureCanvasAgg(figure)
    return Player(film, figure)


def press(player: Player, *keys: str) -> None:
    canvas = player.slider.ax.figure.canvas
    for key in keys:
        canvas.callbacks.process("key_press_event", KeyEvent("key_press_event", canvas, key))


def shows(player: Player, t: float) -> bool:
    """Whether the picture is the one at t, and the player knows."""
    timeline = player.film.timeline
    expected = player.film.redraw(timeline.at(t))
    picture = player.slider.ax.figure.axes[0].images[0].get_array()
    return player.frame.t == t and np.array_equal(picture, expected)


def test_keys_step_and_jump(tmp_path: Path) -> None:
    player = player_of(tmp_path, SWEEP)
    press(player, "end")
    assert shows(player, 2) and player.slider.val == 2
    press(player, "home")
    assert shows(player, -2) and player.slider.val == -2
    press(player, "left")
    assert shows(player, -2)
    press(player, "right", "right")
    ts = list(dict.fromkeys(frame.t for frame in player.film.timeline))
    assert shows(player, ts[2])
    press(player, "left", "x", "shift")
    assert shows(player, ts[1])


def test_discrete_figures_step_from_shift_to_shift(tmp_path: Path) -> None:
    player = player_of(tmp_path, STEPS)
    press(player, "end", "left")
    assert shows(player, 1) and player.slider.val == 1
    player.slider.set_val(0)
    assert shows(player, 0)
    press(player, "home")
    assert not player.frame.sweeping and player.slider.val == -1


def test_the_slider_shows_any_shift(tmp_path: Path) -> None:
    player = player_of(tmp_path, SWEEP)
    player.play()
    player.slider.set_val(0.123)
    assert shows(player, 0.123)
    assert not player.is_playing
    press(player, "right")
    assert player.frame.t > 0.123


def test_it_plays_by_the_clock_and_stops_at_the_end(tmp_path: Path, clock: list[float]) -> None:
    player = player_of(tmp_path, SWEEP)
    timeline = player.film.timeline
    press(player, " ")
    assert player.is_playing and player.button.label.get_text() == "Pause"
    clock[0] = 0.55
    player.tick()
    assert shows(player, timeline[5].t)
    press(player, " ")
    clock[0] = 3
    player.tick()
    assert shows(player, timeline[5].t) and player.button.label.get_text() == "Play"
    press(player, " ")
    clock[0] = 3.1
    player.tick()
    assert shows(player, timeline[6].t), "it goes on where it was"
    clock[0] = 99
    player.tick()
    assert shows(player, timeline[-1].t) and not player.is_playing
    press(player, " ")
    assert shows(player, timeline[0].t) and player.is_playing


def test_a_still_has_no_controls(tmp_path: Path) -> None:
    player = player_of(tmp_path, STILL)
    player.play()
    assert not player.is_playing and not hasattr(player, "slider")
