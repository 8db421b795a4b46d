"""The line of pixels: every number against NumPy, and wires that end where they should."""

import re

import numpy as np
import pytest
from artists import wires, wordings
from figures import film_of, storyboard
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.text import Text
from numpy.typing import NDArray

from animations.rendering import ChannelRowsPanel, Film

SHIFTS = range(2, 10)
Array = NDArray[np.float64]


def panel() -> ChannelRowsPanel:
    (found,) = (p for p in storyboard("color_line").panels if isinstance(p, ChannelRowsPanel))
    return found


def convolved(t: int) -> list[int]:
    """What each channel gives, by NumPy; all indices start at 0."""
    kernel = panel().kernels.values  # type: ignore[union-attr]
    return [round(np.convolve(each.values, kernel)[t]) for each in panel().channels]


def plain(text: str) -> str:
    return text.replace("\N{MINUS SIGN}", "-")


def grids(film: Film) -> list[tuple[Array, list[int]]]:
    """The lower left and the upper right corner of all grids, and the numbers on them."""
    texts = [t for t in film.figure.findobj(Text) if re.fullmatch(r"-?\d+", plain(t.get_text()))]
    found = []
    for faces in film.figure.findobj(PolyCollection):
        paths = [faces.get_transform().transform_path(path) for path in faces.get_paths()]
        numbers = []
        for path in paths:
            for text in texts:
                x, y = text.get_transform().transform(text.get_position())
                if path.contains_point((x, y + 4)):
                    numbers.append(int(plain(text.get_text())))
        corners = np.concatenate([path.vertices for path in paths])
        found.append((np.array([corners.min(axis=0), corners.max(axis=0)]), numbers))
    return found


def test_the_pixels_are_their_channels() -> None:
    film = film_of("color_line")
    (strip,) = (
        faces for faces in film.figure.findobj(PolyCollection)
        if len({to_hex(color) for color in faces.get_facecolor()}) > 8
    )  # fmt: skip
    values = np.array([channel.values for channel in panel().channels])
    colors = [to_hex(color) for color in strip.get_facecolor()]
    assert colors == [to_hex(pixel) for pixel in values.T / values.max()]


@pytest.mark.parametrize("t", SHIFTS)
def test_the_kernel_lies_flipped_over_what_it_meets(t: int) -> None:
    film = film_of("color_line")
    film.update(film.timeline.at(t))
    kernel = panel().kernels.values.tolist()  # type: ignore[union-attr]
    assert kernel != kernel[::-1]
    drawn = grids(film)
    (over,) = (box for box, numbers in drawn if numbers == kernel[::-1])
    channels = [c.values.tolist() for c in panel().channels]
    rows = [box for box, numbers in drawn if numbers in channels]
    assert len(rows) == 3
    for box in rows:
        side = (box[1, 0] - box[0, 0]) / 10
        assert (over[0, 0] - box[0, 0]) / side == pytest.approx(t - 2, abs=0.1)
        assert (over[1, 0] - box[0, 0]) / side == pytest.approx(t + 1, abs=0.1)


@pytest.mark.parametrize("t", SHIFTS)
def test_sums_add_up_and_lead_to_the_newest_number(t: int) -> None:
    film = film_of("color_line")
    film.update(film.timeline.at(t))
    given, drawn = convolved(t), grids(film)
    total = sum(given)
    rows = [each.values.tolist() for each in panel().channels]
    middles = [box.mean(axis=0)[1] for row in rows for box, numbers in drawn if numbers == row]
    tiles = [
        next(box for box, numbers in drawn if numbers == [number] and box[0, 1] < y < box[1, 1])
        for y, number in zip(middles, given, strict=True)
    ]
    ends = [(tile[1, 0], tile.mean(axis=0)[1]) for tile in tiles]
    green = [line for color, line in wires(film) if color == film.theme.y]
    starts = np.array([line[0] for line in green])
    assert np.allclose(sorted(starts[:, 1]), sorted(y for _, y in ends), atol=1)
    assert np.allclose(starts[:, 0], ends[0][0], atol=3)
    (main,) = (line for line in green if len(line) > 2)
    (output, numbers) = next(each for each in drawn if each[1] and each[1][-1] == total
                             and each[0][1, 1] < min(y for _, y in ends))  # fmt: skip
    assert numbers == [sum(convolved(s)) for s in range(2, t + 1)]
    side = (output[1, 0] - output[0, 0]) / len(SHIFTS)
    assert main[-1, 0] == pytest.approx(output[0, 0] + (t - 1.5) * side, abs=2)
    assert main[-1, 1] == pytest.approx(output[1, 1], abs=3)
    assert output[1, 1] + 8 < main[-2, 1] < min(tile[0, 1] for tile in tiles) - 8


@pytest.mark.parametrize("t", SHIFTS)
def test_the_products_and_the_sum_are_written_out(t: int) -> None:
    film = film_of("color_line")
    words = "".join(map(plain, wordings(film, film.timeline.at(t))))
    kernel = panel().kernels.values[::-1].tolist()  # type: ignore[union-attr]
    for channel in panel().channels:
        seen = channel.values[t - 2 : t + 1].tolist()
        terms = (f"{w:g} · {x:g}" for w, x in zip(kernel, seen, strict=True))
        assert "  +  ".join(terms) in words
    parts = "  +  ".join(map(str, convolved(t)))
    assert f"$y({t})  = $ {parts}  =  {sum(convolved(t))}" in words


def test_the_frames_glide_from_shift_to_shift() -> None:
    film = film_of("color_line")
    gliding = [frame for frame in film.timeline if frame.gliding and 4 < frame.t < 5]
    lefts = []
    for frame in gliding:
        film.update(frame)
        (kernel,) = (box for box, numbers in grids(film) if numbers == [1, 2, 3])
        lefts.append(float(kernel[0, 0]))
    assert len(lefts) > 2 and np.all(np.diff(lefts) > 0)


def test_a_frame_on_the_pixels_goes_with_the_kernel() -> None:
    film = film_of("color_line")
    for frame in film.timeline[::9]:
        film.update(frame)
        drawn = grids(film)
        (kernel,) = (box for box, numbers in drawn if numbers == [1, 2, 3])
        pixels = max(box[0, 1] for box, numbers in drawn if not numbers)
        edges = [line for color, line in wires(film) if color == film.theme.h]
        highest = [line for line in edges if line[:, 1].max() > kernel[1, 1] + 8]
        assert min(line[:, 0].min() for line in highest) == pytest.approx(kernel[0, 0], abs=3)
        assert max(line[:, 0].max() for line in highest) == pytest.approx(kernel[1, 0], abs=3)
        assert max(line[:, 1].max() for line in highest) == pytest.approx(pixels, abs=3)
