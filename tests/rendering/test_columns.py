"""Panels that are too narrow beside each other stand under each other."""

from dataclasses import dataclass

import pytest

from animations.rendering.animation import Panel
from animations.rendering.columns import places
from animations.rendering.framing.room import Room, View


@dataclass(frozen=True)
class Wide(Panel):
    """A panel that asks for a width, and notes in its height at which it was asked."""

    name: str
    wide: float

    def room(self, view: View) -> Room:
        return Room(above=view.width, wide=self.wide)


class Other(Wide):
    """A panel of another kind."""


def arranged(rows: list[list[Wide]], width: float) -> list[str]:
    """The names in each row, where nothing stands as a blank."""
    found = places(rows, View((0, 1), (0, 1), width))
    return ["".join(getattr(place.panel, "name", ".") for place in row) for row in found]


def test_there_are_as_many_columns_as_fit() -> None:
    six = [Wide(name, 150) for name in "abcdef"]
    rows = [six[:3], six[3:]]
    assert arranged(rows, 450) == ["abc", "def"]
    assert arranged(rows, 449) == ["ab", "cd", "ef"]
    assert arranged(rows, 299) == ["a", "b", "c", "d", "e", "f"]
    assert arranged([six[:3]], 449) == ["ab", "c."]


def test_columns_of_different_kinds_stay_together() -> None:
    rows = [[Wide("a", 10), Wide("b", 10)], [Other("c", 150), Other("d", 10)]]
    assert arranged(rows, 300) == ["ab", "cd"]
    assert arranged(rows, 299) == ["a", "c", "b", "d"]
    found = places(rows, View((0, 1), (0, 1), 299.0))
    assert found[0][0].column == found[1][0].column != found[2][0].column == found[3][0].column


def test_each_is_asked_for_its_room_at_its_own_width() -> None:
    (row,) = places([[Wide("a", 0), Wide("b", 0)]], View((0, 1), (0, 1), 300.0))
    assert [(place.left, place.width, place.room.above) for place in row] == [
        (0, 150, 150),
        (150, 150, 150),
    ]


def test_what_is_too_wide_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a canvas at least 302 pixels wide, got 299"):
        places([[Wide("a", 300.5), Wide("b", 10)]], View((0, 1), (0, 1), 299.0))
