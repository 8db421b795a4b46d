"""Every number of the layer with channels, against loops written out here."""

import re
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from artists import wires
from figures import film_of, storyboard
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from numpy.typing import NDArray
from scipy.signal import correlate2d

from animations.rendering import ChannelsPanel, Film
from signals import ChannelSteps

Array = NDArray[np.float64]
SPLIT = 540.0  # between the sums and how the first number is made, in pixels


@pytest.fixture(scope="module")
def channels() -> ChannelSteps:
    panels = storyboard("image_channels").panels
    return next(panel.layer for panel in panels if isinstance(panel, ChannelsPanel))


def looped(channels: ChannelSteps) -> Array:
    """y_o(i, j) = b_o + Σ_c Σ_m w_oc(m) x_c((i, j) + m), term by term."""
    x, w = channels.x, channels.w
    (_, rows, columns), (outputs, inputs, down, across) = x.shape, w.shape
    y = np.zeros((outputs, rows - down + 1, columns - across + 1))
    for o, i, j in np.ndindex(*y.shape):
        y[o, i, j] = channels.bias[o]
        for c, m, n in product(range(inputs), range(down), range(across)):
            y[o, i, j] += w[o, c, m, n] * x[c, i + m, j + n]
    return y


def shown(film: Film, t: float) -> list[Text]:
    film.update(film.timeline.at(t))
    return [text for text in film.figure.findobj(Text) if text.get_visible() and text.get_text()]


def plain(text: Text) -> str:
    return text.get_text().replace("\N{MINUS SIGN}", "-")


class Grid(NamedTuple):
    """Tiles that belong together: where they stand, in pixels, and the numbers on them."""

    left: float
    bottom: float
    right: float
    top: float
    numbers: list[int]
    colors: list[str]

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


def grids(film: Film, t: float) -> list[Grid]:
    """All grids of numbers, and these in reading order."""
    texts, found = shown(film, t), []
    for faces in film.figure.findobj(PolyCollection):
        numbers = []
        paths = [faces.get_transform().transform_path(path) for path in faces.get_paths()]
        for path in paths:
            for text in texts:
                x, y = text.get_transform().transform(text.get_position())
                if path.contains_point((x, y + 4)) and re.fullmatch(r"-?\d+", plain(text)):
                    numbers.append(int(plain(text)))
        corners = np.concatenate([path.vertices for path in paths])
        colors = [to_hex(color) for color in faces.get_facecolor()]
        found.append(Grid(*corners.min(axis=0), *corners.max(axis=0), numbers, colors))
    return found


def frames(film: Film, role: str) -> list[Array]:
    """The corners of what is framed in the role's colour, clockwise from the upper left one."""
    return [
        patch.get_transform().transform(patch.get_path().vertices)
        for patch in film.figure.findobj(PathPatch)
        if patch.get_visible() and to_hex(patch.get_edgecolor()) == film.theme.color(role)
        and patch.get_linewidth() > 2 and len(patch.get_path().vertices) == 5
    ]  # fmt: skip


def test_the_layer_is_its_definition_and_scipys(channels: ChannelSteps) -> None:
    assert np.array_equal(channels.y, looped(channels))
    for o, output in enumerate(channels.y):
        pairs = zip(channels.x, channels.w[o], strict=True)
        sums = [correlate2d(image, kernel, mode="valid") for image, kernel in pairs]
        assert np.array_equal(output, np.sum(sums, axis=0) + channels.bias[o])
    assert channels.x.shape[1] != channels.x.shape[2]
    kernels = channels.w.reshape(-1, *channels.w.shape[2:])
    assert all(not np.array_equal(kernel, kernel[::-1, ::-1]) for kernel in kernels)


def test_every_number_on_a_tile_is_the_layers_own(channels: ChannelSteps) -> None:
    film, y = film_of("image_channels"), looped(channels)
    for step, (i, j) in enumerate(np.ndindex(*y.shape[1:])):
        expected = [*channels.x.reshape(3, -1).tolist(), *channels.bias.reshape(-1, 1).tolist()]
        patches = channels.x[:, i : i + 2, j : j + 2]
        for output, w in zip(y, channels.w, strict=True):
            sums = (w * patches).sum(axis=(1, 2))
            expected += [*w.reshape(3, -1).tolist(), *sums.reshape(-1, 1).tolist()]
            expected.append(output.ravel()[: step + 1].tolist())
        written = [grid.numbers for grid in grids(film, step)]
        assert sorted(each for each in written if each) == sorted(expected)


def test_the_colour_image_is_what_its_channels_are_together(channels: ChannelSteps) -> None:
    (picture,) = (grid for grid in grids(film_of("image_channels"), 0) if not grid.numbers)
    expected = [to_hex(pixel / channels.x.max()) for pixel in channels.x.reshape(3, -1).T]
    assert picture.colors == expected


def test_wires_lead_from_the_windows_to_the_kernels_to_their_sums(channels: ChannelSteps) -> None:
    film = film_of("image_channels")
    for step, (i, j) in enumerate(np.ndindex(*channels.y.shape[1:])):
        drawn = grids(film, step)
        corners = [tuple(frame[3].round(6)) for frame in frames(film, "h")]
        assert len(corners) == 1 + len(channels.x)
        for c, role in enumerate(("red", "green", "blue")):
            lines = [line for color, line in wires(film) if color == film.theme.color(role)]
            assert sum(tuple(line[0].round(6)) in corners for line in lines) == 1
            for w in channels.w[:, c]:
                (kernel,) = (g for g in drawn if g.numbers == w.ravel().tolist())
                total = int((w * channels.x[c, i : i + 2, j : j + 2]).sum())
                assert sum(np.hypot(*(line[-1] - (kernel.left, kernel.middle))) < 3
                           for line in lines) == 1  # fmt: skip
                (on,) = (line for line in lines
                         if np.hypot(*(line[0] - (kernel.right, kernel.middle))) < 3)  # fmt: skip
                assert any(
                    g.numbers == [total] and np.hypot(*(on[-1] - (g.left, g.middle))) < 3
                    for g in drawn
                )


def test_the_sums_and_the_bias_lead_to_the_newest_cell(channels: ChannelSteps) -> None:
    film = film_of("image_channels")
    for step, place in enumerate(np.ndindex(*channels.y.shape[1:])):
        drawn, newest = grids(film, step), frames(film, "y")
        lines = [line for color, line in wires(film) if color == film.theme.y]
        buses = [line for line in lines if len(line) > 2]
        assert len(buses) == len(newest) == len(channels.y)
        for o, bus in enumerate(buses):
            # From above to a cell of the first row, and from below to one of the last.
            edge = slice(0, 2) if place[0] == 0 else slice(2, 4)
            (cell,) = (c for c in newest if np.allclose(c[edge].mean(axis=0), bus[-1]))
            assert bus[1, 1] == bus[2, 1]
            outside = bus[-2] - cell[:4].mean(axis=0)
            assert abs(outside[0]) < 1e-6 and abs(outside[1]) > (cell[0, 1] - cell[3, 1]) / 2 + 4
            feet = [line for line in lines if np.isclose(line[1, 1], bus[1, 1])]
            assert all(bus[1, 0] <= foot[0, 0] <= bus[2, 0] for foot in feet)
            added = [g.numbers for foot in feet for g in drawn
                     if abs(foot[0, 0] - (g.left + g.right) / 2) < 1
                     and abs(foot[0, 1] - g.bottom) < 3]  # fmt: skip
            assert len(added) == len(channels.x) + 1
            total = sum(number for (number,) in added)
            assert total == looped(channels)[o][place]
            middle = cell[:4].mean(axis=0)
            (text,) = (t for t in shown(film, step) if abs(
                t.get_window_extent().x0 + t.get_window_extent().width / 2 - middle[0]) < 12
                and t.get_window_extent().contains(*middle))  # fmt: skip
            assert int(plain(text)) == total


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_negative_has_no_channels_colour(channels: ChannelSteps, theme: str) -> None:
    film = film_of("image_channels", theme)
    tints = {to_rgb(film.theme.tint("negative", n / 1000)) for n in range(1001)}
    seen = 0
    for step in range(channels.last + 1):
        for grid in grids(film, step):
            for number, color in zip(grid.numbers, grid.colors, strict=False):
                assert (number < 0) == (to_rgb(color) in tints), (number, color)
                seen += number < 0
    assert seen > 20


def test_the_sums_add_up_in_the_channels_colours(channels: ChannelSteps) -> None:
    film, y = film_of("image_channels"), looped(channels)
    theme = film.theme
    roles = [theme.red, theme.green, theme.blue, theme.ink]
    for step, place in enumerate(np.ndindex(*y.shape[1:])):
        texts = shown(film, step)
        for o, output in enumerate(y):
            head = next(t for t in texts if t.get_text().startswith(f"$y_{o + 1}("))
            level = head.get_transform().transform(head.get_position())[1]
            line = [text for text in in_line(texts, level) if text.get_window_extent().x0 < SPLIT]
            left, terms, total = "".join(map(plain, line)).split("=")
            assert left.strip() == f"$y_{o + 1}({place[0]}, {place[1]})"
            values = [int(re.sub(r"[$()\s]", "", term)) for term in terms.split("+")]
            patches = channels.x[:, place[0] : place[0] + 2, place[1] : place[1] + 2]
            sums = (channels.w[o] * patches).sum(axis=(1, 2))
            assert values == [*sums, channels.bias[o]]
            assert sum(values) == int(total) == output[place]
            numbers = [t for t in line if re.fullmatch(r"\(?-?\d+\)?", plain(t))]
            expected = [theme.negative if value < 0 else role
                        for value, role in zip(values, roles, strict=True)]  # fmt: skip
            assert [to_hex(text.get_color()) for text in numbers] == [*expected, theme.y]
            # What is negative is in parentheses of the channel's colour.
            bracketed = [role for value, role in zip(values, roles, strict=True) if value < 0]
            for bracket in "()":
                marks = [to_hex(text.get_color()) for text in line if text.get_text() == bracket]
                assert marks == bracketed


def test_beside_the_sums_it_is_said_how_the_first_number_is_made(channels: ChannelSteps) -> None:
    film = film_of("image_channels")
    for step, (i, j) in enumerate(np.ndindex(*channels.y.shape[1:])):
        texts = shown(film, step)
        head = next(t for t in texts if t.get_text().startswith("$y_2("))
        level = head.get_transform().transform(head.get_position())[1]
        line = [text for text in in_line(texts, level) if text.get_window_extent().x0 > SPLIT]
        terms, total = "".join(map(plain, line)).split("=")
        pairs = [[int(factor) for factor in term.split("·")] for term in terms.split("+")]
        seen = channels.x[0, i : i + 2, j : j + 2].ravel()
        assert pairs == [*map(list, zip(channels.w[0, 0].ravel(), seen, strict=True))]
        first = next(t for t in texts if t.get_text().startswith("$y_1("))
        level = first.get_transform().transform(first.get_position())[1]
        assert plain(in_line(texts, level)[1]) == total.strip()
        assert int(total) == sum(w * x for w, x in pairs)


def in_line(texts: list[Text], level: float) -> list[Text]:
    """What is written on a level, from left to right."""
    line = (t for t in texts if t.get_transform().transform(t.get_position())[1] == level)
    return sorted(line, key=lambda text: float(text.get_window_extent().x0))


def test_what_no_kernel_looks_at_is_pale(channels: ChannelSteps) -> None:
    film = film_of("image_channels")
    for step, (i, j) in enumerate(np.ndindex(*channels.y.shape[1:])):
        seen = np.zeros(channels.x.shape[1:], dtype=bool)
        seen[i : i + 2, j : j + 2] = True
        images = channels.x.reshape(3, -1).tolist()
        pictures = [grid for grid in grids(film, step) if grid.numbers in images]
        inks = [(text.get_window_extent(), to_hex(text.get_color())) for text in shown(film, step)]
        assert len(pictures) == 3
        for grid in pictures:
            box = Bbox([[grid.left, grid.bottom], [grid.right, grid.top]])
            inside = [ink for extent, ink in inks if box.contains(*extent.p0)]
            assert inside.count(film.theme.ink) == seen.sum()
            assert inside.count(film.theme.muted) == (~seen).sum()
