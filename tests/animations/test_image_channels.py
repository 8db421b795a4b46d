"""Every number of the layer with channels, against loops written out here."""

import re
from itertools import product

import numpy as np
import pytest
from figures import film_of, storyboard
from matplotlib.colors import to_hex
from matplotlib.text import Text
from numpy.typing import NDArray
from scipy.signal import correlate2d

from animations.rendering import ChannelsPanel, Film
from signals import ChannelSteps

Array = NDArray[np.float64]


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


def tiles(film: Film, t: float) -> list[tuple[float, list[int]]]:
    """The numbers on tiles by columns of grids, from the left; each from the top in reading order.

    A column of grids ends where no number stands for a while.
    """
    found = []
    for text in shown(film, t):
        if re.fullmatch(r"-?\d+", plain(text)) and text.get_horizontalalignment() == "center":
            x, y = text.get_transform().transform(text.get_position())
            found.append((float(x), -float(y), int(plain(text))))
    columns = np.unique([x for x, _, _ in found])
    groups = np.split(columns, np.flatnonzero(np.diff(columns) > 47) + 1)
    return [
        (group[0], [value for _, _, value in sorted(
            (round(y), x, value) for x, y, value in found if group[0] <= x <= group[-1]
        )])
        for group in groups
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
        image, *groups = [values for _, values in tiles(film, step)]
        assert image == channels.x.ravel().tolist()
        expected = []
        for o in range(len(y)):
            patches = channels.x[:, i : i + 2, j : j + 2]
            sums = (channels.w[o] * patches).sum(axis=(1, 2))
            expected += [*channels.w[o].ravel(), *sums, *y[o].ravel()[: step + 1]]
        assert sorted(sum(groups, [])) == sorted(expected)  # noqa: RUF017


def test_the_sums_add_up_in_the_channels_colours(channels: ChannelSteps) -> None:
    film, y = film_of("image_channels"), looped(channels)
    theme = film.theme
    roles = [theme.red, theme.green, theme.blue, theme.ink, theme.y]
    for step, place in enumerate(np.ndindex(*y.shape[1:])):
        texts = shown(film, step)
        level = next(t.get_window_extent().y0 for t in texts if t.get_text().startswith("$y_1("))
        line = sorted(
            (text for text in texts if abs(text.get_window_extent().y0 - level) < 12),
            key=lambda text: float(text.get_window_extent().x0),
        )
        wording = "".join(plain(text) for text in line)
        for o, part in enumerate(re.split(r"(?=\$y_\d)", wording)[1:]):
            left, terms, total = part.split("=")
            assert left.strip() == f"$y_{o + 1}({place[0]}, {place[1]})"
            values = [int(re.sub(r"[$()\s]", "", term)) for term in terms.split("+")]
            patches = channels.x[:, place[0] : place[0] + 2, place[1] : place[1] + 2]
            sums = (channels.w[o] * patches).sum(axis=(1, 2))
            assert values == [*sums, channels.bias[o]]
            assert sum(values) == int(total) == y[o][place]
        numbers = [t for t in line if re.fullmatch(r"\(?-?\d+\)?", plain(t))]
        assert [to_hex(text.get_color()) for text in numbers] == [*roles, *roles]
