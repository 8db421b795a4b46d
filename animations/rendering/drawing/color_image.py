"""A colour image as it looks: what its three channels are together."""

import numpy as np
from matplotlib.collections import PolyCollection

from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import greatest
from signals.arguments import FloatArray


class ColorImage(Squares):
    """Squares in the colours of red, green and blue, from none to the greatest number of all.

    Place and side are as in `Squares`; `channels` has shape (3, rows, columns).
    """

    def __init__(
        self, stage: Stage, left: float, middle: float, channels: FloatArray, side: float
    ) -> None:
        super().__init__(left, middle, channels.shape[1:], side)
        shares = np.clip(channels / greatest(channels), 0, 1)
        colors = shares.reshape(3, -1).T
        tiles = [self.tile(*place).vertices for place in np.ndindex(*self.shape)]
        stage.figure.add_artist(
            PolyCollection(
                tiles, transform=stage.pixels, facecolors=colors,
                edgecolors=stage.theme.axis, linewidths=0.6, zorder=1,
            )
        )  # fmt: skip


def is_color_image(channels: FloatArray) -> bool:
    """Whether channels are those of a colour image: three, and none of them negative."""
    return len(channels) == 3 and bool(np.min(channels) >= 0 and np.max(channels) > 0)
