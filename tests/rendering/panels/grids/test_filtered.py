"""Filters of any few numbers find room beside their photograph."""

from itertools import pairwise

import numpy as np
import pytest

from animations.rendering import (
    Animation,
    Film,
    Filter,
    FilteredPanel,
    InTurn,
    Narration,
    PhotographPanel,
    steps,
)
from animations.rendering.drawing.picture import Raster

PHOTO = np.random.default_rng(2).integers(0, 100, (80, 80)).astype(float)
SHIFT = Filter("shifted", [[0, 0, 0], [0, 0, 0], [0, 0, 1]], [("down and right", "y")])


def film(count: int) -> Film:
    panel = FilteredPanel(PHOTO, [SHIFT] * count, first=2)
    both = InTurn([(0, panel)], always=[PhotographPanel(PHOTO)])
    return Film(Animation("t", "c", "a", [Narration("y"), both], steps(0, panel.last)))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_pictures_stand_side_by_side(count: int) -> None:
    drawn = film(count)
    frame = drawn.timeline[-1]
    assert np.array_equal(drawn.pixels(frame), drawn.redraw(frame))
    boxes = [raster.get_window_extent() for raster in drawn.figure.findobj(Raster)]
    rasters = [box for box in boxes if box.height > 20]  # without the scale of greys
    rasters.sort(key=lambda box: float(box.x0))
    assert len(rasters) == 1 + count
    for left, right in pairwise(rasters):
        assert right.x0 - left.x1 > 10
    assert rasters[-1].x1 < 960
    pixels, box = drawn.pixels(frame), rasters[-1]
    side = box.width / 78
    for row, column in ((0, 0), (40, 13), (77, 77)):
        x, y = box.x0 + (column + 0.5) * side, 540 - box.y1 + (row + 0.5) * side
        level = round(PHOTO[row + 2, column + 2] / 99 * 255)
        assert abs(int(pixels[int(y), int(x), 0]) - level) <= 1


def test_more_than_can_be_seen_are_refused() -> None:
    with pytest.raises(ValueError, match=r"no room for 9 copies of 80 × 80 pixels: .* \d+ × 540"):
        film(9)


@pytest.mark.parametrize("order", [1, -1])
def test_every_row_of_every_copy_is_uncovered_whatever_the_kernels_sizes(order: int) -> None:
    large = Filter("large", [[1.0] * 9] * 9, [("blurred", "y")], divisor=81)
    panel = FilteredPanel(PHOTO, [SHIFT, large][::order])
    both = InTurn([(0, panel)], always=[PhotographPanel(PHOTO)])
    drawn = Film(Animation("t", "c", "a", [Narration("y"), both], steps(0, panel.last)))
    drawn.pixels(drawn.timeline[-1])
    rasters = [raster for raster in drawn.figure.findobj(Raster) if raster.rows > 1]
    heights = sorted(len(raster._colors) for raster in rasters)
    assert heights == [72, 78, 80]
    assert all(raster.rows >= len(raster._colors) for raster in rasters)
