"""`causal` lights exactly the nodes on which an output depends."""

import numpy as np
import pytest
from artists import lines, marks, wordings
from figures import film_of
from numpy.typing import NDArray

DILATIONS = (1, 2, 4)
Layers = list[NDArray[np.float64]]


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


@pytest.mark.parametrize("t", [7, 11, 15])
def test_lit_nodes_are_those_whose_nudge_moves_the_output(t: int) -> None:
    film = film_of("causal")
    axes = film.figure.axes[0]
    x = np.random.default_rng(t).normal(size=16)
    frame = film.timeline.at(t)
    rows = {
        dots[0, 1]: dots[:, 0].tolist() for role in "xh" for dots in marks(film, frame, axes, role)
    }
    for layer in range(3):
        moved = [n for n in range(16) if abs(run(x, (layer, n))[3][t] - run(x)[3][t]) > 1e-9]
        assert rows[layer] == moved
    assert rows[0] == list(range(t - 7, t + 1))


@pytest.mark.parametrize("t", range(7, 16))
def test_edges_lead_to_the_present_or_one_dilation_back(t: int) -> None:
    film = film_of("causal")
    axes = film.figure.axes[0]
    edges = lines(film, film.timeline.at(t), axes, "h")[0].reshape(-1, 3, 2)
    assert len(edges) == 2 + 4 + 8
    for (below, low), (node, high), _ in edges:
        assert high == low + 1
        assert node - below in (0, DILATIONS[int(low)])
        assert below <= t


def test_the_receptive_field_is_named_and_bracketed() -> None:
    film = film_of("causal")
    axes = film.figure.axes[0]
    frame = film.timeline.at(12)
    assert "receptive field: 8 samples" in wordings(film, frame)
    bracket = lines(film, frame, axes, "x")[0]
    assert np.ceil(bracket[:, 0].min()) == 5
    assert np.floor(bracket[:, 0].max()) == 12
