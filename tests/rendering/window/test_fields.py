"""Texts in a window: typing, drawing what was typed, and what is wrong with it."""

from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from matplotlib.colors import to_hex
from players import click, middle, mouse, player_of, press, seen, shows

from animations import definitions
from animations.rendering import Animation, animate
from animations.rendering.window.fields import Fields
from animations.rendering.window.player import Player
from signals import exponential, rect
from signals.expression import ExpressionError

TEXTS = {"h": "2", "x": "3"}


def build(texts: Mapping[str, str]) -> Animation:
    """The figure of an amplitude and a length; digits are all that is understood."""
    for name, text in texts.items():
        wrong = next((at for at, letter in enumerate(text) if not letter.isdigit()), None)
        if wrong is not None:
            raise ExpressionError(f"{name} has a {text[wrong]!r}", text, wrong)
    height, length = int(texts["h"]), int(texts["x"])
    if not length:
        raise ValueError("nothing slides")
    return animate(exponential(amplitude=height, rate=1), rect(0, length), title="A")


@pytest.fixture
def player() -> Iterator[Player]:
    yield player_of(build(TEXTS), TEXTS, build)


def fields_of(player: Player) -> Fields:
    assert player.fields
    return player.fields


def write(player: Player, name: str, text: str) -> None:
    """Click into a field, empty it, and type."""
    field = fields_of(player)[name]
    click(player, middle(field.axes))
    press(player, "end", *["backspace"] * len(field.text), *text)


def border(player: Player, name: str) -> str:
    return to_hex(fields_of(player)[name].axes.spines["left"].get_edgecolor())


def note(player: Player) -> str:
    return player.note.label.get_text()


def test_enter_draws_what_was_typed_at_the_same_t(player: Player) -> None:
    player.stop_at(2)
    before = seen(player)
    write(player, "h", "5")
    assert np.array_equal(seen(player), before), "not before"
    press(player, "enter")
    expected = player_of(build({"h": "5", "x": "3"})).film
    assert np.array_equal(seen(player), expected.redraw(expected.timeline.at(2)))
    assert shows(player, 2) and not player.is_playing and not player.is_typing
    assert player.controls and player.controls.slider.val == 2


def test_all_texts_are_drawn_wherever_enter_is_pressed(player: Player) -> None:
    write(player, "h", "1")
    write(player, "x", "2")
    click(player, (1, 1))
    assert not player.is_typing and fields_of(player)["h"].text == "1"
    press(player, "enter")
    expected = player_of(build({"h": "1", "x": "2"})).film
    assert np.array_equal(seen(player), expected.redraw(expected.timeline[0]))


def test_controls_follow_the_new_figure(player: Player) -> None:
    sweep = player.film.timeline.shifts
    player.stop_at(sweep[1])
    write(player, "x", "9")
    press(player, "enter")
    assert player.controls
    slider = player.controls.slider
    assert (slider.valmin, slider.valmax) == player.film.timeline.shifts != sweep
    slider.set_val(4.5)
    assert shows(player, 4.5)
    press(player, "end")
    assert shows(player, player.film.timeline.shifts[1])
    write(player, "x", "1")
    press(player, "enter")
    assert shows(player, player.film.timeline.shifts[1]), "t cannot stay beyond the sweep"


def test_a_figure_that_plays_starts_again(player: Player) -> None:
    player.stop_at(2)
    player.play()
    write(player, "h", "7")
    press(player, "enter")
    assert player.is_playing and player.frame == player.film.timeline[0]


def test_keys_belong_to_the_field_that_is_open(player: Player) -> None:
    player.stop_at(2)
    frame, field = player.frame, fields_of(player)["x"]
    write(player, "x", "47")
    press(player, "home", " ", "right", "5", "left", "left", "delete", "end", "q", "shift", "f1")
    assert field.text == " 57q"
    assert player.frame == frame and not player.is_playing
    press(player, "escape", " ")
    assert player.is_playing and field.text == "3"


def test_a_bad_text_is_marked_and_leaves_the_figure(player: Player) -> None:
    player.stop_at(2)
    before = seen(player)
    write(player, "x", "4+4")
    press(player, "enter")
    theme, field = player.film.theme, fields_of(player)["x"]
    assert np.array_equal(seen(player), before)
    assert note(player) == "x has a '+'"
    assert player.note.label.get_color() == theme.negative
    assert border(player, "x") == theme.negative != border(player, "h")
    assert field.is_open and field.caret == 1, "the caret is where the error says"
    press(player, "delete", "enter")
    assert field.text == "44" and border(player, "x") == theme.axis
    assert note(player).startswith("space plays")
    assert not np.array_equal(seen(player), before)


def test_the_field_that_is_wrong_is_marked_wherever_enter_is_pressed(player: Player) -> None:
    write(player, "h", "1 1")
    write(player, "x", "2")
    press(player, "enter")
    fields = fields_of(player)
    assert fields["h"].is_wrong and not fields["x"].is_wrong
    assert fields["h"].is_open and fields["h"].caret == 1 and not fields["x"].is_open
    press(player, "escape", "enter")
    assert not fields.wrong and fields["h"].text == "2"
    expected = player_of(build({"h": "2", "x": "2"})).film
    assert np.array_equal(seen(player), expected.redraw(expected.timeline[0]))


def test_what_an_error_comes_of_tells_the_place() -> None:
    def pass_on(texts: Mapping[str, str]) -> Animation:
        try:
            return build(texts)
        except ExpressionError as error:
            raise ValueError("--h: no") from error

    player = player_of(build(TEXTS), TEXTS, pass_on)
    write(player, "h", " 1 1")
    write(player, "x", "2")
    press(player, "enter")
    field = fields_of(player)["h"]
    assert fields_of(player).wrong is field and field.caret == 0, "the text is as it was typed"
    assert note(player) == "h has a ' '"


def test_an_error_of_a_text_that_is_in_no_field_marks_what_was_typed() -> None:
    def refuse(texts: Mapping[str, str]) -> Animation:
        raise ExpressionError("the script's own is wrong", "1 +", 0)

    player = player_of(build(TEXTS), TEXTS, refuse)
    write(player, "x", "44")
    press(player, "enter")
    assert fields_of(player)["x"].is_wrong and fields_of(player)["x"].caret == 2
    assert note(player) == "the script's own is wrong"


def test_an_error_without_a_place_marks_what_was_typed(player: Player) -> None:
    write(player, "x", "0")
    press(player, "enter")
    assert fields_of(player)["x"].is_wrong and note(player) == "nothing slides"
    assert fields_of(player)["x"].caret == 1


def test_escape_takes_the_mark_and_the_text_back(player: Player) -> None:
    write(player, "h", "a")
    press(player, "enter", "escape")
    field = fields_of(player)["h"]
    assert field.text == "2" and not field.is_wrong and not player.is_typing
    assert border(player, "h") == player.film.theme.axis
    assert note(player).startswith("space plays")


def test_what_cannot_be_drawn_as_a_film_is_refused_as_well(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(animation: Animation) -> None:
        raise ValueError("no room")

    monkeypatch.setattr(player.film, "another", refuse)
    write(player, "h", "4")
    press(player, "enter")
    assert fields_of(player)["h"].is_wrong and note(player) == "no room"


def test_a_bug_is_no_message() -> None:
    def break_down(texts: Mapping[str, str]) -> Animation:
        raise ZeroDivisionError

    player = player_of(build(TEXTS), TEXTS, break_down)
    press(player, "tab", "1")
    with pytest.raises(ZeroDivisionError):
        fields_of(player).press("enter")


def test_tab_goes_from_field_to_field(player: Player) -> None:
    fields = fields_of(player)
    press(player, "tab")
    assert fields.opened is fields["h"] and note(player).startswith("enter draws")
    press(player, "tab", "tab", "tab", "4")
    assert fields["x"].text == "34"


def test_dragging_goes_on_beside_fields(player: Player) -> None:
    player.stop_at(2)
    click(player, middle(fields_of(player)["h"].axes))
    assert player.is_typing
    height = 0.8 * player.film.size[1]
    mouse(player, "press", (120, height))
    mouse(player, "move", (150, height))
    assert player.frame.t > 2 and not player.is_typing


def test_a_still_may_have_fields() -> None:
    still = player_of(definitions.animation(), {"h": "1"}, lambda texts: build(TEXTS))
    assert still.controls is None and note(still) == "click a field to type"
    write(still, "h", "2")
    press(still, "enter")
    assert still.controls is not None and still.picture.axes is not None
    lowest = still.controls.button.ax.bbox.y1
    assert lowest < still.picture.axes.get_window_extent().y0, "which the picture makes room for"


def test_without_texts_there_are_no_fields() -> None:
    assert player_of(build(TEXTS), {}, build).fields is None
    assert player_of(build(TEXTS), None, build).fields is None
