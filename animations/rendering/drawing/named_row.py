"""A row of stems over an axis, with the names of the stems, of the row and of the axis."""

from math import ceil

import numpy as np
from matplotlib.path import Path

from animations.rendering.arrays import Values
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.plane import LEFT, RIGHT, Plane
from animations.rendering.drawing.prose import MARGIN, math_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import Stems, count_seen, is_dense, rectangle
from animations.rendering.drawing.translation import Names, turn
from animations.rendering.theme import DIGIT_FONT, LABEL, MATH_FONT
from signals import DiscreteSignal

NAME = 46.0  # what a name takes, in design pixels
NUMBER = 4.0  # from the axis to a number up it
CLEAR = 10.0  # from the last stem to the name of the axis, in design pixels
FOOT, ABOVE, BESIDE = 8.0, 14.0, 0.6  # under names; under a row's and an axis's name, and beside


class NamedRow:
    """Moving stems with names under them, and a band behind the columns that are covered.

    Stems come as far as the column `last`.
    """

    def __init__(
        self, stage: Stage, signal: DiscreteSignal, names: Names, role: str, last: int
    ) -> None:
        self._stage, self._signal, self._names, self._role = stage, signal, names, role
        self.plane = plane = Plane(stage, "", numbered=False)
        self._at: Values = np.arange(signal.start, signal.stop, dtype=float)
        self._band = stage.patch(0.1, facecolor=stage.theme.tint("h", 0.1), linewidth=0)
        # Behind the band, the plane's own line would be hidden.
        stage.line("axis", 1.0, 0.5, plane.data).set_data(plane.span, (0, 0))
        self._stems = Stems(plane, role, 2, dense=is_dense(count_seen(signal, stage.span)))
        every = max(1, ceil(NAME * plane.pixel))  # so that names do not run into each other
        self._named = [n for n in range(signal.start, signal.stop) if n % every == 0]
        self._labels = [self.label(LABEL) for _ in self._named]
        self._row = stage.label(LABEL, role, ha="right")
        wide = max(math_width(f"${name.row}$", LABEL) for name in names)
        if self.across(signal.start - BESIDE) - wide < LEFT - NUMBER:
            plane.leave_out(plane.ground + ABOVE)
        self._axis = stage.label(LABEL, "muted", ha="right")
        # An axis's name that would hide the last stem stands further out.
        wide = max(math_width(f"${name.axis}$", LABEL) for name in names)
        end = max(stage.width - RIGHT, self.across(last) + CLEAR + wide)
        self._axis_end = min(end, stage.width - MARGIN)

    def label(self, size: float) -> Label:
        """Add a centred label without a halo, which would show on the band."""
        style = {"fontfamily": DIGIT_FONT, "math_fontfamily": MATH_FONT, "va": "baseline"}
        pixels = self._stage.pixels
        return self._stage.move(
            Label(0, 0, "", fontsize=size, transform=pixels, ha="center", **style), zorder=9
        )

    def across(self, column: float) -> float:
        """Return the design pixel of a column."""
        return LEFT + (column - self.plane.span[0]) / self.plane.pixel

    def cover(self, first: float, stop: float, bottom: float, top: float) -> None:
        """Put the band behind some columns, from one height in design pixels to another."""
        left, right = self.across(first - 0.5), self.across(stop - 0.5)
        self._band.set_path(Path(rectangle(left, right, bottom, top)))

    def show(self, part: float, moved: float = 0.0, until: float = np.inf) -> None:
        """Show the stems up to an index, moved by so many columns, their names turned so far."""
        seen = self._at <= until
        self._stems.show(self._at[seen] + moved, self._signal.values[seen])
        theme, (first, then) = self._stage.theme, self._names
        for label, n in zip(self._labels, self._named, strict=True):
            wordings = first.of(n), then.of(n)
            turn(label, theme, self._role, wordings, part, (self.across(n + moved), FOOT))
            label.set_visible(label.get_visible() and n <= until)
        beside = self.across(self._signal.start - BESIDE), self.plane.ground + ABOVE
        rows = f"${first.row}$", f"${then.row}$"
        turn(self._row, theme, self._role, rows, part, beside)
        axes = f"${first.axis}$", f"${then.axis}$"
        end = self._axis_end, self.plane.ground + ABOVE
        turn(self._axis, theme, "muted", axes, part, end)
