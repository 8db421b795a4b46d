"""Pictures whose pixels are numbers: how these become colours, and where they stand."""

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.transforms import Bbox
from numpy.typing import NDArray

from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Paint
from animations.rendering.theme import Theme
from signals.arguments import FloatArray

Colors = NDArray[np.uint8]


class Raster(Artist):
    """A picture: squares in their colours, of which so many `rows` are seen, from the top.

    `BboxImage` resamples and blends in general ways, which takes twenty times as long.
    """

    def __init__(self, stage: Stage, squares: Squares, colors: Colors) -> None:
        super().__init__()
        self._colors = np.ascontiguousarray(colors).view(np.uint32)[..., 0]
        right = squares.left + squares.width
        self._corners = (squares.left, squares.top), (right, squares.bottom)
        self.rows = len(colors)
        self.set_transform(stage.pixels)

    def get_window_extent(self, renderer: RendererBase | None = None) -> Bbox:
        """Return the box of all squares, in pixels."""
        (left, top), (right, bottom) = self.get_transform().transform(self._corners)
        return Bbox([[left, bottom], [right, top]])

    def draw(self, renderer: RendererBase) -> None:
        """Draw each square on whole pixels; see `matplotlib.artist.Artist.draw`."""
        left, bottom, right, top = map(float, self.get_window_extent().extents)
        height, width = self._colors.shape
        rows = _nearest(top, bottom, height)
        columns = _nearest(left, right, width)
        seen = rows[rows < self.rows]
        if self.get_visible() and len(seen):
            context = renderer.new_gc()
            upwards = self._colors[seen[::-1, None], columns][..., None].view(np.uint8)
            renderer.draw_image(context, round(left), round(top) - len(seen), upwards)
            context.restore()
        self.stale = False


def _nearest(start: float, stop: float, count: int) -> NDArray[np.intp]:
    """Return, for each whole pixel from start to stop, which of `count` equal parts it is in."""
    pixels = abs(round(stop) - round(start))
    parts: NDArray[np.intp] = ((np.arange(pixels) + 0.5) * count / pixels).astype(np.intp)
    return parts


def greys(numbers: FloatArray, most: float) -> Colors:
    """Return the colours of numbers from 0, black, to `most`, white."""
    level = np.rint(255 * np.clip(numbers / most, 0, 1))
    return _opaque(np.repeat(level[..., None], 3, axis=-1))


def signed(numbers: FloatArray, most: float, theme: Theme) -> Colors:
    """Return zero as the background, and what is far from it in the colour of its sign."""
    values = numbers[..., None]
    share = np.clip(np.abs(values) / most, 0, 1)
    color = np.where(values < 0, _rgb(theme.negative), _rgb(theme.y))
    return _opaque(share * color + (1 - share) * _rgb(theme.background))


def grey_tiles(most: float) -> Paint:
    """Paint tiles in their grey level, with whatever can be read on it."""

    def paint(value: float) -> tuple[str, str]:
        level = round(255 * min(max(value / most, 0), 1))
        # The grey from which on black has more contrast than white.
        return f"#{level:02x}{level:02x}{level:02x}", "#000000" if level > 117 else "#ffffff"

    return paint


def _opaque(colors: NDArray[np.float64]) -> Colors:
    alpha = np.full((*colors.shape[:2], 1), 255)
    opaque: Colors = np.rint(np.concatenate([colors, alpha], axis=-1)).astype(np.uint8)
    return opaque


def _rgb(color: str) -> NDArray[np.float64]:
    return np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)], dtype=np.float64)
