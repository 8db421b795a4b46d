"""`learned_kernel` runs plain gradient descent twice, and the kernels mirror each other."""

from collections.abc import Callable

import numpy as np
import pytest
from artists import lines, marks, scenes, wordings
from figures import film_of
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.text import Text
from numpy.typing import NDArray
from scipy import linalg

from animations.rendering import Film, Frame
from signals import DiscreteSignal, convolve, correlate
from signals.learning import Descent, learn_kernel

H = np.array([1, 2, 0.5, 1.5])
X = np.sin(np.arange(9.0) ** 2)
LAST = 24
GUESSES = {"h": [1.8, 0.6, 1.4, 0.4], "ink": [0.5, 1.6, 1.2, 0.4]}
Array = NDArray[np.float64]
Kind = Callable[[Film, Frame, Axes, str], list[Array]]


def film() -> Film:
    return film_of("learned_kernel")


def shown(kind: Kind, row: int, role: str, frame: Frame) -> Array:
    """The last line, or row of marks, in the role's colour."""
    return kind(film(), frame, film().figure.axes[row], role)[-1]


def at(t: float) -> Frame:
    return film().timeline.at(t)


def test_the_kernels_are_mirror_images_and_their_values_are_written() -> None:
    convolved, correlated = shown(marks, 0, "h", at(LAST)), shown(marks, 0, "ink", at(LAST))
    assert convolved[:, 0].tolist() == (-correlated[::-1, 0]).tolist() == [1, 2, 3, 4]
    assert convolved[:, 1] == pytest.approx(H, abs=0.005)
    assert correlated[::-1, 1] == pytest.approx(H, abs=0.005)
    for t in (LAST, LAST + 1):
        said = [float(word) for word in wordings(film(), at(t)) if "." in word]
        assert sorted(said) == sorted([*H, *H])
    assert not any("." in word for word in wordings(film(), at(LAST - 6)))


def test_the_folded_kernel_lands_on_the_other() -> None:
    """Within a pixel, and on its way there it turns about the mirror: heights stay."""
    axes = film().figure.axes[0]
    frame = film().timeline[-1]
    assert frame.t == LAST + 1
    there, folded = (
        axes.transData.transform(shown(marks, 0, role, frame)) for role in ("h", "ink")
    )
    assert np.abs(there - folded[np.argsort(folded[:, 0])]).max() < 1
    before = shown(marks, 0, "ink", at(LAST))
    for frame in scenes(film()):
        if LAST < frame.t < LAST + 1:
            turned = shown(marks, 0, "ink", frame)
            feet, heads = shown(lines, 0, "ink", frame).reshape(-1, 3, 2)[:, :2].swapaxes(0, 1)
            assert heads == pytest.approx(turned)
            assert turned[:, 1] - feet[:, 1] == pytest.approx(before[:, 1])
            assert np.ptp(turned[:, 0] / before[:, 0]) < 1e-9
            # The further from the mirror, the further back, as on a page.
            assert np.ptp(feet[:, 1] / before[:, 0]) < 1e-9
            assert np.all(feet[:, 1] > 0)


def test_an_arrow_leads_where_the_outermost_weight_turns_to() -> None:
    for frame, there in ((film().timeline[-1], 4), (at(LAST + 0.5), 0)):
        way = shown(lines, 0, "muted", frame)
        foot = shown(lines, 0, "ink", frame)[0]
        assert way[0] == pytest.approx([-4, 0])
        assert way[-2] == pytest.approx(foot)
        assert way[-2][0] == pytest.approx(there, abs=1e-9)


def test_both_formulas_see_the_inputs_before_t_only() -> None:
    """Which is why one kernel stands at negative j: outputs do not depend on x(t) and later."""
    for role, sign in (("ink", 1), ("h", -1)):
        at_j = shown(marks, 0, role, at(0))[:, 0]
        assert np.all(sign * at_j < 0)
    said = [text.get_text() for text in film().figure.findobj(Text)]
    assert {r"$\sum_{j<0}$", r"$\sum_{j>0}$"} <= {*said}


def test_steps_are_counted_until_the_outputs_are_the_same() -> None:
    for t, said in ((0, "input and target are given"), (1, "after 1 step"), (18, "after 18 steps")):
        assert said in wordings(film(), at(t))
    assert "the same output" in wordings(film(), at(LAST))


def test_what_folds_leaves_its_trace_where_it_was() -> None:
    theme, axes = film().theme, film().figure.axes[0]
    left = [
        artist.get_xydata().tolist()
        for artist in film().update(film().timeline[-1])
        if artist.get_visible()
        and getattr(artist, "get_marker", lambda: None)() is not None
        and to_hex(artist.get_color()) == theme.ghost("ink")
        and artist.get_transform() is axes.transData
    ]
    assert shown(marks, 0, "ink", at(LAST)).tolist() in left


@pytest.mark.parametrize("role", ["h", "ink"])
def test_every_step_is_one_of_gradient_descent(role: str) -> None:
    """An independent descent on the normal equations of the Toeplitz matrix of the data.

    The outputs are NumPy's, and the target is what the kernel that is sought makes of x.
    """
    matrix = linalg.toeplitz(np.append(X, np.zeros(3)), np.zeros(4))
    target = matrix @ H
    assert target == pytest.approx(np.convolve(H, X))
    w = np.array(GUESSES[role] if role == "h" else GUESSES[role][::-1])
    visited = {round(frame.t) for frame in scenes(film()) if not frame.gliding}
    assert visited == {0, 1, 2, 3, 4, 6, 9, 13, 18, 24, 25}
    for step in range(LAST + 1):
        if step in visited:
            kernel = shown(marks, 0, role, at(step))[:, 1]
            seen = kernel if role == "h" else kernel[::-1]
            assert seen == pytest.approx(w, abs=1e-9)
            output = shown(marks, 1, role, at(step))
            assert output[:, 0].tolist() == [*range(1, 13)]
            by_numpy = np.convolve if role == "h" else np.correlate
            expected = np.convolve(X, kernel) if role == "h" else by_numpy(X, kernel, "full")
            assert output[:, 1] == pytest.approx(expected, abs=1e-9)
        w = w - 0.45 * 2 * matrix.T @ (matrix @ w - target) / len(target)


def test_the_target_is_seen_as_hollow_circles() -> None:
    (rings,) = [line for line in film().figure.axes[1].lines if line.get_marker() == "o"]
    assert rings.get_xydata() == pytest.approx(np.column_stack([range(1, 13), np.convolve(H, X)]))
    assert to_hex(rings.get_markerfacecolor()) == film().theme.background
    assert to_hex(rings.get_color()) == film().theme.y


def test_at_the_end_both_outputs_sit_in_the_circles() -> None:
    """Closer to the middle than the ring of the smaller one is wide."""
    axes = film().figure.axes[1]
    target = axes.transData.transform(np.column_stack([range(1, 13), np.convolve(H, X)]))
    for role in ("h", "ink"):
        output = axes.transData.transform(shown(marks, 1, role, at(LAST)))
        assert np.abs(output - target).max() < 2


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


def test_between_two_steps_a_kernel_is_on_the_straight_way() -> None:
    x, target = DiscreteSignal([1.0, -2, 3]), DiscreteSignal([2.0, 1, 0, 3])
    descent = learn_kernel(x, target, DiscreteSignal([0.5, 2]), 0.1, 3, True)
    first, second = (descent.kernels[step].values for step in (1, 2))
    assert descent.kernel(1.25).values == pytest.approx(0.75 * first + 0.25 * second)
    for step, there in ((-1.0, 0), (0.0, 0), (3.0, 3), (9.0, 3)):
        assert descent.kernel(step).values.tolist() == descent.kernels[there].values.tolist()
    assert descent.output(2.5)(1) == pytest.approx(convolve(descent.kernel(2.5), x)(1))


@pytest.mark.parametrize("t", [-7.0, 1000.0])
def test_shifts_beyond_the_first_and_last_step_show_these(t: float) -> None:
    nearest = film().timeline[0 if t < 0 else -1]
    assert np.array_equal(film().pixels(film().timeline.at(t)), film().pixels(nearest))


def test_the_strip_draws_the_mean_squared_errors_on_a_logarithmic_scale() -> None:
    film = film_of("learned_kernel")
    _, fit, *_ = (panel for row in film.animation.rows for panel in row)
    errors = []
    for learner in fit.learners:
        t = np.arange(fit.target.start, fit.target.stop)
        kernels = learner.descent.kernels
        wrong = [learner.descent.output(n)(t) - fit.target.values for n in range(len(kernels))]
        errors.append(np.mean(np.square(wrong), axis=1))
    axes = film.figure.axes[-1]
    most = max(error.max() for error in errors)
    for t in (0, 4, 24):
        for role, error in zip(("ink", "h"), errors, strict=True):
            (curve,) = lines(film, film.timeline.at(t), axes, role)
            np.testing.assert_allclose(curve[-1, 1], np.log10(error[t] / most), atol=1e-9)
            assert curve[-1, 0] == t
            (dot,) = marks(film, film.timeline.at(t), axes, role)
            np.testing.assert_allclose(dot[0], curve[-1])
