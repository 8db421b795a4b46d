"""`flip` shows that convolution gives the kernel back and cross-correlation its mirror image."""

import numpy as np
import pytest
from artists import lines, marks
from figures import film_of

from animations.rendering import Film

H = {0: 1.5, 1: 1.0, 2: 0.5}
X = {0: 1.0, 6: 0.5, 7: 1.0, 8: 1.0}


def film() -> Film:
    return film_of("flip")


def y(t: int, sign: int) -> float:
    """Σ x(τ) h(t − τ), or Σ x(τ) h(τ − t)."""
    return sum(value * H.get(sign * (t - tau), 0.0) for tau, value in X.items())


@pytest.mark.parametrize("t", [-3, 0, 2, 7, 10])
@pytest.mark.parametrize("column", range(2))
def test_the_output_is_the_sum(column: int, t: int) -> None:
    sign = (1, -1)[column]
    axes = film().figure.axes[2 + column]
    stems, dot = marks(film(), film().timeline.at(t), axes, "y")
    assert stems == pytest.approx(np.array([[n, y(n, sign)] for n in range(-3, t + 1)]))
    assert dot == pytest.approx(np.array([[t, y(t, sign)]]))


@pytest.mark.parametrize("t", [-1, 4, 8])
@pytest.mark.parametrize("column", range(2))
def test_only_the_left_kernel_is_flipped(column: int, t: int) -> None:
    sign = (1, -1)[column]
    stalks = lines(film(), film().timeline.at(t), film().figure.axes[column], "h")[0]
    at, heights = stalks[1::3].T
    assert np.round(at).tolist() == [t - sign * n for n in H]
    assert heights.tolist() == list(H.values())


def test_an_impulse_gives_the_kernel_or_its_mirror_image() -> None:
    left, right = (
        dict(marks(film(), film().timeline[-1], axes, "y")[0].tolist())
        for axes in film().figure.axes[2:]
    )
    assert [left[n] for n in (0, 1, 2)] == list(H.values())
    assert [right[n] for n in (0, -1, -2)] == list(H.values())
