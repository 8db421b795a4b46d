"""The output's stems are the sums so far."""

import numpy as np
import pytest
from artists import lines, marks, swept
from figures import film_of
from oracles import SUMS


@pytest.mark.parametrize("name", SUMS)
def test_the_output_stems_are_the_sums_so_far(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    first = film.timeline.shifts[0]
    for frame in swept(film):
        heads, dot = marks(film, frame, axes, "y")
        expected = [[t, SUMS[name](t)] for t in range(round(first), round(frame.t) + 1)]
        np.testing.assert_allclose(dot, expected[-1:], rtol=0, atol=1e-12)
        if name == "discrete":  # the newest is the products piled up
            expected = expected[:-1]
        np.testing.assert_allclose(heads, np.reshape(expected, (-1, 2)), rtol=0, atol=1e-12)
        (stalks,) = lines(film, frame, axes, "y")
        feet, tops = stalks[0::3], stalks[1::3]
        np.testing.assert_array_equal(tops, heads)
        np.testing.assert_array_equal(feet, heads * (1, 0))


@pytest.mark.parametrize("name", SUMS)
def test_the_ghost_stems_are_all_of_y(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    start, stop = (round(t) for t in film.timeline.shifts)
    (ghost,) = (line for line in axes.lines if line.get_color() == film.theme.ghost("y"))
    expected = [[t, SUMS[name](t)] for t in range(start, stop + 1)]
    np.testing.assert_allclose(ghost.get_xydata(), expected, rtol=0, atol=1e-12)
    (stalks,) = axes.collections
    tops = [segment[-1] for segment in stalks.get_segments()]
    np.testing.assert_allclose(tops, expected, rtol=0, atol=1e-12)
