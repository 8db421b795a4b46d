"""What filters make of a photograph, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.picture import Colors, Raster, greys, signed
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.squares import LEAST, Outline, Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME, Tiles, greatest
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.grids.photograph import pixels
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame, step_within
from signals.arguments import FloatArray
from signals.grey_levels import WHITE
from signals.window import times

PITCH, MORE = 24.0, 3.0  # from line to line, and more where the colour changes
DROP = 6.0  # from the middle of a line down to its baseline
TILE = 28.0  # the side of a tile at most, in design pixels
UNDER, EDGE = 10.0, 4.0  # from a picture to its weights, and from these to the edge
APART, NARROWEST = 18.0, 150.0  # between two pictures, and how wide they are, at least
STRONG = 0.6  # the part of the greatest magnitude from which on a signed picture is saturated


@dataclass(frozen=True)
class Filter:
    """Weights for a whole photograph.

    Attributes
    ----------
    name : str
        What they make of it.
    kernel : sequence of sequences of float
        The weights times the divisor.
    words : sequence of (str, str)
        A few short lines that say what they do, and the roles that colour them.
    divisor : float
        What the sums are divided by.
    """

    name: str
    kernel: Sequence[Sequence[float]]
    words: Sequence[tuple[str, str]]
    divisor: float = 1.0

    def of(self, photo: FloatArray) -> FloatArray:
        """Return the filtered photograph, smaller by a row or column wherever the kernel ends.

        Weights that add up to more than 0 give a photograph again, from black to white.
        """
        from signals.image_filter import filter_image  # it takes SciPy, which loads slowly

        filtered = filter_image(photo, self.kernel) / self.divisor
        return np.clip(filtered, 0, WHITE) if np.sum(self.kernel) > 0 else filtered


@dataclass(frozen=True)
class FilteredPanel(Panel):
    """Filtered copies of a photograph, one row more of them in each step.

    It stands in one place with a `PhotographPanel`.

    Attributes
    ----------
    photo : ndarray
        Grey levels from 0 to 99.
    filters : sequence of Filter
        What is done to it; more than there is room for are refused (`ValueError`).
    first : int
        The step that uncovers the first row.
    """

    photo: FloatArray
    filters: Sequence[Filter]
    first: int = 0

    def subject(self) -> Subject:
        """Return that it goes on to the last row."""
        return Subject(last=self.last)

    @property
    def last(self) -> int:
        """The step that uncovers the last row."""
        smallest = min(len(each.kernel) for each in self.filters)
        return self.first + len(self.photo) - smallest

    def build(self, stage: Stage) -> Update:
        """Draw the weights; return what uncovers the rows of a step."""
        photo, count = pixels(stage, self.photo), len(self.filters)
        room = stage.width - RIGHT - photo.left - photo.width
        width = min(photo.width, room / count - APART)
        if width < min(NARROWEST, photo.width):
            raise ValueError(f"there is no room for {count} copies of {times(photo.shape)} pixels")
        filtered = [each.of(self.photo) for each in self.filters]
        strong = STRONG * max(map(greatest, filtered))
        rasters = []
        for number, (each, numbers) in enumerate(zip(self.filters, filtered, strict=True), 1):
            left = photo.left + photo.width + number * room / count - width
            if count == 1:
                left -= (room - width) / 2
            side = width / photo.shape[1]
            middle = photo.top - photo.shape[0] * side / 2
            whole = Squares(left, middle, photo.shape, side)
            both = np.min(numbers) < 0
            colors = signed(numbers, strong, stage.theme) if both else greys(numbers, WHITE)
            rasters.append(_draw(stage, whole, each, colors))
        band, window = Outline(stage, "h", width=1.0), Outline(stage, "h")
        most = max(len(each.kernel) for each in self.filters)

        def show(frame: Frame) -> None:
            rows = step_within(frame, self.first, self.last) - self.first + 1
            for raster in rasters:
                raster.rows = rows
            seen = range(rows - 1, min(rows + most - 1, len(self.photo)))
            across = range(photo.shape[1])
            band.show(photo.box(seen, across))
            window.show(photo.box(seen, across[-most:]))

        return show


def _draw(stage: Stage, whole: Squares, each: Filter, colors: Colors) -> Raster:
    """Draw a filter and what it made of a photograph that would fill the whole place."""
    inset = (whole.shape[0] - len(colors)) / 2 * whole.side
    middle = whole.top - whole.height / 2
    squares = Squares(whole.left + inset, middle, colors.shape[:2], whole.side)
    raster = stage.move(Raster(stage, squares, colors), zorder=1)
    Outline(stage, "grid", width=1.0, zorder=0).show(squares.frame)
    at = squares.left, whole.top + NAME
    stage.label(NOTE, "y", at, each.name, fontfamily=PROSE_FONT)
    kernel = np.array(each.kernel, dtype=float)
    side = min(TILE, (whole.bottom - UNDER - EDGE) / len(kernel))
    if side < LEAST:
        raise ValueError(f"there is no room for {times(kernel.shape)} weights under a photograph")
    middle = whole.bottom - UNDER - len(kernel) * side / 2
    grid = Tiles(stage, squares.left, middle, kernel.shape, side, "h", kernel, moving=True)
    grid.show(kernel)
    roles = [role for _, role in each.words]
    apart = [PITCH + MORE * (one != other) for one, other in pairwise(roles)]
    lines = np.cumsum([0.0, *apart]).tolist()[: len(roles)]
    for (words, role), down in zip(each.words, lines, strict=True):
        place = grid.left + grid.width + 14, middle + lines[-1] / 2 - down - DROP
        stage.label(NOTE, role, place, words, fontfamily=PROSE_FONT)
    return raster
