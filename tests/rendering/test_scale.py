"""Rows that compare or add stand at one scale, read off the axes of the finished film."""

import pytest
from figures import film_of, storyboard
from matplotlib.axes import Axes
from matplotlib.text import Text

from animations.rendering import OutputPanel, StemOutputPanel

# Which of a figure's axes, from the top, compare or add, and so share pixels per unit.
SHARED = {
    "commutativity": [0, 1, 2],  # the two areas, which are one y
    "multichannel": [0, 1, 2],  # what the channels give piles up to y
    "unflipped": [0, 1, 2],
    "flip": [0, 1, 2, 3],  # the kernel, and what the impulse makes of it
    "moving_average": [0, 1, 2],
    "echoes": [0, 1, 2],  # samples, copies that pile up, and the pile's height
    "discrete": [0, 1],  # bars that add up to the new stem
    "continuous": [0, 1],
    "definitions": [0, 1, 2],
    "system": [0, 1],
    "impulses": [0, 1],
}


def pixels_per_unit(axes: Axes) -> tuple[float, float]:
    """Across and up."""
    left, right = axes.get_xlim()
    low, high = axes.get_ylim()
    return axes.bbox.width / (right - left), axes.bbox.height / (high - low)


@pytest.mark.parametrize(("name", "rows"), SHARED.items())
def test_rows_that_compare_or_add_stand_at_one_scale(name: str, rows: list[int]) -> None:
    axes = film_of(name).figure.axes
    first, *others = (pixels_per_unit(axes[row]) for row in rows)
    for other in others:
        assert other == pytest.approx(first, rel=1e-9)


def test_all_axes_share_the_horizontal_scale_and_its_origin(figure: str) -> None:
    """In a column t lines up; a curve over something else than t, as a loss, is no row of these."""
    planes = [axes for axes in film_of(figure).figure.axes if axes.get_xlim()[0] != 0]
    columns = {round(axes.bbox.x0): pixels_per_unit(axes)[0] for axes in planes}
    for axes in planes:
        assert pixels_per_unit(axes)[0] == pytest.approx(columns[round(axes.bbox.x0)], rel=1e-9)


def test_a_scale_of_its_own_is_told(figure: str) -> None:
    film = film_of(figure)
    told = sum("scale of its own" in text.get_text() for text in film.figure.findobj(Text))
    scales = {round(pixels_per_unit(axes)[1], 6) for axes in film.figure.axes}
    outputs = [
        panel
        for row in storyboard(figure).rows
        for panel in row
        if isinstance(panel, OutputPanel | StemOutputPanel)
    ]
    if len(scales) > 1 and outputs:
        assert told == 1
