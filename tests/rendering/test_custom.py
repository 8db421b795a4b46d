"""Signals that are typed frame themselves, as those that are made in Python do."""

import warnings
from typing import Any

import numpy as np
import pytest
from artists import swept
from films import check_labels
from matplotlib.lines import Line2D

from animations import custom, discrete, impulses
from animations.rendering import Film, Filter
from signals import DiscreteSignal, exponential, impulse, rect

FRAMES = 3  # of each film, that are looked at

H = "2exp(-t/2)u(t)"
X = "piecewise(t/2, 0, 3, 1/2, 3, 5)"
BURST = "cos(20t)*(0 <= t < 10)"
STEPS = "piecewise(1, 0, 1, -2, 1, 2, 1/2, 3, 4, sin(t), 5, 9)"
TRAIN = "delta(t) + delta(t - 2) - delta(t - 4)/2 + delta(t - 6)"
SAW = "(t - (t >= 1) - (t >= 2) - (t >= 3))*(0 <= t < 4)"

PAIRS = {
    "the post": (H, X),
    "zero under x": ("0", X),
    "nothing at all": ("0", "0"),
    "an impulse over h": (H, "delta(t)"),
    "x over an impulse": ("0.83delta(t - 1)", X),
    "a train": (TRAIN, "rect(t - 1/2)"),
    "curve and impulse": (f"{H} + delta(t - 1)/2", X),
    "negative h": ("-2exp(-t/2)u(t)", X),
    "negative both": ("-2exp(-t/2)u(t)", "-(0 <= t < 2)"),
    "1e-6 high": ("1e-6 exp(-t)u(t)", X),
    "1e6 high": ("1e6*exp(-t)u(t)", X),
    "1e3 long": ("rect(t/1000)", "tri(t/300)"),
    "1e-3 long": ("rect(1000t)", "rect(1000t - 1/2)"),
    "1e3 and 1 long": ("rect(t/1000)", "rect(t)"),
    "a slow decay": ("exp(-t/1000)u(t)", "(0 <= t < 100)"),
    "a Gaussian": ("gauss(t)", X),
    "two Gaussians": ("gauss(t)", "gauss(2t)"),
    "a narrow Gaussian": ("gauss(100t)", "(0 <= t < 5)"),
    "a narrow Gaussian far away": ("gauss((t - 50)/0.01)", "(0 <= t < 5)"),
    "a step": ("u(t)", "(0 <= t < 2)"),
    "a step and h": ("u(t)", H),
    "two steps": ("u(t)", "u(t - 1)"),
    "a cosine without end": ("cos(t)", "(0 <= t < 2)"),
    "a burst": (BURST, H),
    "jumps": (STEPS, X),
    "far apart": ("2exp(-(t - 100)/2)u(t - 100)", "tri(t + 40)"),
    "ringing": ("exp(-t/10)sin(2t)u(t)", "(0 <= t < 3)"),
    "a saw": (SAW, "(0 <= t < 1.5)"),
    "a rectified sine": ("abs(sin(t))*(0 <= t < 10)", "rect(t)"),
    "a square wave": ("u(sin(2pi t))*(0 <= t < 5)", "exp(-t)u(t)"),
    "a sinc": ("sinc(t)", "rect(t/4)"),
    "a root": ("sqrt(t)*(0 <= t < 4)", "rect(t/2)"),
    "a Lorentzian": ("1/(1 + t^2)", "rect(t/2)"),
    "a parabola": ("(1 - t^2)*(abs(t) < 1)", "(1 - t^2)*(abs(t) < 1)"),
    "derivative of an edge": ("delta(t) - delta(t - 1)", "tri(t)"),
    "7 samples": ("[1, 2, 3, 4, 3, 2, 1]", "[1, -1, 2, 0, 1]@-2"),
    "one sample each": ("[2]", "[3.5]@4"),
    "zero samples": ("[0, 0]", "[0]"),
    "a decay": ("0.8^n u(n)", "(0 <= n < 5)"),
    "a long decay": ("0.98^n u(n)", "(0 <= n < 50)"),
    "a tone": ("sin(pi n/8)*(0 <= n < 64)", "[1, 1, 1, 1]/4"),
    "400 samples": ("gauss((n - 200)/60)*(0 <= n < 400)", "cos(n/9)*(0 <= n < 300)"),
    "alternating": ("(-1)^n*(0 <= n < 6)", "[1, 1]"),
    "2000 high": ("[2000, 1000, 500]", "[1, 2, 3]"),
    "whole numbers": ("[12, -34, 56]", "[78, 90, -1]"),
    "samples far apart": ("[1, 2]@1000", "[1, 1]@-500"),
    "sparse": ("delta(n) + delta(n - 31)", "[1, 2, 1]"),
    "a grid": ("[[1, 0], [0, -1]]", "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]"),
    "a row": ("[[1, 2, 1]]", "[[1, 0, 2, 3, 1, 4]]"),
    "a volume": ("[[[1, 2], [0, 1]]]", "[[[1, 2, 3], [4, 5, 6]], [[0, 1, 0], [2, 1, 1]]]"),
}


@pytest.fixture(params=PAIRS)
def film(request: pytest.FixtureRequest) -> Film:
    """A film of each of these; what is looked at counts as any warning does."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        theme = "dark" if len(request.param) % 2 else "light"
        return Film(custom.animation(*PAIRS[request.param]), theme=theme)


def test_there_are_fifty() -> None:
    assert len(PAIRS) == 50


def test_typed_signals_frame_themselves(film: Film) -> None:
    """Labels keep apart and on the canvas, and pixels are a redraw's."""
    check_labels(film, most=FRAMES)
    assert np.array_equal(film.pixels(film.poster), film.redraw(film.poster))
    assert [*swept(film)]
    assert 2.5 <= film.timeline.seconds <= 35


def test_a_picture_is_looked_at_where_its_filter_has_something_to_say() -> None:
    picture = np.zeros((60, 60))
    picture[20:, 31:] = 80
    figure = custom.animation("[[-1, 0, 1]]", picture)
    zoom = next(panel for _, panel in figure.panels[1].turns if hasattr(panel, "corner"))  # type: ignore[union-attr]
    assert np.ptp(zoom.layer.y) > 0
    row, column = zoom.corner
    assert row <= 20 <= row + 3 and column <= 31 <= column + 5


def test_weights_that_keep_the_light_make_a_picture_again() -> None:
    picture = np.random.default_rng(2).integers(0, 99, (40, 40)).astype(float)
    sharper = Filter("sharper", [[0, -1, 0], [-1, 5, -1], [0, -1, 0]], []).of(picture)
    assert sharper.min() == 0 and sharper.max() == 99
    edges = Filter("edges", [[-1, 0, 1]], []).of(picture)
    assert edges.min() < 0


@pytest.mark.parametrize("given", [None, 3, np.float64(3), [1, 2], [[1], [1, 2]]])
def test_what_is_no_signal_is_refused(given: object) -> None:
    with pytest.raises((TypeError, ValueError), match=r"needed|must"):
        custom.animation(given, given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("[1]", DiscreteSignal(np.ones(100_001))), "at most 100,000 samples"),
        (("[[1, 1]]", np.ones((3, 320))), "too narrow for weights of 1 × 2"),
        (("[[1, 1]]", np.full((40, 40), 120.0)), "grey levels from 0 to 99"),
        (("rect(t)", "[1, 2]"), "all must be of one kind"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(arguments: tuple[Any, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        custom.animation(*arguments)


def test_pictures_of_any_size_find_room() -> None:
    for shape in ((32, 32), (20, 33), (48, 40), (300, 200)):
        picture = np.random.default_rng(1).integers(0, 99, shape).astype(float)
        check_labels(Film(custom.animation("[[1, 2, 1]]", picture)), most=FRAMES)


def test_one_sample_among_a_crowd_is_a_spike() -> None:
    many = DiscreteSignal(np.sin(np.arange(400) / 20))
    film = Film(discrete.animation(h=many, x=DiscreteSignal([1])))
    line = next(
        artist
        for artist in film.update(film.poster)
        if isinstance(artist, Line2D)
        and artist.get_color() == film.theme.x
        and artist.get_visible()
    )
    heights = np.asarray(line.get_ydata(), dtype=float)
    assert np.nanmax(heights) == 1 and np.nanmin(heights) == 0


def test_echoes_of_an_input_of_any_length_can_be_told_apart() -> None:
    for x in (rect(0, 1), rect(2, 30)):
        film = Film(impulses.animation(h=exponential(2, 0.5), x=x))
        check_labels(film, most=FRAMES)
    with pytest.raises(ValueError, match="cannot be cut into slices"):
        impulses.animation(h=rect(0, 1), x=impulse(2))


def test_a_narrow_peak_is_drawn_as_high_as_it_is() -> None:
    figure = custom.animation("gauss(1000t)", "rect(t)")
    film = Film(figure)
    film.update(film.poster)
    highest = [
        float(np.nanmax(np.asarray(line.get_ydata(), dtype=float)))
        for line in film.figure.findobj(Line2D)
        if line.get_color() == film.theme.h and len(line.get_xdata()) > 2  # type: ignore[arg-type]
    ]
    assert max(highest) == pytest.approx(1, rel=1e-6)
