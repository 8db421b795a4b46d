"""What a player is told of a film: which t stands when, and where it rests."""

import numpy as np
import pytest
from figures import FIGURES, storyboard

from animations.rendering import steps, sweep
from animations.rendering.cues import Cues, moments
from animations.rendering.timeline import Timeline

MOVING = [name for name in FIGURES if not storyboard(name).is_still]


@pytest.mark.parametrize("name", MOVING)
def test_every_frame_of_a_sweep_is_told_its_own_shift(name: str) -> None:
    animation = storyboard(name)
    timeline, cues = Timeline(animation.timeline, 25), Cues.of(animation, 25)
    told = np.interp(range(len(timeline)), *zip(*cues.shifts, strict=True))
    assert np.all(np.diff(told) >= 0)
    assert cues.shifts[0][0] == 0 and cues.shifts[-1][0] == len(timeline) - 1
    for frame, shift in zip(timeline, told, strict=True):
        if frame.sweeping and not frame.gliding:
            assert f"{shift:.{cues.digits}f}" == f"{frame.t:.{cues.digits}f}", frame
    assert len(cues.shifts) < 100, "few numbers"


@pytest.mark.parametrize("name", MOVING)
@pytest.mark.parametrize("fps", [10, 25])
def test_moments_are_where_t_rests(name: str, fps: int) -> None:
    animation = storyboard(name)
    timeline, cues = Timeline(animation.timeline, fps), Cues.of(animation, fps)
    shown = [timeline[index] for index in cues.moments]
    assert all(frame.sweeping and not frame.gliding and not frame.aside for frame in shown)
    shifts = [frame.t for frame in shown]
    assert shifts == sorted(set(shifts))
    assert (shifts[0], shifts[-1]) == timeline.shifts
    rests = {beat.start.t for beat in animation.timeline if beat.start == beat.stop}
    assert set(shifts) >= {t for t in rests if timeline.shifts[0] <= t <= timeline.shifts[1]}


def test_moments_of_the_running_example_are_breakpoints_of_y() -> None:
    timeline = Timeline(storyboard("continuous").timeline, 25)
    assert [frame.t for frame in moments(timeline)] == [-2, 0, 3, 5, 15]


def test_steps_are_whole_and_sweeps_told_apart() -> None:
    assert [frame.t for frame in moments(Timeline(steps(-1, 2), 10))] == [-1, 0, 1, 2]
    assert [f.t for f in moments(Timeline(sweep(0, 1, 2.0, pause_at=[0.25]), 10))] == [0, 0.25, 1]
    assert (Cues.of(storyboard("discrete"), 25).digits, Cues.of(storyboard("image"), 25).name) == (
        0, "step",
    )  # fmt: skip
    assert Cues.of(storyboard("continuous"), 25).digits == 2
