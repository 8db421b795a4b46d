"""Areas between curves and the axis: one with a sign, and several that are stacked."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np
from matplotlib.transforms import Bbox, TransformedBbox, blended_transform_factory

from animations.rendering.arrays import Vertices
from animations.rendering.drawing.curve import SPACING, closed, outline
from animations.rendering.drawing.plane import Plane
from signals import ContinuousSignal

STRENGTHS = (0.5, 0.3)  # of neighbouring layers, so that each can be told from the next


class SignedArea:
    """The area under a product: one colour above the axis, another below."""

    def __init__(self, plane: Plane) -> None:
        self._parts = [
            (sign, plane.face(plane.stage.theme.fill(role), 1), plane.line(role, 1.5, zorder=2))
            for sign, role in ((1, "y"), (-1, "negative"))
        ]

    def show(self, vertices: Vertices, filled: bool = True) -> None:
        """Draw the vertices, and fill what is between them and the axis."""
        mixed = bool(np.any(vertices[:, 1] > 0) and np.any(vertices[:, 1] < 0))
        for sign, face, edge in self._parts:
            part = np.column_stack([vertices[:, 0], sign * np.maximum(sign * vertices[:, 1], 0)])
            there = bool(np.any(part[:, 1]))
            face.set_visible(there and filled)
            edge.set_visible(there)
            if there:
                face.set_xy(part)
                edge.set_data((_off_the_axis(part) if mixed else part).T)


def _off_the_axis(part: Vertices) -> Vertices:
    """Return an edge without what runs along the axis, where the other sign has its area."""
    there = part[:, 1] != 0
    near = there | np.append(there[1:], False) | np.insert(there[:-1], 0, False)
    return np.where(near[:, None], part, np.nan)


class StackedAreas:
    """Layers in the colour of h, which they are copies of, seen as far as t has come.

    They come from the lowest to the highest, none of them negative; `window` is what can ever be
    seen. The top of the stack is their sum.
    """

    def __init__(
        self, plane: Plane, layers: Sequence[ContinuousSignal], window: tuple[float, float]
    ) -> None:
        stage = plane.stage
        # A layer covers the ones above, which reach from the ground to the sum so far.
        self._seen = Bbox([[window[0], 0], [window[0], stage.height]])
        clip = TransformedBbox(self._seen, blended_transform_factory(plane.data, stage.pixels))
        for number, top in enumerate(accumulate(layers)):
            face = plane.face(stage.theme.tint("h", STRENGTHS[number % 2]), 1 - number / 1000)
            face.set_xy(closed(outline(top, *window, SPACING * plane.pixel)))
            face.set_clip_on(True)
            face.set_clip_box(clip)

    def show(self, t: float) -> None:
        """Update what lies before t."""
        self._seen.x1 = t
