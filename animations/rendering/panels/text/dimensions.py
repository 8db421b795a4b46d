"""A sum that is always the same, and what its index t is in one, two and three dimensions."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.text.heading import BASELINE, HEIGHT
from animations.rendering.theme import FORMULA, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

CLAIM = "the same sum, only with longer indices"
INDICES = "$t = i$", "$t = (i, j)$", "$t = (i, j, k)$"
CELL, DEEP = 14.0, 9.0  # of the signs, in design pixels: a cell, and how far a volume goes back
SHAPES = (1, 3), (3, 3), (3, 3)  # rows and columns of the signs' fronts
WIDTHS = 38.0, 68.0, 86.0  # what the indices take across
BESIDE, APART = 10.0, 30.0  # between a sign and its index, and from there to the next sign
UP, DOWN = 30.0, 14.0  # the claim's baseline over the formula's, and the indices' under it


@dataclass(frozen=True)
class Dimensions(Panel):
    r"""Signs for a line, an image and a volume with their indices; of `count` dimensions is in ink.

    Where there is no room for all of them beside the formula, it is that one alone.

    Attributes
    ----------
    count : int
        How many dimensions the figure has.
    formula : str
        Mathtext with ``\textcolor``; see `write_formula`.
    """

    count: int
    formula: str = ""

    def room(self, view: View) -> Room:
        """Return the room of the line on top."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Draw all of it, which stays."""
        edge, level = stage.width - RIGHT, BASELINE - DOWN
        free = edge - LEFT - (formula_width(self.formula, FORMULA) + APART)
        signs = [columns * CELL + DEEP * (n == 2) for n, (_, columns) in enumerate(SHAPES)]
        wide = sum(signs) + sum(WIDTHS) + 3 * BESIDE + 2 * APART
        shown = range(3)
        if wide <= free:
            at = edge, BASELINE + UP
            stage.text(*at, CLAIM, NOTE, "muted", ha="right", fontfamily=PROSE_FONT)
        else:
            shown, level = range(self.count - 1, self.count), BASELINE
            wide = signs[self.count - 1] + WIDTHS[self.count - 1] + BESIDE
        write_formula(stage, LEFT, BASELINE, self.formula, FORMULA, edge - wide - APART - LEFT)
        left = edge - wide
        for number in shown:
            wording, wide = INDICES[number], signs[number]
            own = number + 1 == self.count
            color = stage.theme.color("x") if own else stage.theme.muted
            face = stage.theme.tint("x", 0.3) if own else "none"
            sign = stage.patch(1, edgecolor=color, facecolor=face, linewidth=1.0)
            squares, around = _sign(number, left, level + 6)
            sign.set_path(squares)
            window = stage.patch(2, edgecolor=stage.theme.h, linewidth=2.2, joinstyle="miter")
            window.set_path(around)
            at = left + wide + BESIDE, level
            stage.text(*at, wording, NOTE, "ink" if own else "muted")
            left += wide + BESIDE + WIDTHS[number] + APART
        return _stay


def _stay(frame: Frame) -> None:
    """Move nothing."""


def _sign(number: int, left: float, middle: float) -> tuple[Path, Path]:
    """Return outlines of a row of squares, rows of them, or a box, and of two along each axis."""
    rows, columns = SHAPES[number]
    deep = number == 2
    squares = Squares(left, middle - DEEP / 2 * deep, (rows, columns), CELL)
    paths = [squares.cell(place) for place in np.ndindex(rows, columns)]
    window = [squares.box(range(min(rows, 2)), range(2))]
    if deep:
        (x, y), right = squares.at(0, 0), squares.at(0, columns)[0]
        paths += [_parallelogram((x + n * CELL, y), (CELL, 0.0)) for n in range(columns)]
        paths += [_parallelogram((right, y - n * CELL), (0.0, -CELL)) for n in range(rows)]
        window.append(_parallelogram((x, y), (2 * CELL, 0.0)))
    return Path.make_compound_path(*paths), Path.make_compound_path(*window)


def _parallelogram(start: tuple[float, float], along: tuple[float, float]) -> Path:
    """Return what lies between an edge of a square in front and the same edge further back."""
    (x, y), (dx, dy) = start, along
    corners = [(x, y), (x + dx, y + dy), (x + dx + DEEP, y + dy + DEEP), (x + DEEP, y + DEEP)]
    return Path([*corners, (x, y)])
