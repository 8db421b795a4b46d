"""Rows of any channels under any kernels: everything finds room, and adds up."""

from itertools import product

import numpy as np
import pytest
from artists import wordings
from films import check_labels

from animations.rendering import Animation, ChannelRowsPanel, Film, Narration, steps
from signals import DiscreteSignal


def made(count: int, shared: bool, flip: bool, length: int = 7) -> ChannelRowsPanel:
    random = np.random.default_rng(count)
    channels = [DiscreteSignal(random.integers(-4, 9, length), n - 2) for n in range(count)]
    kernels = [DiscreteSignal(random.integers(-2, 4, 3), 1 - n) for n in range(count)]
    names = [f"x_{n}" for n in range(count)]
    return ChannelRowsPanel(channels, kernels[0] if shared else kernels, names, flip)


@pytest.mark.parametrize(
    ("count", "shared", "flip"), [*product((1, 2, 4, 6), (True, False), (True, False))]
)
def test_any_channels_and_kernels_find_room(count: int, shared: bool, flip: bool) -> None:
    panel = made(count, shared, flip)
    film = Film(Animation("t", "c", "a", [Narration("y"), panel], steps(-3, 5)))
    check_labels(film, most=3)
    frame = film.timeline.at(1.5)
    assert np.array_equal(film.pixels(frame), film.redraw(frame))


@pytest.mark.parametrize(("shared", "flip"), [*product((True, False), (True, False))])
def test_terms_are_those_of_the_sum(shared: bool, flip: bool) -> None:
    panel = made(3, shared, flip)
    kernels = panel._own
    for t in range(-6, 12):
        for number, (x, h) in enumerate(zip(panel.channels, kernels, strict=True)):
            taus = range(-30, 30)
            expected = sum(x(tau) * h(t - tau if flip else tau - t) for tau in taus)
            assert sum(w * value for w, value in panel.terms(number, t)) == expected
            assert panel.given[number](t) == expected
        assert panel.output(t) == sum(given(t) for given in panel.given)


def test_long_rows_are_drawn_without_numbers_and_too_long_ones_refused() -> None:
    panel = made(3, True, True, 60)
    film = Film(Animation("t", "c", "a", [Narration("y"), panel], steps(0, 3)))
    assert not any("h(" in each and "tau" not in each for each in
                   wordings(film, film.timeline[0]))  # fmt: skip
    with pytest.raises(ValueError, match="no room for 3 channels of 40"):
        Film(Animation("t", "c", "a", [made(3, True, True, 400)], steps(0, 3)))


@pytest.mark.parametrize(
    ("count", "names", "message"),
    [(7, 7, "1 to 6 channels, got 7"), (2, 3, "2 channels need 2 names, got 3")],
)
def test_what_does_not_go_together_is_refused(count: int, names: int, message: str) -> None:
    one = DiscreteSignal([1])
    with pytest.raises(ValueError, match=message):
        ChannelRowsPanel([one] * count, one, ["x"] * names)
