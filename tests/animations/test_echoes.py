"""`echoes` piles up copies of h that are as high as the sliding sum."""

import numpy as np
import oracles
import pytest
from artists import marks, moved, wordings
from figures import film_of
from matplotlib.patches import PathPatch

from animations.rendering import Film


def film() -> Film:
    return film_of("echoes")


def y(t: int) -> float:
    return oracles.convolution(oracles.h, oracles.x, t)


@pytest.mark.parametrize("t", range(-1, 13))
def test_pile_and_output_have_the_height_of_the_sliding_sum(t: int) -> None:
    frame = film().timeline.at(t)
    pile, output = film().figure.axes[1:]
    assert marks(film(), frame, pile, "y")[0] == pytest.approx(np.array([[t, y(t)]]))
    stems, dot = marks(film(), frame, output, "y")
    assert dot == pytest.approx(np.array([[t, y(t)]]))
    assert stems == pytest.approx(np.array([[n, y(n)] for n in range(-1, t + 1)]))


@pytest.mark.parametrize("t", [-1, 0, 1, 2, 3, 4, 12])
def test_each_sample_that_has_come_in_has_a_layer_of_its_own(t: int) -> None:
    frame = film().timeline.at(t)
    pile = film().figure.axes[1]
    layers = [
        artist.get_path().vertices.reshape(-1, 5, 2)
        for artist in moved(film(), frame)
        if isinstance(artist, PathPatch) and artist.get_data_transform() is pile.transData
    ]
    started = [n for n in range(5) if n <= t and oracles.x(n)]
    assert len(layers) == len(started)
    below = np.zeros(40)
    for n, layer in zip(started, layers, strict=True):
        for block in layer:
            at = round(float(block[:4, 0].mean()))
            copy = oracles.x(n) * oracles.h(at - n)
            bottom, top = block[:2, 1]
            assert bottom == pytest.approx(below[at])
            assert top - bottom == pytest.approx(copy)
            below[at] = top
    if t >= 4:
        assert below[:13] == pytest.approx([y(at) for at in range(13)])


def test_the_sum_names_the_terms() -> None:
    said = "".join(wordings(film(), film().timeline.at(2)))
    assert "0.5 · 1.213" in said
    assert "≈  2.61" in said
