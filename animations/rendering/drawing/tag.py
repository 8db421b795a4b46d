"""Labels that travel with what they name and keep clear of what is drawn."""

from collections.abc import Iterable

import numpy as np

from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.plane import NamePlace, Plane
from animations.rendering.theme import LABEL

OVER = 11.0  # from what a label stands above up to its baseline, in design pixels


class Tag:
    """A label that rides along with a curve, clear of the `obstacles`, which never move.

    `wordings` are all that it can say, so that it has room for the longest.
    """

    def __init__(self, plane: Plane, role: str, wordings: Iterable[str]) -> None:
        self._span = self._free = plane.span
        self.obstacles = UpperEnvelope(plane.span)
        self._label = plane.label(LABEL, role, OVER, ha="center")
        self._halfwidth = plane.stage.measure(self._label, max(wordings, key=len)) / 2 * plane.pixel

    def avoid(self, name: NamePlace) -> None:
        """Keep clear of a name: pass over it at a peak, else stop beside it."""
        if name.over_peak:
            self.obstacles.add_box(name.left, name.right, name.top)
        elif name.left - self._span[0] < self._span[1] - name.right:
            self._free = name.right, self._span[1]
        else:
            self._free = self._span[0], name.left

    def ride(self, wording: str, vertices: Vertices, *others: Vertices) -> None:
        """Stand over the peak of a moving curve, above everything near, other curves included."""
        low, high = self._span
        seen = vertices[(vertices[:, 0] >= low) & (vertices[:, 0] <= high)]
        self._label.set(text=wording, visible=len(seen) > 0)
        if not len(seen):
            return
        peak = float(seen[np.argmax(seen[:, 1]), 0])
        at = min(max(peak, self._free[0] + self._halfwidth), self._free[1] - self._halfwidth)
        height = self.obstacles.above(at, self._halfwidth, vertices, *others)
        self._label.set_position((at, height))


class UpperEnvelope:
    """The greatest height of some curves and boxes along an axis, looked at in `count` places."""

    def __init__(self, span: tuple[float, float], count: int = 600) -> None:
        self.x = np.linspace(*span, count)
        self.heights = np.zeros(count)

    def add_curve(self, vertices: Vertices) -> None:
        """Raise the envelope to a curve, whose vertices are in order along the axis."""
        self.heights = np.maximum(self.heights, _along(self.x, vertices))

    def add_box(self, left: float, right: float, top: float) -> None:
        """Raise the envelope to a box."""
        inside = (self.x >= left) & (self.x <= right)
        self.heights = np.where(inside, np.maximum(self.heights, top), self.heights)

    def above(self, center: float, halfwidth: float, *curves: Vertices) -> float:
        """Return the height that clears everything within `halfwidth` of `center`.

        Further away, obstacles count less and less, up to two halfwidths: so the height changes
        smoothly with the center, even past a jump. `curves` are obstacles of the moment.
        """
        first, last = np.searchsorted(self.x, (center - 2 * halfwidth, center + 2 * halfwidth))
        x, heights = self.x[first:last], self.heights[first:last]
        if not x.size:
            return 0.0
        for vertices in curves:
            heights = np.maximum(heights, _along(x, vertices))
        weight = np.clip(2 - np.abs(x - center) / halfwidth, 0, 1)
        return float(np.max(heights * weight**2 * (3 - 2 * weight)))


def _along(x: Values, vertices: Vertices) -> Values:
    if not len(vertices):
        return np.zeros_like(x)
    ordered = vertices if vertices[0, 0] <= vertices[-1, 0] else vertices[::-1]
    return np.interp(x, ordered[:, 0], ordered[:, 1], left=0, right=0)
