"""How large the tiles of grids that stand beside each other can be."""

from collections.abc import Callable, Sequence
from math import floor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from animations.rendering.drawing.numerals import READABLE
from animations.rendering.drawing.tiles import NAME

LEAST = 5.0  # the side of a tile of which a shade can be seen, in design pixels
OVER, UNDER, BARE = 35.0, 30.0, 8.0  # over a grid for its name, under it for a note, or for none
NAMED = 96.0  # what a name takes across, at least
GAP = 40.0  # between two grids, at least


def fitted(
    largest: Sequence[float],
    highest: Sequence[float],
    width: Callable[[Sequence[float]], float],
    room: float,
) -> list[float] | None:
    """Return the sides of tiles of several kinds, in whole design pixels; None if nothing fits.

    No side exceeds its largest one, nor what the height allows, its highest. Then those that are
    large for their kind give way until `width` of the sides is no more than the room; a number
    that could be read is given up last.
    """
    sides = [float(floor(min(pair))) for pair in zip(largest, highest, strict=True)]
    kinds = range(len(sides))
    while min(sides) >= LEAST and width(sides) > room:
        share = [(sides[kind] > READABLE, sides[kind] / largest[kind]) for kind in kinds]
        sides[max(kinds, key=share.__getitem__)] -= 1.0
    return sides if min(sides) >= LEAST else None


def high(height: float, under: float) -> float:
    """Return how high a grid may be that is named, and centred as `center` says."""
    middle = center(height)
    return 2 * min(height - middle - OVER, middle - under)


def center(height: float) -> float:
    """Return where the middle of grids stands that have names over them."""
    return height / 2 - NAME / 2


def rows_of(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return an array of one or two dimensions as rows: a single one, or as it is."""
    return np.atleast_2d(numbers)
