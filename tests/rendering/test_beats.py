"""Strides rest at the shifts they are given, and glide over what lies between."""

from itertools import pairwise

from animations.rendering import Timeline, strides


def test_rests_where_it_is_told_and_glides_between() -> None:
    timeline = Timeline(strides((0, 3, 4, 9, 10), seconds=0.4, rest=0.6, end=2.0), fps=25)
    rests = [frame.t for frame in timeline if not frame.gliding]
    counts = {t: rests.count(t) for t in rests}
    # A stride's last frame already stands where it ends.
    assert counts == {0: 30, 3: 31, 4: 31, 9: 16, 10: 51}
    shifts = [frame.t for frame in timeline]
    assert all(a <= b for a, b in pairwise(shifts))
    assert max(b - a for a, b in pairwise(shifts)) < 1
    assert timeline.is_discrete
