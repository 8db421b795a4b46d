"""`learned_kernel` runs plain gradient descent twice, and the kernels mirror each other."""

from collections.abc import Callable

import numpy as np
import pytest
from artists import lines, marks
from figures import film_of
from matplotlib.axes import Axes
from numpy.typing import NDArray
from scipy import linalg

from animations.rendering import Film, Frame
from signals import DiscreteSignal, convolve, correlate
from signals.learning import Descent, learn_kernel

H = 2 * np.exp(-np.arange(5) / 2)
X = np.sin(np.arange(48.0) ** 2)
Array = NDArray[np.float64]
Kind = Callable[[Film, Frame, Axes, str], list[Array]]


def film() -> Film:
    return film_of("learned_kernel")


def shown(kind: Kind, row: int, role: str, t: float) -> Array:
    """The first line, or the first row of marks, in the role's colour at a step."""
    return kind(film(), film().timeline.at(t), film().figure.axes[row], role)[0]


def test_both_losses_vanish() -> None:
    for role in ("h", "k"):
        curve = shown(lines, 2, role, 60)
        assert len(curve) == 61
        assert curve[-1, 1] < -6
        assert np.all(np.diff(curve[:, 1]) < 0)


def test_the_kernels_are_mirror_images() -> None:
    found, mirrored = shown(marks, 0, "h", 60), shown(marks, 1, "k", 60)
    assert found[:, 0].tolist() == (-mirrored[::-1, 0]).tolist() == [0, 1, 2, 3, 4]
    assert found[:, 1] == pytest.approx(mirrored[::-1, 1], abs=1e-3)
    assert found[:, 1] == pytest.approx(H, abs=1e-3)


@pytest.mark.parametrize("flip", [True, False])
def test_every_step_is_one_of_gradient_descent(flip: bool) -> None:
    """An independent descent on the normal equations of the Toeplitz matrix of the data."""
    matrix = linalg.toeplitz(np.append(X, np.zeros(4)), np.zeros(5))
    target = matrix @ H
    guess = [0.2, -0.5, 0.6, 0.9, -0.3] if flip else [-0.5] * 5
    w = np.array(guess if flip else guess[::-1])
    row, role = (0, "h") if flip else (1, "k")
    for step in range(61):
        kernel = shown(marks, row, role, step)[:, 1]
        assert kernel == pytest.approx(w if flip else w[::-1], abs=1e-9)
        loss = np.mean((matrix @ w - target) ** 2)
        dot = shown(marks, 2, role, step)
        assert dot[0] == pytest.approx([step, np.log10(loss)], abs=1e-4)
        w = w - 0.3 * 2 * matrix.T @ (matrix @ w - target) / len(target)


@pytest.mark.parametrize("flip", [True, False])
def test_the_gradient_is_the_losss_slope(flip: bool) -> None:
    rng = np.random.default_rng(5)
    x = DiscreteSignal(rng.normal(size=12), -3)
    target = DiscreteSignal(rng.normal(size=9), -2)
    start, rate, nudge = rng.normal(size=4), 1e-3, 1e-6

    def descend(values: Array) -> Descent:
        return learn_kernel(x, target, DiscreteSignal(values, -1), rate, steps=1, flip=flip)

    done = descend(start)
    gradient = (done.kernels[0].values - done.kernels[1].values) / rate
    for j in range(4):
        step = nudge * np.eye(4)[j]
        slope = (descend(start + step).losses[0] - descend(start - step).losses[0]) / (2 * nudge)
        assert gradient[j] == pytest.approx(slope, rel=1e-5)


def test_losses_are_mean_squares() -> None:
    x, w = DiscreteSignal([1.0, -2, 3], 1), DiscreteSignal([0.5, 2], -1)
    target = DiscreteSignal([1.0, 1, 1, 1, 1, 1], -1)
    for flip, y in ((True, convolve(w, x)), (False, correlate(x, w))):
        loss = np.mean([(y(t) - 1) ** 2 for t in range(-1, 5)])
        assert learn_kernel(x, target, w, 0.1, 0, flip).losses == pytest.approx([loss])


@pytest.mark.parametrize("t", [-7.0, 1000.0])
def test_shifts_beyond_the_first_and_last_step_show_these(t: float) -> None:
    nearest = film().timeline[0 if t < 0 else -1]
    assert np.array_equal(film().pixels(film().timeline.at(t)), film().pixels(nearest))
