"""`flip` shows that convolution gives the kernel back and cross-correlation its mirror image."""

from itertools import pairwise

import numpy as np
import pytest
from artists import lines, marks, moved, wordings
from figures import film_of
from matplotlib.text import Text

from animations.rendering import Film

H = {0: 1.0, 1: 0.5, 2: 0.25}
X = {0: 1.0, 4: 0.5, 5: 1.25}
SIDES = pytest.mark.parametrize(("column", "sign"), [(0, 1), (1, -1)])
NAMES = "$h(t)$", "$h(-t)$"


def film() -> Film:
    return film_of("flip")


def y(t: int, sign: int) -> float:
    """Σ x(τ) h(t − τ), or Σ x(τ) h(τ − t)."""
    return sum(value * H.get(sign * (t - tau), 0.0) for tau, value in X.items())


@pytest.mark.parametrize("t", [-2, 0, 2, 5, 8])
@SIDES
def test_the_output_is_the_sum(column: int, sign: int, t: int) -> None:
    axes = film().figure.axes[2 + column]
    stems, dot = marks(film(), film().timeline.at(t), axes, "y")
    assert stems == pytest.approx(np.array([[n, y(n, sign)] for n in range(-2, t + 1)]))
    assert dot == pytest.approx(np.array([[t, y(t, sign)]]))


@pytest.mark.parametrize("t", [-1, 4, 7])
@SIDES
def test_only_the_left_kernel_is_flipped(column: int, sign: int, t: int) -> None:
    stalks = lines(film(), film().timeline.at(t), film().figure.axes[column], "h")[0]
    at, heights = stalks[1::3].T
    assert np.round(at).tolist() == [t - sign * n for n in H]
    assert heights.tolist() == list(H.values())


@SIDES
def test_the_outline_is_the_kernel_and_equals_the_response(column: int, sign: int) -> None:
    axes = film().figure.axes[2 + column]
    frame = film().timeline[-1]
    (outline,) = lines(film(), frame, axes, "h")
    drawn = dict(marks(film(), frame, axes, "y")[0].tolist())
    for n, height in H.items():
        at = sign * n
        inside = [
            max(a[1], b[1]) for a, b in pairwise(outline) if min(a[0], b[0]) < at < max(a[0], b[0])
        ]
        assert max(inside) == height == drawn[at]
    assert sorted(set(outline[:, 1])) == [0, *sorted(H.values())]


@SIDES
def test_a_bracket_lies_under_the_response_and_its_name_under_that(column: int, sign: int) -> None:
    axes = film().figure.axes[2 + column]
    (bracket,) = (line for line in axes.lines if line.get_color() == film().theme.h)
    across = bracket.get_xdata()
    places = [sign * n for n in H]
    assert [across[0], across[-1]] == [min(places) - 0.5, max(places) + 0.5]
    ends = bracket.get_window_extent()
    name = next(
        artist
        for artist in moved(film(), film().timeline[-1])
        if isinstance(artist, Text) and artist.get_text() == NAMES[column]
    ).get_window_extent()
    assert name.y1 < ends.y0
    assert (name.x0 + name.x1) / 2 == pytest.approx((ends.x0 + ends.x1) / 2, abs=1.5)


def test_names_come_when_all_of_a_response_is_drawn() -> None:
    said = {t: wordings(film(), film().timeline.at(t)) for t in (-1, 0, 1, 2)}
    assert [NAMES[1] in said[t] for t in said] == [False, True, True, True]
    assert [NAMES[0] in said[t] for t in said] == [False, False, False, True]
    assert "the kernel itself" in said[2]


def test_left_and_right_differ_from_the_first_picture_on() -> None:
    first = film().timeline[0]
    left, right = (lines(film(), first, axes, "h") for axes in film().figure.axes[2:])
    assert left[0][:, 1].max() == right[0][:, 1].max() == H[0]
    assert left[0][np.argmax(left[0][:, 1]), 0] == -0.5  # the highest block begins it
    assert right[0][np.argmax(right[0][:, 1]), 0] == -0.5
    assert (left[0][:, 0].min(), right[0][:, 0].min()) == (-0.5, -2.5)
    said = wordings(film(), first)
    assert {"convolution: flipped", "cross-correlation: not flipped"} <= set(said)
    assert said.count("impulse") == 2
