"""What figures say of a layer, place by place, for every kind of layer."""

import re
from itertools import combinations, product

import numpy as np
import pytest
from matplotlib.text import Text

from animations.rendering import (
    Animation,
    Film,
    LayerSumPanel,
    Scan,
    ScanPanel,
    SizePanel,
    Spread,
    steps,
)
from animations.rendering.panels.grids.size import size

Pair = tuple[int, int]
SETTINGS = [
    pytest.param(stride, padding, dilation, id=f"s{stride}p{padding}d{dilation}")
    for stride, padding, dilation in product(
        [(1, 1), (2, 1), (2, 3)], [(0, 0), (1, 1), (0, 2)], [(1, 1), (2, 1)]
    )
]
RANDOM = np.random.default_rng(7)
X = RANDOM.integers(0, 9, (5, 7)).astype(float)
W = np.array([[1, -2, 0], [3, 0, 1]])


def of(stride: Pair, padding: Pair, dilation: Pair) -> Scan:
    return Scan(X, W, stride, padding, dilation)


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
def test_an_output_is_the_sum_of_its_products(stride: Pair, padding: Pair, dilation: Pair) -> None:
    scan = of(stride, padding, dilation)
    padded = np.zeros((5 + 2 * padding[0], 7 + 2 * padding[1]))
    padded[padding[0] : padding[0] + 5, padding[1] : padding[1] + 7] = X
    assert np.array_equal(scan.padded, padded)
    for step in range(scan.last + 1):
        i, j = place = scan.place(step)
        rows, columns = scan.seen(place)
        assert rows == [stride[0] * i + dilation[0] * m for m in range(2)]
        assert columns == [stride[1] * j + dilation[1] * n for n in range(3)]
        patch = np.array([[padded[row, column] for column in columns] for row in rows])
        assert np.array_equal(scan.patch(place), patch)
        assert np.array_equal(scan.products(place), W * patch)
        assert scan.terms(place) == [*zip(W.ravel(), patch.ravel(), strict=True)]
        assert scan.y[place] == np.sum(W * patch)
        drawn = scan.drawn(step).ravel()
        assert np.array_equal(drawn[: step + 1], scan.y.ravel()[: step + 1])
        assert np.all(np.isnan(drawn[step + 1 :]))
    assert scan.place(scan.last) == tuple(n - 1 for n in scan.y.shape)


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
def test_what_is_used_and_what_sees_no_padding(stride: Pair, padding: Pair, dilation: Pair) -> None:
    scan = of(stride, padding, dilation)
    used, clear = set(), []
    for place in np.ndindex(*scan.y.shape):
        own = [
            (row, column)
            for row, column in product(*scan.seen(place))
            if padding[0] <= row < padding[0] + 5 and padding[1] <= column < padding[1] + 7
        ]
        used |= set(own)
        clear += [place] if len(own) == W.size else []
    assert {(int(i), int(j)) for i, j in np.argwhere(scan.used)} == used
    assert [*product(*scan.unpadded)] == clear


@pytest.mark.parametrize(("stride", "padding", "dilation"), SETTINGS)
def test_the_formula_gives_the_size(stride: Pair, padding: Pair, dilation: Pair) -> None:
    scan = of(stride, padding, dilation)
    for axis in (0, 1):
        numbers = [array.shape[axis] for array in (scan.y, X, W)]
        numbers += [padding[axis], stride[axis], dilation[axis]]
        assert evaluated(size(scan, *map(str, numbers))) == scan.y.shape[axis]


@pytest.mark.parametrize("stride", [(1, 1), (2, 2), (3, 1)])
def test_a_transposed_output_is_the_sum_of_its_stamps(stride: Pair) -> None:
    spread = Spread(X[:2, :3], W, stride)
    assert spread.y.shape == (stride[0] + 2, 2 * stride[1] + 3)
    for axis in (0, 1):
        numbers = [array.shape[axis] for array in (spread.y, spread.x, W)]
        latex = size(spread, *map(str, [*numbers, 0, stride[axis], 1]))
        assert evaluated(latex) == spread.y.shape[axis]
    for target in np.ndindex(*spread.y.shape):
        assert spread.y[target] == sum(a * b for a, b in spread.terms(target))
    stamps = np.full(spread.y.shape, np.nan)
    for step in range(spread.last + 1):
        place = spread.place(step)
        region = np.ix_(*spread.reached(place))
        assert np.array_equal(spread.copy(place), W * spread.x[place])
        stamps[region] = np.nan_to_num(stamps[region]) + spread.copy(place)
        assert np.array_equal(spread.drawn(step), stamps, equal_nan=True)
        assert stamps[spread.target(step)] == spread.y[spread.target(step)]


def evaluated(latex: str) -> int:
    right = re.sub(r"\\textcolor\{\w\}\{(\d+)\}", r"\1", latex).split(" = ")[1]
    for old, new in (("{}", ""), (r"\,", ""), (r"\cdot", "*"), ("/", "//"),
                     (r"\lfloor", "("), (r"\rfloor", ")")):  # fmt: skip
        right = right.replace(old, new)
    assert re.fullmatch(r"[\d\s+*/()-]+", right), right
    return int(eval(right))


@pytest.mark.parametrize(
    ("stride", "padding", "dilation"),
    [
        ((2, 2), (1, 1), (1, 1)),
        ((1, 2), (0, 1), (2, 1)),
        ((1, 1), (1, 1), (2, 1)),
        ((1, 1), (0, 0), (1, 1)),
    ],
)
def test_layers_with_several_settings_at_once_are_drawn_too(
    stride: Pair, padding: Pair, dilation: Pair
) -> None:
    scan = Scan(X[:4, :5], W, stride, padding, dilation)
    panels = [SizePanel(scan), ScanPanel(scan), LayerSumPanel(scan)]
    film = Film(Animation("t", "c", "a", panels, steps(0, scan.last)))
    for frame in (film.timeline[0], film.timeline.at(scan.last), film.timeline.at(99)):
        assert np.array_equal(film.pixels(frame), film.redraw(frame))
        texts = [t for t in film.figure.findobj(Text) if t.get_visible() and t.get_text()]
        boxes = [text.get_window_extent().padded(-1) for text in texts]
        assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
        assert all(box.x0 >= 0 and box.x1 <= 960 for box in boxes)
        assert any(text.get_text().startswith("$y(") for text in texts)
