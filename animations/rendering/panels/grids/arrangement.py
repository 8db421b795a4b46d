"""How large the tiles of grids that stand beside each other can be."""

from collections.abc import Callable, Sequence
from math import ceil, floor, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from animations.rendering.drawing.numerals import READABLE
from animations.rendering.drawing.squares import LEAST
from animations.rendering.drawing.stage import Stage

OVER, UNDER, BARE = 35.0, 30.0, 8.0  # over a grid for its name, under it for a note, or for none
NAMED = 96.0  # what a name takes across, at least
GAP = 44.0  # between two grids, at least: what ties them must be seen


def fitted(
    largest: Sequence[float],
    highest: Sequence[float],
    width: Callable[[Sequence[float]], float],
    room: float,
) -> list[float] | None:
    """Return the sides of tiles of several kinds, in whole design pixels; None if nothing fits.

    No side exceeds its largest one, nor what the height allows, its highest. Until `width` of the
    sides is no more than the room, those give way that are large for their kind and gain much;
    numbers that could be read are given up last.
    """
    start = [float(floor(min(pair))) for pair in zip(largest, highest, strict=True)]
    if min(start) < LEAST:
        return None
    for least in (READABLE, LEAST):
        sides = list(start)
        while (wide := width(sides)) > room:
            best, found = 0.0, None
            for kind, side in enumerate(sides):
                smaller = [*sides[:kind], side - 1, *sides[kind + 1 :]]
                worth = side / largest[kind] * sqrt(max(0.0, wide - width(smaller)))
                if side > least and worth > best:
                    best, found = worth, smaller
            if found is None:
                break
            sides = found
        else:
            return sides
    return None


def rows_of(numbers: NDArray[Any]) -> NDArray[Any]:
    """Return an array of one or two dimensions as rows: a single one, or as it is."""
    return np.atleast_2d(numbers)


def refusal(stage: Stage, what: str, needed: Sequence[tuple[float, float]]) -> ValueError:
    """Return the error for what finds no room: how wide and high it must be in any arrangement.

    The needs are those of the stage; what is said is how large the canvas must be.
    """
    wide, high = map(round, stage.canvas)
    sizes = [
        f"{even(wide + max(0.0, width - stage.width))} × "
        f"{even(high + max(0.0, height - stage.height))}"
        for width, height in needed
    ]
    return ValueError(
        f"there is no room for {what}: the figure must be at least "
        f"{' or '.join(dict.fromkeys(sizes))} pixels, and is {wide} × {high}"
    )


def even(pixels: float) -> int:
    """Return so many pixels or a few more, as sides of films are even."""
    return 2 * ceil(pixels / 2 - 1e-9)
