"""A script's figure in a window: its signals are typed, dragged and stepped through."""

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from players import canvas_of, click, middle, mouse, player_of, press, seen, shows

from animations import continuous, custom, discrete
from animations.rendering.command_line.options import Options
from animations.rendering.command_line.parameters import parameters_of, texts_for
from animations.rendering.command_line.run import build
from animations.rendering.window.player import Player
from signals import ContinuousSignal, convolve, post
from signals.arguments import FloatArray
from signals.expression import from_expression


def window_of(script: object) -> Player:
    animation = script.animation  # type: ignore[attr-defined]
    takes = parameters_of(animation)
    make = partial(build, animation, takes, Options(Path("/out")))
    return player_of(animation(), texts_for(takes, {}), make)


def write(player: Player, name: str, text: str) -> None:
    assert player.fields
    field = player.fields[name]
    click(player, middle(field.axes))
    press(player, "end", *["backspace"] * len(field.text), *text, "enter")


T = np.linspace(-1, 8, 30)
USUAL = convolve(post.h, post.x)(T)


def output(player: Player) -> FloatArray:
    """The values that are drawn below."""
    values: FloatArray = player.film.animation.rows[-1][0].y(T)  # type: ignore[attr-defined]
    return values


def test_what_is_typed_is_drawn() -> None:
    player = window_of(continuous)
    assert player.fields and player.fields["h"].text == "2 exp(-t/2) u(t)"
    write(player, "x", "tri(t - 1)")
    x = from_expression("tri(t - 1)")
    assert isinstance(x, ContinuousSignal)
    assert np.array_equal(output(player), convolve(post.h, x)(T))
    write(player, "x", "")
    assert np.array_equal(output(player), USUAL)


def test_a_text_that_is_restored_brings_the_first_figure_back() -> None:
    player = window_of(custom)
    first = seen(player).copy()
    write(player, "x", "tri(t)")
    assert not np.array_equal(seen(player), first)
    write(player, "x", custom.X)
    assert player.film.animation.title == custom.animation().title
    assert np.array_equal(seen(player), first)


@pytest.mark.parametrize("text", ["tri(t", "foo(t)", "[1, 2]", "1/t", "nowhere.csv"])
def test_what_is_wrong_marks_itself_and_leaves_the_figure(text: str) -> None:
    player = window_of(continuous)
    player.stop_at(3)
    before = seen(player).copy()
    write(player, "x", text)
    assert np.array_equal(seen(player), before)
    said = player.note.label.get_text()
    assert said and "\n" not in said and "argument" not in said
    assert np.array_equal(output(player), USUAL)


def test_the_sliding_signal_is_dragged_and_stepped() -> None:
    player = window_of(discrete)
    player.stop_at(2)
    box = player.film.boxes[2][1]
    low, high = player.film.animation.span
    share = player.film.size[0] / 960
    (left, bottom, *_), figure = box, canvas_of(player).figure
    up = figure.bbox.height - player.film.size[1] + share * (bottom + 60)
    start = share * (left + 400), up
    unit = player.film.figure.axes[0].bbox.width / (high - low)
    mouse(player, "press", start)
    mouse(player, "move", (start[0] + 2.9 * unit, up))
    mouse(player, "release", (start[0] + 2.9 * unit, up))
    assert shows(player, 5), "three whole steps to the right"
    press(player, "left")
    assert shows(player, 4)
    press(player, "right", "right")
    assert shows(player, 6)
