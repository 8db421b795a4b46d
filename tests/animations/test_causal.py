"""`causal` lights exactly the nodes on which an output depends."""

import re

import numpy as np
import pytest
from artists import lines, marks, moved, scenes, wordings
from figures import film_of
from matplotlib.text import Text
from numpy.typing import NDArray

from animations.rendering import Film, Frame

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
    newest, past = marks(film(), at(step), axes, "y")[::-1]
    assert newest.tolist() == [[t, top]]
    assert past.tolist() == [[n, 3] for n in range(7, t)]


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
    """Beside it, within 35 pixels, on the newest node's edges of each layer that is built."""
    axes, t = film().figure.axes[0], TIMES[step]
    labels = [artist for artist in moved(film(), at(step)) if hasattr(artist, "get_text")]
    weights = [each for each in labels if re.fullmatch(r"\$w_\{\d\}\$", each.get_text())]
    assert len(weights) == 2 * LAYERS[step]
    for number, label in enumerate(weights):
        layer, back = number // 2, number % 2
        box = label.get_window_extent()
        ends = [(t, layer + 1), (t - back * DILATIONS[layer], layer)]
        (x0, y0), (x1, y1) = axes.transData.transform(ends)
        middle = (box.y0 + box.y1) / 2
        edge = x0 + (x1 - x0) * (middle - y0) / (y1 - y0)
        gap = edge - box.x1 if back else box.x0 - edge
        assert 0 < gap < 35
        assert label.get_text() == f"$w_{{{back}}}$"


def test_dilations_are_named_between_the_rows() -> None:
    still = [text for text in film().figure.findobj(Text) if text.get_text().startswith("$d = ")]
    rows = film().figure.axes[0].transData.transform([(0, n) for n in range(4)])[:, 1]
    for layer, text in enumerate(still):
        assert text.get_text() == f"$d = {DILATIONS[layer]}$"
        assert rows[layer] < text.get_window_extent().y0 < rows[layer + 1]
    assert len(still) == 3
