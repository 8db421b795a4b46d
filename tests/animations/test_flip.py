"""`flip` shows that convolution gives the kernel back and cross-correlation its mirror image."""

from itertools import pairwise

import numpy as np
import pytest
from artists import lines, marks, moved, wordings
from figures import film_of
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from animations.rendering import Film

H = {0: 1.0, 1: 0.5, 2: 0.25}
X = {4: 1.0}
SIDES = pytest.mark.parametrize(("column", "sign"), [(0, 1), (1, -1)])
NAMES = "$h(t - 4)$", "$h(4 - t)$"
WORDS = "the kernel itself", "its mirror image"


def film() -> Film:
    return film_of("flip")


def y(t: int, sign: int) -> float:
    """Σ x(τ) h(t − τ), or Σ x(τ) h(τ − t)."""
    return sum(value * H.get(sign * (t - tau), 0.0) for tau, value in X.items())


@pytest.mark.parametrize("t", [1, 2, 4, 7])
@SIDES
def test_the_output_is_the_sum(column: int, sign: int, t: int) -> None:
    axes = film().figure.axes[2 + column]
    stems, dot = marks(film(), film().timeline.at(t), axes, "y")
    assert stems == pytest.approx(np.array([[n, y(n, sign)] for n in range(1, t + 1)]))
    assert dot == pytest.approx(np.array([[t, y(t, sign)]]))


@pytest.mark.parametrize("t", [1, 4, 5])
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
    outline = lines(film(), frame, axes, "h")[0]
    drawn = dict(marks(film(), frame, axes, "y")[0].tolist())
    for n, height in H.items():
        at = 4 + sign * n
        inside = [
            max(a[1], b[1]) for a, b in pairwise(outline) if min(a[0], b[0]) < at < max(a[0], b[0])
        ]
        assert max(inside) == height == drawn[at]
    assert sorted(set(outline[:, 1])) == [0, *sorted(H.values())]


@SIDES
def test_a_bracket_lies_under_the_response_and_its_name_under_that(column: int, sign: int) -> None:
    axes = film().figure.axes[2 + column]
    shown = moved(film(), film().timeline[-1])
    (bracket,) = (line for line in shown if isinstance(line, Line2D) and spans(line, axes))
    (first, *_, last) = bracket.get_xdata()
    places = [4 + sign * n for n in H]
    assert min(places) - 0.5 < first < min(places) < max(places) < last < max(places) + 0.5
    ends = bracket.get_window_extent()
    name, words = (
        next(each for each in shown if isinstance(each, Text) and each.get_text() == wording)
        for wording in (NAMES[column], WORDS[column])
    )
    words_top, name = words.get_window_extent().y1, name.get_window_extent()
    assert words_top < name.y0 < name.y1 < ends.y0
    assert (name.x0 + name.x1) / 2 == pytest.approx((ends.x0 + ends.x1) / 2, abs=1.5)


def spans(line: Line2D, axes: Axes) -> bool:
    """Whether a line is a bracket under the axis of a plot."""
    ends = line.get_transform().transform(line.get_xydata())
    low, left, right = axes.transData.transform((0, 0))[1], *axes.get_window_extent().intervalx
    return (
        len(ends) == 4
        and bool(np.all((ends[:, 1] < low) & (left < ends[:, 0])))
        and bool(np.all(ends[:, 0] < right))
    )


def test_outline_and_names_come_when_all_of_a_response_is_drawn() -> None:
    for t, known in ((3, (False, False)), (4, (False, True)), (5, (False, True)), (6, (True,) * 2)):
        frame = film().timeline.at(t)
        said = wordings(film(), frame)
        assert tuple(name in said for name in NAMES) == known
        assert tuple(words in said for words in WORDS) == known
        seen = tuple(bool(lines(film(), frame, axes, "h")) for axes in film().figure.axes[2:])
        assert seen == known


def test_headings_say_from_the_first_picture_on_what_is_flipped() -> None:
    first = film().timeline[0]
    said = wordings(film(), first)
    titles = {"convolution: the kernel is flipped", "cross-correlation: the kernel as it is"}
    assert titles <= set(said)
    assert said.count("impulse") == 2
    assert not any(lines(film(), first, axes, "h") for axes in film().figure.axes[2:])
