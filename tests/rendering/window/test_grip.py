"""The sliding signal under the mouse."""

from collections.abc import Callable

import pytest
from matplotlib.axes import Axes
from matplotlib.backend_tools import Cursors
from players import Point, canvas_of, click, mouse, player_of, press, shows

from animations import causal, color_line, learned_kernel, volume
from animations.rendering import Animation, animate
from animations.rendering.window.player import Player
from signals import DiscreteSignal, exponential, rect

SPAN = (-3.0, 7.0)


def smooth() -> Animation:
    h, x = exponential(amplitude=2, rate=1), rect(0, 2)
    return animate(h, x, title="Smooth", span=SPAN, sweep=(-1, 5))


def whole() -> Animation:
    h, x = DiscreteSignal([3, 2, 1]), DiscreteSignal([1, 2], start=1)
    return animate(h, x, title="Whole", span=SPAN, sweep=(-1, 6))


def plots(player: Player) -> list[Axes]:
    """The film's axes, from the top down."""
    return sorted(player.film.figure.axes, key=lambda axes: -axes.bbox.y0)


def place(player: Player, plot: Axes, at: float) -> Point:
    """Where the window shows a place of a plot's horizontal axis."""
    strip = canvas_of(player).get_width_height()[1] - player.film.size[1]
    box = plot.bbox
    start, stop = SPAN
    part = (at - start) / (stop - start)
    return box.x0 + part * box.width, strip + (box.y0 + box.y1) / 2


def units(player: Player, pixels: float) -> float:
    return pixels * (SPAN[1] - SPAN[0]) / plots(player)[0].bbox.width


@pytest.mark.parametrize("row", [0, 1])
def test_t_goes_as_far_as_the_mouse(row: int) -> None:
    player = player_of(smooth())
    assert player.controls
    player.stop_at(1)
    plot = plots(player)[row]
    mouse(player, "press", place(player, plot, 0.5))
    assert player.frame.t == 1, "what is taken hold of stays where it is"
    mouse(player, "move", place(player, plot, 1.5))
    mouse(player, "move", place(player, plot, 2.75))
    assert player.frame.t == pytest.approx(3.25, abs=units(player, 1))
    assert shows(player, player.frame.t)
    assert player.controls.slider.val == player.frame.t
    mouse(player, "release", place(player, plot, 2.75))
    mouse(player, "move", place(player, plot, 0.5))
    assert player.frame.t == pytest.approx(3.25, abs=units(player, 1)), "it has been let go"


def test_t_stays_in_the_sweep_and_comes_back_with_the_mouse() -> None:
    player = player_of(smooth())
    player.stop_at(4)
    plot = plots(player)[0]
    mouse(player, "press", place(player, plot, 1))
    x, y = place(player, plot, 1)
    mouse(player, "move", (10_000, y))
    assert shows(player, 5)
    mouse(player, "move", (-10_000, -50))
    assert shows(player, -1)
    mouse(player, "move", (x, y))
    assert player.frame.t == pytest.approx(4)


def test_discrete_figures_snap_to_whole_steps() -> None:
    player = player_of(whole())
    player.stop_at(2)
    plot = plots(player)[0]
    mouse(player, "press", place(player, plot, 1))
    for ahead, t in ((0.3, 2), (0.7, 3), (1.4, 3), (-1.2, 1)):
        mouse(player, "move", place(player, plot, 1 + ahead))
        assert shows(player, t)


def test_a_figure_that_plays_stops_where_it_is_held() -> None:
    player = player_of(smooth())
    player.stop_at(1)
    player.play()
    click(player, place(player, plots(player)[0], 1))
    assert not player.is_playing and player.frame.t == 1
    assert not player.is_typing


def test_only_the_main_button_takes_hold_and_only_of_plots() -> None:
    player = player_of(smooth())
    player.stop_at(1)
    plot = plots(player)[0]
    mouse(player, "press", place(player, plot, 1), button=3)
    mouse(player, "move", place(player, plot, 2))
    assert player.frame.t == 1
    heading = 20, canvas_of(player).get_width_height()[1] - 5
    mouse(player, "press", heading)
    mouse(player, "move", place(player, plot, 2))
    assert player.frame.t == 1


def test_a_hand_shows_what_can_be_dragged(monkeypatch: pytest.MonkeyPatch) -> None:
    player = player_of(smooth())
    cursors: list[Cursors] = []
    monkeypatch.setattr(canvas_of(player), "set_cursor", cursors.append)
    mouse(player, "move", place(player, plots(player)[0], 1))
    mouse(player, "move", (1, 1))
    assert cursors == [Cursors.HAND, Cursors.POINTER]
    assert player.note.label.get_text().endswith("drag the curve")


@pytest.mark.parametrize(
    "animation",
    [causal.animation, color_line.animation, learned_kernel.animation, volume.animation],
)
def test_where_t_is_no_place_of_an_axis_nothing_moves(animation: Callable[[], Animation]) -> None:
    player = player_of(animation(), fps=10)
    press(player, "end")
    end = player.frame
    width, height = canvas_of(player).get_width_height()
    for part in (0.3, 0.5, 0.7, 0.9):
        mouse(player, "press", (width / 2, part * height))
        mouse(player, "move", (width / 3, part * height))
        mouse(player, "release", (width / 3, part * height))
    assert player.frame == end
    assert "drag" not in player.note.label.get_text()
