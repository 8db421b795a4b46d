"""Networks of other depths, dilations and kernels show what their outputs see."""

import pytest
from artists import marks, wordings
from films import check_labels

from animations.rendering import Animation, Film, NetworkPanel
from signals.causal_layers import causal_edges


@pytest.mark.parametrize(
    ("dilations", "kernel", "count"), [((1,), 2, 6), ((1, 3), 3, 20), ((1, 2, 4, 8), 2, 18)]
)
def test_any_network_is_built_up_and_slides(
    dilations: tuple[int, ...], kernel: int, count: int
) -> None:
    panel = NetworkPanel(dilations, kernel, count)
    film = Film(Animation("A network", "What it sees.", "Nodes.", [panel]))
    check_labels(film, most=4)
    last = film.timeline[-1]
    assert last.t == panel.subject().last
    lit = marks(film, last, film.figure.axes[0], "x")[0]
    edges = causal_edges(count - 1, kernel, dilations)
    seen = sorted(below for layer, _, below in edges if layer == 1)
    assert lit[:, 0].tolist() == sorted(set(seen))
    assert f"sees {count - lit[0, 0]:g} samples" in wordings(film, last)


def test_too_few_samples_are_refused() -> None:
    with pytest.raises(ValueError, match="an output sees 8 samples, but count is 7"):
        NetworkPanel((1, 2, 4), 2, 7)
