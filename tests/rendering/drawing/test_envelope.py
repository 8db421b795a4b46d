"""The envelope lies above what is drawn, and has no leaps."""

import numpy as np
import pytest
from numpy.typing import NDArray

from animations.rendering.drawing.envelope import UpperEnvelope

SPAN = (-5.0, 10.0)
Points = NDArray[np.float64]


def wave() -> Points:
    t = np.linspace(-5, 10, 901)
    return np.column_stack([t, 1.5 + np.sin(2 * t) - 0.5 * np.cos(5 * t)])


@pytest.mark.parametrize("halfwidth", [0.3, 1.0, 2.5])
def test_the_height_clears_every_curve_within_the_halfwidth(halfwidth: float) -> None:
    curve = wave()
    envelope = UpperEnvelope(SPAN)
    envelope.add_curve(curve)
    for center in np.linspace(-4, 9, 53):
        beneath = curve[np.abs(curve[:, 0] - center) <= halfwidth, 1]
        # It looks at 600 points, so a crest between two of them may stand out by a hair.
        assert envelope.above(center, halfwidth) >= beneath.max() - 0.01, center


def test_the_height_is_no_more_than_the_tallest_thing_nearby() -> None:
    curve = wave()
    envelope = UpperEnvelope(SPAN)
    envelope.add_curve(curve)
    for center in np.linspace(-4, 9, 53):
        nearby = curve[np.abs(curve[:, 0] - center) <= 2.05, 1]
        assert envelope.above(center, 1.0) <= nearby.max() + 1e-9


@pytest.mark.parametrize("direction", [1, -1])
def test_curves_of_the_moment_count_whichever_way_they_run(direction: int) -> None:
    ramp = np.array([[0.0, 0.0], [4.0, 2.0], [4.0, 0.0]])[::direction]
    empty = np.empty((0, 2))
    envelope = UpperEnvelope(SPAN)
    assert envelope.above(2.0, 1.0, ramp, empty) >= 1.5 - 0.02
    assert envelope.above(3.9, 0.5, ramp) == pytest.approx(2.0, abs=0.02)
    assert envelope.above(2.0, 1.0) == 0
    assert envelope.above(-3.0, 1.0, ramp) == 0


def test_boxes_are_cleared_from_edge_to_edge() -> None:
    envelope = UpperEnvelope(SPAN)
    envelope.add_box(1.0, 2.0, 3.0)
    envelope.add_box(1.5, 4.0, 1.0)
    assert envelope.above(1.5, 0.2) == 3
    assert envelope.above(0.9, 0.2) == 3
    assert envelope.above(3.9, 0.2) == 1
    assert envelope.above(6.0, 0.5) == 0


def test_a_lower_obstacle_never_lowers_the_envelope() -> None:
    envelope = UpperEnvelope(SPAN)
    envelope.add_box(0.0, 5.0, 2.0)
    envelope.add_curve(np.array([[-5.0, 0.5], [10.0, 0.5]]))
    envelope.add_box(1.0, 4.0, 1.0)
    assert envelope.above(2.5, 1.0) == 2
    assert envelope.above(-4.0, 0.5) == 0.5


def test_what_lies_below_the_axis_does_not_pull_a_label_down() -> None:
    envelope = UpperEnvelope(SPAN)
    envelope.add_curve(np.array([[-5.0, -2.0], [10.0, -2.0]]))
    assert envelope.above(1.0, 1.0) == 0


def test_past_a_jump_the_height_changes_smoothly() -> None:
    envelope = UpperEnvelope(SPAN, count=6001)
    envelope.add_box(2.0, 2.2, 5.0)
    centers = np.linspace(-2, 7, 3001)
    heights = np.array([envelope.above(center, 0.8) for center in centers])
    assert heights.max() == 5
    assert heights[[0, -1]].tolist() == [0, 0]
    # A smooth step from 0 to 5 over one halfwidth is at most 1.5 times as steep as a straight one.
    steepest = 1.5 * 5 / 0.8
    assert np.abs(np.diff(heights)).max() <= steepest * (centers[1] - centers[0]) + 5 * 0.02


def test_outside_of_the_span_there_is_nothing_to_clear() -> None:
    envelope = UpperEnvelope(SPAN)
    envelope.add_box(-5, 10, 1)
    assert envelope.above(30.0, 1.0) == 0
    assert envelope.above(-30.0, 1.0) == 0
