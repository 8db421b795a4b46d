"""Thin lines that tie what is looked at to what becomes of it."""

import numpy as np
from matplotlib.path import Path

from animations.rendering.arrays import Vertices
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Place, Stage


class Ties:
    """A pair of lines from the right corners of one outline to the left corners of another.

    Outlines are as those of `Squares.box`, clockwise from the upper left corner. Of one that is
    around a part of a grid, the grid is given: the lines first go between its rows to its edge (or
    come in from there), so that they cross no number.
    """

    def __init__(
        self,
        stage: Stage,
        role: str,
        source: Squares | None = None,
        target: Squares | None = None,
        width: float = 1.0,
        zorder: float = 4,
    ) -> None:
        self._source, self._target = source, target
        color = stage.theme.color(role)
        self._patch = stage.patch(zorder, edgecolor=color, linewidth=width, joinstyle="round")

    def show(self, source: Path | None = None, target: Path | None = None) -> None:
        """Tie these two outlines; without both of them, vanish."""
        self._patch.set_visible(bool(source and target))
        if source and target:
            right = _corners(source)[1:3]
            left = _corners(target)[[0, 3]]
            lines = [self._line(start, stop) for start, stop in zip(right, left, strict=True)]
            self._patch.set_path(Path.make_compound_path(*lines))

    def _line(self, start: Place, stop: Place) -> Path:
        """Return the line from one corner to another, past what lies beside them."""
        line = [start]
        if self._source:
            line.append((self._source.ends(start[1])[1], start[1]))
        if self._target:
            line.append((self._target.ends(stop[1])[0], stop[1]))
        return Path([*line, stop])


def _corners(outline: Path) -> Vertices:
    return np.asarray(outline.vertices)[:4]
