"""What is tied to what in figures of layers, how long jumps are, and what a corner marks."""

import re
from itertools import product

import numpy as np
import pytest
from figures import film_of, storyboard
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch
from numpy.typing import NDArray
from scipy.signal import correlate2d

from animations.rendering import Film, LayerPanel, TransposedPanel
from animations.rendering.drawing.label import Label
from signals import LayerSteps, TransposedSteps

Array = NDArray[np.float64]
Box = tuple[int, int, int, int]
"""The first row and column, and those one past the last."""
NAMES = ["image_padding", "image_stride", "image_dilation"]


class Grid:
    """A grid as it is drawn: the corner and the side of its squares."""

    def __init__(self, faces: PolyCollection) -> None:
        corners = np.array([path.vertices[:4] for path in faces.get_paths()])
        low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
        tile = np.ptp(corners[0], axis=0)
        lefts = np.unique(corners[..., 0].min(axis=1).round(3))
        self.side = float(np.diff(lefts)[0])
        groove = (self.side - tile[0]) / 2
        self.left, self.top = low[0] - groove, high[1] + groove
        self.right = high[0] + groove
        self.shape = round((self.top - low[1]) / self.side), len(lefts)

    def corners(self, box: Box) -> Array:
        """Upper left, upper right, lower right and lower left of some squares."""
        top, left, bottom, right = box
        places = (left, top), (right, top), (right, bottom), (left, bottom)
        return np.array([(self.left + x * self.side, self.top - y * self.side) for x, y in places])

    @property
    def whole(self) -> Box:
        return 0, 0, *self.shape


def layer_of(name: str) -> LayerSteps | TransposedSteps:
    panels = storyboard(name).panels
    kinds = LayerPanel, TransposedPanel
    return next(panel.layer for panel in panels if isinstance(panel, kinds))


def grids(film: Film) -> list[Grid]:
    return [Grid(faces) for faces in film.figure.findobj(PolyCollection)]


def strokes(film: Film, t: float, role: str, width: float) -> list[Array]:
    """The lines that patches of an edge's colour and width are made of."""
    found = []
    for artist in film.update(film.timeline.at(t)):
        if isinstance(artist, PathPatch) and artist.get_visible():
            edge = to_hex(artist.get_edgecolor())
            if edge == film.theme.color(role) and artist.get_linewidth() == width:
                path = artist.get_path()
                starts = np.flatnonzero(path.codes == 1) if path.codes is not None else [0]
                found += np.split(path.vertices, starts[1:])
    return found


def check_ties(lines: list[Array], source: Grid, seen: Box, target: Grid, goal: Box) -> None:
    """They go from the right corners' heights to those of the left ones, between the grids."""
    start, stop = source.corners(seen)[[1, 2]], target.corners(goal)[[0, 3]]
    assert len(lines) == 2
    for line, first, last in zip(lines, start, stop, strict=True):
        assert line == pytest.approx(np.array([(source.right, first[1]), (target.left, last[1])]))


def seen_by(layer: LayerSteps, place: tuple[int, ...]) -> Box:
    """The window by its definition: s·i to s·i + d·(k − 1), both included."""
    axes = zip(place, layer.stride, layer.dilation, layer.w.shape, strict=True)
    (top, bottom), (left, right) = ((s * n, s * n + d * (k - 1) + 1) for n, s, d, k in axes)
    return top, left, bottom, right


@pytest.mark.parametrize("name", NAMES)
def test_the_window_is_tied_to_products_and_these_to_their_sum(name: str) -> None:
    layer, film = layer_of(name), film_of(name)
    assert isinstance(layer, LayerSteps)
    image, _, products, output = grids(film)[:4]
    for step in (0, 1, layer.last):
        i, j = np.unravel_index(step, layer.y.shape)
        place, lines = (int(i), int(j)), strokes(film, step, "h", 1.0)
        check_ties(lines, image, seen_by(layer, place), products, products.whole)
        cell = place[0], place[1], place[0] + 1, place[1] + 1
        check_ties(strokes(film, step, "y", 1.0), products, products.whole, output, cell)


def test_ties_follow_the_window_between_two_steps() -> None:
    layer, film = layer_of("image_stride"), film_of("image_stride")
    assert isinstance(layer, LayerSteps)
    image = grids(film)[0]
    halfway = np.array([line[0] for line in strokes(film, 2.5, "h", 1.0)])
    ends = [image.corners(seen_by(layer, place))[[1, 2], 1] for place in ((0, 2), (1, 0))]
    assert halfway[:, 1] == pytest.approx((ends[0] + ends[1]) / 2)
    assert halfway[:, 0] == pytest.approx(image.right)


def test_an_arrow_is_as_long_as_the_stride() -> None:
    layer, film = layer_of("image_stride"), film_of("image_stride")
    image = grids(film)[0]
    assert not strokes(film, 0, "h", 2.0)
    for step, (i, j) in enumerate(product(*map(range, layer.y.shape))):
        heads = [
            artist.get_path().vertices[1]
            for artist in film.update(film.timeline.at(step))
            if isinstance(artist, PathPatch) and artist.get_visible() and step
            and to_hex(artist.get_facecolor()) == film.theme.h
        ]  # fmt: skip
        if not step:
            continue
        (shaft, _), (tip,) = strokes(film, step, "h", 2.0), heads
        along = tip - shaft[0]
        corner = image.left + 2 * j * image.side, image.top - 2 * i * image.side
        assert tip == pytest.approx(corner)
        if j:
            assert along == pytest.approx((2 * image.side, 0))
        else:
            assert along == pytest.approx((0, -2 * image.side))


def test_a_dilated_kernel_spreads_from_tiles_side_by_side() -> None:
    film = film_of("image_dilation")
    image = grids(film)[0]

    def looked_at(t: float) -> set[tuple[int, int]]:
        width = max(
            a.get_linewidth() for a in film.update(film.timeline.at(t))
            if isinstance(a, PathPatch) and a.get_visible()
        )  # fmt: skip
        frames = strokes(film, t, "h", width)
        corners = [(image.top - each[0][1], each[0][0] - image.left) for each in frames]
        return {(round(y / image.side), round(x / image.side)) for y, x in corners}

    assert looked_at(-1) == {*product((0, 1), (0, 1, 2))}
    assert looked_at(0) == {*product((0, 2), (0, 2, 4))}


@pytest.mark.parametrize("name", ["image_padding", "image_dilation"])
def test_before_the_first_step_the_layer_is_plain(name: str) -> None:
    layer, film = layer_of(name), film_of(name)
    down, across = layer.w.shape
    film.update(film.timeline.at(-1))
    image, _, products, output, *others = grids(film)
    output = others[0] if others else output
    texts = [text for text in film.figure.findobj(Label) if text.get_visible()]
    tiles = [text for text in texts if re.fullmatch(r"\W?\d+", text.get_text())]
    numbers = [
        [
            int(text.get_text().replace("\N{MINUS SIGN}", "-"))
            for text in tiles
            if text.get_ha() == "center"
            and grid.left < text.get_position()[0] < grid.right
            and grid.top - grid.shape[0] * grid.side < height(text) < grid.top
        ]
        for grid in (image, products, output)
    ]
    plain = layer.w * layer.x[:down, :across]
    usual = correlate2d(layer.x, layer.w, "valid").ravel().tolist()
    shown = usual[:1] if others else usual
    assert numbers == [layer.x.ravel().tolist(), plain.ravel().tolist(), shown]
    top, left = layer.padding
    window = top, left, top + down, left + across
    check_ties(strokes(film, -1, "h", 1.0), image, window, products, products.whole)
    cell = (0, 0, 1, 1) if others else (top, left, top + 1, left + 1)
    check_ties(strokes(film, -1, "y", 1.0), products, products.whole, output, cell)
    if others:
        assert output.shape == tuple(np.subtract(layer.x.shape, layer.w.shape) + 1)


def height(text: Label) -> float:
    """How high a number on a tile stands, in its panel."""
    return float(text.get_position()[1])


def test_a_number_that_spreads_is_tied_to_its_copy_and_this_to_its_place() -> None:
    layer, film = layer_of("image_transposed"), film_of("image_transposed")
    image, _, copy, output = grids(film)
    for step, (i, j) in enumerate(np.ndindex(*layer.x.shape)):
        cell = i, j, i + 1, j + 1
        check_ties(strokes(film, step, "x", 1.0), image, cell, copy, copy.whole)
        place = 2 * i, 2 * j, 2 * i + 3, 2 * j + 3
        check_ties(strokes(film, step, "h", 1.0), copy, copy.whole, output, place)


def test_a_corner_marks_what_is_added_to_a_number_that_was_there() -> None:
    layer, film = layer_of("image_transposed"), film_of("image_transposed")
    output = grids(film)[3]
    reached: set[tuple[int, int]] = set()
    for step, (i, j) in enumerate(np.ndindex(*layer.x.shape)):
        new = {*product(range(2 * i, 2 * i + 3), range(2 * j, 2 * j + 3))}
        marks = [
            np.reshape(artist.get_path().vertices, (-1, 4, 2))
            for artist in film.update(film.timeline.at(step))
            if isinstance(artist, PathPatch) and artist.get_visible()
            and to_hex(artist.get_facecolor()) == film.theme.y
        ]  # fmt: skip
        where = [((output.top - y) / output.side, (x - output.left) / output.side)
                 for each in marks for x, y in each[:, :3].mean(axis=1)]  # fmt: skip
        assert {(int(row), int(column)) for row, column in where} == new & reached
        reached |= new
