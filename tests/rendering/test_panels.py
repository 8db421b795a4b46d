"""The artists of a figure hold the signals' own values, in every frame."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from math import cos, pi
from typing import Any

import numpy as np
import oracles
import pytest
from figures import film_of
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path
from matplotlib.text import Text
from numpy.typing import NDArray
from oracles import convolution, correlation, cut

from animations.rendering import Film, Frame
from animations.rendering.drawing.label import Label

Points = NDArray[np.float64]

# What the axes of the figures show, from top to bottom: what rests, what slides over it, or y.
LAYOUT = {
    "continuous": ["hx", "y"],
    "commutativity": ["hx", "xh", "y"],
    "discrete": ["hx", "y"],
    "multichannel": ["xh", "kh", "y"],
    "unflipped": ["xh", "kh", "y"],
}
CONTINUOUS = ["continuous", "commutativity"]
DISCRETE = ["discrete", "multichannel", "unflipped"]
CONTINUOUS_OVERLAPS = [("continuous", 0), ("commutativity", 0), ("commutativity", 1)]
DISCRETE_OVERLAPS = [(name, row) for name in DISCRETE for row in range(len(LAYOUT[name]) - 1)]

# The discrete figures sample the three signals; h, which never ends, is cut somewhere out of sight.
SAMPLES = {"h": oracles.h, "x": oracles.x, "k": oracles.k}


def total(name: str, t: int) -> float:
    """y(t) of a discrete figure."""
    if name == "discrete":
        return convolution(oracles.h, oracles.x, t)
    combine = convolution if name == "multichannel" else correlation
    return combine(oracles.x, oracles.h, t) + combine(oracles.k, oracles.h, t)


def scenes(film: Film, step: int = 1) -> Iterator[tuple[Frame, Sequence[Artist]]]:
    """Every so many scenes, with the film's moving artists set to it."""
    runs = groupby(film.timeline, key=lambda frame: frame.scene)
    frames = [next(run) for _, run in runs]
    for frame in [*frames[:-1:step], frames[-1]]:
        yield frame, film.update(frame)


def swept(film: Film, step: int = 1) -> Iterator[tuple[Frame, Sequence[Artist]]]:
    return ((frame, artists) for frame, artists in scenes(film, step) if frame.sweeping)


def drawn(artists: Sequence[Artist], axes: Axes, kind: type, color: str) -> list[Any]:
    """The artists of a kind and a colour that show in the axes' coordinates, back to front."""

    def own(artist: Any) -> bool:
        patch = hasattr(artist, "get_facecolor")
        transform = artist.get_data_transform() if patch else artist.get_transform()
        seen = artist.get_facecolor() if patch else artist.get_color()
        return transform is axes.transData and to_hex(seen) == color

    return [one for one in artists if isinstance(one, kind) and one.get_visible() and own(one)]


def lines(artists: Sequence[Artist], axes: Axes, color: str) -> list[Points]:
    """The vertices of curves and stalks."""
    found = drawn(artists, axes, Line2D, color)
    return [line.get_xydata() for line in found if line.get_marker() == "None"]


def marks(artists: Sequence[Artist], axes: Axes, color: str) -> list[Points]:
    """The places of heads, dots and arrowheads."""
    found = drawn(artists, axes, Line2D, color)
    return [line.get_xydata() for line in found if line.get_marker() != "None"]


def area(vertices: Points) -> float:
    """The signed area between a polyline and the axis."""
    return float(np.sum(np.diff(vertices[:, 0]) * (vertices[1:, 1] + vertices[:-1, 1]) / 2))


def shaded(film: Film, artists: Sequence[Artist], axes: Axes) -> Points:
    """The vertices of the one area that is shaded; none, if nothing is."""
    faces = drawn(artists, axes, Polygon, film.theme.fill("y"))
    assert len(faces) <= 1
    # A polygon repeats its first vertex to close itself.
    return faces[0].get_xy()[:-1] if faces else np.empty((0, 2))


@pytest.mark.parametrize("name", CONTINUOUS)
def test_the_trace_is_y_at_every_vertex_and_ends_at_t(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    for frame, artists in swept(film, 3):
        (trace,) = lines(artists, axes, film.theme.y)
        expected = [oracles.y(t) for t in trace[:, 0]]
        np.testing.assert_allclose(trace[:, 1], expected, rtol=0, atol=1e-12)
        assert trace[0, 0] == film.timeline.shifts[0]
        assert np.all(np.diff(trace[:, 0]) >= 0)
        assert trace[-1].tolist() == pytest.approx([frame.t, oracles.y(frame.t)], abs=1e-12)


@pytest.mark.parametrize("name", CONTINUOUS)
def test_the_dot_is_at_y(name: str) -> None:
    film = film_of(name)
    for frame, artists in swept(film):
        ((dot,),) = marks(artists, film.figure.axes[-1], film.theme.y)
        assert dot.tolist() == pytest.approx([frame.t, oracles.y(frame.t)], abs=1e-12)


@pytest.mark.parametrize("name", CONTINUOUS)
def test_the_ghost_is_the_whole_of_y(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    (ghost,) = (line for line in axes.lines if line.get_color() == film.theme.ghost("y"))
    t, values = ghost.get_xydata().T
    np.testing.assert_allclose(values, [oracles.y(at) for at in t], rtol=0, atol=1e-12)
    assert (t[0], t[-1]) == film.timeline.shifts


@pytest.mark.parametrize("name", CONTINUOUS)
def test_the_numbers_are_t_and_y_rounded(name: str) -> None:
    film = film_of(name)
    for frame, artists in swept(film):
        labels = [one for one in artists if isinstance(one, Label) and one.get_visible()]
        counting = [one.get_text() for one in labels if one.get_text()[-3:-2] == "."]
        shown = [float(text.split("$")[-1].replace("\N{MINUS SIGN}", "-")) for text in counting]
        assert shown == [round(frame.t, 2), round(oracles.y(frame.t), 2)]
        assert counting[0].startswith("$t") and counting[1].startswith("$y(t)")


@pytest.mark.parametrize("name", LAYOUT)
def test_nothing_of_y_shows_before_the_sweep(name: str) -> None:
    film = film_of(name)
    for frame in (frame for frame in film.timeline if not frame.sweeping):
        artists = film.update(frame)
        everything = lines(artists, film.figure.axes[-1], film.theme.y)
        everything += marks(artists, film.figure.axes[-1], film.theme.y)
        assert all(len(vertices) == 0 for vertices in everything)
        texts = [one.get_text() for one in artists if isinstance(one, Label) and one.get_visible()]
        assert not any("=" in text for text in texts)


@pytest.mark.parametrize(("name", "row"), CONTINUOUS_OVERLAPS)
def test_the_shaded_area_is_y(name: str, row: int) -> None:
    """Up to the bend of the curve between two vertices: less than the number beside it shows."""
    film = film_of(name)
    axes = film.figure.axes[row]
    for frame, artists in swept(film):
        vertices = shaded(film, artists, axes)
        assert area(vertices) == pytest.approx(oracles.y(frame.t), abs=1.5e-3), frame
        if len(vertices):
            assert vertices[0, 1] == vertices[-1, 1] == 0
            (edge,) = lines(artists, axes, film.theme.y)
            assert np.array_equal(edge, vertices)


@pytest.mark.parametrize(("name", "row"), CONTINUOUS_OVERLAPS)
def test_the_product_is_the_product(name: str, row: int) -> None:
    film = film_of(name)
    fixed, sliding = (SAMPLES[letter] for letter in LAYOUT[name][row])
    for frame, artists in swept(film, 5):
        vertices = shaded(film, artists, film.figure.axes[row])
        kinks = np.array([0, 3, 5, frame.t, frame.t - 3, frame.t - 5])
        away = [at for at in vertices if np.abs(kinks - at[0]).min() > 1e-9]
        for tau, value in away:
            assert value == pytest.approx(fixed(tau) * sliding(frame.t - tau), abs=1e-12)


def test_the_two_shaded_shapes_are_mirror_images() -> None:
    film = film_of("commutativity")
    above, below, _ = film.figure.axes
    compared = 0
    for frame, artists in swept(film):
        one, other = shaded(film, artists, above), shaded(film, artists, below)
        assert len(one) == len(other)
        if len(one):
            compared += 1
            mirrored = (other * (-1, 1) + (frame.t, 0))[::-1]
            np.testing.assert_allclose(one, mirrored, rtol=0, atol=1e-12)
            assert area(one) == pytest.approx(area(other), abs=1e-12)
    assert compared > 50


@pytest.mark.parametrize(("name", "row"), CONTINUOUS_OVERLAPS)
def test_the_curves_are_the_signals_where_they_should_be(name: str, row: int) -> None:
    film = film_of(name)
    axes = film.figure.axes[row]
    still, slides = LAYOUT[name][row]
    low, high = film.animation.span
    for frame, artists in scenes(film, 4):
        (fixed,) = lines(artists, axes, film.theme.color(still))
        (slider,) = lines(artists, axes, film.theme.color(slides))
        turn = cos(pi * frame.flip)
        # Undo shift and flip: what slides is its signal, seen from wherever it is.
        back = slider if turn == 0 else (slider - (frame.t, 0)) / (turn, 1)
        for letter, curve in ((still, fixed), (slides, back)):
            away = np.abs(curve[:, :1] - [0, 3, 5]).min(axis=1) > 1e-9
            assert away.sum() > 20
            expected = [SAMPLES[letter](t) for t in curve[away, 0]]
            np.testing.assert_allclose(curve[away, 1], expected, rtol=0, atol=1e-9)
        assert fixed[-1, 0] >= min(high, 5)
        if slides == "h":
            assert slider[:, 0].min() <= low and slider[:, 0].max() == frame.t


@pytest.mark.parametrize("name", LAYOUT)
def test_an_arrowhead_points_at_t_in_every_row(name: str) -> None:
    film = film_of(name)
    for frame, artists in swept(film):
        for axes in film.figure.axes[:-1]:
            ((marker,),) = marks(artists, axes, film.theme.ink)
            assert marker.tolist() == [frame.t, 0]


@pytest.mark.parametrize("name", LAYOUT)
def test_a_thin_line_leads_down_to_y(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    value = oracles.y if name in CONTINUOUS else partial(total, name)
    for frame, artists in swept(film, 3):
        (tie,) = (
            one
            for one in artists
            if isinstance(one, Line2D) and to_hex(one.get_color()) == film.theme.axis
        )
        top, foot = tie.get_transform().transform(tie.get_xydata())
        t = frame.t if name in CONTINUOUS else round(frame.t)
        expected = axes.transData.transform((t, value(t)))
        np.testing.assert_allclose(foot, expected, rtol=0, atol=1e-6)
        assert top[0] == foot[0]
        assert top[1] > axes.bbox.y1


@pytest.mark.parametrize("name", DISCRETE)
def test_the_output_stems_are_the_sums_so_far(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    first = film.timeline.shifts[0]
    for frame, artists in swept(film):
        heads, dot = marks(artists, axes, film.theme.y)
        expected = [[t, total(name, t)] for t in range(round(first), round(frame.t) + 1)]
        np.testing.assert_allclose(heads, expected, rtol=0, atol=1e-12)
        np.testing.assert_allclose(dot, expected[-1:], rtol=0, atol=1e-12)
        (stalks,) = lines(artists, axes, film.theme.y)
        feet, tops = stalks[0::3], stalks[1::3]
        np.testing.assert_array_equal(tops, heads)
        np.testing.assert_array_equal(feet, heads * (1, 0))


@pytest.mark.parametrize("name", DISCRETE)
def test_the_ghost_stems_are_all_of_y(name: str) -> None:
    film = film_of(name)
    axes = film.figure.axes[-1]
    start, stop = (round(t) for t in film.timeline.shifts)
    (ghost,) = (line for line in axes.lines if line.get_color() == film.theme.ghost("y"))
    expected = [[t, total(name, t)] for t in range(start, stop + 1)]
    np.testing.assert_allclose(ghost.get_xydata(), expected, rtol=0, atol=1e-12)
    (stalks,) = axes.collections
    tops = [segment[-1] for segment in stalks.get_segments()]
    np.testing.assert_allclose(tops, expected, rtol=0, atol=1e-12)


def bars(film: Film, artists: Sequence[Artist], axes: Axes) -> dict[float, float]:
    """The heights of the bars by their middles, those above the axis and those below."""
    heights = {}
    for role, sign in (("y", 1), ("negative", -1)):
        for patch in drawn(artists, axes, PathPatch, film.theme.fill(role)):
            path = patch.get_path()
            starts = np.nonzero(path.codes == Path.MOVETO)[0]
            for corners in np.split(path.vertices, starts[1:]):
                (left, foot), (_, top), (right, _) = corners[:3]
                assert foot == 0 and corners[3, 1] == 0 and sign * top > 0
                heights[round((left + right) / 2, 9)] = float(top)
    return heights


@pytest.mark.parametrize(("name", "row"), DISCRETE_OVERLAPS)
def test_every_bar_is_a_product(name: str, row: int) -> None:
    film = film_of(name)
    fixed, sliding = (SAMPLES[letter] for letter in LAYOUT[name][row])
    for frame, artists in swept(film):
        t = round(frame.t)
        products = {
            tau: fixed(tau) * sliding(tau - t if name == "unflipped" else t - tau)
            for tau in range(-40, 41)
        }
        expected = {tau: value for tau, value in products.items() if value}
        assert bars(film, artists, film.figure.axes[row]) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("name", DISCRETE)
def test_all_bars_together_are_y(name: str) -> None:
    film = film_of(name)
    for frame, artists in swept(film):
        everything = sum(sum(bars(film, artists, axes).values()) for axes in film.figure.axes[:-1])
        assert everything == pytest.approx(total(name, round(frame.t)), abs=1e-12)


@pytest.mark.parametrize(("name", "row"), DISCRETE_OVERLAPS)
def test_stems_stand_side_by_side_at_their_indices(name: str, row: int) -> None:
    film = film_of(name)
    axes = film.figure.axes[row]
    still, slides = LAYOUT[name][row]
    low, high = film.animation.span
    sign = 1 if name == "unflipped" else -1
    for frame, artists in swept(film):
        (fixed,) = marks(artists, axes, film.theme.color(still))
        (slider,) = marks(artists, axes, film.theme.color(slides))
        for letter, heads, shift, turn in ((still, fixed, 0, 1), (slides, slider, frame.t, sign)):
            index = np.rint(heads[:, 0])
            assert np.ptp(heads[:, 0] - index) < 1e-9
            found = dict(zip(index, heads[:, 1], strict=True))
            assert len(found) == len(heads)
            values = {n: SAMPLES[letter](turn * (n - shift)) for n in np.arange(-60.0, 61)}
            assert found == pytest.approx({n: values[n] for n in found}, abs=1e-12)
            # In view only what is zero, or less than a head's height, may be missing.
            missing = [n for n in values if low <= n < high - 0.5 and n not in found]
            assert all(abs(values[n]) < 1e-3 for n in missing), frame
        sides = [heads[0, 0] - round(heads[0, 0]) for heads in (fixed, slider)]
        assert 0.1 < sides[1] - sides[0] < 0.4


@pytest.mark.parametrize("name", DISCRETE)
def test_the_discrete_figures_never_stop_between_whole_shifts(name: str) -> None:
    film = film_of(name)
    for frame in film.timeline:
        if frame.sweeping:
            assert frame.t == round(frame.t)


def test_a_cut_of_h_is_out_of_sight() -> None:
    """What is left out of the sums weighs less than the last digit that they show."""
    for name in DISCRETE:
        for t in range(-10, 16):
            combine = correlation if name == "unflipped" else convolution
            whole, short = (combine(oracles.x, h, t) for h in (oracles.h, cut(oracles.h, 16)))
            assert abs(whole - short) < 0.005


def test_the_definitions_are_the_three_signals() -> None:
    film = film_of("definitions")
    for letter, axes in zip("hxk", film.figure.axes, strict=True):
        (curve,) = (line for line in axes.lines if line.get_color() == film.theme.color(letter))
        t, values = curve.get_xydata().T
        away = np.abs(t[:, None] - [0, 1, 3, 5, 6]).min(axis=1) > 1e-9
        expected = [SAMPLES[letter](at) for at in t[away]]
        np.testing.assert_allclose(values[away], expected, rtol=0, atol=1e-12)
        assert t[0] == (1 if letter == "k" else 0)
        assert t[-1] == {"h": film.animation.span[1], "x": 5, "k": 6}[letter]


def test_the_definitions_say_in_formulas_what_they_draw() -> None:
    film = film_of("definitions")
    texts = [text.get_text() for text in film.figure.findobj(Text) if "$" in text.get_text()]
    for wording in (
        "$h(t) =$", "$x(t) =$", "$k(t) =$", r"$t \geq 0$", "$t/2$", r"$0 \leq t < 3$",
        r"$3 \leq t < 5$", r"$1 \leq t < 3$", r"$3 \leq t < 6$",
    ):  # fmt: skip
        assert texts.count(wording) == 1, wording
    assert texts.count(r"$\mathrm{elsewhere}$") == 3
