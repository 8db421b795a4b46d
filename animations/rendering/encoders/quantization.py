"""Few colours that stand for many: counting, weighted cuts and weighted k-means."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .arrays import Colours, Floats, Pixels

# Of the powers tried on real figures this keeps large areas and thin edges equally close.
_POWER = 0.75
_ROUNDS = 4
_ROWS = 512


def census(frames: Iterable[Pixels]) -> tuple[Colours, Floats]:
    """Return a film's distinct colours and how often each was drawn.

    A pixel that stands still counts only once. One buffer may be used for all frames.
    """
    colours = [np.empty(0, dtype=np.uint32)]
    counts = [np.empty(0, dtype=np.int64)]
    before: NDArray[np.uint32] | None = None
    for frame in frames:
        pixels: NDArray[np.uint32] = np.ascontiguousarray(frame).view(np.uint32)[
            ..., 0
        ] & np.uint32(0xFFFFFF)
        if before is None:
            # Most pixels have the corner's colour: they are counted, not sorted.
            before = pixels[0, :1]
            colours.append(before)
            counts.append(np.array([np.count_nonzero(pixels == before)]))
        drawn = pixels[pixels != before]
        before = pixels
        values, times = np.unique(drawn, return_counts=True)
        colours.append(values)
        counts.append(times)
    values, places = np.unique(np.concatenate(colours), return_inverse=True)
    total: Floats = np.bincount(places, np.concatenate(counts), len(values)).astype(np.float64)
    return unpack(values), total


def unpack(values: NDArray[np.uint32]) -> Colours:
    """Take packed pixels apart: uint32, shape (n,), red in the lowest byte."""
    bytes_: Colours = values.astype("<u4").view(np.uint8).reshape(-1, 4)
    return bytes_[:, :3]


def nearest(colours: Colours, palette: Colours | Floats) -> NDArray[np.intp]:
    """Return the index of each colour's nearest one in the palette; of several, the first."""
    centres = np.asarray(palette, dtype=np.float32)
    squares = np.square(centres).sum(axis=1)
    found = np.empty(len(colours), dtype=np.intp)
    # |c - p|² less the |c|² that all share; for whole numbers float32 is exact here. In slices
    # that stay in the processor's cache, and channel by channel: the threads of a matrix product
    # would take the other core from the encoder of the video.
    for start in range(0, len(colours), _ROWS):
        part = colours[start : start + _ROWS].astype(np.float32)
        distances = np.tile(squares, (len(part), 1))
        for channel in range(3):
            distances -= part[:, channel, None] * (2 * centres[:, channel])
        distances.argmin(axis=1, out=found[start : start + _ROWS])
    return found


def representatives(colours: Colours, counts: Floats, fixed: Colours, most: int) -> Colours:
    """Choose colours that come close to all the given ones.

    Boxes of colours are cut in two where they spread most; then k-means moves their means. The
    result, ``most`` colours at most, begins with the fixed ones. Nothing is random.
    """
    weights = counts**_POWER
    points = colours.astype(np.float64)
    loose = (colours[:, None, :] != fixed[None, :, :]).any(axis=2).all(axis=1)
    means = _cut(points[loose], weights[loose], most - len(fixed))
    centres = np.concatenate([fixed, means])
    for _ in range(_ROUNDS):
        owner = nearest(colours, centres)
        load = np.bincount(owner, weights, len(centres))
        moving = load > 0
        moving[: len(fixed)] = False
        for channel in range(3):
            sums = np.bincount(owner, weights * points[:, channel], len(centres))
            centres[moving, channel] = sums[moving] / load[moving]
    chosen: Colours = np.rint(centres).astype(np.uint8)
    return chosen


def _cut(points: Floats, weights: Floats, boxes: int) -> Floats:
    """Cut the points into boxes, always the one that spreads most, and return their means."""
    if boxes < 1 or len(points) == 0:
        return np.empty((0, 3))
    members = [np.arange(len(points))]
    spreads = [_spread(points, weights)]
    while len(members) < boxes:
        widest = max(range(len(members)), key=lambda box: spreads[box][0])
        spread, axis, mean = spreads[widest]
        if spread <= 0:
            break
        inside = members[widest]
        low = points[inside, axis] <= mean
        for place, part in ((widest, inside[low]), (len(members), inside[~low])):
            members[place : place + 1] = [part]
            spreads[place : place + 1] = [_spread(points[part], weights[part])]
    return np.array([np.average(points[box], axis=0, weights=weights[box]) for box in members])


def _spread(points: Floats, weights: Floats) -> tuple[float, int, float]:
    """Return the weighted sum of squares along the longest axis, that axis, the mean along it."""
    means = np.average(points, axis=0, weights=weights)
    squares = weights @ np.square(points - means)
    axis = int(squares.argmax())
    # One colour alone has no spread; rounding must not claim otherwise.
    spread = float(squares[axis]) if len(points) > 1 else 0.0
    return spread, axis, float(means[axis])
