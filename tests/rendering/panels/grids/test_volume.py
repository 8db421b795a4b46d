"""Volumes of other sizes are drawn smaller, and far too large ones refused."""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.collections import PolyCollection

from animations.rendering import Animation, Film, Narration, VolumePanel, steps
from signals import LayerSteps

Shape = tuple[int, int, int]


def film(size: Shape, kernel: Shape) -> Film:
    x = np.arange(np.prod(size)).reshape(size) % 10
    panel = VolumePanel(LayerSteps(x, np.ones(kernel)))
    return Film(Animation("t", "c", "a", [Narration("y"), panel], steps(0, 9)))


@pytest.mark.parametrize(
    ("size", "kernel"),
    [
        ((2, 2, 2), (1, 1, 1)),
        ((3, 3, 4), (2, 2, 2)),
        ((4, 4, 4), (2, 3, 3)),
        ((3, 5, 6), (3, 2, 2)),
    ],
)
def test_all_cells_find_room(size: Shape, kernel: Shape) -> None:
    drawn = film(size, kernel)
    frame = drawn.timeline[-1]
    assert np.array_equal(drawn.pixels(frame), drawn.redraw(frame))
    extents = []
    for faces in drawn.figure.findobj(PolyCollection):
        corners = faces.get_transform().transform(
            np.concatenate([path.vertices for path in faces.get_paths()])
        )
        extents.append((*corners.min(axis=0), *corners.max(axis=0)))
    for left, bottom, right, top in extents:
        assert left >= 0 and bottom >= 0 and right <= 960 and top <= 540 - 98
    for one, other in combinations(extents, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart


@pytest.mark.parametrize(
    ("size", "kernel", "message"),
    [
        ((12, 9, 9), (2, 2, 2), "a volume of 12 × 9 × 9 numbers"),
        ((16, 2, 2), (16, 1, 1), "a volume of 16 × 2 × 2 numbers and weights of 16 × 1 × 1: "),
    ],
)
def test_what_cannot_be_read_is_refused(size: Shape, kernel: Shape, message: str) -> None:
    with pytest.raises(ValueError, match=f"no room for {message}"):
        film(size, kernel)
