"""Sums under two sets of names: any input and weights find room, and every total is true."""

import numpy as np
import pytest
from artists import marks, wordings
from films import check_labels

from animations.rendering import (
    Animation,
    Film,
    IndexedFormulaPanel,
    IndexedInputPanel,
    IndexedOutputPanel,
    IndexedSumPanel,
    IndexedWeightsPanel,
    Name,
    Translation,
)
from signals import DiscreteSignal

OTHER = Translation(inputs=(Name("u({})", r"u(s)", "s"), Name("u[{}]", "u[n]", "n")))


@pytest.mark.parametrize(
    ("x", "w", "translation"),
    [
        ([1.0, -2, 3], [2.0], Translation()),
        ([3.0, 1, 2], [1.0, 0.5, -1], Translation(at=0)),
        (np.arange(12) % 5 * 12.5, [1.5, -2.25, 1, 0, 3, 1.125], Translation(at=2)),
        (np.arange(30) % 7, np.ones(9), OTHER),
    ],
)
def test_any_sum_finds_room(x: list[float], w: list[float], translation: Translation) -> None:
    told = DiscreteSignal(x), DiscreteSignal(w), translation
    panels = [
        IndexedFormulaPanel(*told, ("before", "after")),
        IndexedWeightsPanel(*told),
        IndexedInputPanel(*told),
        IndexedOutputPanel(*told),
        IndexedSumPanel(*told),
    ]
    span = -0.25 * len(x) - 0.5, len(x) + 0.5
    film = Film(Animation("A sum", "Its names turn.", "Stems.", panels, span=span))
    check_labels(film, most=5)
    expected = np.correlate(x, w, "valid")
    last = film.timeline[-1]
    assert last.t == len(expected) - 1 + 2
    outputs = marks(film, last, film.figure.axes[2], "y")[0]
    assert outputs == pytest.approx(np.column_stack([np.arange(len(expected)), expected]))
    said = wordings(film, last)
    assert "after" in said
    assert float(said[-1].replace("\N{MINUS SIGN}", "-")) == pytest.approx(expected[-1], rel=1e-3)
    assert "after" not in wordings(film, film.timeline[0])


@pytest.mark.parametrize(
    ("x", "w", "message"),
    [
        (DiscreteSignal([1, 2, 3], 1), DiscreteSignal([1]), "x must start at index 0"),
        (DiscreteSignal([1, 2, 3]), DiscreteSignal([1], -1), "w must start at index 0"),
        (DiscreteSignal([1]), DiscreteSignal([1, 2]), "there must not be more weights than inputs"),
    ],
)
def test_what_has_no_such_indices_is_refused(
    x: DiscreteSignal, w: DiscreteSignal, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        IndexedInputPanel(x, w, Translation())
