"""What points at t, and what leads from there down to y."""

import numpy as np
import oracles
import pytest
from artists import marks, moved, swept
from figures import film_of
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from oracles import SUMS

Y = {"continuous": oracles.y, "commutativity": oracles.y, **SUMS}


@pytest.mark.parametrize("name", Y)
def test_an_arrowhead_points_at_t_in_every_row(name: str) -> None:
    film = film_of(name)
    for frame in swept(film):
        for axes in film.figure.axes[:-1]:
            ((marker,),) = marks(film, frame, axes, "ink")
            assert marker.tolist() == [frame.t, 0]


@pytest.mark.parametrize("name", Y)
def test_one_thin_line_leads_from_the_uppermost_arrowhead_to_y(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    for frame in swept(film, 3):
        (tie,) = (
            one
            for one in moved(film, frame)
            if isinstance(one, Line2D)
            and to_hex(one.get_color()) == film.theme.axis
            and len(set(one.get_xdata())) == 1
        )
        top, foot = tie.get_transform().transform(tie.get_xydata())
        expected = axes.transData.transform((frame.t, Y[name](frame.t)))
        mark = film.figure.axes[0].transData.transform((frame.t, 0))
        np.testing.assert_allclose(foot, expected, rtol=0, atol=1e-6)
        np.testing.assert_allclose(top, mark, rtol=0, atol=1e-6)
