"""A photograph filtered: first a few of its pixels as numbers, then all of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.picture import Picture, greys, signed
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Outline, Tiles, greatest, tinted
from animations.rendering.panels.grids.scan import NAME
from animations.rendering.panels.grids.zoom import build_zoom
from animations.rendering.photograph import WHITE
from animations.rendering.scan import Numbers, Scan
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

PIXEL, TILE = 3.0, 28.0  # sides of a pixel and of a tile, in design pixels
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
    words : sequence of str
        Two short lines that say what they do.
    divisor : float
        What the sums are divided by.
    """

    name: str
    kernel: Sequence[Sequence[float]]
    words: Sequence[str]
    divisor: float = 1.0

    def of(self, photo: Numbers) -> Numbers:
        """Return the filtered photograph, smaller by a row or column wherever the kernel ends."""
        return Scan(photo, self.kernel).y / self.divisor


@dataclass(frozen=True)
class PhotographPanel:
    """A photograph, a kernel on a few of its pixels, then filters on all of them, row by row.

    Attributes
    ----------
    photo : ndarray
        Grey levels from 0 to 99.
    corner, shape : tuple of int
        The row and the column of the first of those few pixels, and their rows and columns.
    filters : sequence of Filter
        Two; the last is the one that is seen at work on the numbers.
    """

    photo: Numbers
    corner: tuple[int, int]
    shape: tuple[int, int]
    filters: Sequence[Filter]
    height: float = 1.0
    rigid: bool = False

    @cached_property
    def scan(self) -> Scan:
        """What happens to the few pixels."""
        (row, column), (rows, columns) = self.corner, self.shape
        return Scan(
            self.photo[row : row + rows, column : column + columns], self.filters[-1].kernel
        )

    @cached_property
    def filtered(self) -> Sequence[Numbers]:
        """What the filters make of the photograph."""
        return [each.of(self.photo) for each in self.filters]

    @property
    def last(self) -> int:
        """The last step: after the few pixels' come one for each filtered row."""
        return self.scan.last + len(self.filtered[0])

    def build(self, stage: Stage) -> Update:
        """Draw the photograph; return what shows a step."""
        photo = Picture(stage, (LEFT, stage.height - 36), PIXEL, self.photo, greys(WHITE))
        stage.text(LEFT, photo.top + NAME, "photograph", LABEL, "x")
        show_zoom = build_zoom(stage, photo, self.corner, self.scan)
        show_rows = self._build_rows(stage, photo)

        def show(frame: Frame) -> None:
            step = min(max(round(frame.t), 0), self.last)
            row = step - self.scan.last
            show_zoom(step if row <= 0 else None)
            show_rows(max(row, 0))

        return show

    def _build_rows(self, stage: Stage, photo: Picture) -> Callable[[int], None]:
        """Draw the filtered pictures; return what uncovers so many rows, none to hide them."""
        theme, rest = stage.theme, stage.width - LEFT - RIGHT - 3 * photo.width
        edges = signed(theme, "y", STRONG * greatest(self.filtered))
        pictures, grids, labels = [], [], []
        for column, (each, numbers) in enumerate(zip(self.filters, self.filtered, strict=True), 1):
            left = LEFT + column * (photo.width + rest / 2)
            inset = (self.photo.shape[0] - len(numbers)) / 2 * PIXEL
            develop = edges if np.min(numbers) < 0 else greys(WHITE)
            picture = Picture(
                stage, (left + inset, photo.top - inset), PIXEL, numbers, develop, moving=True
            )
            kernel = np.array(each.kernel, dtype=float)
            top = photo.top - photo.height - 10
            grid = Tiles(
                stage, (left + inset, top), kernel.shape, TILE,
                tinted(theme, "h", greatest([kernel])), moving=True,
            )  # fmt: skip
            pictures.append(picture)
            grids.append((grid, kernel))
            name = stage.label(LABEL, "y")
            name.set(text=each.name, position=(picture.left, photo.top + NAME))
            labels.append(name)
            for line, words in enumerate(each.words):
                label = stage.label(NOTE, "muted", fontfamily=PROSE_FONT)
                middle = grid.top - grid.height / 2
                label.set(
                    text=words, position=(grid.left + grid.width + 14, middle + 6 - 24 * line)
                )
                labels.append(label)
        frames = [Outline(stage, "grid", width=1.0, zorder=0) for _ in pictures]
        band = Outline(stage, "h")

        def show(rows: int) -> None:
            for label in labels:
                label.set_visible(rows > 0)
            for picture in pictures:
                picture.show(rows)
            for grid, kernel in grids:
                if rows:
                    grid.show(kernel)
                else:
                    grid.hide()
            for frame, picture in zip(frames, pictures, strict=True):
                frame.show(*([picture.frame] if rows else []))
            seen = range(rows - 1, rows + len(self.filters[0].kernel) - 1)
            band.show(*([photo.box(seen, range(self.photo.shape[1]))] if rows else []))

        return show
