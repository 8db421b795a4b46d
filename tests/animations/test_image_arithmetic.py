"""Every number that the figures of layers' arithmetic show, against loops written out here."""

import re
from itertools import chain, product

import numpy as np
import pytest
from figures import film_of, storyboard
from matplotlib.text import Text
from numpy.typing import NDArray

from animations.rendering import Film, Frame, LayerPanel, TransposedPanel
from signals import LayerSteps, TransposedSteps

LAYERS = ["image_padding", "image_stride", "image_dilation"]
Array = NDArray[np.float64]


def layer_of(name: str) -> LayerSteps:
    panels = storyboard(name).panels
    return next(panel.layer for panel in panels if isinstance(panel, LayerPanel))


def transposed_of(name: str) -> TransposedSteps:
    panels = storyboard(name).panels
    return next(panel.layer for panel in panels if isinstance(panel, TransposedPanel))


def stamped(layer: TransposedSteps, steps: int) -> Array:
    """The sums after some stamps; what none has reached is NaN."""
    (rows, columns), (down, across) = layer.x.shape, layer.w.shape
    (s, u) = layer.stride
    y = np.full((s * (rows - 1) + down, u * (columns - 1) + across), np.nan)
    for i, j in [*product(range(rows), range(columns))][:steps]:
        for m, n in product(range(down), range(across)):
            before = 0 if np.isnan(y[s * i + m, u * j + n]) else y[s * i + m, u * j + n]
            y[s * i + m, u * j + n] = before + layer.x[i, j] * layer.w[m, n]
    return y


def looped(layer: LayerSteps) -> Array:
    """The layer by its definition: y(t) = Σ w(m) x(s t + d m − p), zero outside."""
    (rows, columns), (down, across) = layer.x.shape, layer.w.shape
    (p, q), (s, u), (d, e) = layer.padding, layer.stride, layer.dilation
    tall = (rows + 2 * p - d * (down - 1) - 1) // s + 1
    wide = (columns + 2 * q - e * (across - 1) - 1) // u + 1
    y = np.zeros((tall, wide))
    for i, j in product(range(tall), range(wide)):
        for m, n in product(range(down), range(across)):
            row, column = s * i + d * m - p, u * j + e * n - q
            if 0 <= row < rows and 0 <= column < columns:
                y[i, j] += layer.w[m, n] * layer.x[row, column]
    return y


def visible(film: Film, frame: Frame) -> list[Text]:
    film.update(frame)
    return [text for text in film.figure.findobj(Text) if text.get_visible() and text.get_text()]


def plain(text: Text) -> str:
    return text.get_text().replace("\N{MINUS SIGN}", "-")


def grids(film: Film, frame: Frame) -> list[list[list[str]]]:
    """The numbers on tiles as rows, grid by grid from the left and, there, from the top.

    Tiles carry whole numbers in the middle of their squares; a grid is what lies close together.
    """
    numbers = [
        text
        for text in visible(film, frame)
        if re.fullmatch(r"-?\d+", plain(text)) and text.get_horizontalalignment() == "center"
    ]
    places = [text.get_transform().transform(text.get_position()) for text in numbers]
    groups: list[list[int]] = []
    for index, place in enumerate(places):
        near = [
            group
            for group in groups
            if any(np.abs(places[other] - place).max() < 72 for other in group)
        ]
        groups = [group for group in groups if group not in near]
        groups.append([index, *(other for group in near for other in group)])
    found = []
    for group in groups:
        heights = sorted({round(places[index][1]) for index in group}, reverse=True)
        rows = [
            sorted((index for index in group if round(places[index][1]) == height),
                   key=lambda index: float(places[index][0]))
            for height in heights
        ]  # fmt: skip
        corner = places[rows[0][0]]
        found.append((corner[0], -corner[1], [[plain(numbers[i]) for i in row] for row in rows]))
    return [rows for _, _, rows in sorted(found)]


def written(numbers: Array) -> list[list[str]]:
    return [[f"{value + 0.0:g}" for value in row] for row in numbers]


@pytest.mark.parametrize("name", [*LAYERS, "image", "image_channels"])
def test_cross_correlation_is_called_by_its_name(name: str) -> None:
    assert "cross-correlation" in storyboard(name).caption


@pytest.mark.parametrize("name", LAYERS)
def test_the_output_is_the_layers(name: str) -> None:
    layer = layer_of(name)
    assert np.array_equal(layer.y, looped(layer))
    assert layer.x.shape[0] != layer.x.shape[1]
    assert not np.array_equal(layer.w, layer.w[::-1, ::-1]), "a flip would not show"


@pytest.mark.parametrize("name", LAYERS)
def test_every_number_on_a_tile_is_the_layers_own(name: str) -> None:
    layer, film = layer_of(name), film_of(name)
    y, (p, q) = looped(layer), layer.padding
    padded = np.pad(layer.x, ((p, p), (q, q)))
    for step, (i, j) in enumerate(np.ndindex(*y.shape)):
        image, weights, products, output = grids(film, film.timeline.at(step))
        top, left = layer.stride[0] * i, layer.stride[1] * j
        down, across = (d * k for d, k in zip(layer.dilation, layer.w.shape, strict=True))
        patch = padded[
            top : top + down : layer.dilation[0], left : left + across : layer.dilation[1]
        ]
        assert image == written(padded)
        assert weights == written(layer.w)
        assert products == written(layer.w * patch)
        assert [*chain(*output)] == [*chain(*written(y))][: step + 1]


@pytest.mark.parametrize("name", LAYERS)
def test_the_sum_written_out_adds_up(name: str) -> None:
    layer, film = layer_of(name), film_of(name)
    y = looped(layer)
    for step, place in enumerate(np.ndindex(*y.shape)):
        line = written_sum(film, film.timeline.at(step))
        left, terms, total = line.split("=")
        assert left.replace("$", "").strip() == f"y({place[0]}, {place[1]})"
        terms = terms.replace(" · ", "*").replace("$", "")
        numbers = re.findall(r"\d+", terms)
        assert len(numbers) == layer.w.size * (1 + ("*" in terms))
        assert evaluated(terms) == int(total) == y[place]


def test_every_number_of_the_transposed_figure_is_a_sum_of_stamps() -> None:
    layer, film = transposed_of("image_transposed"), film_of("image_transposed")
    for step, place in enumerate(np.ndindex(*layer.x.shape)):
        image, weights, copy, output = grids(film, film.timeline.at(step))
        assert image == written(layer.x)
        assert weights == written(layer.w)
        assert copy == written(layer.w * layer.x[place])
        sums = [row[~np.isnan(row)] for row in stamped(layer, step + 1)]
        assert output == [written(row[None])[0] for row in sums if row.size]
    assert np.array_equal(layer.y, stamped(layer, layer.x.size))


def test_the_transposed_figures_sum_adds_what_is_new_to_what_was_there() -> None:
    layer, film = transposed_of("image_transposed"), film_of("image_transposed")
    final = stamped(layer, layer.x.size)
    for step, (i, j) in enumerate(np.ndindex(*layer.x.shape)):
        place = layer.stride[0] * i, layer.stride[1] * j
        assert stamped(layer, step + 1)[place] == final[place]
        left, terms, total = written_sum(film, film.timeline.at(step)).split("=")
        assert left.replace("$", "").strip() == f"y({place[0]}, {place[1]})"
        *old, new = terms.replace("$", "").split("+")
        before = stamped(layer, step)[place]
        assert [int(each) for each in old] == ([] if np.isnan(before) else [before])
        weight, value = map(int, re.findall(r"-?\d+", new))
        assert (weight, value) == (layer.w[0, 0], layer.x[i, j])
        assert sum(map(int, old)) + weight * value == int(total) == final[place]
        said = {text.get_text() for text in visible(film, film.timeline.at(step))}
        assert ({"before", "added"} <= said) == bool(old)


def written_sum(film: Film, frame: Frame) -> str:
    """The line that begins with y(…), as its words follow each other."""
    texts = visible(film, frame)
    head = next(text for text in texts if text.get_text().startswith("$y("))
    row = [text for text in texts if text.get_position()[1] == head.get_position()[1]]
    line = sorted((t for t in row if t.axes is head.axes), key=lambda t: t.get_position()[0])
    return "".join(plain(text) for text in line).replace("  ", " ")


@pytest.mark.parametrize("name", [*LAYERS, "image_transposed"])
def test_the_sizes_in_the_formula_are_those_of_the_grids(name: str) -> None:
    film = film_of(name)
    y = stamped(transposed_of(name), 99) if name == "image_transposed" else looped(layer_of(name))
    texts = visible(film, film.timeline.at(0))
    tall = max(text.get_window_extent().y1 for text in texts)
    for axis, heading in enumerate(("rows", "columns")):
        head = next(text for text in texts if text.get_text() == heading)
        atoms = sorted(
            (t for t in texts if t.get_position()[1] == head.get_position()[1]
             and t.get_window_extent().y0 > tall - 110 and "$" in t.get_text()),
            key=lambda text: text.get_position()[0],
        )  # fmt: skip
        latex = "".join(text.get_text().strip("$") for text in atoms)
        size, formula = latex.split("=")
        assert int(size) == y.shape[axis]
        assert evaluated(formula) == int(size)


def evaluated(latex: str) -> int:
    for old, new in ((r"\,", ""), (r"\;", ""), (r"\cdot", "*"), ("/", "//"),
                     (r"\lfloor", "("), (r"\rfloor", ")")):  # fmt: skip
        latex = latex.replace(old, new)
    assert re.fullmatch(r"[\d\s+*/()-]+", latex), latex
    return int(eval(latex))
