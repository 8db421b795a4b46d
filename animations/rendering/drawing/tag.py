"""Labels that hang under the axis, below what they name, and go along with it."""

from collections.abc import Iterable

import numpy as np

from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.plane import LEFT, PAD, Plane
from animations.rendering.theme import LABEL

DROP = 16.0  # from what is lowest in a plane, less its margin, down to the baseline, design pixels
CLEAR = 9.0  # from the line that leads down from the mark of t
EDGE = 4.0  # from the edge of the stage


class Tag:
    """A label that goes sideways only, and so never runs into what is drawn over the axis.

    It hangs below the peak of what slides, beside the mark of t. `curve` is what slides, in places
    of its own and in order; `wordings` are all that it can say, so that it has room for the
    longest.
    """

    def __init__(self, plane: Plane, role: str, wordings: Iterable[str], curve: Vertices) -> None:
        self._low, self._high = plane.span
        self._label = plane.label(LABEL, role, -(PAD + DROP), ha="center")
        self._up = float((plane.stage.row.limits)[0])
        longest = max(plane.stage.measure(self._label, wording) for wording in wordings)
        self._half, self._clear = longest / 2 * plane.pixel, CLEAR * plane.pixel
        # Over numbers below zero there is no room beside the axis.
        margin = (LEFT - EDGE) * plane.pixel if self._up == 0 else 0.0
        self._ends_at = self._low - margin + self._half, self._high - self._half
        self._ends = (float(curve[0, 0]), float(curve[-1, 0])) if len(curve) else (0.0, 0.0)
        self._peak = highest(curve)

    def ride(self, wording: str, t: float, turn: float) -> None:
        """Go to where what slides is at a shift; `turn` is the factor of its places."""
        near, far = sorted(t + end * turn for end in self._ends)
        self._label.set(text=wording, visible=near <= self._high and far >= self._low)
        left, right = self._ends_at
        at = min(max(t + self._peak * turn, left), right)
        apart = (self._half + self._clear) * abs(turn)
        if abs(at - t) < apart:
            side = 1 if near + far > 2 * t else -1
            at = min(max(t + side * apart, left), right)
        self._label.set_position((at, self._up))


def highest(curve: Vertices) -> float:
    """Return where a curve is highest or, if it is never above the axis, lowest."""
    if not len(curve):
        return 0.0
    heights: Values = curve[:, 1]
    return float(curve[np.argmax(heights if heights.max() > 0 else np.abs(heights)), 0])
