"""Labels travel with what they name above what is drawn, and never leap."""

import re
from itertools import pairwise

import numpy as np
import pytest
from artists import Points, scenes
from matplotlib.text import Text

from animations.rendering import Film, Frame
from animations.rendering.drawing.tag import UpperEnvelope

# What names something that moves along with t; all else that keeps its wording stands still.
RIDING = re.compile(r"t - \\tau|\\tau - t|^\$w_\{\d\}\$$|^receptive field")
SPAN = (-5.0, 10.0)
FEW, HIGH = 30, 90  # pixels: from one frame to the next, and up or down from one step to the next


def places(film: Film, frame: Frame) -> dict[int, tuple[str, Points]]:
    """What labels say and where their anchors are, in pixels, by number."""
    return {
        number: (label.get_text(), label.get_transform().transform(label.get_position()))
        for number, label in enumerate(film.update(frame))
        if isinstance(label, Text) and label.get_visible() and label.get_text()
    }


def test_labels_travel_without_leaps(figure: str, film: Film) -> None:
    """From one picture to the next a label rests, or goes as far as t; on the way, a few pixels."""
    shown = [(frame, places(film, frame)) for frame in scenes(film)]
    compared = 0
    for (before, labels), (frame, others) in pairwise(shown):
        step = abs(frame.t - before.t)
        for number in labels.keys() & others.keys():
            (wording, start), (changed, stop) = labels[number], others[number]
            across, up = np.abs(stop - start)
            compared += 1
            if not (before.sweeping and frame.sweeping):
                assert max(across, up) < FEW, (frame, wording)
            elif not RIDING.search(wording):
                assert up == 0, (frame, wording)
                # Words of a sum move along its line as the others change, but those are numbers.
                if wording == changed and re.search("[a-z]", wording):
                    assert across == 0, (frame, wording)
            elif step < 0.3:
                assert max(across, up) < FEW, (frame, wording)
            else:
                left, right = film.figure.axes[0].transData.transform([(0, 0), (step, 0)])[:, 0]
                assert across <= right - left + 1, (frame, wording)
                assert up < HIGH, (frame, wording)
    assert compared or film.animation.is_still


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
