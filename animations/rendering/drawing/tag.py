"""Labels that travel with what they name and keep clear of what is drawn."""

import numpy as np

from animations.rendering.arrays import Vertices
from animations.rendering.drawing.envelope import UpperEnvelope
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.plane import Plane
from animations.rendering.theme import LABEL


class Tag:
    """A label that rides along with a curve, with the obstacles that it knows of.

    Parameters
    ----------
    plane : Plane
        Where it travels.
    role : str
        Its colour.
    halfwidth : float
        Half the width of its longest wording, in design pixels.
    up : float
        Its distance from what it stands above, in design pixels.

    Attributes
    ----------
    obstacles : UpperEnvelope
        What never moves; add to it.
    label : Label
        The artist.
    """

    def __init__(self, plane: Plane, role: str, halfwidth: float, up: float) -> None:
        self._plane = plane
        self._halfwidth = halfwidth * plane.pixel
        self.obstacles = UpperEnvelope(plane.span)
        self.label: Label = plane.label(LABEL, role, up, ha="center")

    def ride(self, wording: str, vertices: Vertices, *others: Vertices) -> None:
        """Stand over the peak of a moving curve, above everything near, other curves included."""
        self.label.set_text(wording)
        low, high = self._plane.span
        seen = vertices[(vertices[:, 0] >= low) & (vertices[:, 0] <= high)]
        self.label.set_visible(bool(len(seen)))
        if not len(seen):
            return
        peak = float(seen[np.argmax(seen[:, 1]), 0])
        at = min(max(peak, low + self._halfwidth), high - self._halfwidth)
        height = self.obstacles.above(at, self._halfwidth, vertices, *others)
        self.label.set_position((at, height))
