"""What filters make of a photograph, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from matplotlib.font_manager import FontProperties

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.label import width
from animations.rendering.drawing.picture import Colors, Raster, greys, signed
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.squares import LEAST, Outline, Squares
from animations.rendering.drawing.stage import DESIGN_DPI, Place, Stage
from animations.rendering.drawing.tiles import NAME, Tiles, greatest
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.grids.arrangement import refusal
from animations.rendering.panels.grids.picture_places import APART, NAMED, NARROWEST, Picture
from animations.rendering.theme import NOTE, PROSE_FONT, TICK
from animations.rendering.timeline import Frame, step_within
from signals.arguments import FloatArray
from signals.grey_levels import WHITE
from signals.window import times

PITCH, MORE = 24.0, 3.0  # from line to line, and more where the colour changes
DROP = 6.0  # from the middle of a line down to its baseline
TILE = 28.0  # the side of a tile at most, in design pixels
UNDER, EDGE = 10.0, 4.0  # from a picture to its weights, and from these to the edge
WORDS, CLEAR = 14.0, 6.0  # and to words beside them, and from these to other weights
ASIDE, ABOVE = 22.0, 22.0  # from the photograph to weights beside it, and how far over it they go
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
        photo, count = Picture.of(stage, self.photo), len(self.filters)
        start, right = photo.left + photo.width, stage.width - RIGHT
        if photo.over_others:
            start, right = photo.left - APART, stage.width - RIGHT / 2
        room = right - start
        wide = min(photo.width, room / count - APART)
        if wide < min(NARROWEST, photo.width):
            needed = stage.width + count * (min(NARROWEST, photo.width) + APART) - room
            what = f"{count} copies of {times(photo.shape)} pixels"
            raise refusal(stage, what, [(needed, stage.height)])
        filtered = [each.of(self.photo) for each in self.filters]
        strong = STRONG * max(map(greatest, filtered))
        rasters, wholes = [], []
        for number, (each, numbers) in enumerate(zip(self.filters, filtered, strict=True), 1):
            left, top = start + number * room / count - wide, photo.top
            if photo.over_others:
                left, top = start + APART + (number - 1) * room / count, photo.bottom - NAMED
            elif count == 1:
                left -= (room - wide) / 2
            side = wide / photo.shape[1]
            whole = Squares(left, top - photo.shape[0] * side / 2, photo.shape, side)
            both = np.min(numbers) < 0
            colors = signed(numbers, strong, stage.theme) if both else greys(numbers, WHITE)
            rasters.append(_draw(stage, whole, each, colors))
            wholes.append(whole)
        self._write_weights(stage, photo, wholes, room / count)
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

    def _write_weights(
        self, stage: Stage, photo: Picture, wholes: Sequence[Squares], pitch: float
    ) -> None:
        """Write weights and words under each picture or, where more fits, beside the photograph."""
        lines = [list(each.words) for each in self.filters]
        height = wholes[0].bottom - UNDER - EDGE
        side, size = self._fitting(pitch, height, lines)
        named = [[(f"{each.name}:", "y"), *each.words] for each in self.filters]
        left, top = photo.left + photo.width + ASIDE, photo.top + ABOVE
        band = (top - photo.bottom) / len(self.filters)
        listed = self._fitting(stage.width - RIGHT / 2 - left, band - CLEAR, named)
        if photo.over_others and listed[0] > side:
            for number, (each, words) in enumerate(zip(self.filters, named, strict=True)):
                at = left, top - (number + 0.5) * band
                _write(stage, at, each, words, (*listed, min(PITCH, band / len(words))))
            return
        if side < LEAST:
            rows, columns = np.max([np.shape(each.kernel) for each in self.filters], axis=0)
            wide = LEAST * columns + WORDS + CLEAR
            wide += max(_long(word, TICK) for each in lines for word, _ in each)
            needed = (
                stage.width + max(0.0, len(lines) * (wide - pitch)),
                stage.height + max(0.0, LEAST * rows - height),
            )
            raise refusal(stage, f"{times((rows, columns))} weights at a photograph", [needed])
        for whole, each, words in zip(wholes, self.filters, lines, strict=True):
            rows = len(each.kernel)
            left = whole.left + _inset(whole, whole.shape[0] - rows + 1)
            middle = whole.bottom - UNDER - rows * side / 2
            _write(stage, (left, middle), each, words, (side, size, PITCH))

    def _fitting(
        self, width: float, height: float, lines: Sequence[Sequence[tuple[str, str]]]
    ) -> tuple[float, float]:
        """Return the side of tiles and the size of type with which weights and words fit."""
        shapes = [np.shape(each.kernel) for each in self.filters]
        highest = min(TILE, height / max(rows for rows, _ in shapes))
        side, size = highest, NOTE
        for size in (NOTE, TICK):
            long = [max((_long(words, size) for words, _ in each), default=0.0) for each in lines]
            free = [width - _beside(size) - CLEAR - wide for wide in long]
            across = (room / shape[1] for room, shape in zip(free, shapes, strict=True))
            side = min(highest, *across)
            if side == highest:
                break
        return side, size


def _inset(whole: Squares, rows: int) -> float:
    """Return what a picture of fewer rows leaves free at each side of a whole photograph."""
    return (whole.shape[0] - rows) / 2 * whole.side


def _draw(stage: Stage, whole: Squares, each: Filter, colors: Colors) -> Raster:
    """Draw what a filter made of a photograph that would fill the whole place."""
    middle = whole.top - whole.height / 2
    left = whole.left + _inset(whole, len(colors))
    squares = Squares(left, middle, colors.shape[:2], whole.side)
    raster = stage.move(Raster(stage, squares, colors), zorder=1)
    Outline(stage, "grid", width=1.0, zorder=0).show(squares.frame)
    stage.label(NOTE, "y", (left, whole.top + NAME), each.name, fontfamily=PROSE_FONT)
    return raster


def _write(
    stage: Stage,
    at: Place,
    each: Filter,
    lines: Sequence[tuple[str, str]],
    look: tuple[float, float, float],
) -> None:
    """Write weights with their left edge and their middle at a place, and words beside them.

    The look is the side of tiles, the size of type, and from line to line.
    """
    (left, middle), (side, size, pitch) = at, look
    kernel = np.array(each.kernel, dtype=float)
    grid = Tiles(stage, left, middle, kernel.shape, side, "h", kernel, moving=True)
    grid.show(kernel)
    roles = [role for _, role in lines]
    more = MORE if pitch == PITCH else 0.0
    apart = [pitch + more * (one != other) for one, other in pairwise(roles)]
    downs = np.cumsum([0.0, *apart]).tolist()[: len(roles)]
    for (words, role), down in zip(lines, downs, strict=True):
        place = left + grid.width + _beside(size), middle + downs[-1] / 2 - down - DROP
        stage.label(size, role, place, words, fontfamily=PROSE_FONT)


def _beside(size: float) -> float:
    """Return how far from weights words of this size are."""
    return WORDS * size / NOTE


def _long(words: str, size: float) -> float:
    """Return how long words are, in design pixels."""
    return width(words, FontProperties(family=PROSE_FONT, size=size), DESIGN_DPI)
