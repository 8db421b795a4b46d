"""The index in one, two and three dimensions: the figure's own stands out."""

from itertools import pairwise

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from animations.rendering import Animation, Film
from animations.rendering.panels.text.dimensions import Dimensions


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_index_has_as_many_letters_as_there_are_dimensions(count: int) -> None:
    film = Film(Animation("t", "c", "a", [Dimensions(count)], timeline=()))
    film.update(film.timeline[0])
    texts = [text for text in film.figure.findobj(Text) if "$t" in text.get_text()]
    texts.sort(key=lambda text: float(text.get_position()[0]))
    letters = [[letter for letter in text.get_text() if letter in "ijk"] for text in texts]
    assert letters == [["i"], ["i", "j"], ["i", "j", "k"]]
    inks = [text.get_color() == film.theme.ink for text in texts]
    assert inks == [number == count for number in (1, 2, 3)]
    ends = [text.get_window_extent() for text in texts]
    assert all(one.x1 < other.x0 for one, other in pairwise(ends))


def test_every_sign_shows_a_kernel_of_two_cells_along_each_axis() -> None:
    film = Film(Animation("t", "c", "a", [Dimensions(3)], timeline=()))
    film.update(film.timeline[0])
    patches = film.figure.findobj(PathPatch)
    windows = [p for p in patches if to_hex(p.get_edgecolor()) == film.theme.h]
    areas = [p.get_path().get_extents().bounds for p in windows]
    cell = areas[0][3]
    assert len(windows) == 3 and areas[0][2] == pytest.approx(2 * cell)
    assert areas[1][2:] == pytest.approx((2 * cell, 2 * cell))
    assert areas[2][2] == pytest.approx(areas[2][3]) and areas[2][2] > 2 * cell
