"""`causal` lights exactly the nodes on which an output depends."""

import re

import numpy as np
import pytest
from artists import lines, marks, moved, scenes, wordings
from figures import film_of
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.text import Text
from numpy.typing import NDArray

from animations.rendering import Film, Frame
from animations.rendering.panels.diagrams.network import PAST

DILATIONS = (1, 2, 4)
LAYERS = [1, 2, *[3] * 9]
TIMES = [7, 7, *range(7, 16)]
Layers = list[NDArray[np.float64]]


def film() -> Film:
    return film_of("causal")


def at(step: int) -> Frame:
    return film().timeline.at(step)


def run(x: NDArray[np.float64], nudged: tuple[int, int] | None = None) -> Layers:
    """All layers' outputs, two weights each; one node may be nudged."""
    layers = [x]
    for layer in range(4):
        if nudged and nudged[0] == layer:
            layers[-1] = layers[-1] + np.eye(len(x))[nudged[1]]
        if layer < 3:
            below, d = layers[-1], DILATIONS[layer]
            late = np.concatenate([np.zeros(d), below[:-d]])
            layers.append((0.7 + 0.1 * layer) * below + (0.4 + 0.2 * layer) * late)
    return layers


@pytest.mark.parametrize("step", [0, 1, 2, 6, 10])
def test_lit_nodes_are_those_whose_nudge_moves_the_output(step: int) -> None:
    axes, top, t = film().figure.axes[0], LAYERS[step], TIMES[step]
    x = np.random.default_rng(t).normal(size=16)
    lit = {tuple(dot) for role in ("x", "muted") for dot in marks(film(), at(step), axes, role)[0]}
    expected = {
        (n, layer)
        for layer in range(top)
        for n in range(16)
        if abs(run(x, (layer, n))[top][t] - run(x)[top][t]) > 1e-9
    }
    assert lit == expected
    assert sum(row == 0 for _, row in lit) == 2**top
    (newest,) = marks(film(), at(step), axes, "y")
    assert newest.tolist() == [[t, top]]
    dimmer = film().theme.tint("y", PAST)
    (past,) = (
        artist
        for artist in moved(film(), at(step))
        if isinstance(artist, Line2D) and to_hex(artist.get_color()) == dimmer
    )
    assert past.get_xydata().tolist() == [[n, 3] for n in range(7, t)]


@pytest.mark.parametrize("step", range(11))
def test_edges_lead_to_the_present_or_one_dilation_back(step: int) -> None:
    edges = lines(film(), at(step), film().figure.axes[0], "h")[0].reshape(-1, 3, 2)
    assert len(edges) == 2 ** (LAYERS[step] + 1) - 2
    for (below, low), (node, high), _ in edges:
        assert high == low + 1
        assert node - below in (0, DILATIONS[int(low)])
        assert 0 <= below <= TIMES[step]


def test_between_steps_edges_grow_from_the_output_down_or_glide() -> None:
    """What is lit never leads past the output, and only as far down as it has grown."""
    axes = film().figure.axes[0]
    for frame in (frame for frame in scenes(film()) if frame.gliding):
        edges = lines(film(), frame, axes, "h")[0].reshape(-1, 3, 2)[:, :2]
        newest = marks(film(), frame, axes, "y")[-1][0]
        assert newest[0] == pytest.approx(max(7, frame.t + 5))
        assert np.max(edges[..., 0]) <= newest[0] + 1e-9
        if frame.t > 2:
            assert len(edges) == 14
            continue
        # What was there before stays lit while the next layer's edges come down to it.
        ends, below = ({(n, up) for n, up in edges[:, side]} for side in (1, 0))
        assert ends - below - {tuple(newest)} <= {(7.0, frame.step + 1.0)}


@pytest.mark.parametrize("step", [0, 1, 2, 7])
def test_the_count_is_said_and_bracketed(step: int) -> None:
    axes, count, t = film().figure.axes[0], 2 ** LAYERS[step], TIMES[step]
    assert f"sees {count} samples" in wordings(film(), at(step))
    bracket = lines(film(), at(step), axes, "x")[0]
    assert np.ceil(bracket[:, 0].min()) == t - count + 1
    assert np.floor(bracket[:, 0].max()) == t


@pytest.mark.parametrize("step", [0, 1, 2, 10])
def test_each_weight_stands_by_its_edge(step: int) -> None:
    """Its corner beside it, within 15 pixels, on the newest node's edges of each built layer."""
    axes, t = film().figure.axes[0], TIMES[step]
    labels = [artist for artist in moved(film(), at(step)) if hasattr(artist, "get_text")]
    weights = [
        each for each in labels if re.fullmatch(r"\$w_\{\d\}\^\{\(\d\)\}\$", each.get_text())
    ]
    assert len(weights) == 2 * LAYERS[step]
    for number, label in enumerate(weights):
        layer, back = number // 2, number % 2
        box = label.get_window_extent()
        ends = [(t, layer + 1), (t - back * DILATIONS[layer], layer)]
        (x0, y0), (x1, y1) = axes.transData.transform(ends)
        corner = (box.x1 if back else box.x0) - x0, box.y0 - y0
        away = (x1 - x0) * corner[1] - (y1 - y0) * corner[0]
        assert 0 < away * (-1 if back else 1) / np.hypot(x1 - x0, y1 - y0) < 15
        assert label.get_text() == f"$w_{{{back}}}^{{({layer + 1})}}$"
        assert box.x1 < film().size[0] - 36


@pytest.mark.parametrize("step", [0, 1, 2, 10])
def test_rows_and_dilations_are_named_as_far_as_layers_are_built(step: int) -> None:
    rows = film().figure.axes[0].transData.transform([(0, n) for n in range(4)])[:, 1]
    top = LAYERS[step]
    said = [each for each in moved(film(), at(step)) if isinstance(each, Text)]
    named = [each for each in said if each.get_text() in ("output", "hidden", "$t$")]
    for each in named:
        row = int(np.abs(rows - each.get_window_extent().y0).argmin())
        assert each.get_text() in ("hidden",) if row < top else ("output", "$t$")
    assert sorted(each.get_text() for each in named) == ["$t$", *["hidden"] * (top - 1), "output"]
    dilated = [each for each in said if each.get_text().startswith("$d = ")]
    assert [each.get_text() for each in dilated] == [f"$d = {d}$" for d in DILATIONS[:top]]
    for layer, text in enumerate(dilated):
        assert rows[layer] < text.get_window_extent().y0 < rows[layer + 1]


def test_time_goes_to_the_right_as_outputs_do() -> None:
    (word,) = (each for each in film().figure.findobj(Text) if each.get_text() == "time")
    height = word.get_window_extent().y0
    arrows = [
        points
        for line in film().figure.findobj(Line2D)
        for points in [line.get_transform().transform(line.get_xydata())]
        if line.get_color() == film().theme.axis and len(points) == 6
    ]
    (arrow,) = arrows
    assert arrow[0, 0] < arrow[1, 0] == np.nanmax(arrow[:, 0])
    assert abs(arrow[1, 1] - height) < 15
