"""Stamped text sits where it says, counts without shifting, and keeps its halo outside its ink."""

from io import BytesIO

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform
from numpy.typing import NDArray

from animations.rendering.drawing.label import Label

WIDTH, HEIGHT, DPI = 400, 120, 100
INK, HALO, PAPER = (0, 0, 255), (255, 0, 0), (255, 255, 255)
Picture = NDArray[np.uint8]


def make(wording: str, dpi: float = DPI, **style: object) -> Label:
    """A blue label with a red halo on a white figure."""
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=dpi, facecolor="white")
    FigureCanvasAgg(figure)
    style = {"fontsize": 18, "fontfamily": "STIXGeneral", "math_fontfamily": "stix"} | style
    label = Label(
        150, 50, wording, halo="#ff0000", color="#0000ff", transform=IdentityTransform(), **style
    )
    figure.add_artist(label)
    return label


def draw(label: Label) -> Picture:
    """The figure's pixels, from the bottom up, so that rows are ordinates."""
    figure = label.get_figure(root=True)
    width, height = figure.canvas.get_width_height()
    renderer = RendererAgg(width, height, figure.dpi)
    figure.draw(renderer)
    return np.array(renderer.buffer_rgba())[::-1, :, :3].astype(int)


def inked(picture: Picture, threshold: int = 0) -> Picture:
    """Where the picture is bluer than what halo and paper can mix to."""
    red, green, blue = np.moveaxis(picture, -1, 0)
    return blue - np.maximum(red, green) > threshold


def touched(picture: Picture) -> Picture:
    return np.any(picture != PAPER, axis=-1)


def box(mask: Picture) -> tuple[int, int, int, int]:
    """The least and the greatest column and row, the latter ones past the last."""
    rows, columns = np.nonzero(mask)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


WORDINGS = [
    "2.89",
    "$x(t - \\tau)$",
    "$y(t) =$ \N{MINUS SIGN}0.45",
    "area",
    "fjg (\N{GREEK SMALL LETTER TAU})",
]


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("dpi", [60, 100, 200])
@pytest.mark.parametrize("wording", WORDINGS)
def test_the_extent_holds_the_ink_and_little_more(wording: str, dpi: float, align: str) -> None:
    label = make(wording, dpi, horizontalalignment=align)
    label.set_position((1.6 * dpi, 0.5 * dpi))
    extent = label.get_window_extent()
    left, bottom, right, top = box(inked(draw(label)))
    # Pieces are put down on whole pixels, and edges are soft.
    assert left >= extent.x0 - 2
    assert right <= extent.x1 + 2
    assert bottom >= extent.y0 - 2
    assert top <= extent.y1 + 2
    slack = 0.09 * dpi
    assert left <= extent.x0 + slack and right >= extent.x1 - slack
    assert bottom <= extent.y0 + slack and top >= extent.y1 - slack


@pytest.mark.parametrize("wording", WORDINGS)
def test_the_alignment_says_where_the_anchor_is(wording: str) -> None:
    boxes = {
        align: make(wording, horizontalalignment=align).get_window_extent()
        for align in ("left", "center", "right")
    }
    assert boxes["left"].x0 == 150
    assert boxes["right"].x1 == 150
    assert (boxes["center"].x0 + boxes["center"].x1) / 2 == pytest.approx(150)
    assert len({round(one.width, 9) for one in boxes.values()}) == 1


def cover(label: Label) -> Picture:
    """How much of each pixel the same text covers, 0 to 255, as matplotlib itself draws it."""
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor="white")
    text = Text(
        *label.get_position(), label.get_text(), color="#000000",
        fontproperties=label.get_fontproperties(), transform=IdentityTransform(),
    )  # fmt: skip
    figure.add_artist(text)
    renderer = RendererAgg(WIDTH, HEIGHT, DPI)
    figure.draw(renderer)
    return 255 - np.array(renderer.buffer_rgba())[::-1, :, 0].astype(int)


def dilated(mask: Picture, reach: int) -> Picture:
    """The pixels that have one of the mask's within reach, diagonals included."""
    shifts = [(dy, dx) for dy in range(-reach, reach + 1) for dx in range(-reach, reach + 1)]
    return np.any([np.roll(mask, shift, axis=(0, 1)) for shift in shifts], axis=0)


@pytest.mark.parametrize("wording", ["$x(t - \\tau)$", "area", "$t$", "7"])
def test_a_single_piece_is_the_text_that_matplotlib_draws(wording: str) -> None:
    label = make(wording)
    ink, picture = cover(label), draw(label)
    # Blue and red share a pixel that ink and halo cover together: what is blue is ink.
    whole = (picture[..., 1] == 0) & (ink > 0)
    assert whole.sum() > 20
    assert np.abs(picture[..., 2] - ink)[whole].max() <= 1
    assert np.all((picture == INK).all(axis=-1) == (ink == 255))


def test_digits_keep_their_places_while_a_number_counts() -> None:
    label = make("")
    pictures = []
    for value in range(100, 200, 7):
        label.set_text(f"$y(t) =$ 3.{value}5")
        pictures.append(draw(label))
    extents = [label.get_window_extent().bounds]
    changing = np.any([np.any(one != pictures[0], axis=(0, 2)) for one in pictures], axis=0)
    columns = np.nonzero(changing)[0]
    # Two digits count; halos included, they need no more columns than two digits and their rims.
    digit = make("00").get_window_extent().width
    assert np.ptp(columns) <= digit + 12
    label.set_text("$y(t) =$ 3.9995")
    assert label.get_window_extent().bounds == extents[0]


def test_numbers_of_one_length_are_of_one_width() -> None:
    widths = {make(f"$t =$ {n:04.2f}").get_window_extent().width for n in (0, 1.11, 4.44, 8.88)}
    assert len(widths) == 1


def test_a_moving_label_is_the_same_picture_shifted_by_whole_pixels() -> None:
    label = make("$x(t - \\tau)$ 2.5")
    reference = draw(label)
    left, bottom, right, top = box(touched(reference))
    for dx, dy in [(0.3, 0.2), (7.0, 3.0), (20.49, -8.49), (-31.51, 11.6)]:
        label.set_position((150 + dx, 50 + dy))
        x, y = round(150 + dx) - 150, round(50 + dy) - 50
        moved = draw(label)
        assert box(touched(moved)) == (left + x, bottom + y, right + x, top + y)
        assert np.array_equal(np.roll(reference, (y, x), axis=(0, 1)), moved)


@pytest.mark.parametrize("wording", ["$x(t - \\tau)$", "area", "8"])
def test_the_halo_lies_two_points_around_the_ink_and_never_on_it(wording: str) -> None:
    label = make(wording)
    ink, picture = cover(label), draw(label)
    reach = round(2 * DPI / 72)
    assert np.array_equal(touched(picture), dilated(ink > 0, reach))
    rim = (picture == HALO).all(axis=-1)
    assert np.array_equal(rim, dilated(ink == 255, reach) & (ink == 0))
    assert rim.sum() > np.count_nonzero(ink)


def test_the_halos_of_neighbours_join() -> None:
    picture = draw(make("$y =$ 11.88"))
    reach = round(2 * DPI / 72)
    # Where the paper shows there is green.
    assert np.all(picture[dilated((picture == INK).all(axis=-1), reach), 1] == 0)


def test_hidden_and_empty_labels_draw_nothing() -> None:
    hidden = make("7")
    hidden.set_visible(False)
    assert not touched(draw(hidden)).any()
    assert not touched(draw(make(""))).any()


def test_a_change_of_colour_text_or_alignment_is_seen_at_once() -> None:
    label = make("7")
    first = draw(label)
    label.set_color("#00ff00")
    assert np.array_equal(inked(first), draw(label)[..., 1] > draw(label)[..., 0])
    label.set_color("#0000ff")
    assert np.array_equal(draw(label), first)
    label.set_text("1")
    assert not np.array_equal(draw(label), first)
    label.set_text("7")
    label.set_horizontalalignment("right")
    assert box(touched(draw(label)))[2] <= 150 + 6


def test_many_wordings_leave_the_early_ones_right() -> None:
    label = make("0.00")
    first = draw(label)
    for n in range(200):
        label.set_text(f"{n}")
        draw(label)
    label.set_text("0.00")
    assert np.array_equal(draw(label), first)


def test_vector_graphics_get_ordinary_text() -> None:
    label = make("$x(t)$ 2.5")
    page = BytesIO()
    label.get_figure(root=True).savefig(page, format="svg", metadata={"Date": None})
    page = page.getvalue().decode()
    assert "<image" not in page
    assert "#0000ff" in page
