"""Both orders give one area: the limits of each, and the mirror image that lands on the other."""

from itertools import pairwise

import numpy as np
import oracles
import pytest
from artists import lines, patches, wordings
from figures import film_of
from matplotlib.lines import Line2D

from animations.rendering import Frame


def mirrored() -> list[Frame]:
    """The frames in which one area turns into the other."""
    return [frame for frame in film_of("commutativity").timeline if frame.aside == "mirror"]


def outline_of(frame: Frame) -> np.ndarray:
    """The outline on its way, in pixels."""
    film = film_of("commutativity")
    (line,) = (
        artist
        for artist in film.update(frame)
        if isinstance(artist, Line2D)
        and artist.get_visible()
        and artist.get_color() == film.theme.y
        and artist.get_linewidth() == 3.4
    )
    return line.get_transform().transform(line.get_xydata())


def area_of(row: int, frame: Frame) -> np.ndarray:
    film = film_of("commutativity")
    axes = film.figure.axes[row]
    film.update(frame)
    (area,) = patches(film, frame, axes, film.theme.fill("y"))
    return axes.transData.transform(area)


def is_the_same(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether every vertex of one outline lies within a pixel of the other, as a dense curve."""
    other = np.concatenate([np.linspace(a, b, 40) for a, b in pairwise(other)])
    return all(np.hypot(*(other - place).T).min() <= 1.0 for place in one)


def test_the_area_above_comes_down_turns_over_and_lands_on_the_one_below() -> None:
    frames = mirrored()
    assert is_the_same(outline_of(frames[0]), area_of(0, frames[0]) - [0, 1])
    assert is_the_same(outline_of(frames[-1]), area_of(1, frames[-1]))
    assert not is_the_same(area_of(0, frames[0]) - area_of(0, frames[0]).min(axis=0),
                           area_of(1, frames[0]) - area_of(1, frames[0]).min(axis=0))  # fmt: skip


@pytest.mark.parametrize("t", [1.0, 3.0, 4.2, 7.0])
def test_the_limits_of_each_integral_are_told(t: float) -> None:
    film = film_of("commutativity")
    told = [word for word in wordings(film, film.timeline.at(t)) if r"\leq \tau" in word]
    above = r"$0 \leq \tau \leq t$" if t < 5 else r"$t - 5 \leq \tau \leq t$"
    below = r"$0 \leq \tau \leq t$" if t < 5 else r"$0 \leq \tau \leq 5$"
    assert told == [above, below]
    at = np.linspace(max(0.0, t - 5), t, 20001)
    first = [oracles.h(tau) * oracles.x(t - tau) for tau in at]
    at_x = np.linspace(0, min(t, 5), 20001)
    second = [oracles.x(tau) * oracles.h(t - tau) for tau in at_x]
    assert np.trapezoid(first, at) == pytest.approx(oracles.y(t), rel=1e-3)
    assert np.trapezoid(second, at_x) == pytest.approx(oracles.y(t), rel=1e-3)


def test_both_are_flipped_before_they_slide() -> None:
    film = film_of("commutativity")
    opening = next(frame for frame in film.timeline if frame.flip == 1 and not frame.sweeping)
    slider = lines(film, opening, film.figure.axes[1], "h")[0]
    assert slider[:, 0].max() <= 0  # what is 0 before τ = 0 is 0 after it
    slider = lines(film, opening, film.figure.axes[0], "x")[0]
    assert slider[:, 0].min() == pytest.approx(-5)
