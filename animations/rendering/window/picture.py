"""The picture of a film in a figure."""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.artist import Artist

from animations.rendering.arrays import Pixels

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backend_bases import RendererBase


class Picture(Artist):
    """Pixels that fill axes, as far as their proportions let them.

    The axes' coordinates become the picture's pixels. matplotlib's own image is resampled even
    where it is as large as its place, which takes longer than to draw all else.
    """

    def __init__(self, axes: "Axes", pixels: Pixels) -> None:
        super().__init__()
        self.pixels = pixels
        height, width = pixels.shape[:2]
        axes.set(xlim=(0, width), ylim=(0, height), aspect="equal")
        axes.set_axis_off()
        axes.add_artist(self)

    def draw(self, renderer: "RendererBase") -> None:
        """Copy the pixels; see `matplotlib.artist.Artist.draw`."""
        assert self.axes is not None
        box = self.axes.bbox
        size = max(round(box.width), 1), max(round(box.height), 1)
        pixels = self.pixels
        if size != pixels.shape[1::-1]:
            from PIL import Image

            pixels = np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.BICUBIC))
        context = renderer.new_gc()
        renderer.draw_image(
            context, round(box.x0), round(box.y0), np.ascontiguousarray(pixels[::-1])
        )
        context.restore()
        self.stale = False
