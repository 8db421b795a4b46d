"""The curves are the signals, and what is shaded is their product, whose area is y."""

from math import cos, pi

import numpy as np
import oracles
import pytest
from artists import Points, lines, patches, swept
from figures import film_of
from matplotlib.axes import Axes

from animations.rendering import Film, Frame

# The rows of the figures: what rests, and what slides over it.
OVERLAPS = [
    ("continuous", 0, "hx"), ("commutativity", 0, "hx"), ("commutativity", 1, "xh"),
]  # fmt: skip
SIGNALS = {"h": oracles.h, "x": oracles.x}


def area(vertices: Points) -> float:
    """The signed area between a polyline and the axis."""
    return float(np.sum(np.diff(vertices[:, 0]) * (vertices[1:, 1] + vertices[:-1, 1]) / 2))


def shaded(film: Film, frame: Frame, axes: Axes) -> Points:
    """The vertices of the one area that is shaded; none, if nothing is."""
    faces = patches(film, frame, axes, film.theme.fill("y"))
    assert len(faces) <= 1
    # A polygon repeats its first vertex to close itself.
    return faces[0][:-1] if faces else np.empty((0, 2))


@pytest.mark.parametrize(("name", "row", "letters"), OVERLAPS)
def test_the_shaded_area_is_y(name: str, row: int, letters: str) -> None:
    """Up to the bend of the curve between two vertices: less than the number beside it shows."""
    film = film_of(name)
    axes = film.figure.axes[row]
    for frame in swept(film):
        vertices = shaded(film, frame, axes)
        assert area(vertices) == pytest.approx(oracles.y(frame.t), abs=1.5e-3), frame
        if len(vertices):
            assert vertices[0, 1] == vertices[-1, 1] == 0
            (edge,) = lines(film, frame, axes, "y")
            assert np.array_equal(edge, vertices)


@pytest.mark.parametrize(("name", "row", "letters"), OVERLAPS)
def test_the_product_is_the_product(name: str, row: int, letters: str) -> None:
    film = film_of(name)
    fixed, sliding = (SIGNALS[letter] for letter in letters)
    for frame in swept(film, 5):
        vertices = shaded(film, frame, film.figure.axes[row])
        kinks = np.array([0, 3, 5, frame.t, frame.t - 3, frame.t - 5])
        away = [at for at in vertices if np.abs(kinks - at[0]).min() > 1e-9]
        for tau, value in away:
            assert value == pytest.approx(fixed(tau) * sliding(frame.t - tau), abs=1e-12)


def test_the_two_shaded_shapes_are_mirror_images() -> None:
    film = film_of("commutativity")
    above, below, _ = film.figure.axes
    compared = 0
    for frame in swept(film):
        one, other = shaded(film, frame, above), shaded(film, frame, below)
        assert len(one) == len(other)
        if len(one):
            compared += 1
            mirrored = (other * (-1, 1) + (frame.t, 0))[::-1]
            np.testing.assert_allclose(one, mirrored, rtol=0, atol=1e-12)
            assert area(one) == pytest.approx(area(other), abs=1e-12)
    assert compared > 50


@pytest.mark.parametrize(("name", "row", "letters"), OVERLAPS)
def test_the_curves_are_the_signals_where_they_should_be(name: str, row: int, letters: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[row]
    still, slides = letters
    low, high = film.animation.span
    for frame in swept(film, 4):
        (fixed,) = lines(film, frame, axes, still)
        (slider,) = lines(film, frame, axes, slides)
        turn = cos(pi * frame.flip)
        # Undo shift and flip: what slides is its signal, seen from wherever it is.
        back = slider if turn == 0 else (slider - (frame.t, 0)) / (turn, 1)
        for letter, curve in ((still, fixed), (slides, back)):
            away = np.abs(curve[:, :1] - [0, 3, 5]).min(axis=1) > 1e-9
            assert away.sum() > 20
            expected = [SIGNALS[letter](t) for t in curve[away, 0]]
            np.testing.assert_allclose(curve[away, 1], expected, rtol=0, atol=1e-9)
        assert fixed[-1, 0] >= min(high, 5)
        if slides == "h":
            assert slider[:, 0].min() <= low and slider[:, 0].max() == frame.t
