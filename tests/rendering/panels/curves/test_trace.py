"""y is drawn as far as t has come: the values of its closed form."""

import numpy as np
import oracles
import pytest
from artists import lines, marks, swept
from figures import film_of

FIGURES = ["continuous", "commutativity"]


@pytest.mark.parametrize("name", FIGURES)
def test_the_trace_is_y_at_every_vertex_and_ends_at_t(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    for frame in swept(film, 3):
        (trace,) = lines(film, frame, axes, "y")
        expected = [oracles.y(t) for t in trace[:, 0]]
        np.testing.assert_allclose(trace[:, 1], expected, rtol=0, atol=1e-12)
        assert trace[0, 0] == film.timeline.shifts[0]
        assert np.all(np.diff(trace[:, 0]) >= 0)
        assert trace[-1].tolist() == pytest.approx([frame.t, oracles.y(frame.t)], abs=1e-12)


@pytest.mark.parametrize("name", FIGURES)
def test_the_dot_is_at_y(name: str) -> None:
    film = film_of(name)
    for frame in swept(film):
        ((dot,),) = marks(film, frame, film.figure.axes[-1], "y")
        assert dot.tolist() == pytest.approx([frame.t, oracles.y(frame.t)], abs=1e-12)


@pytest.mark.parametrize("name", FIGURES)
def test_the_ghost_is_the_whole_of_y(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    (ghost,) = (line for line in axes.lines if line.get_color() == film.theme.ghost("y"))
    t, values = ghost.get_xydata().T
    np.testing.assert_allclose(values, [oracles.y(at) for at in t], rtol=0, atol=1e-12)
    assert (t[0], t[-1]) == film.timeline.shifts
