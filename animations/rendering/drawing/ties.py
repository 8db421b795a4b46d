"""Thin lines that tie what is looked at to what becomes of it."""

import numpy as np
from matplotlib.path import Path

from animations.rendering.arrays import Vertices
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Place, Stage

FAINT = 0.45  # the tint of a line where it passes other squares
SEEN = 0.1  # the shortest line, in design pixels


class Ties:
    """A pair of lines from the right corners of one outline to the left corners of another.

    Outlines are as those of `Squares.box`, clockwise from the upper left corner. Of one that is
    around a part of a grid, the grid is given: faint lines go between its rows to its edge (or come
    in from there), so that they cross no number and underline none.
    """

    def __init__(
        self,
        stage: Stage,
        role: str,
        source: Squares | None = None,
        target: Squares | None = None,
    ) -> None:
        self._source, self._target = source, target
        style = {"linewidth": 1.0, "joinstyle": "round"}
        faint, color = stage.theme.tint(role, FAINT), stage.theme.color(role)
        self._inside = stage.patch(3.5, edgecolor=faint, **style)
        self._patch = stage.patch(4, edgecolor=color, **style)

    def show(self, source: Path | None = None, target: Path | None = None) -> None:
        """Tie these two outlines; without both of them, vanish."""
        between, inside = [], []
        if source and target:
            right = _corners(source)[1:3]
            left = _corners(target)[[0, 3]]
            for start, stop in zip(right, left, strict=True):
                out, into = self._edges(start, stop)
                between.append(Path([out, into]))
                inside += [Path(ends) for ends in ((start, out), (into, stop)) if _apart(*ends)]
        for patch, lines in ((self._patch, between), (self._inside, inside)):
            patch.set_visible(bool(lines))
            if lines:
                patch.set_path(Path.make_compound_path(*lines))

    def _edges(self, start: Place, stop: Place) -> tuple[Place, Place]:
        """Return where a line from one corner to another leaves a grid, and enters the other."""
        out = (self._source.ends(start[1])[1], start[1]) if self._source else start
        into = (self._target.ends(stop[1])[0], stop[1]) if self._target else stop
        return out, into


def _apart(start: Place, stop: Place) -> bool:
    """Whether a line between two places has a length that is seen."""
    return abs(start[0] - stop[0]) > SEEN


def _corners(outline: Path) -> Vertices:
    return np.asarray(outline.vertices)[:4]
