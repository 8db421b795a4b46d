"""Time is spent where y changes."""

from itertools import pairwise

import numpy as np
import pytest

from animations.rendering import Beat, Timeline, follow
from signals import DiscreteSignal, convolve, post, rect, sample
from signals.post import h, x


def moving(beats: tuple[Beat, ...], start: float, stop: float) -> float:
    """Seconds in which t goes from `start` to `stop`, without rests."""
    return sum(beat.seconds for beat in beats if start <= beat.start.t < beat.stop.t <= stop)


def test_the_growth_of_the_running_example_takes_time_and_its_tail_little() -> None:
    beats = follow(convolve(h, x), -2, 15)
    assert moving(beats, 0, 5) >= 4
    assert moving(beats, 5, 15) < 4.6 * 10 / 17  # at one even speed, as it was before


def test_the_sweep_comes_to_every_station_and_never_turns_back() -> None:
    y = convolve(h, x)
    shifts = [frame.t for frame in Timeline(follow(y, -2, 15), 25)]
    assert (shifts[0], shifts[-1]) == (-2, 15)
    assert all(a <= b for a, b in pairwise(shifts))
    assert {0.0, 3.0, 5.0} <= set(shifts)


def test_within_a_stretch_t_is_slow_where_y_is_steep() -> None:
    y = convolve(h, x)
    shifts = np.array([frame.t for frame in Timeline(follow(y, -2, 15), 100)])
    tail = np.unique(shifts[shifts >= 5])
    steps = np.diff(tail)
    assert steps[0] < 0.5 * steps[-1]
    assert np.all(np.diff(steps) > -1e-9)


def test_a_step_takes_longer_the_more_y_changes() -> None:
    y = convolve(sample(post.h, 0, 17), sample(post.x, 0, 5))
    beats = follow(y, -2, 15)
    rests = [beat for beat in beats if not beat.glides]
    assert [beat.stop.t for beat in rests] == list(range(-2, 16))
    seconds = {beat.stop.t: beat.seconds for beat in rests}
    assert seconds[1] > seconds[3] and seconds[2] > seconds[9]


def test_the_first_three_steps_stand_long_enough_to_be_read() -> None:
    y = convolve(sample(post.h, 0, 17), sample(post.x, 0, 5))
    rests = [beat for beat in follow(y, -1, 12) if not beat.glides]
    assert min(beat.seconds for beat in rests[:3]) >= 1.2
    assert max(beat.seconds for beat in rests[4:-1]) < 1.2
    assert rests[-1].seconds >= 2


def test_very_many_steps_take_no_endless_time() -> None:
    y = DiscreteSignal(np.sin(np.arange(2000) / 50))
    beats = follow(y, 0, 1999)
    assert (beats[0].start.t, beats[-1].stop.t) == (0, 1999)
    assert sum(beat.seconds for beat in beats) < 20
    assert all(beat.stop.t == round(beat.stop.t) for beat in beats)


@pytest.mark.parametrize("count", [1, 4, 9, 40])
def test_many_breakpoints_take_no_endless_time(count: int) -> None:
    y = sum((rect(3 * n, 3 * n + 1) for n in range(1, count)), start=rect(0, 1))
    assert sum(beat.seconds for beat in follow(y, -1, 3 * count)) < 18


@pytest.mark.parametrize(
    ("y", "start", "stop", "message"),
    [
        (rect(), 2, 2, "follow: start < stop must hold, got 2 and 2"),
        (DiscreteSignal([1]), 0, 2.5, r"follow: whole shifts are needed, got 0 and 2\.5"),
        (rect(), 0, float("inf"), "follow: stop must be a finite number"),
    ],
)
def test_what_cannot_be_swept_is_refused(
    y: object, start: float, stop: float, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        follow(y, start, stop)  # type: ignore[arg-type]
