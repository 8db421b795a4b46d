"""`notation` writes out each sum as it is."""

import re

import numpy as np
import pytest
from artists import lines, marks, patches, wordings
from figures import film_of

from animations.rendering import Film

X, W = [1, 3, 2, 0, 2, 1, 3, 1], [1, 2, -1]
Y = np.correlate(X, W, mode="valid")


def film() -> Film:
    return film_of("notation")


@pytest.mark.parametrize("i", range(6))
def test_the_sum_names_each_term_and_adds_up(i: int) -> None:
    said = "".join(wordings(film(), film().timeline.at(i))).replace("\\,", "")
    names = [f"$w_{{{j}}}$$x_{{{i + j}}}$" for j in range(3)]
    start = said.index(f"$y_{{{i}}}$  =  " + "  +  ".join(names))
    # A later label may begin with a dollar sign; the total is the last number before it.
    numbers = said[start:].split("   =   ")[1:]
    products = numbers[0].replace("\N{MINUS SIGN}", "-").split("  +  ")
    pairs = [[float(part.strip("()")) for part in product.split(" · ")] for product in products]
    assert pairs == [[W[j], X[i + j]] for j in range(3)]
    total = re.match("\N{MINUS SIGN}?[0-9]+", numbers[1])
    assert total is not None
    assert float(total[0].replace("\N{MINUS SIGN}", "-")) == Y[i] == sum(a * b for a, b in pairs)


@pytest.mark.parametrize("i", range(6))
def test_the_rows_stand_where_the_sum_says(i: int) -> None:
    weights, inputs, outputs = film().figure.axes
    frame = film().timeline.at(i)
    assert marks(film(), frame, weights, "h")[0].tolist() == [[i + j, W[j]] for j in range(3)]
    assert marks(film(), frame, inputs, "x")[0].tolist() == [[n, X[n]] for n in range(8)]
    stems, dot = marks(film(), frame, outputs, "y")
    assert stems.tolist() == [[n, Y[n]] for n in range(i + 1)]
    assert dot.tolist() == [[i, Y[i]]]
    assert len(lines(film(), frame, outputs, "y")[0]) == 3 * (i + 1)
    for axes in (weights, inputs):
        (band,) = patches(film(), frame, axes, film().theme.tint("h", 0.1))
        assert (band[:, 0].min(), band[:, 0].max()) == (i - 0.5, i + 2.5)


def test_names_stand_under_their_stems() -> None:
    for axes, name in zip(film().figure.axes[1:], "xy", strict=True):
        for place, label in zip(axes.get_xticks(), axes.get_xticklabels(), strict=True):
            assert label.get_text() == f"${name}_{{{place:g}}}$"
