"""Sliders move the picture, and say what they cannot show."""

import sys
from collections.abc import Callable
from io import BytesIO
from typing import Any

import imageio.v3 as imageio
import numpy as np
import pytest

from animations.rendering import Film, animate, interact
from signals import DiscreteSignal, exponential, rect

H, X = exponential(1, 1), rect(0, 2)
DISCRETE = DiscreteSignal([1, 2, 4]), DiscreteSignal([3, 1], start=-1)


def shows(box: Any, film: Film, t: float) -> bool:
    picture = imageio.imread(BytesIO(box.children[-3].value))
    return np.array_equal(picture, film.pixels(film.timeline.at(t))[..., :3])


def test_the_picture_follows_t() -> None:
    box = interact(H, X, flip=False, names=("g", "u"), theme="dark", scale=0.5)
    film = Film(animate(H, X, flip=False, names=("g", "u")), theme="dark", scale=0.5)
    shift, picture, words, _ = box.children
    assert (shift.min, shift.max) == film.timeline.shifts
    assert (picture.width, picture.height) == ("480", "270")
    assert shift.continuous_update
    assert shows(box, film, film.poster.t)
    for t in (0.75, shift.min, shift.max, 1.5):
        shift.value = t
        assert shows(box, film, t)
    assert words.value == ""


def test_discrete_signals_go_in_whole_steps() -> None:
    box = interact(*DISCRETE, scale=0.5)
    shift, *_ = box.children
    assert (shift.min, shift.max, shift.step) == (-2, 3, 1)
    shift.value = 2
    assert isinstance(shift.value, int)
    assert shows(box, Film(animate(*DISCRETE), scale=0.5), 2)


def test_a_parameter_makes_the_film_anew_and_t_stays() -> None:
    box = interact(
        lambda a: exponential(1, a), lambda n: rect(0, n), a=(0.1, 3.0), n=(1, 5), scale=0.5
    )
    a, n, shift, *_ = box.children
    shift.value = 1.25
    for rate, width in ((0.4, 5), (2.5, 1), (0.4, 2)):
        a.value, n.value = rate, width
        film = Film(animate(exponential(1, rate), rect(0, width)), scale=0.5)
        assert (shift.min, shift.max) == film.timeline.shifts
        assert shift.value == 1.25
        assert shows(box, film, 1.25)
    assert isinstance(n.value, int)


def test_t_stays_within_what_is_shown() -> None:
    box = interact(H, lambda a: rect(a, a + 1), a=(0.0, 100.0), scale=0.25)
    a, shift, *_ = box.children
    for start in (100.0, 0.0):
        a.value = start
        film = Film(animate(H, rect(start, start + 1)), scale=0.25)
        first, last = film.timeline.shifts
        assert first <= shift.value <= last
        assert shows(box, film, shift.value)


def test_what_cannot_be_shown_is_said_below_the_picture() -> None:
    box = interact(H, lambda a: rect(0, a), a=(-1.0, 3.0), scale=0.25)
    a, _, picture, words, _ = box.children
    shown = picture.value
    a.value = -0.5
    assert "start = 0, stop = -0.5" in words.value and picture.value == shown
    a.value = 1.0
    assert words.value == ""


@pytest.mark.parametrize("bug", [lambda a: rect(0, 2) + str(a), lambda a: rect(0, 1 / (a - 2))])
def test_a_bug_is_no_words_below_the_picture(bug: Callable[[float], Any]) -> None:
    box = interact(H, lambda a: rect(0, a) if a < 2 else bug(a), a=(1, 2), scale=0.25)
    a, *_, words, _ = box.children
    with pytest.raises((TypeError, ZeroDivisionError)):
        a.value = 2
    assert words.value == ""


def test_a_parameter_may_be_called_as_what_interact_calls_all_of_them() -> None:
    box = interact(H, lambda parameters: rect(0, parameters), parameters=(1, 3), scale=0.25)
    assert box.children[0].description == "parameters"


WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "unknown": (lambda: interact(H, X, a=(0, 1)), "neither h nor x is a function of a"),
    "without limits": (lambda: interact(lambda a: H, X), r"a needs limits, such as a=\(0.1, 3.0\)"),
    "one limit": (lambda: interact(lambda a: H, X, a=3), "a must be two finite numbers"),  # type: ignore[arg-type]
    "the shift": (lambda: interact(lambda t: H, X, t=(0, 1)), "t means something else here"),
    "a setting": (lambda: interact(lambda scale: H, X), "scale means something else here"),
    "a setting with limits": (
        lambda: interact(lambda scale: H, X, scale=(0.1, 3.0)),  # type: ignore[arg-type]
        "scale means something else here: call the parameter otherwise",
    ),
    "a signal": (lambda: interact(lambda h: H, X, h=(0, 1)), "h means something else here"),
    "no signal": (lambda: interact(H, 3), "x must be a signal"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_is_refused(name: str) -> None:
    call, words = WRONG[name]
    with pytest.raises(TypeError, match=words):
        call()


def test_without_widgets_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with pytest.raises(ImportError) as refused:
        interact(H, X)
    said = str(refused.value)
    assert "\n" not in said
    assert "pip install ipywidgets" in said and '"convolution-figures[notebook]"' in said
