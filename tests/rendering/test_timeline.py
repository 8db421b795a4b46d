"""Beats become frames: every key moment is hit exactly and lasts as long as it should."""

from itertools import groupby, pairwise
from math import inf

import pytest
from figures import FIGURES, storyboard

from animations.rendering import Beat, Frame, Timeline, follow, hold, reflect, steps, sweep
from animations.rendering.timeline import step_within
from signals import DiscreteSignal

RATES = [10, 20, 25, 50]


def rests(timeline: Timeline) -> dict[float, float]:
    """How many seconds each shift of the sweep stays on screen, the last rest of each."""
    runs = groupby(timeline, key=lambda frame: frame.scene)
    return {scene[0]: len(list(run)) / timeline.fps for scene, run in runs if scene[2]}


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("name", FIGURES)
def test_frames_are_numbered_and_evenly_spaced_in_time(name: str, fps: int) -> None:
    timeline = Timeline(storyboard(name).timeline, fps)
    assert [frame.index for frame in timeline] == list(range(len(timeline)))
    assert all(frame.seconds == frame.index / fps for frame in timeline)
    assert timeline.seconds == len(timeline) / fps


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("name", FIGURES)
def test_a_rate_changes_a_beats_duration_by_less_than_a_frame(name: str, fps: int) -> None:
    beats = storyboard(name).timeline
    for beat in beats:
        assert abs(Timeline([beat], fps).seconds - beat.seconds) <= 1 / fps
    total = sum(len(Timeline([beat], fps)) for beat in beats)
    assert len(Timeline(beats, fps)) == max(1, total)


@pytest.mark.parametrize("fps", RATES)
def test_a_sweep_hits_its_ends_and_its_pauses_exactly(fps: int) -> None:
    pauses = (0.1, 3.0, 8 / 3)
    timeline = Timeline(sweep(-2.3, 14.7, seconds=7.7, pause_at=pauses), fps)
    shown = [frame.t for frame in timeline]
    assert shown[0] == -2.3
    assert shown[-1] == 14.7
    assert set(pauses) <= set(shown)
    assert shown == sorted(shown)


@pytest.mark.parametrize("fps", RATES)
def test_a_sweep_rests_at_the_start_at_every_pause_and_at_the_end(fps: int) -> None:
    beats = sweep(0, 10, seconds=4, pause_at=[2, 5], pause=0.6, end=1.5)
    # The frame in which a motion ends already shows where it rests.
    last = rests(Timeline(beats, fps))
    assert last[0] == pytest.approx(0.6)
    assert last[2] == pytest.approx(0.6 + 1 / fps)
    assert last[5] == pytest.approx(0.6 + 1 / fps)
    assert last[10] == pytest.approx(1.5 + 1 / fps, abs=0.6 / fps)
    assert Timeline(beats, fps).seconds == pytest.approx(0.6 + 4 + 2 * 0.6 + 1.5, abs=0.6 / fps)


def test_a_sweep_moves_at_one_speed_whatever_it_pauses_at() -> None:
    beats = sweep(0, 10, seconds=20, pause_at=[1, 2.5, 7])
    moves = [beat for beat in beats if beat.start.t != beat.stop.t]
    assert [beat.stop.t for beat in moves] == [1, 2.5, 7, 10]
    for beat in moves:
        assert (beat.stop.t - beat.start.t) / beat.seconds == pytest.approx(0.5)
    timeline = [frame.t for frame in Timeline(beats, 10)]
    for one, following in pairwise(timeline):
        assert following - one == pytest.approx(0.05) or following == one


def test_a_sweep_passes_over_pauses_that_it_does_not_reach() -> None:
    far = sweep(0, 4, seconds=2, pause_at=[-1, 0, 4, 9, inf, -inf])
    assert far == sweep(0, 4, seconds=2)
    assert sweep(0, 4, seconds=2, pause_at=[3, 3, 1]) == sweep(0, 4, seconds=2, pause_at=[1, 3])


@pytest.mark.parametrize("fps", RATES)
def test_steps_show_whole_shifts_only_each_for_as_long(fps: int) -> None:
    timeline = Timeline(steps(-2, 5, seconds=0.8, end=1.5, read=1.0), fps)
    resting = [frame.t for frame in timeline if not frame.gliding]
    runs = [(t, len(list(run))) for t, run in groupby(resting)]
    # The frame in which a glide ends already shows where it rests.
    wanted = [1.0 * fps, *[1.0 * fps + 1] * 2, *[0.8 * fps + 1] * 4, round(1.5 * fps) + 1]
    assert runs == list(zip(range(-2, 6), wanted, strict=True))


@pytest.mark.parametrize("fps", RATES)
def test_a_glide_leads_from_each_step_to_the_next_in_a_sixth_of_a_second(fps: int) -> None:
    timeline = Timeline(steps(0, 4), fps)
    for step in range(4):
        between = [frame for frame in timeline if step < frame.t < step + 1]
        assert all(frame.gliding and frame.step == step for frame in between)
        assert (len(between) + 1) / fps == pytest.approx(0.16, abs=0.5 / fps)
    assert [frame.t for frame in timeline] == sorted(frame.t for frame in timeline)


def test_an_idle_step_that_stands_glides_as_well() -> None:
    y = DiscreteSignal([0, 0, 0, 0, 0, 1, 2], start=0)
    beats = follow(y, 0, 6)
    rests = [beat for beat in beats if not beat.glides]
    glides = [beat for beat in beats if beat.glides]
    assert min(beat.seconds for beat in rests[1:3]) >= 1.2
    assert {(beat.start.t, beat.stop.t) for beat in glides} >= {(0, 1), (1, 2)}


def test_quick_steps_do_not_glide() -> None:
    timeline = Timeline(steps(0, 9, seconds=0.1, read=0.0), 25)
    assert not any(frame.gliding for frame in timeline)


def test_the_last_step_is_never_shorter_than_the_others() -> None:
    timeline = Timeline(steps(0, 2, seconds=2.0, end=1.5), 10)
    resting = [frame.t for frame in timeline if not frame.gliding]
    assert resting == [0] * 20 + [1] * 21 + [2] * 21


@pytest.mark.parametrize("fps", RATES)
def test_a_hold_shows_one_scene(fps: int) -> None:
    timeline = Timeline(hold(2.5, 1.2), fps)
    assert len(timeline) == round(1.2 * fps)
    assert {frame.scene for frame in timeline} == {(2.5, 1.0, True, "", 0.0)}


def test_a_beat_too_short_for_a_frame_still_shows_its_end() -> None:
    timeline = Timeline(hold(1, 0) + hold(2, 0.001), 10)
    assert [frame.t for frame in timeline] == [1, 2]


@pytest.mark.parametrize("fps", RATES)
def test_a_reflection_goes_from_as_it_is_to_flipped_and_then_to_the_start(fps: int) -> None:
    timeline = Timeline(reflect(-7.25), fps)
    first, last = timeline[0], timeline[-1]
    assert (first.t, first.flip) == (0, 0)
    assert (last.t, last.flip) == (-7.25, 1)
    assert not any(frame.sweeping for frame in timeline)
    flips = [frame.flip for frame in timeline]
    shifts = [frame.t for frame in timeline]
    assert flips == sorted(flips)
    assert shifts == sorted(shifts, reverse=True)
    # It is flipped in place: while it turns, it does not move, and the other way round.
    assert all(frame.t == 0 or frame.flip == 1 for frame in timeline)
    assert any(frame.t == 0 and frame.flip == 1 for frame in timeline)


def test_a_gentle_beat_sets_off_and_arrives_slowly() -> None:
    start, stop = Frame(0, 0.0, 2.0, 0.0), Frame(0, 0.0, 12.0, 1.0)
    shifts = [2.0, *(frame.t for frame in Beat(2.0, start, stop, gently=True).frames(50))]
    moves = [b - a for a, b in pairwise(shifts)]
    assert all(move > 0 for move in moves)
    assert shifts[-1] == 12.0
    assert moves[:25] == sorted(moves[:25])
    assert moves[25:] == sorted(moves[25:], reverse=True)
    assert moves[0] == pytest.approx(moves[-1])
    assert moves[0] < 0.1 * max(moves)
    assert shifts[25] == pytest.approx(7.0)


def test_an_even_beat_moves_everything_by_equal_parts() -> None:
    start, stop = Frame(0, 0.0, -1.0, 0.0), Frame(0, 0.0, 1.0, 1.0)
    frames = list(Beat(1.0, start, stop).frames(8))
    assert [frame.t for frame in frames] == [-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]
    assert [frame.flip for frame in frames] == [0.125 * n for n in range(1, 9)]


def test_a_timeline_is_a_sequence_of_frames() -> None:
    timeline = Timeline(sweep(0, 1, seconds=1), 10)
    assert list(timeline) == [timeline[index] for index in range(len(timeline))]
    assert timeline[-1] == timeline[len(timeline) - 1]
    assert list(timeline[3:6]) == [timeline[3], timeline[4], timeline[5]]
    assert timeline[2] in timeline
    with pytest.raises(IndexError):
        timeline[len(timeline)]


def test_the_range_of_shifts_is_that_of_the_sweep_alone() -> None:
    timeline = Timeline(reflect(-9) + sweep(-2, 5, seconds=3), 25)
    assert timeline.shifts == (-2, 5)
    assert min(frame.t for frame in timeline) == -9


@pytest.mark.parametrize("t", [-2, 0, 1.2345, 3, 5, 17])
def test_any_shift_can_be_shown_as_a_part_of_the_sweep(t: float) -> None:
    timeline = Timeline(reflect(-2) + sweep(-2, 5, seconds=3, pause_at=[3]), 25)
    frame = timeline.at(t)
    assert frame.scene == (t, 1.0, True, "", 0.0)
    nearest = min(abs(other.t - t) for other in timeline if other.sweeping)
    assert abs(timeline[frame.index].t - t) == nearest
    assert timeline[frame.index].sweeping


def test_without_beats_a_timeline_is_a_still() -> None:
    timeline = Timeline((), 25)
    assert [frame.scene for frame in timeline] == [(0.0, 1.0, True, "", 0.0)]
    assert timeline.seconds == 1 / 25
    assert timeline.at(0) == timeline[0]


def test_frames_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Frame(0, 0.0, 1.0).t = 2.0  # type: ignore[misc]


@pytest.mark.parametrize(("t", "step"), [(-7.0, 2), (2.4, 2), (3.9, 3), (5.0, 5), (99.0, 5)])
def test_a_step_is_the_last_that_t_has_come_to(t: float, step: int) -> None:
    assert step_within(Frame(0, 0.0, t), 2, 5) == step


def test_a_timeline_is_discrete_where_its_sweep_is_whatever_comes_before() -> None:
    assert Timeline(reflect(-2) + steps(-2, 3), 25).is_discrete
    assert Timeline((), 25).is_discrete
    assert not Timeline(sweep(0, 1, seconds=1), 25).is_discrete


@pytest.mark.parametrize(("flip", "turn"), [(0.0, 1), (0.5, 0), (1.0, -1)])
def test_a_frame_says_how_far_a_signal_has_turned(flip: float, turn: float) -> None:
    frame = Frame(0, 0.0, 0.0, flip)
    assert frame.turn(flips=True) == pytest.approx(turn)
    assert frame.is_turned(flips=True) == (flip == 1)
    assert frame.turn(flips=False) == 1
    assert frame.is_turned(flips=False)
