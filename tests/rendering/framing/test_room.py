"""Heights follow from what must be shown: one scale, nothing taken from a plot."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animations.rendering.framing.room import FLAT, FULL, LEAST, Room, Row, line, plot, rows

repeatable = settings(derandomize=True, deadline=None)
reaches = st.tuples(st.floats(-50, 0), st.floats(0, 50))


def scale(row: Row) -> float:
    low, high = row.limits
    return (row.height - row.room.above - row.room.below) / (high - low)


@repeatable
@given(st.lists(reaches, min_size=1, max_size=5), st.integers(0, 2))
def test_rows_fill_the_height_at_one_scale(reaches: list[tuple[float, float]], text: int) -> None:
    rooms = [[line(40)]] * text + [[plot(reach, 20, 30)] for reach in reaches]
    found = rows(rooms, 540)
    assert sum(row.height for row in found) == pytest.approx(540)
    tops = [row.bottom + row.height for row in found]
    assert tops == pytest.approx([540, *(row.bottom for row in found[:-1])])
    plots = found[text:]
    if any(low < high for low, high in reaches):
        for row, (low, high) in zip(plots, reaches, strict=True):
            assert scale(row) == pytest.approx(scale(plots[0]), rel=1e-9)
            assert row.limits[0] <= low + 1e-9 and high - 1e-9 <= row.limits[1]
            assert row.height >= 50 + LEAST - 1e-9


def test_room_for_labels_is_added_and_not_taken() -> None:
    bare = rows([[plot([1], 0, 0)], [plot([1], 0, 0)]], 400)
    labelled = rows([[plot([1], 0, 0)], [plot([1], 60, 40)]], 500)
    assert [scale(row) for row in labelled] == pytest.approx([scale(row) for row in bare])
    assert labelled[1].height == pytest.approx(bare[1].height + 100)


def test_rows_beside_each_other_line_up() -> None:
    (row,) = rows([[plot([3], 10, 20), plot([-1, 1], 30, 5)]], 300)
    assert row.room.reach == row.limits == (-1, 3)
    # What stands over the lower plot, two units down, has room beside the higher one.
    assert scale(row) == pytest.approx((300 - 10 - row.room.below) / 4)
    assert row.room == Room(10, 5, (-1, 3))
    (row,) = rows([[plot([3], 10, 20), plot([2.9], 30, 5)]], 100)
    assert row.room.above == pytest.approx(30 - 0.1 * scale(row), rel=0.01)


def test_an_output_that_would_squeeze_the_others_stands_apart() -> None:
    high = rows([[plot([2], 0, 0)], [plot([100], 0, 0, own_scale=None)]], 400)
    assert high[1].room.own_scale and high[0].height == pytest.approx(200)
    low = rows([[plot([2], 0, 0)], [plot([0.1], 0, 0, own_scale=None)]], 400)
    assert low[1].room.own_scale and low[1].height > FLAT
    alike = rows([[plot([2], 0, 0)], [plot([3], 0, 0, own_scale=None)]], 400)
    assert not alike[1].room.own_scale
    assert scale(alike[0]) == pytest.approx(scale(alike[1]))


def test_what_is_forced_stays() -> None:
    apart = rows([[plot([2], 0, 0)], [plot([3], 0, 0, own_scale=True)]], 400)
    assert [row.height for row in apart] == pytest.approx([200, 200])
    squeezed = rows([[plot([2], 0, 0)], [plot([100], 0, 0, own_scale=False)]], 400)
    assert scale(squeezed[1]) == pytest.approx(scale(squeezed[0]))


def test_a_diagram_takes_its_part() -> None:
    found = rows([[line(100)], [plot([1], 0, 0)], [FULL]], 500)
    assert [row.height for row in found] == pytest.approx([100, 200, 200])


def test_zeros_alone_have_room_too() -> None:
    found = rows([[plot([0], 0, 0)], [plot([0], 0, 0)]], 400)
    assert [(row.height, row.limits) for row in found] == [(200, (0, 1))] * 2


def test_more_than_there_is_room_for_is_refused() -> None:
    with pytest.raises(
        ValueError, match=r"at least 912 pixels high for its 12 rows of panels, got 540"
    ):
        rows([[plot([1], 20, 30)]] * 12, 540)
