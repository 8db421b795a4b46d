"""The part of a picture that turns the one before into it."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

# Up to this many unchanged pixels between changed ones compress better drawn than transparent,
_BRIDGED = 12
# and in some pictures up to this many that go on in the colour of a changed one.
_RUN = 60

Indices = NDArray[np.uint8]
Mask = NDArray[np.bool_]


class Patch(NamedTuple):
    """A rectangle of indices and where its upper left corner goes."""

    indices: Indices
    left: int
    top: int


def cut_out(
    shown: Indices, changed: NDArray[np.intp], width: int, transparent: int, thorough: bool
) -> Iterator[Patch]:
    """Yield the smallest rectangle around what changed, filled in the ways that compress well.

    Parameters
    ----------
    shown
        A whole picture in reading order.
    changed
        The places in it that differ from the picture before, in order.
    width
        Of the picture, in pixels.
    transparent
        The index of unchanged pixels that are not drawn.
    thorough
        Whether to yield the ways that are only sometimes the best, too.
    """
    top, bottom = int(changed[0]) // width, int(changed[-1]) // width + 1
    columns = changed % width
    left, right = int(columns.min()), int(columns.max()) + 1
    rows = shown[top * width : bottom * width]
    differs = np.zeros(len(rows), dtype=np.bool_)
    differs[changed - top * width] = True
    drawn = [_bridged(differs)]
    if thorough:
        drawn += [_bridged(differs | _runs(rows, differs)), np.ones_like(differs)]
    for mask in drawn:
        filled = np.where(mask, rows, np.uint8(transparent))
        yield Patch(filled.reshape(-1, width)[:, left:right], left, top)


def _bridged(drawn: Mask) -> Mask:
    """Close the short gaps."""
    places = np.flatnonzero(drawn)
    gaps = np.diff(places)
    near = (gaps > 1) & (gaps <= _BRIDGED + 1)
    starts, gaps = places[:-1][near], gaps[near]
    closed = drawn.copy()
    for step in range(1, _BRIDGED + 1):
        closed[starts[gaps > step] + step] = True
    return closed


def _runs(rows: Indices, differs: Mask) -> Mask:
    """Find the unchanged pixels that continue a changed one's colour."""
    places = np.arange(len(rows))
    start = np.maximum.accumulate(np.where(differs, places, -1))
    same = rows == rows[start]
    broken = np.maximum.accumulate(np.where(same, -1, places))
    runs: Mask = same & (broken < start) & (places - start < _RUN)
    return runs
