"""Labels that travel with what they name and keep clear of what is drawn."""

import numpy as np

from animations.rendering.arrays import Vertices
from animations.rendering.drawing.envelope import UpperEnvelope
from animations.rendering.drawing.plane import Plane
from animations.rendering.theme import LABEL


class Tag:
    """A label that rides along with a curve, clear of the `obstacles`, which never move.

    Given are half the width of its longest wording and its distance from what it stands above, in
    design pixels.
    """

    def __init__(self, plane: Plane, role: str, halfwidth: float, up: float) -> None:
        self._span, self._halfwidth = plane.span, halfwidth * plane.pixel
        self.obstacles = UpperEnvelope(plane.span)
        self._label = plane.label(LABEL, role, up, ha="center")

    def ride(self, wording: str, vertices: Vertices, *others: Vertices) -> None:
        """Stand over the peak of a moving curve, above everything near, other curves included."""
        low, high = self._span
        seen = vertices[(vertices[:, 0] >= low) & (vertices[:, 0] <= high)]
        self._label.set(text=wording, visible=len(seen) > 0)
        if not len(seen):
            return
        peak = float(seen[np.argmax(seen[:, 1]), 0])
        at = min(max(peak, low + self._halfwidth), high - self._halfwidth)
        height = self.obstacles.above(at, self._halfwidth, vertices, *others)
        self._label.set_position((at, height))
