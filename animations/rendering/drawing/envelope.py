"""How high a label must ride to pass above what is drawn."""

import numpy as np

from animations.rendering.arrays import Values, Vertices


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
