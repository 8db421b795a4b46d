"""Drawn curves pass through the signals' own values, and drawn areas are the integrals."""

from itertools import pairwise

import numpy as np
import oracles
import pytest
from numpy.typing import NDArray

from animations.rendering.drawing.curve import NOTHING, between, grid, outline, product, thickness
from signals import ContinuousSignal, convolve, exponential, piecewise, rect, step
from signals.post import h, k, x
from signals.samples import from_samples

Vertices = NDArray[np.float64]

RAMPS = piecewise(
    (-3.0, -1.25, lambda t: 2 * t + 1, "2t+1"),
    (-1.25, 0.5, lambda t: 0.75 - t, "3/4-t"),
    (0.5, 2.0, lambda t: 0.3 * t - 4, "3t/10-4"),
)
BOXES = piecewise((-1.0, 0.75, 2.0), (0.75, 1.5, -0.6), (2.25, 3.0, 1.2))
POST = {"h": h, "x": x, "k": k, "ramps": RAMPS, "boxes": BOXES}
BIG = (-60.0, 60.0)


def area(vertices: Vertices) -> float:
    """The signed area between a polyline and the axis: exact, by the trapezoid on each edge."""
    return float(np.sum(np.diff(vertices[:, 0]) * (vertices[1:, 1] + vertices[:-1, 1]) / 2))


def limits(signal: ContinuousSignal, t: float) -> tuple[float, float]:
    """Values so close to t that a jump there shows, and little else."""
    return signal(t - 1e-9), signal(t + 1e-9)


@pytest.mark.parametrize("spacing", [1.0, 0.13, 0.01])
@pytest.mark.parametrize("name", POST)
def test_every_vertex_is_a_value_of_the_signal(name: str, spacing: float) -> None:
    signal = POST[name]
    curve = outline(signal, -5, 8, spacing)
    ends = np.isin(curve[:, 0], [*signal.breakpoints, -5, 8])
    assert np.array_equal(curve[~ends, 1], signal(curve[~ends, 0]))
    for t, value in curve[ends]:
        one_sided = signal(t), signal.left(t), 0.0 if t in signal.support else signal(t)
        assert min(abs(value - limit) for limit in one_sided) < 1e-12


@pytest.mark.parametrize("name", POST)
def test_a_jump_is_vertical_between_both_limits(name: str) -> None:
    signal = POST[name]
    curve = outline(signal, -5, 8, 0.21)
    jumps = [t for t in signal.breakpoints if abs(np.subtract(*limits(signal, t))) > 1e-6]
    assert jumps, "the signal should jump somewhere"
    for t in jumps:
        ordinates = curve[curve[:, 0] == t, 1]
        before, after = limits(signal, t)
        assert ordinates[0] == pytest.approx(before, abs=1e-7), t
        assert ordinates[-1] == pytest.approx(after, abs=1e-7), t


@pytest.mark.parametrize("spacing", [0.4, 0.03])
@pytest.mark.parametrize("name", POST)
def test_vertices_run_to_the_right_and_are_never_further_apart(name: str, spacing: float) -> None:
    curve = outline(POST[name], -5, 8, spacing)
    steps = np.diff(curve[:, 0])
    gaps = POST[name](curve[:-1, 0] + steps / 2) == 0  # where the signal pauses
    assert np.all(steps >= 0)
    assert np.all(steps[~gaps] <= spacing * (1 + 1e-9))


def test_a_support_that_ends_in_a_jump_is_closed_to_the_axis() -> None:
    curve = outline(rect(1, 4), -5, 8, 0.5)
    assert curve[0].tolist() == [1, 0]
    assert curve[-1].tolist() == [4, 0]
    assert curve[1].tolist() == [1, 1]


def test_a_support_that_ends_on_the_axis_is_not_closed_twice() -> None:
    triangle = piecewise((0, 1, lambda t: t, "t"), (1, 3, lambda t: (3 - t) / 2, "(3-t)/2"))
    curve = outline(triangle, -5, 8, 0.25)
    assert curve[0].tolist() == [0, 0]
    assert curve[-1].tolist() == [3, 0]
    assert len(np.unique(curve[[0, 1, -2, -1], 0])) == 4


def test_a_window_cuts_a_curve_without_closing_it() -> None:
    curve = outline(h, 0.5, 3, 0.1)
    assert curve[0] == pytest.approx([0.5, 2 * np.exp(-0.25)])
    assert curve[-1] == pytest.approx([3, 2 * np.exp(-1.5)])
    left = outline(h, -2, 3, 0.1)
    assert left[0].tolist() == [0, 0]
    assert left[1].tolist() == [0, 2]


@pytest.mark.parametrize("window", [(6, 9), (-4, 0), (-9, -3), (5, 5), (3, 2)])
def test_outside_of_the_support_there_is_no_curve(window: tuple[float, float]) -> None:
    assert outline(x, *window, 0.1).shape == (0, 2)


def test_endless_signals_fill_the_window() -> None:
    curve = outline(step(2).flip(), -7, 8, 0.3)
    assert curve[0].tolist() == [-7, 1]
    assert curve[-1].tolist() == [-2, 0]


def test_a_gap_inside_a_support_lies_on_the_axis() -> None:
    curve = outline(BOXES, -5, 5, 0.05)
    inside = curve[(curve[:, 0] > 1.5) & (curve[:, 0] < 2.25)]
    assert np.all(inside[:, 1] == 0)
    assert [1.5, 0] in curve.tolist() and [2.25, 0] in curve.tolist()


PAIRS = [("h", "x"), ("x", "h"), ("k", "h"), ("ramps", "boxes"), ("boxes", "k"), ("h", "h")]
SHIFTS = [-6.5, -2.0, -0.3, 0.0, 0.61, 1.75, 3.0, 4.2, 7.0, 11.4]


@pytest.mark.parametrize(("fixed", "sliding"), PAIRS)
def test_every_vertex_of_a_product_is_the_product(fixed: str, sliding: str) -> None:
    f, s = POST[fixed], POST[sliding]
    for t in SHIFTS:
        vertices = product(f, s.flip(), t, BIG, 0.07)
        if not len(vertices):
            continue
        # One-sided limits lie next to a breakpoint: look just inside, where nothing jumps.
        tau, values = vertices[1:-1].T
        kinks = np.array([*f.breakpoints, *(t - at for at in s.breakpoints)])
        near = np.abs(tau[:, None] - kinks).min(axis=1) < 1e-9
        expected = f(tau[~near]) * s(t - tau[~near])
        np.testing.assert_allclose(values[~near], expected, rtol=0, atol=1e-12)
        left = f(tau[near] - 1e-9) * s(t - tau[near] + 1e-9)
        right = f(tau[near] + 1e-9) * s(t - tau[near] - 1e-9)
        off = np.minimum(np.abs(values[near] - left), np.abs(values[near] - right))
        assert np.all(off < 1e-7)


@pytest.mark.parametrize(("fixed", "sliding"), PAIRS)
def test_a_product_begins_and_ends_on_the_axis_at_the_ends_of_the_overlap(
    fixed: str, sliding: str
) -> None:
    f, s = POST[fixed], POST[sliding]
    for t in SHIFTS:
        start = max(f.support[0], t - s.support[1], -7.0)
        stop = min(f.support[1], t - s.support[0], 16.0)
        vertices = product(f, s.flip(), t, (-7.0, 16.0), 0.3)
        if start >= stop:
            assert vertices.shape == (0, 2)
            continue
        assert vertices[0].tolist() == pytest.approx([start, 0])
        assert vertices[-1].tolist() == pytest.approx([stop, 0])
        assert np.all(np.diff(vertices[:, 0]) >= 0)


@pytest.mark.parametrize(("fixed", "sliding"), [("ramps", "boxes"), ("boxes", "ramps")])
@pytest.mark.parametrize("spacing", [3.0, 0.2])
def test_straight_lines_times_constants_are_drawn_with_the_exact_area(
    fixed: str, sliding: str, spacing: float
) -> None:
    f, s = POST[fixed], POST[sliding]
    y = convolve(f, s)
    seen = 0
    for t in np.linspace(*y.support, 41):
        drawn = area(product(f, s.flip(), t, BIG, spacing))
        assert drawn == pytest.approx(by_parts(f, s, t), abs=1e-12)
        assert drawn == pytest.approx(y(t), abs=1e-12)
        seen += abs(drawn) > 0.01
    assert seen > 30


def by_parts(f: ContinuousSignal, s: ContinuousSignal, t: float) -> float:
    """∫ f(τ) s(t − τ) dτ, where the product is straight between kinks: by midpoints, exactly."""
    kinks = sorted({*f.breakpoints, *(t - at for at in s.breakpoints)})
    return sum(
        (b - a) * f((a + b) / 2) * s(t - (a + b) / 2) for a, b in pairwise(kinks) if b - a > 1e-12
    )


@pytest.mark.parametrize(("fixed", "sliding"), [("h", "x"), ("x", "h")])
@pytest.mark.parametrize("t", [0.75, 3.0, 4.25, 9.5])
def test_the_drawn_area_tends_to_y_in_second_order(fixed: str, sliding: str, t: float) -> None:
    f, s = POST[fixed], POST[sliding].flip()
    y = oracles.y(t)
    spacings = [0.25, 0.125, 0.0625, 0.03125]
    errors = [abs(area(product(f, s, t, BIG, spacing)) - y) for spacing in spacings]
    assert errors[0] < 0.02
    for coarse, fine in pairwise(errors):
        assert 3.8 < coarse / fine < 4.2


def test_mirrored_products_have_mirrored_vertices_and_one_area() -> None:
    for t in [0.5, 3.0, 4.2, 8.0]:
        one = product(h, x.flip(), t, BIG, 0.1)
        other = product(x, h.flip(), t, BIG, 0.1)
        np.testing.assert_allclose(one, (other * (-1, 1) + (t, 0))[::-1], rtol=0, atol=1e-12)
        assert area(one) == pytest.approx(area(other), abs=1e-12)


def test_a_window_clips_a_product() -> None:
    window = (1.0, 2.5)
    vertices = product(h, x.flip(), 4.0, window, 0.01)
    assert vertices[0].tolist() == [1, 0]
    assert vertices[-1].tolist() == [2.5, 0]
    assert vertices[1, 1] == pytest.approx(h(1) * x(3.0 - 1e-12), abs=1e-9)
    whole = product(h, x.flip(), 4.0, BIG, 0.01)
    inside = whole[(whole[:, 0] > 1.0) & (whole[:, 0] < 2.5)]
    assert area(vertices) == pytest.approx(area(inside), abs=0.05)


@pytest.mark.parametrize("t", [-4.0, -1e-3, 0.0])
def test_without_an_overlap_there_is_nothing(t: float) -> None:
    assert product(h, x.flip(), t, BIG, 0.1).shape == (0, 2)
    assert product(rect(0, 1), rect(5, 6), t, BIG, 0.1).shape == (0, 2)
    assert len(NOTHING) == 0


def test_a_stretch_is_seen_from_inside() -> None:
    assert between(x, np.array([0.0, 1.0, 3.0])).tolist() == [0, 0.5, 1.5]
    assert between(x, np.array([3.0, 4.0, 5.0])).tolist() == [0.5, 0.5, 0.5]
    assert between(x, np.array([5.0, 6.0])).tolist() == [0, 0]
    decay = exponential(amplitude=2.0, rate=0.5)
    assert between(decay, np.array([0.0, 2.0])) == pytest.approx([2, 2 * np.exp(-1)])


@pytest.mark.parametrize(("a", "b", "spacing"), [(0, 1, 0.3), (-2.5, 7, 0.01), (1, 1.5, 9)])
def test_a_grid_is_even_and_reaches_both_ends(a: float, b: float, spacing: float) -> None:
    points = grid(a, b, spacing)
    assert points[0] == a
    assert points[-1] == b
    assert len(points) >= 2
    assert np.diff(points).max() <= spacing * (1 + 1e-9)
    assert np.ptp(np.diff(points)) < 1e-12


def test_of_crowded_breakpoints_some_are_left_out_and_no_vertex_is_wrong() -> None:
    t = np.linspace(0, 5, 9001)
    signal = from_samples(t, np.sin(3 * t) + 2)
    curve = outline(signal, -1, 6, 0.1)
    assert 50 < len(curve) < 1000
    np.testing.assert_allclose(
        curve[1:-1, 1], np.interp(curve[1:-1, 0], t, np.sin(3 * t) + 2), rtol=1e-13
    )
    assert curve[[0, -1]].tolist() == [[0, 0], [5, 0]]
    shared = product(signal, signal, 2.0, (-1, 9), 0.1)
    tau = np.linspace(2, 5, 100_001)
    exact = np.trapezoid((np.sin(3 * tau) + 2) * (np.sin(3 * tau - 6) + 2), tau)
    assert area(shared) == pytest.approx(exact, rel=1e-2)


def test_no_spike_is_lost_in_a_crowd() -> None:
    t = np.linspace(0, 5, 9001)
    values = np.cos(3 * t)
    values[[1234, 7777]] = 9, -7
    curve = outline(from_samples(t, values), 0, 5, 0.1)
    assert len(curve) < 1000
    assert (curve[:, 1].max(), curve[:, 1].min()) == pytest.approx((9, -7), rel=1e-14)
    shared = product(from_samples(t, values), rect(1, 9, 2), -1, (-9, 9), 0.1)
    assert (shared[:, 1].max(), shared[:, 1].min()) == pytest.approx((18, -14), rel=1e-14)


def test_a_curve_that_turns_in_every_pixel_is_thin() -> None:
    t = np.linspace(0, 5, 2001)
    assert thickness(from_samples(t, np.cos(t)), 0.01, 2.6) < 2.6
    assert thickness(from_samples(t, np.cos(t)), 0.001, 2.6) == 2.6
    assert thickness(rect(0, 1e-6), 0.01, 2.6) == 2.6
