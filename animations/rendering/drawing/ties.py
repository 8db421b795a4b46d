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

    Of ties that lead `down` they go from the lower corners to the upper ones.
    Outlines are as those of `Squares.box`, clockwise from the upper left corner. Of one that is
    around a part of a grid, the grid is given: faint lines go between its rows, or columns, to its
    edge (or come in from there), so that they cross no number and underline none.
    """

    def __init__(
        self,
        stage: Stage,
        role: str,
        source: Squares | None = None,
        target: Squares | None = None,
        down: bool = False,
    ) -> None:
        self._source, self._target, self._down = source, target, down
        style = {"linewidth": 1.0, "joinstyle": "round"}
        faint, color = stage.theme.tint(role, FAINT), stage.theme.color(role)
        self._inside = stage.patch(3.5, edgecolor=faint, **style)
        self._patch = stage.patch(4, edgecolor=color, **style)

    def show(self, source: Path | None = None, target: Path | None = None) -> None:
        """Tie these two outlines; without both of them, vanish."""
        between, inside = [], []
        if source and target:
            out_of, leads_to = ([3, 2], [0, 1]) if self._down else ([1, 2], [0, 3])
            ends = _corners(source)[out_of], _corners(target)[leads_to]
            for start, stop in zip(*ends, strict=True):
                out, into = self._edges(start, stop)
                between.append(Path([out, into]))
                inside += [Path(ends) for ends in ((start, out), (into, stop)) if _apart(*ends)]
        for patch, lines in ((self._patch, between), (self._inside, inside)):
            patch.set_visible(bool(lines))
            if lines:
                patch.set_path(Path.make_compound_path(*lines))

    def _edges(self, start: Place, stop: Place) -> tuple[Place, Place]:
        """Return where a line from one corner to another leaves a grid, and enters the other."""
        if self._down:
            out = (start[0], self._source.bottom) if self._source else start
            return out, (stop[0], self._target.top) if self._target else stop
        out = (self._source.ends(start[1])[1], start[1]) if self._source else start
        into = (self._target.ends(stop[1])[0], stop[1]) if self._target else stop
        return out, into


def _apart(start: Place, stop: Place) -> bool:
    """Whether a line between two places has a length that is seen."""
    return max(abs(start[0] - stop[0]), abs(start[1] - stop[1])) > SEEN


def _corners(outline: Path) -> Vertices:
    return np.asarray(outline.vertices)[:4]
