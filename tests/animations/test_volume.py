"""Every number of the volume figure, against loops written out here and SciPy."""

from itertools import pairwise, product

import numpy as np
import pytest
from artists import wires
from figures import film_of, storyboard
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from numpy.typing import NDArray
from scipy.signal import correlate

from animations.rendering import Animation, Film, VolumePanel
from signals import LayerSteps

Array = NDArray[np.float64]

STEPS = range(12)
MIDDLE = 430  # of the canvas: the input is on its left


def layer() -> LayerSteps:
    (panel,) = (p for p in storyboard("volume").panels if isinstance(p, VolumePanel))
    return panel.layer


def looped(x: Array, w: Array) -> Array:
    """Σ w(τ) x(t + τ), wherever the kernel lies inside."""
    y = np.zeros([n - k + 1 for n, k in zip(x.shape, w.shape, strict=True)])
    for i, j, k in product(*map(range, y.shape)):
        for a, b, c in product(*map(range, w.shape)):
            y[i, j, k] += w[a, b, c] * x[i + a, j + b, k + c]
    return y


def shown(film: Film, step: int) -> list[tuple[Text, tuple[float, float]]]:
    """What is written, and where on the canvas, from the top down and from left to right."""
    film.update(film.timeline.at(step))
    texts = [t for t in film.figure.findobj(Text) if t.get_visible() and t.get_text().strip()]
    placed = [(t, tuple(t.get_transform().transform(t.get_position()))) for t in texts]
    return sorted(placed, key=lambda pair: (-round(pair[1][1]), pair[1][0]))


def tiles(film: Film, step: int) -> list[tuple[str, str, str, tuple[float, float]]]:
    """The numbers on cells, with their own and their cells' colours, and where they stand."""
    texts, found = shown(film, step), []
    for faces in film.figure.findobj(PolyCollection):
        for path, face in zip(faces.get_paths(), faces.get_facecolor(), strict=True):
            outline = path.transformed(faces.get_transform())
            for text, place in texts:
                above = place[0], place[1] + 3  # a baseline may be close to the lower edge
                if outline.contains_point(above):
                    wording = text.get_text().replace("\N{MINUS SIGN}", "-")
                    found.append((wording, str(text.get_color()), to_hex(face), place))
    return sorted(found, key=lambda tile: (-round(tile[3][1]), tile[3][0]))


def numbers(found: list[tuple[str, str, str, tuple[float, float]]]) -> list[float]:
    return [float(wording) for wording, *_ in found]


def test_the_output_is_the_cross_correlation() -> None:
    x, w, y = layer().x, layer().w, layer().y
    assert np.array_equal(y, looped(x, w))
    assert np.array_equal(y, correlate(x, w, mode="valid", method="direct"))
    assert y.size == len(STEPS)


def test_a_flip_or_a_swap_of_axes_would_show() -> None:
    x, w, y = layer().x, layer().w, layer().y
    assert len(set(x.shape)) > 1 and len(set(y.shape)) > 1
    for axes in ((0,), (1,), (2,), (0, 1, 2)):
        assert not np.array_equal(looped(x, np.flip(w, axes)), y)


def test_calls_cross_correlation_by_its_name() -> None:
    assert "cross-correlation" in storyboard("volume").caption


@pytest.mark.parametrize("step", STEPS)
def test_the_floors_hold_the_input_and_the_box_what_the_kernel_sees(step: int) -> None:
    film, (x, w, y) = film_of("volume"), (layer().x, layer().w, layer().y)
    left = [tile for tile in tiles(film, step) if tile[3][0] < MIDDLE]
    assert numbers(left) == x.ravel().tolist()

    i, j, k = np.unravel_index(step, y.shape)
    inside = np.zeros(x.shape, dtype=bool)
    inside[i : i + w.shape[0], j : j + w.shape[1], k : k + w.shape[2]] = True
    assert [ink == film.theme.ink for _, ink, *_ in left] == inside.ravel().tolist()

    footprints = [
        patch.get_path().transformed(patch.get_transform())
        for patch in film.figure.findobj(PathPatch)
        if patch.get_visible() and patch.get_linewidth() > 2
        and to_hex(patch.get_edgecolor()) == film.theme.h
    ]  # fmt: skip
    boxed = [any(path.contains_point(place) for path in footprints) for *_, place in left]
    assert boxed == inside.ravel().tolist()


@pytest.mark.parametrize("step", STEPS)
def test_what_is_laid_out_flat_adds_up(step: int) -> None:
    film, (x, w, y) = film_of("volume"), (layer().x, layer().w, looped(layer().x, layer().w))
    place = i, j, k = tuple(int(n) for n in np.unravel_index(step, y.shape))
    patch = x[i : i + w.shape[0], j : j + w.shape[1], k : k + w.shape[2]]
    sums = (patch * w).sum(axis=(1, 2))
    right = [tile for tile in tiles(film, step) if tile[3][0] >= MIDDLE]
    column = next(at[0] for text, at in shown(film, step) if text.get_text() == "sum")
    assert numbers([tile for tile in right if tile[3][0] == column]) == sums.tolist()
    right = [tile for tile in right if tile[3][0] != column]
    table = np.concatenate([patch, w, patch * w], axis=2)
    assert numbers(right[: table.size]) == table.ravel().tolist()
    assert numbers(right[table.size :]) == y.ravel().tolist()[: step + 1]

    texts = [(text.get_text().replace("\N{MINUS SIGN}", "-"), at) for text, at in shown(film, step)]
    head, (_, height) = next((t, at) for t, at in texts if t.startswith(f"$y({i}"))
    assert head.split("=")[0].strip() == f"$y({', '.join(map(str, place))})"
    line = "".join(t for t, at in texts if at[1] == height and t not in (head, "output")).replace(
        " ", ""
    )
    assert line == f"{sums[0]:g}{sums[1]:+g}={y[place]:g}"
    assert sums.sum() == y[place]


def frames(film: Film, role: str, width: float) -> Array:
    """What is framed in a role's colour, or lines of it, by their width: corners in pixels."""
    (patch,) = (
        patch for patch in film.figure.findobj(PathPatch)
        if patch.get_visible() and patch.get_linewidth() == width
        and to_hex(patch.get_edgecolor()) == film.theme.color(role)
        and patch.get_zorder() > 20
    )  # fmt: skip
    corners: Array = patch.get_transform().transform(patch.get_path().vertices)
    return corners


def cells(film: Film) -> Array:
    """The corners of all the input's cells, the border around their tint included."""
    return np.concatenate([
        faces.get_transform().transform(np.concatenate([p.vertices for p in faces.get_paths()]))
        for faces in film.figure.findobj(PolyCollection)
    ])  # fmt: skip


@pytest.mark.parametrize("t", [0, 0.5, 2, 5.25, 7, 11])
def test_the_posts_end_at_the_corners_of_the_footprints(t: float) -> None:
    film = film_of("volume")
    film.update(film.timeline.at(t))
    footprints = frames(film, "h", 2.6).reshape(-1, 5, 2)[:, :4]
    assert len(footprints) == layer().w.shape[0]
    posts = frames(film, "h", 1.6).reshape(-1, 2, 2)
    tops = [tuple(post[0]) for post in posts]
    assert len(posts) == 3 * (len(footprints) - 1)
    for upper, lower in pairwise(footprints):
        for corner in (1, 2, 3):
            post = posts[tops.index(tuple(upper[corner]))]
            assert post[1] == pytest.approx(lower[corner])
    if t == int(t):
        assert all(np.abs(cells(film) - corner).sum(axis=1).min() < 5
                   for corner in footprints.reshape(-1, 2))  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_wires_lead_from_the_box_to_the_values_and_from_the_sums_to_the_voxel(step: int) -> None:
    film, w = film_of("volume"), layer().w
    film.update(film.timeline.at(step))
    footprints = frames(film, "h", 2.6).reshape(-1, 5, 2)
    into = [line for color, line in wires(film) if color == film.theme.h]
    assert np.allclose([line[0] for line in into], footprints[:, 1])
    values = [tile[3] for tile in tiles(film, step) if MIDDLE < tile[3][0] < 600]
    tops = np.array(values[:: w[0].size])
    for line, (x, y) in zip(into, tops, strict=True):
        side = values[1][0] - values[0][0]
        assert line[-1, 0] == pytest.approx(x - side / 2, abs=3)
        assert y + 0.1 * side < line[-1, 1] < y + 0.8 * side  # at their upper corner
        assert np.all((np.diff(line, axis=0) == 0).any(axis=1))

    out = [line for color, line in wires(film) if color == film.theme.y]
    (main,) = (line for line in out if len(line) == 4)
    assert tuple(main[-1]) == pytest.approx(tuple(frames(film, "y", 2.6)[1]))
    column = next(at for text, at in shown(film, step) if text.get_text() == "sum")
    added = [tile for tile in tiles(film, step) if tile[3][0] == column[0]]
    assert len(out) == len(added) == len(w)
    starts = sorted((line[0] for line in out), key=lambda at: -float(at[1]))
    for start, (*_, place) in zip(starts, added, strict=True):
        assert start[1] == pytest.approx(place[1] + 6, abs=6)
        assert 0 < start[0] - place[0] < 25


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_numbers_are_readable_on_their_cells(theme: str) -> None:
    film = film_of("volume", theme)
    pairs = {(ink, face) for step in STEPS for _, ink, face, _ in tiles(film, step)}
    assert len(pairs) > 12
    for ink, face in pairs:
        assert contrast(ink, face) >= 4.5, (ink, face)


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    value = np.array(to_rgb(color))
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def test_the_box_runs_between_the_numbers() -> None:
    film = film_of("volume")
    for step in STEPS:
        inputs = [place for *_, place in tiles(film, step) if place[0] < MIDDLE]
        (uprights,) = (
            patch for patch in film.figure.findobj(PathPatch)
            if patch.get_visible() and patch.get_linewidth() == 1.6
            and to_hex(patch.get_edgecolor()) == film.theme.h
        )  # fmt: skip
        ends = uprights.get_path().transformed(uprights.get_transform()).vertices
        for (x, top), (same, bottom) in zip(ends[::2], ends[1::2], strict=True):
            assert x == pytest.approx(same)
            passed = [place for place in inputs if bottom <= place[1] <= top]
            assert min(abs(place[0] - x) for place in passed) > 10


def test_other_sizes_and_strides_work() -> None:
    layer = LayerSteps(np.arange(48).reshape(3, 4, 4), np.ones((2, 1, 3)), stride=(1, 2, 1))
    board = storyboard("volume")
    film = Film(Animation("a", "b", "c", [VolumePanel(layer)], board.timeline))
    found = tiles(film, layer.last)
    assert numbers([tile for tile in found if tile[3][0] < MIDDLE]) == layer.x.ravel().tolist()
    expected = looped(layer.x, layer.w)[:, ::2]
    assert expected.shape == (2, 2, 2)
    outputs = numbers([tile for tile in found if tile[3][0] >= MIDDLE])[-8:]
    assert outputs == expected.ravel().tolist()


def test_a_shift_beyond_the_last_shows_the_last() -> None:
    film = film_of("volume")
    last = film.pixels(film.timeline[-1])
    assert np.array_equal(film.pixels(film.timeline.at(1000)), last)


@pytest.mark.parametrize("step", [0, 5, 6, 11])
def test_it_is_said_which_slices_meet(step: int) -> None:
    film, w = film_of("volume"), layer().w
    first = layer().places[step][0]
    above = [text.get_text() for text, (x, y) in shown(film, step) if x > 500 and y > 260
             and text.get_text().startswith("slice")]  # fmt: skip
    pairs = [(f"slice {first + n}", f"slice {n}") for n in range(len(w))]
    assert list(zip(above[::2], above[1::2], strict=True)) == pairs


def test_the_axes_point_where_their_indices_count() -> None:
    texts = {text.get_text(): np.array(at) for text, at in shown(film_of("volume"), 0)}
    i, j, k = (texts[f"${letter}$"] for letter in "ijk")
    cells = [np.array(at) for *_, at in tiles(film_of("volume"), 0) if at[0] < MIDDLE]
    x = np.array(cells).reshape(*layer().x.shape, 2)
    # They leave one corner: down to the next slice, to the front and to the right.
    deep, down, along = x[1, 0, 0] - x[0, 0, 0], x[0, 1, 0] - x[0, 0, 0], x[0, 0, 1] - x[0, 0, 0]
    assert (i - k)[1] < 0 and abs(deep[0]) < 1 and deep[1] < 0
    assert np.sign((j - i)[0]) == np.sign(down[0]) == -1 and down[1] < 0
    assert (k - i)[0] > 20 and along[0] > 0 and abs(along[1]) < 1
