"""Which channel makes which part of y: blocks, piles, and with and without the flip."""

import numpy as np
import oracles
import pytest
from artists import marks, moved, wordings
from figures import film_of
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from oracles import convolution, correlation

from animations.rendering import Film, Frame
from animations.rendering.drawing.piles import STRENGTH

COMBINE = {"multichannel": convolution, "unflipped": correlation}
CASES = [("multichannel", 2), ("multichannel", 5), ("unflipped", 1), ("unflipped", 3)]


def boxes(film: Film, frame: Frame, color: str, line: bool = False) -> list[np.ndarray]:
    """Left, bottom, right and top of blocks in a colour, in pixels, from the top down."""
    found = []
    for artist in moved(film, frame):
        if not isinstance(artist, PathPatch):
            continue
        look = artist.get_edgecolor() if line else artist.get_facecolor()
        if to_hex(look) == color:
            for corners in artist.get_path().to_polygons():
                where = artist.get_data_transform().transform_path(Path(corners))
                found.append(where.get_extents().extents)
    return sorted(found, key=lambda box: -box[3])


def unit(film: Film) -> float:
    """Pixels per unit, the same in every row."""
    axes = film.figure.axes[0]
    return axes.bbox.height / np.ptp(axes.get_ylim())


@pytest.mark.parametrize(("name", "t"), CASES)
def test_a_block_is_as_high_as_what_its_channel_gives(name: str, t: int) -> None:
    film = film_of(name)
    frame = film.timeline.at(t)
    for row, channel in enumerate((oracles.x, oracles.k)):
        axes = film.figure.axes[row]
        color = film.theme.tint("xk"[row], STRENGTH)
        value = COMBINE[name](channel, oracles.h, t)
        _, ground = axes.transData.transform((0, 0))
        beside = [box for box in boxes(film, frame, color) if box[0] > axes.bbox.x1]
        (block,) = (box for box in beside if np.abs(box[[1, 3]] - ground).min() < 1)
        ends = sorted([ground, ground + value * unit(film)])
        np.testing.assert_allclose(block[[1, 3]], ends, atol=0.01)


@pytest.mark.parametrize(("name", "t"), CASES)
def test_stacked_and_outlined_they_are_as_high_as_the_newest_stem(name: str, t: int) -> None:
    film = film_of(name)
    frame = film.timeline.at(t)
    axes = film.figure.axes[-1]
    (outline,) = boxes(film, frame, film.theme.y, line=True)[-1:]
    dot = marks(film, frame, axes, "y")[-1][0]
    assert dot == pytest.approx([t, oracles.SUMS[name](t)])
    (_, ground), (_, head) = axes.transData.transform([(0, 0), dot])
    np.testing.assert_allclose(outline[[1, 3]], sorted([ground, head]), atol=0.01)


@pytest.mark.parametrize("name", COMBINE)
def test_the_last_frame_shows_which_channel_made_which_part_of_y(name: str) -> None:
    film = film_of(name)
    frame, axes = film.timeline[-1], film.figure.axes[-1]
    start, stop = map(round, film.timeline.shifts)
    piles: dict[str, dict[int, float]] = {}
    for letter in "xk":
        found = piles.setdefault(letter, {})
        for box in boxes(film, frame, film.theme.tint(letter, STRENGTH)):
            at, low = axes.transData.inverted().transform((box[[0, 2]].mean(), box[1]))
            high = axes.transData.inverted().transform((0, box[3]))[1]
            if box[0] < axes.bbox.x1 and low > -2 and abs(at - round(at)) < 1e-6:
                found[round(at)] = high - low
    for t in range(start, stop + 1):
        for letter, channel in zip("xk", (oracles.x, oracles.k), strict=True):
            value = COMBINE[name](channel, oracles.h, t)
            if abs(value) > 1e-9:
                assert piles[letter][t] == pytest.approx(abs(value), abs=1e-6)


def test_hollow_stems_are_the_flipped_y_and_both_peaks_are_named() -> None:
    film = film_of("unflipped")
    axes = film.figure.axes[-1]
    (heads,) = marks(film, film.timeline[-1], axes, "muted")
    expected = [[t, y] for t in range(-5, 7) if (y := oracles.SUMS["multichannel"](t))]
    np.testing.assert_allclose(heads, expected, atol=1e-12)
    texts = [text for text in film.figure.findobj(Text) if text.get_visible()]
    labels = {text.get_text(): text.get_window_extent().x0 for text in texts}
    left, right = axes.transData.transform([(1, 0), (2, 0)])[:, 0]
    assert labels["5.29"] < left and labels["without the flip"] < left
    assert labels["5.82"] > right and labels["with the flip"] > right
    assert max(range(-5, 7), key=oracles.SUMS["unflipped"]) == 1
    assert oracles.SUMS["unflipped"](1) == pytest.approx(5.29, abs=0.005)
    assert oracles.SUMS["multichannel"](2) == pytest.approx(5.82, abs=0.005)
    assert not {"5.29", "5.82"} & set(wordings(film, film.timeline.at(0)))
