"""Panels side by side: how wide each is, and under each other where that is too narrow."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import NamedTuple

from animations.rendering.animation import Panel, room_of
from animations.rendering.framing.room import Room, View
from animations.rendering.panels.blank import Blank

Row = Sequence[Panel]


class Place(NamedTuple):
    """A panel in its row: the room that it asks for, from where on, and how wide it is.

    Panels of one `column` stand under each other.
    """

    panel: Panel
    room: Room
    left: float
    width: float
    column: Hashable


def places(rows: Sequence[Row], view: View) -> list[list[Place]]:
    """Place panels on a canvas, rows from top to bottom.

    Neighbouring rows of as many panels are columns. Where these are too narrow, one stands under
    the other; of panels of one kind there are fewer in a row.

    Raises
    ------
    ValueError
        If a panel needs a wider canvas.
    """
    found: list[list[Place]] = []
    for count, block in groupby(rows, key=len):
        found += _fitting([*block], count, view)
    needed = max(room.wide / width * view.width for row in found for _, room, _, width, _ in row)
    if ceil(needed) > ceil(view.width):
        even = 2 * ceil(needed / 2)  # as sides of films are
        raise ValueError(
            f"this figure needs a canvas at least {even} pixels wide, got {view.width:.0f}"
        )
    return found


def _fitting(block: Sequence[Row], count: int, view: View) -> list[list[Place]]:
    """Place rows of as many panels, in fewer columns if that is what they need."""
    found = [_beside(row, view) for row in block]
    for columns in range(count - 1, 0, -1):
        if all(room.wide <= width for row in found for _, room, _, width, _ in row):
            break
        found = [*_with_fewer(block, columns, view)]
    return found


def _with_fewer(block: Sequence[Row], columns: int, view: View) -> Iterator[list[Place]]:
    """Yield rows of fewer panels: of one kind in order, else column by column."""
    panels = [panel for row in block for panel in row if not isinstance(panel, Blank)]
    if len({type(panel) for panel in panels}) == 1:
        panels += [Blank()] * (-len(panels) % columns)
        for at in range(0, len(panels), columns):
            yield _beside(panels[at : at + columns], view)
        return
    for first in range(0, len(block[0]), columns):
        for row in block:
            part = row[first : first + columns]
            yield [place._replace(column=(first, place.column)) for place in _beside(part, view)]


def _beside(row: Row, view: View) -> list[Place]:
    """Place panels side by side; each is asked for its room at its own width."""
    rooms = [room_of(panel, view) for panel in row]
    whole, left, found = sum(room.share for room in rooms), 0.0, []
    for panel, room in zip(row, rooms, strict=True):
        width = view.width * room.share / whole
        if len(row) > 1:
            room = room_of(panel, view._replace(width=width))
        found.append(Place(panel, room, left, width, (left, width)))
        left += width
    return found
