"""A photograph and filters in one call: of other sizes than those of the collection's figure."""

import numpy as np
from films import check_labels
from scipy.signal import correlate2d

from animations.rendering import Film, Filter, TurnPanel, animate_filters
from animations.rendering.panels.in_turn import InTurn

PHOTO = np.random.default_rng(5).integers(0, 100, (60, 70)).astype(float)
KERNEL = [[1, -2, 0], [3, 0, -1]]


def test_filters_are_told_with_their_numbers() -> None:
    mix = Filter("mixed", KERNEL, [("whatever", "muted")])
    figure = animate_filters(PHOTO, [mix], range(7, 10), range(20, 25))
    y = correlate2d(PHOTO[7:10, 20:25], KERNEL, "valid")
    first, last = (f"{value:g}".replace("-", "\N{MINUS SIGN}") for value in y.flat[[0, -1]])
    assert f"from {first} to {last}" in figure.alt and "2 × 3" in figure.alt
    assert "cross-correlation" in figure.caption
    film = Film(figure)
    check_labels(film, most=8)
    for frame in (film.timeline[0], film.timeline[30], film.timeline.at(2), film.timeline[-1]):
        assert np.array_equal(film.pixels(frame), film.redraw(frame))
    views = next(panel for panel in figure.panels if isinstance(panel, InTurn))
    turn = next(panel for _, panel in views.turns if isinstance(panel, TurnPanel))
    assert np.array_equal(turn.kernel, [[1, 2, 3], [4, 5, 6]]), "as many as there are weights"
    assert "1 to 6 into 6 to 1" in figure.alt
