"""The photograph, the numbers taken from it, and what the filters make of it."""

import re

import numpy as np
import pytest
from figures import film_of, storyboard
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from numpy.typing import NDArray
from PIL import Image
from scipy.signal import convolve2d, correlate2d

from animations.rendering import Film, FilteredPanel, InTurn, TurnPanel, ZoomPanel, photograph
from animations.rendering.drawing.picture import Raster, grey_tiles
from animations.rendering.theme import THEMES

Array = NDArray[np.float64]

BLUR = np.full((3, 3), 1 / 9)
PREWITT = np.array([[-1, 0, 1]] * 3)


def turns() -> tuple[ZoomPanel, FilteredPanel]:
    (panel,) = (panel for panel in storyboard("image").panels if isinstance(panel, InTurn))
    (_, turn), (_, zoom), (_, filtered) = panel.turns
    assert isinstance(turn, TurnPanel)
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


def is_scale(image: Raster) -> bool:
    """Whether it is the scale of greys."""
    return bool(image.get_window_extent().height < 20)


def picture(film: Film, t: float, column: int) -> NDArray[np.uint8]:
    """The pixels of one of the pictures that are seen, from the left."""
    pixels = film.pixels(film.timeline.at(t))[..., :3]
    seen = [image for image in film.figure.findobj(Raster) if image.get_visible()]
    boxes = sorted(
        (image.get_window_extent().bounds for image in seen if not is_scale(image)),
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
    assert np.array_equal(edges, correlate2d(panel.photo, PREWITT, mode="valid"))
    assert not np.array_equal(PREWITT, PREWITT[::-1, ::-1]), "a flip would not show"


def test_the_numbers_are_the_photographs_and_their_sums() -> None:
    film = film_of("image")
    row, column = turns()[0].corner
    patch = photograph()[row : row + 4, column : column + 4]
    sums = correlate2d(patch, PREWITT, mode="valid")
    columns = sorted({x for x, _, _ in numbers(film, 3)})
    groups = np.split(columns, np.flatnonzero(np.diff(columns) > 72) + 1)
    edges = [(group[0] - 1, group[-1] + 1) for group in groups]
    assert len(edges) == 3
    for step in range(4):
        i, j = divmod(step, 2)
        found = numbers(film, step)
        assert within(found, *edges[0]) == patch.ravel().tolist()
        products = PREWITT * patch[i : i + 3, j : j + 3]
        assert within(found, *edges[1]) == [*PREWITT.ravel(), *products.ravel()]
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
        added = [int(each.replace(" ", "")) for each in re.findall(r"-? *\d+", terms)]
        assert added == products.ravel().tolist()
        assert sum(added) == int(total) == sums[i, j]


def test_the_marks_are_around_the_pixels_that_are_enlarged_and_looked_at() -> None:
    film = film_of("image")
    row, column = turns()[0].corner
    where = min(
        (image.get_window_extent() for image in film.figure.findobj(Raster)),
        key=lambda box: (float(box.x0), -float(box.y0)),
    )

    def on_photo(t: float, role: str) -> list[tuple[float, ...]]:
        """The first and last row and column, one past it, of marks in a role's colour."""
        found = []
        for patch in film.update(film.timeline.at(t)):
            seen = isinstance(patch, PathPatch) and patch.get_visible()
            if seen and to_hex(patch.get_edgecolor()) == film.theme.color(role):
                box = patch.get_window_extent()
                if where.x0 <= box.x0 and box.x1 <= where.x1:
                    sides = (
                        where.y1 - box.y1,
                        where.y1 - box.y0,
                        box.x0 - where.x0,
                        box.x1 - where.x0,
                    )
                    found.append(tuple(side / 3 for side in sides))
        return found

    for step in range(4):
        i, j = divmod(step, 2)
        top, left = row + i, column + j
        assert on_photo(step, "h") == [pytest.approx((top, top + 3, left, left + 3), abs=0.2)]
        around = pytest.approx((row, row + 4, column, column + 4), abs=0.2)
        assert on_photo(step, "x") == [around]
    (on_the_way,) = on_photo(0.5, "h")
    assert on_the_way == pytest.approx((row, row + 3, column + 0.5, column + 3.5), abs=0.2)


def weights(film: Film, t: float) -> tuple[list[tuple[float, float, int]], ...]:
    """The numbers of the opening, left and right: of what stays, and of what turns."""
    found = numbers(film, t)
    middle = (min(x for x, _, _ in found) + max(x for x, _, _ in found)) / 2
    left = [each for each in found if each[0] < middle]
    return left, [each for each in found if each[0] > middle]


def test_convolution_turns_the_weights_and_deep_learning_does_not() -> None:
    film, kernel = film_of("image"), np.arange(1, 10).reshape(3, 3)
    for t in (-2, -1):
        kept, turned = (within(grid, 0, film.size[0]) for grid in weights(film, t))
        assert kept == kernel.ravel().tolist()
        assert turned == np.rot90(kernel, 2 * (t + 2)).ravel().tolist()
    # What it means: convolution is the cross-correlation with the turned weights.
    photo, around = photograph()[:9, :9], np.reshape(turned, (3, 3))
    assert np.array_equal(convolve2d(photo, kernel, "valid"), correlate2d(photo, around, "valid"))
    # On the way nothing is mirrored: all keep their distances and their sense of rotation.
    start = {n: x + 1j * y for x, y, n in weights(film, -2)[1]}
    for part in (0.25, 0.5, 1.0):
        now = {n: x + 1j * y for x, y, n in weights(film, part - 2)[1]}
        for n in (1, 3, 7, 9):
            turn = (now[n] - now[5]) / (start[n] - start[5])
            assert turn == pytest.approx(np.exp(1j * np.pi * part), abs=0.03)
            if part == 1:
                assert now[n] == pytest.approx(start[10 - n], abs=2)


def test_the_opening_says_which_is_which() -> None:
    film = film_of("image")
    first, *_ = film.timeline
    assert -2 < first.t < -1.5, "the turn is to be seen in the first frame"
    for t, said, other in (
        (first.t, "a flip in two dimensions: a turn by 180°", "deep learning leaves"),
        (-1, "deep learning leaves out the turn", "a flip in"),
    ):
        texts = shown(film, t)
        wordings = [text.get_text() for text in texts]
        assert said in wordings and not any(text.startswith(other) for text in wordings)
        at = {text.get_text(): text.get_window_extent() for text in texts}
        for lines, grid in zip(
            (("deep learning:", "as they are"), ("convolution:", "turned by 180°")),
            weights(film, t),
            strict=True,
        ):
            middle = np.mean([x for x, _, _ in grid])
            for line in lines:
                box = at[line]
                assert (box.x0 + box.x1) / 2 == pytest.approx(middle, abs=2)
                assert box.y1 < film.size[1] - max(y for _, y, _ in grid)
        assert not any(text.startswith("$y(0, 0)") for text in wordings), "nothing is summed yet"
    assert "turned by 180°" not in [text.get_text() for text in shown(film, 0)]
    # The weights that are kept are framed, once the others have turned.
    blue = film.theme.color("h")
    for t, count in ((-1.5, 0), (-1, 1)):
        frames = [
            patch.get_window_extent()
            for patch in film.update(film.timeline.at(t))
            if isinstance(patch, PathPatch)
            and patch.get_visible()
            and to_hex(patch.get_edgecolor()) == blue
        ]
        assert len(frames) == count
        kept = weights(film, t)[0]
        for box in frames:
            assert all(box.contains(x, film.size[1] - y) for x, y, _ in kept)
            assert box.x1 < min(x for x, _, _ in weights(film, t)[1])
    figure = storyboard("image")
    assert "turns them by 180 degrees, 1 to 9 into 9 to 1; deep learning does not" in figure.alt
    assert "cross-correlation" in figure.caption and "180°" in figure.caption


@pytest.mark.parametrize("t", [-1.88, -1.5, -1.0])
def test_the_opening_is_the_same_drawn_anew(t: float) -> None:
    film = film_of("image")
    frame = film.timeline.at(t)
    assert np.array_equal(film.pixels(frame), film.redraw(frame))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pictures_show_the_filtered_numbers_row_by_row(theme: str) -> None:
    film, colors = film_of("image", theme), THEMES[theme]
    photo = photograph()
    background, green, pink = (
        np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)])
        for color in (colors.background, colors.y, colors.negative)
    )
    blurred = correlate2d(photo, BLUR, mode="valid")
    edges = correlate2d(photo, PREWITT, mode="valid")
    share = np.clip(np.abs(edges) / (0.6 * np.abs(edges).max()), 0, 1)[..., None]
    expected = share * np.where(edges[..., None] < 0, pink, green) + (1 - share) * background
    for t in (4, 40, 81):
        rows = t - 3
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
