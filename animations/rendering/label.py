"""Text that moves: laid out and rasterised once per wording, then only stamped."""

from copy import copy
from math import ceil, floor
from typing import Any, NamedTuple

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform
from numpy.typing import NDArray
from PIL import Image, ImageFilter

_KEPT = 64
HALO = 2.0  # points


class Stamp(NamedTuple):
    """A rasterised wording and where its lower left corner lies from the anchor, in pixels."""

    left: int
    bottom: int
    pixels: NDArray[np.uint8]


class Label(Text):
    """A `Text` whose pixels are kept, so that showing it again costs a copy.

    A halo, a rim in the background's colour, keeps it readable where it crosses a line.
    It stands on whole pixels, wherever it is put, and so never shimmers as it moves.
    Renderers other than Agg (a page of SVG) get ordinary text.
    """

    def __init__(self, *args: Any, halo: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._halo = halo
        self._stamps: dict[tuple[object, ...], Stamp] = {}

    def draw(self, renderer: RendererBase) -> None:
        """Stamp the text; see `matplotlib.artist.Artist.draw`."""
        if not isinstance(renderer, RendererAgg):
            super().draw(renderer)
        elif self.get_visible() and self.get_text():
            stamp = self._stamp(renderer)
            x, y = self.get_transform().transform(self.get_position())
            context = renderer.new_gc()
            left, bottom = round(x) + stamp.left, round(y) + stamp.bottom
            renderer.draw_image(context, left, bottom, stamp.pixels)
            context.restore()
        self.stale = False

    def _stamp(self, renderer: RendererAgg) -> Stamp:
        looks = (self.get_text(), self.get_color(), self.get_horizontalalignment(), renderer.dpi)
        if looks not in self._stamps:
            if len(self._stamps) == _KEPT:
                self._stamps.clear()
            self._stamps[looks] = self._rasterise(renderer)
        return self._stamps[looks]

    def _rasterise(self, renderer: RendererAgg) -> Stamp:
        text = copy(self)
        text.set_transform(IdentityTransform())
        text.set_position((0, 0))
        extent = text.get_window_extent(renderer)
        reach = round(HALO * renderer.dpi / 72)
        margin = 2 + reach  # anti-aliased edges may pass the extent
        left, bottom = floor(extent.x0) - margin, floor(extent.y0) - margin
        width, height = ceil(extent.x1) + margin - left, ceil(extent.y1) + margin - bottom
        text.set_position((-left, -bottom))
        canvas = RendererAgg(width, height, renderer.dpi)
        Text.draw(text, canvas)
        pixels = np.array(canvas.buffer_rgba())
        if self._halo:
            pixels = _surround(pixels, self._halo, reach)
        return Stamp(left, bottom, pixels[::-1])


def _surround(pixels: NDArray[np.uint8], color: str, reach: int) -> NDArray[np.uint8]:
    """Lay glyphs, in one colour on nothing, over a rim of another colour."""
    cover = pixels[..., 3]
    rim = np.asarray(Image.fromarray(cover).filter(ImageFilter.MaxFilter(2 * reach + 1)))
    ink, paper = pixels[..., :3].astype(float), np.multiply(to_rgb(color), 255)
    part = (cover / np.maximum(rim, 1))[..., None]
    return np.dstack([np.rint(part * ink + (1 - part) * paper), rim]).astype(np.uint8)
