"""What the index t is in one, two and three dimensions, beside a sum that is always the same."""

from dataclasses import dataclass

from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.text.heading import BASELINE, HEIGHT
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

INDICES = "$t = i$", "$t = (i, j)$", "$t = (i, j, k)$"
CELL, DEEP = 12.0, 8.0  # of the signs, in design pixels: a cell, and how far a volume goes back
SIGNS, WIDTHS = (36.0, 24.0, 32.0), (38.0, 68.0, 86.0)  # what signs and indices take across
BESIDE, APART = 9.0, 26.0  # between a sign and its index, and from there to the next sign
UP, DOWN = 22.0, 12.0  # the claim's baseline over the formula's, and the indices' under it


@dataclass(frozen=True)
class Dimensions(Panel):
    """Signs for a line, an image and a volume with their indices; of `count` dimensions is in ink.

    Attributes
    ----------
    count : int
        How many dimensions the figure has.
    """

    count: int

    def room(self, view: View) -> Room:
        """Return the room of the line on top."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Draw all of it, which stays."""
        edge, level = stage.width - RIGHT, BASELINE - DOWN
        claim = "the same sum: only the index gets longer"
        stage.text(edge, BASELINE + UP, claim, NOTE, "muted", ha="right", fontfamily=PROSE_FONT)
        left = edge - sum(SIGNS) - sum(WIDTHS) - 3 * BESIDE - 2 * APART
        for number, wording in enumerate(INDICES):
            own = number + 1 == self.count
            color = stage.theme.color("x") if own else stage.theme.muted
            face = stage.theme.tint("x", 0.3) if own else "none"
            sign = stage.patch(1, edgecolor=color, facecolor=face, linewidth=1.0)
            sign.set_path(_sign(number, left, level + 6))
            stage.text(
                left + SIGNS[number] + BESIDE, level, wording, NOTE, "ink" if own else "muted"
            )
            left += SIGNS[number] + BESIDE + WIDTHS[number] + APART
        return _stay


def _stay(frame: Frame) -> None:
    """Move nothing."""


def _sign(number: int, left: float, middle: float) -> Path:
    """Return the outlines of a row of squares, of some rows of them, or of a box of them."""
    rows, columns = ((1, 3), (2, 2), (2, 2))[number]
    squares = Squares(left, middle - DEEP / 2 * (number == 2), (rows, columns), CELL)
    paths = [squares.cell((i, j)) for i in range(rows) for j in range(columns)]
    if number == 2:
        top, right = squares.top, squares.left + squares.width
        for n in range(2):
            x, y = squares.left + n * CELL, top - n * CELL
            paths.append(_parallelogram((x, top), (CELL, 0.0)))
            paths.append(_parallelogram((right, y), (0.0, -CELL)))
    return Path.make_compound_path(*paths)


def _parallelogram(start: tuple[float, float], along: tuple[float, float]) -> Path:
    """Return what lies between an edge of a square in front and the same edge further back."""
    (x, y), (dx, dy) = start, along
    corners = [(x, y), (x + dx, y + dy), (x + dx + DEEP, y + dy + DEEP), (x + DEEP, y + DEEP)]
    return Path([*corners, (x, y)])
