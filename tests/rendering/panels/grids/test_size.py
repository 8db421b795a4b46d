"""The formula of an output's size, with all kinds of settings."""

import re
from itertools import product

import numpy as np
import pytest
from matplotlib.text import Text

from animations.rendering import Animation, Film, LayerPanel, SizePanel, hold
from animations.rendering.panels.grids.size import size
from signals import LayerSteps, TransposedSteps

Pair = tuple[int, int]
SETTINGS = [
    pytest.param(stride, padding, dilation, id=f"s{stride}p{padding}d{dilation}")
    for stride, padding, dilation in product(
        [(1, 1), (2, 1), (2, 3)], [(0, 0), (1, 1), (0, 2)], [(1, 1), (2, 1)]
    )
]
X, W = np.ones((5, 7)), np.ones((2, 3))


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
def test_the_formula_gives_the_size(stride: Pair, padding: Pair, dilation: Pair) -> None:
    layer = LayerSteps(X, W, stride, padding, dilation)
    for axis in (0, 1):
        settings = zip("psd", (padding[axis], stride[axis], dilation[axis]), strict=True)
        sides = {"i": X.shape[axis], "k": W.shape[axis], **dict(settings)}
        assert evaluated(size(layer), sides) == layer.y.shape[axis]


@pytest.mark.parametrize("stride", [(1, 1), (2, 2), (3, 1)])
def test_the_formula_gives_the_size_of_a_transposed_output(stride: Pair) -> None:
    layer = TransposedSteps(X[:2, :3], W, stride)
    assert layer.y.shape == (stride[0] + 2, 2 * stride[1] + 3)
    for axis in (0, 1):
        sides = {"i": layer.x.shape[axis], "k": W.shape[axis], "s": stride[axis]}
        assert evaluated(size(layer), sides) == layer.y.shape[axis]


def test_a_formula_alone_is_a_still() -> None:
    layer = LayerSteps(X, W)
    assert Animation("t", "c", "a", [SizePanel(layer)]).is_still
    beside = Animation("t", "c", "a", [SizePanel(layer), LayerPanel(layer)])
    assert beside.sweep == (0, layer.last)


@pytest.mark.parametrize("axes", [1, 2])
def test_numbers_stand_under_what_they_are(axes: int) -> None:
    x, w = np.ones((11, 9, 7)[:axes]), np.ones((2, 3, 1)[:axes])
    layer = LayerSteps(x, w, 2, 1, 2)
    film = Film(Animation("t", "c", "a", [SizePanel(layer), LayerPanel(layer)]))
    film.update(film.timeline[0])
    texts = [t for t in film.figure.findobj(Text) if t.get_visible() and t.get_text()]
    size_panel = [t for t in texts if t.get_window_extent().y1 > film.boxes[0][1][1] + 9]
    at = {t.get_text(): t.get_position()[0] for t in size_panel}
    grids = {"output": layer.y, "input": x, "weights": w}
    assert {"padding", "stride", "dilation", "size of"} < {*at}
    for axis in range(axes):
        for word, array in grids.items():
            below = [t.get_text() for t in size_panel if t.get_position()[0] == at[word]]
            assert f"${array.shape[axis]}$" in below


@pytest.mark.parametrize("setting", ["padding", "dilation"])
def test_before_the_first_step_the_size_is_that_of_a_plain_layer(setting: str) -> None:
    layer = LayerSteps(X, W, **{setting: 2})
    film = Film(Animation("t", "c", "a", [SizePanel(layer)], hold(-1, 1)))
    film.update(film.timeline[0])
    at = {t.get_text(): t.get_position()[0] for t in film.figure.findobj(Text)}
    rows = [t for t in film.figure.findobj(Text) if t.get_position()[0] == at["output"]]
    numbers = [t.get_text() for t in rows if t.get_text().startswith("$")]
    assert numbers == ["$4$", "$5$"]


def test_words_beside_it_follow_t() -> None:
    layer = LayerSteps(X, W)
    panels = [SizePanel(layer, [(0, "at first"), (2, "then")]), LayerPanel(layer)]
    film = Film(Animation("t", "c", "a", panels))
    for t, said, unsaid in ((0, "at first", "then"), (3, "then", "at first")):
        film.update(film.timeline.at(t))
        texts = [t.get_text() for t in film.figure.findobj(Text) if t.get_visible()]
        assert said in texts and unsaid not in texts


def evaluated(tokens: list[str], sides: dict[str, int]) -> int:
    known = {r"\cdot": "*", "/": "//", r"\lfloor": "(", r"\rfloor": ")", **sides}
    assert tokens[:2] == ["o", "="]
    right = "".join(str(known.get(token, token)) for token in tokens[2:])
    assert re.fullmatch(r"[\d+*/()-]+", right), right
    return int(eval(right))
