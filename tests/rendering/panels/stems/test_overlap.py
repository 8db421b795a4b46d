"""Stems stand at their indices, and bars between them are the products that add up to y."""

import numpy as np
import oracles
import pytest
from artists import marks, patches, swept
from figures import film_of
from matplotlib.axes import Axes
from oracles import SUMS, convolution, correlation, cut

from animations.rendering import Film, Frame

# The rows of the figures: what rests, and what slides over it.
OVERLAPS = [
    ("discrete", 0, "hx"),
    ("multichannel", 0, "xh"),
    ("multichannel", 1, "kh"),
    ("unflipped", 0, "xh"),
    ("unflipped", 1, "kh"),
]
# The figures sample the three signals; h, which never ends, is cut somewhere out of sight.
SIGNALS = {"h": oracles.h, "x": oracles.x, "k": oracles.k}


def bars(film: Film, frame: Frame, axes: Axes) -> dict[float, float]:
    """The heights of the bars by their middles, those above the axis and those below."""
    heights = {}
    for role, sign in (("y", 1), ("negative", -1)):
        for outline in patches(film, frame, axes, film.theme.fill(role)):
            for (left, foot), (_, top), (right, _), (_, end), _ in outline.reshape(-1, 5, 2):
                assert foot == end == 0 and sign * top > 0
                heights[round((left + right) / 2, 9)] = float(top)
    return heights


@pytest.mark.parametrize(("name", "row", "letters"), OVERLAPS)
def test_every_bar_is_a_product(name: str, row: int, letters: str) -> None:
    film = film_of(name)
    fixed, sliding = (SIGNALS[letter] for letter in letters)
    for frame in swept(film):
        t = round(frame.t)
        products = {
            tau: fixed(tau) * sliding(tau - t if name == "unflipped" else t - tau)
            for tau in range(-40, 41)
        }
        expected = {tau: value for tau, value in products.items() if value}
        assert bars(film, frame, film.figure.axes[row]) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("name", SUMS)
def test_all_bars_together_are_y(name: str) -> None:
    film = film_of(name)
    for frame in swept(film):
        everything = sum(sum(bars(film, frame, axes).values()) for axes in film.figure.axes[:-1])
        assert everything == pytest.approx(SUMS[name](round(frame.t)), abs=1e-12)


@pytest.mark.parametrize(("name", "row", "letters"), OVERLAPS)
def test_stems_stand_side_by_side_at_their_indices(name: str, row: int, letters: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[row]
    still, slides = letters
    low, high = film.animation.span
    sign = 1 if name == "unflipped" else -1
    for frame in swept(film):
        (fixed,) = marks(film, frame, axes, still)
        (slider,) = marks(film, frame, axes, slides)
        for letter, heads, shift, turn in ((still, fixed, 0, 1), (slides, slider, frame.t, sign)):
            index = np.rint(heads[:, 0])
            assert np.ptp(heads[:, 0] - index) < 1e-9
            found = dict(zip(index, heads[:, 1], strict=True))
            assert len(found) == len(heads)
            values = {n: SIGNALS[letter](turn * (n - shift)) for n in np.arange(-60.0, 61)}
            assert found == pytest.approx({n: values[n] for n in found}, abs=1e-12)
            # In view only what is zero, or less than a head's height, may be missing.
            missing = [n for n in values if low <= n < high - 0.5 and n not in found]
            assert all(abs(values[n]) < 1e-3 for n in missing), frame
        sides = [heads[0, 0] - round(heads[0, 0]) for heads in (fixed, slider)]
        assert 0.1 < sides[1] - sides[0] < 0.4


@pytest.mark.parametrize("name", SUMS)
def test_the_discrete_figures_never_stop_between_whole_shifts(name: str) -> None:
    film = film_of(name)
    for frame in film.timeline:
        if frame.sweeping and not frame.gliding:
            assert frame.t == round(frame.t)


def test_a_cut_of_h_is_out_of_sight() -> None:
    """What is left out of the sums weighs less than the last digit that they show."""
    for name in SUMS:
        for t in range(-10, 16):
            combine = correlation if name == "unflipped" else convolution
            whole, short = (combine(oracles.x, h, t) for h in (oracles.h, cut(oracles.h, 16)))
            assert abs(whole - short) < 0.005
