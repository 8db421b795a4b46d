"""From curves to samples, and products that stack up to the newest stem."""

import numpy as np
import oracles
import pytest
from artists import lines, marks, moved, scenes
from figures import film_of
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch

from animations.rendering import Frame


def bars(frame: Frame, axes: Axes) -> np.ndarray:
    """Left, bottom, right and top of every bar over some axes, from left to right."""
    film = film_of("discrete")
    (patch,) = (
        artist
        for artist in moved(film, frame)
        if isinstance(artist, PathPatch)
        and artist.get_data_transform() is axes.transData
        and to_hex(artist.get_facecolor()) == film.theme.fill("y")
    )
    boxes = [part.get_extents().extents for part in patch.get_path().to_polygons(closed_only=False)
             and [type(patch.get_path())(p) for p in patch.get_path().to_polygons()]]  # fmt: skip
    return np.array(sorted(map(tuple, boxes)))


@pytest.mark.parametrize("t", [1, 2, 3, 4, 7])
def test_the_newest_stem_is_the_products_piled_up(t: int) -> None:
    film = film_of("discrete")
    frame = film.timeline.at(t)
    above, below = (bars(frame, film.figure.axes[row]) for row in (0, -1))
    heights = above[:, 3] - above[:, 1]
    pile = below[np.argsort(below[:, 1])]
    np.testing.assert_allclose(pile[:, 3] - pile[:, 1], heights, rtol=0, atol=1e-12)
    np.testing.assert_allclose(pile[1:, 1], pile[:-1, 3], rtol=0, atol=1e-12)
    assert pile[0, 1] == 0
    assert pile[-1, 3] == pytest.approx(oracles.SUMS["discrete"](t), abs=1e-12)
    np.testing.assert_allclose(pile[:, [0, 2]].mean(axis=1), t, atol=1e-12)


def test_a_bar_sets_out_where_its_product_is_and_keeps_its_size() -> None:
    film = film_of("discrete")
    flight = [f for f in film.timeline if f.aside == "stack" and f.t == 3]
    over, under = film.figure.axes[0], film.figure.axes[-1]
    start = bars(flight[0], under)
    corners = under.transData.transform(start.reshape(-1, 2))
    source = over.transData.transform(bars(flight[0], over).reshape(-1, 2))
    np.testing.assert_allclose(corners, source, rtol=0, atol=1e-6)
    for frame in flight:
        np.testing.assert_allclose(
            np.sort(np.diff(bars(frame, under)[:, [1, 3]])[:, 0]),
            np.sort(np.diff(start[:, [1, 3]])[:, 0]), atol=1e-9,
        )  # fmt: skip


def test_samples_are_taken_where_the_curves_are() -> None:
    film = film_of("discrete")
    axes = film.figure.axes[0]
    taking = [frame for frame in scenes(film) if frame.aside == "sample"]
    counts = []
    for frame in taking:
        (heads,) = marks(film, frame, axes, "h")
        counts.append(len(heads))
        for place, value in heads:
            assert value == pytest.approx(oracles.h(round(place + 0.13)))
    assert counts[0] == 0 and counts == sorted(counts) and counts[-1] >= 13
    curve = max(lines(film, taking[0], axes, "h"), key=len)
    away = np.abs(curve[:, 0]) > 1e-9
    expected = [oracles.h(t) for t in curve[away, 0]]
    np.testing.assert_allclose(curve[away, 1], expected, atol=1e-9)
