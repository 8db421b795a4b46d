"""The photograph, the numbers taken from it, and what the filters make of it."""

import re

import numpy as np
import pytest
from figures import film_of, storyboard
from matplotlib.text import Text
from numpy.typing import NDArray
from PIL import Image
from scipy.signal import correlate2d

from animations.rendering import Film, FilteredPanel, InTurn, ZoomPanel, photograph
from animations.rendering.drawing.picture import Raster, grey_tiles
from animations.rendering.theme import THEMES

Array = NDArray[np.float64]

BLUR = np.full((3, 3), 1 / 9)
SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


def turns() -> tuple[ZoomPanel, FilteredPanel]:
    (panel,) = (panel for panel in storyboard("image").panels if isinstance(panel, InTurn))
    (_, zoom), (_, filtered) = panel.turns
    assert isinstance(zoom, ZoomPanel) and isinstance(filtered, FilteredPanel)
    return zoom, filtered


def shown(film: Film, t: float) -> list[Text]:
    film.update(film.timeline.at(t))
    return [text for text in film.figure.findobj(Text) if text.get_visible() and text.get_text()]


def numbers(film: Film, t: float) -> list[tuple[float, float, int]]:
    """Where the numbers on tiles stand, in pixels from the upper left, and which they are."""
    found = []
    for text in shown(film, t):
        wording = text.get_text().replace("\N{MINUS SIGN}", "-")
        if re.fullmatch(r"-?\d+", wording) and text.get_horizontalalignment() == "center":
            x, y = text.get_transform().transform(text.get_position())
            found.append((round(x), round(film.size[1] - y), int(wording)))
    return found


def within(found: list[tuple[float, float, int]], left: float, right: float) -> list[int]:
    """The numbers between two columns of pixels, in reading order."""
    inside = [(y, x, value) for x, y, value in found if left < x < right]
    return [value for _, _, value in sorted(inside)]


def picture(film: Film, t: float, column: int) -> NDArray[np.uint8]:
    """The pixels of one of the pictures that are seen, from the left."""
    pixels = film.pixels(film.timeline.at(t))[..., :3]
    seen = [image for image in film.figure.findobj(Raster) if image.get_visible()]
    boxes = sorted(
        (image.get_window_extent().bounds for image in seen),
        key=lambda bounds: float(bounds[0]),
    )
    left, bottom, width, height = (round(side) for side in boxes[column])
    top = film.size[1] - bottom - height
    return pixels[top + 1 : top + height : 3, left + 1 : left + width : 3]


def test_the_photograph_is_made_of_means_of_blocks() -> None:
    import matplotlib

    path = f"{matplotlib.get_data_path()}/sample_data/grace_hopper.jpg"
    colors = np.asarray(Image.open(path), dtype=float)
    levels = photograph()
    assert levels.shape == (80, 80)
    assert levels.min() >= 0 and levels.max() <= 99
    for row, column in ((0, 0), (16, 57), (79, 3), (40, 79)):
        block = colors[15 + 4 * row : 19 + 4 * row, 110 + 4 * column : 114 + 4 * column]
        grey = (block * (0.299, 0.587, 0.114)).sum(axis=2).mean()
        assert levels[row, column] == round(float(grey) / 255 * 99)


def test_the_filters_are_cross_correlations() -> None:
    _, panel = turns()
    blurred, edges = (each.of(panel.photo) for each in panel.filters)
    assert np.allclose(blurred, correlate2d(panel.photo, BLUR, mode="valid"), atol=1e-12)
    assert np.array_equal(edges, correlate2d(panel.photo, SOBEL, mode="valid"))
    assert not np.array_equal(SOBEL, SOBEL[::-1, ::-1]), "a flip would not show"


def test_the_numbers_are_the_photographs_and_their_sums() -> None:
    film = film_of("image")
    row, column = turns()[0].corner
    patch = photograph()[row : row + 4, column : column + 5]
    sums = correlate2d(patch, SOBEL, mode="valid")
    columns = sorted({x for x, _, _ in numbers(film, 5)})
    groups = np.split(columns, np.flatnonzero(np.diff(columns) > 60) + 1)
    edges = [(group[0] - 1, group[-1] + 1) for group in groups]
    assert len(edges) == 3
    for step in range(6):
        i, j = divmod(step, 3)
        found = numbers(film, step)
        assert within(found, *edges[0]) == patch.ravel().tolist()
        products = SOBEL * patch[i : i + 3, j : j + 3]
        assert within(found, *edges[1]) == [*SOBEL.ravel(), *products.ravel()]
        assert within(found, *edges[2]) == sums.ravel()[: step + 1].tolist()
        texts = shown(film, step)
        head = next(text for text in texts if text.get_text().startswith(f"$y({i}, {j})"))
        level = head.get_position()[1]
        line = sorted(
            (text for text in texts if text.get_position()[1] == level
             and text.get_window_extent().y0 < 60),
            key=lambda text: text.get_position()[0],
        )  # fmt: skip
        wording = "".join(text.get_text() for text in line[1:]).replace("\N{MINUS SIGN}", "-")
        terms, total = wording.split("=")
        factors = [re.findall(r"-?\d+", term) for term in terms.split("+")]
        assert len(factors) == 6
        assert sum(int(a) * int(b) for a, b in factors) == int(total) == sums[i, j]


def test_the_mark_is_around_the_pixels_that_are_enlarged() -> None:
    film = film_of("image")
    row, column = turns()[0].corner
    plain, marked = picture(film, 60, 0), picture(film, 0, 0)
    changed = np.any(plain[:40, : column + 4] != marked[:40, : column + 4], axis=2)
    rows, columns = np.nonzero(changed)  # to the right of the mark go its beams
    assert (rows.min(), rows.max()) in ((row - 1, row + 4), (row, row + 3), (row, row + 4))
    assert columns.min() in (column - 1, column)
    # Inside of the mark the pixels are untouched.
    inner = slice(row + 1, row + 3), slice(column + 1, column + 4)
    assert np.array_equal(plain[inner], marked[inner])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pictures_show_the_filtered_numbers_row_by_row(theme: str) -> None:
    film, colors = film_of("image", theme), THEMES[theme]
    photo = photograph()
    background, green, pink = (
        np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)])
        for color in (colors.background, colors.y, colors.negative)
    )
    blurred = correlate2d(photo, BLUR, mode="valid")
    edges = correlate2d(photo, SOBEL, mode="valid")
    share = np.clip(np.abs(edges) / (0.6 * np.abs(edges).max()), 0, 1)[..., None]
    expected = share * np.where(edges[..., None] < 0, pink, green) + (1 - share) * background
    for t in (6, 40, 83):
        rows = t - 5
        grey, signed = picture(film, t, 1), picture(film, t, 2)
        levels = np.repeat(np.rint(blurred / 99 * 255)[..., None], 3, axis=2)
        assert np.abs(grey[:rows] - levels[:rows]).max() <= 1
        assert np.abs(signed[:rows] - expected[:rows]).max() <= 1
        # The thin frame of what is to come runs along the last row and column.
        assert np.all(grey[rows:-1, 1:-1] == background)
        assert np.all(signed[rows:-1, 1:-1] == background)


def test_numbers_on_grey_are_readable() -> None:
    def light(level: float) -> float:
        value = level / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    paint = grey_tiles(99)
    for level in range(100):
        face, ink = (light(int(color[1:3], 16)) for color in paint(level))
        dark, bright = sorted((face, ink))
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, level
