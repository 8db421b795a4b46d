"""The part of a picture that turns the one before into it."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from .arrays import Indices, Places

# Up to this many unchanged pixels between changed ones compress better drawn than transparent,
_BRIDGED = 12
# and in some pictures up to this many that go on in the colour of a changed one.
_RUN = 59


class Patch(NamedTuple):
    """A rectangle of indices and where its upper left corner goes."""

    indices: Indices
    left: int
    top: int


def cut_out(
    shown: Indices, changed: Places, width: int, transparent: int, thorough: bool
) -> Iterator[Patch]:
    """Yield the smallest rectangle around what changed, filled in the ways that compress well.

    The picture that is shown and the places that changed are in reading order. Unchanged pixels
    that are not drawn get the transparent index. Only if thorough, what is seldom the best is
    yielded too.
    """
    top, bottom = int(changed[0]) // width, int(changed[-1]) // width + 1
    columns = changed % width
    left, right = int(columns.min()), int(columns.max()) + 1
    rows = shown[top * width : bottom * width]
    places = changed - top * width
    ways = [_bridged(places)]
    if thorough:
        ways.append(_bridged(_run_on(rows, places)))
    for drawn in ways:
        filled = np.full(len(rows), transparent, dtype=np.uint8)
        filled[drawn] = rows[drawn]
        yield Patch(filled.reshape(-1, width)[:, left:right], left, top)


def _bridged(places: Places) -> Places:
    """Add the short gaps between the places."""
    gaps = np.diff(places)
    near = (gaps > 1) & (gaps <= _BRIDGED + 1)
    starts, gaps = places[:-1][near], gaps[near]
    return np.concatenate([places, *(starts[gaps > n] + n for n in range(1, _BRIDGED + 1))])


def _run_on(rows: Indices, places: Places) -> Places:
    """Add what continues the colour at one of the places, and return them all in order."""
    last = places[np.diff(places, append=len(rows)) > 1]
    next_ones = np.minimum(last[:, None] + np.arange(1, _RUN + 1), len(rows) - 1)
    goes_on = np.logical_and.accumulate(rows[next_ones] == rows[last][:, None], axis=1)
    drawn = np.zeros(len(rows), dtype=np.bool_)
    drawn[places] = True
    drawn[next_ones[goes_on]] = True
    return np.flatnonzero(drawn)
