"""How high a label must ride to pass above what is drawn."""

import numpy as np
from numpy.typing import NDArray

from animations.rendering.curve import Vertices


class Skyline:
    """The greatest height of some curves and boxes along an axis.

    Parameters
    ----------
    span : tuple of float
        Limits of the axis.
    count : int
        How finely to look.
    """

    def __init__(self, span: tuple[float, float], count: int = 600) -> None:
        self.x = np.linspace(*span, count)
        self.heights = np.zeros(count)

    def add_curve(self, vertices: Vertices) -> None:
        """Raise the skyline to a curve's vertices, ordered along the axis."""
        self.heights = np.maximum(self.heights, self._along(vertices, 0.0))

    def add_box(self, left: float, right: float, top: float) -> None:
        """Raise the skyline to a box."""
        inside = (self.x >= left) & (self.x <= right)
        self.heights = np.where(inside, np.maximum(self.heights, top), self.heights)

    def above(
        self, center: float, halfwidth: float, vertices: Vertices | None = None, shift: float = 0.0
    ) -> float:
        """Return the height that clears everything within `halfwidth` of `center`.

        Further away, obstacles count less and less, up to two halfwidths: so the height changes
        smoothly with the center, even past a jump. `vertices` moved by `shift` count as well.
        """
        near = slice(*np.searchsorted(self.x, (center - 2 * halfwidth, center + 2 * halfwidth)))
        heights = self.heights[near]
        if not heights.size:
            return 0.0
        if vertices is not None:
            heights = np.maximum(heights, self._along(vertices, shift, near))
        distance = np.abs(self.x[near] - center) / halfwidth
        weight = np.clip(2 - distance, 0, 1)
        return float(np.max(heights * weight * weight * (3 - 2 * weight)))

    def _along(
        self, vertices: Vertices, shift: float, part: slice = slice(None)
    ) -> NDArray[np.float64]:
        if not len(vertices):
            return np.zeros(self.x[part].size)
        return np.interp(self.x[part] - shift, vertices[:, 0], vertices[:, 1], left=0, right=0)
