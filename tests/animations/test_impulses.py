"""`impulses` draws h's echoes, and y as what they add up to."""

import numpy as np
import oracles
import pytest
from artists import lines, marks, patches, wordings
from figures import film_of

from animations.rendering import Film


def film() -> Film:
    return film_of("impulses")


def y(t: float) -> float:
    """By hand: an echo for each impulse, and the running example's output from t = 23 on."""
    return oracles.h(t) + oracles.h(t - 10) + 0.5 * oracles.h(t - 12) + oracles.y(t - 23)


@pytest.mark.parametrize("t", [-1.0, 0.0, 3.0, 11.5, 14.0, 24.7, 28.0, 36.0])
def test_the_output_is_the_sum_of_the_echoes(t: float) -> None:
    axes = film().figure.axes[1]
    frame = film().timeline.at(t)
    (curve,) = (line for line in lines(film(), frame, axes, "y"))
    inner = ~np.isin(curve[:, 0], [0, 10, 12])
    assert curve[-1] == pytest.approx([t, y(t)], abs=1e-12)
    assert curve[inner, 1] == pytest.approx([y(at) for at in curve[inner, 0]], abs=1e-12)
    assert marks(film(), frame, axes, "y")[0] == pytest.approx(np.array([[t, y(t)]]))


def test_impulses_are_arrows_as_high_as_their_weights() -> None:
    axes = film().figure.axes[0]
    for t, arrows in ((-1, []), (5, [[0, 1]]), (36, [[0, 1], [10, 1], [12, 0.5]])):
        shown = marks(film(), film().timeline.at(t), axes, "x")[0]
        assert shown.tolist() == arrows


def test_the_input_is_drawn_as_it_comes_in() -> None:
    axes = film().figure.axes[0]
    curve = max(lines(film(), film().timeline.at(25.5), axes, "x"), key=len)
    assert curve[-1] == pytest.approx([25.5, 1.25])
    assert curve[:, 1] == pytest.approx([oracles.x(t - 23) for t in curve[:, 0]])


def test_layers_rise_by_one_echo_each_up_to_y() -> None:
    axes = film().figure.axes[1]
    tints = [film().theme.tint("h", strength) for strength in (0.5, 0.3)]
    frame = film().timeline.at(36)
    tops = [outline for tint in tints for outline in patches(film(), frame, axes, tint)]
    assert len(tops) == 3 + 5
    at = 29.3
    heights = sorted(float(np.interp(at, top[1:-2, 0], top[1:-2, 1])) for top in tops)
    # ∫ over [a, b] of u/2 · 2e^(−(t − u)/2), and of 1/2 · 2e^(−(t − u)/2).
    t = at - 23
    ramp = [np.exp(-t / 2) * (2 * b - 4) * np.exp(b / 2) for b in (0, 1, 2, 3)]
    flat = [np.exp(-t / 2) * 2 * np.exp(b / 2) for b in (3, 4, 5)]
    echoes = [oracles.h(at), oracles.h(at - 10), 0.5 * oracles.h(at - 12)]
    echoes += [*np.diff(ramp), *np.diff(flat)]
    assert heights == pytest.approx(np.cumsum(echoes), abs=2e-3)  # between vertices
    assert heights[-1] == pytest.approx(y(at), abs=2e-3)


def test_names_and_words_come_with_what_they_name() -> None:
    before, first, late = (wordings(film(), film().timeline.at(t)) for t in (-1, 0, 30))
    assert "a system at rest" in before
    assert "$h(t)$" not in before
    assert {"$h(t)$", "an impulse is answered by h"} <= set(first)
    assert "all echoes add up" not in first
    assert {"$h(t)$", "all echoes add up"} <= set(late)
