"""Signals piled up on one another, so that the top of the pile is their sum."""

from collections.abc import Sequence

from matplotlib.patches import Polygon
from matplotlib.transforms import Bbox, TransformedBbox, blended_transform_factory

from animations.rendering.drawing.curve import SPACING, closed, outline
from animations.rendering.drawing.plane import Plane
from signals import ContinuousSignal

STRENGTHS = (0.5, 0.3)  # of neighbouring layers, so that each can be told from the next


class Pile:
    """Layers in the colour of h, which they are copies of, seen as far as t has come.

    Parameters
    ----------
    plane : Plane
        Where they lie.
    layers : sequence of ContinuousSignal
        From the lowest to the highest; none of them is negative.
    window : tuple of float
        What can ever be seen.
    """

    def __init__(
        self, plane: Plane, layers: Sequence[ContinuousSignal], window: tuple[float, float]
    ) -> None:
        stage = plane.stage
        # A layer covers the ones above, which reach from the ground to the sum so far.
        self._seen = Bbox([[window[0], 0], [window[0], stage.height]])
        clip = TransformedBbox(self._seen, blended_transform_factory(plane.data, stage.pixels))
        for number, top in enumerate(_sums(layers)):
            face = Polygon(
                closed(outline(top, *window, SPACING * plane.pixel)),
                transform=plane.data,
                facecolor=stage.theme.tint("h", STRENGTHS[number % 2]),
                linewidth=0,
            )
            stage.move(face, zorder=1 - number / 1000)
            face.set_clip_on(True)
            face.set_clip_box(clip)

    def show(self, t: float) -> None:
        """Show what lies before t."""
        self._seen.x1 = t


def _sums(layers: Sequence[ContinuousSignal]) -> list[ContinuousSignal]:
    """Return the sums of the first, the first two, … layers."""
    sums: list[ContinuousSignal] = []
    for layer in layers:
        sums.append(sums[-1] + layer if sums else layer)
    return sums
