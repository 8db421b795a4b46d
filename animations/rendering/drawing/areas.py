"""Areas between curves and the axis: one with a sign, and several that are stacked."""

from collections.abc import Sequence
from itertools import cycle, islice, pairwise

import numpy as np
from matplotlib.transforms import Bbox, TransformedBbox, blended_transform_factory

from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.curve import SPACING, between, closed, grid
from animations.rendering.drawing.plane import Plane
from signals import ContinuousSignal

STRENGTHS = (0.6, 0.3)  # of neighbouring layers, so that each can be told from the next


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
    seen. The top of the stack is their sum. The last ones have `colors`, and come from `leads`
    away to their places; of the others, neighbours differ.
    """

    def __init__(
        self,
        plane: Plane,
        layers: Sequence[ContinuousSignal],
        window: tuple[float, float],
        colors: Sequence[str] = (),
        leads: Sequence[float] = (),
    ) -> None:
        stage = plane.stage
        self._layers, self._window, self._spacing = layers, window, SPACING * plane.pixel
        self._leads = [*[0.0] * (len(layers) - len(leads)), *leads]
        # A layer covers the ones above, which reach from the ground to the sum so far.
        self._seen = Bbox([[window[0], 0], [window[0], stage.height]])
        clip = TransformedBbox(self._seen, blended_transform_factory(plane.data, stage.pixels))
        self._faces = []
        tints = cycle([stage.theme.tint("h", strength) for strength in STRENGTHS])
        others = islice(tints, max(0, len(layers) - len(colors)))
        self._settled = self._outlines(1.0)
        for number, color in enumerate([*others, *colors]):
            face = plane.face(color, 1 - number / 1000)
            self._faces.append(face)
            face.set_clip_on(True)
            face.set_clip_box(clip)

    def show(self, t: float, visible: bool = True, part: float = 1.0) -> None:
        """Update what lies before t, part of the way to its place, or hide it all."""
        self._seen.x1 = t
        settled = part == 1 or not any(self._leads)
        outlines = self._settled if settled or not visible else self._outlines(part)
        for face, outline in zip(self._faces, outlines, strict=True):
            face.set_visible(visible)
            face.set_xy(outline)

    def _outlines(self, part: float) -> list[Vertices]:
        pairs = zip(self._layers, self._leads, strict=True)
        layers = [layer.shift(lead * (1 - part)) if lead else layer for layer, lead in pairs]
        t, tops = heaped(layers, self._window, self._spacing)
        return [closed(np.column_stack([t, top])) for top in tops]


def heaped(
    layers: Sequence[ContinuousSignal], window: tuple[float, float], spacing: float
) -> tuple[Values, list[Values]]:
    """Return times, and how high each layer reaches there when it lies on those before it.

    The times are at most `spacing` apart; each breakpoint is there twice, as in `outline`.
    """
    inner = {at for layer in layers for at in layer.breakpoints if window[0] < at < window[1]}
    times, tops = [], []
    for a, b in pairwise([window[0], *sorted(inner), window[1]]):
        t = grid(a, b, spacing)
        times.append(t)
        tops.append(np.cumsum([between(layer, t) for layer in layers], axis=0))
    return np.concatenate(times), [*np.concatenate(tops, axis=1)] if layers else []
