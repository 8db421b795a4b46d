"""Text that moves or counts: each piece is rasterised once, then only put together."""

import re
from functools import lru_cache
from math import ceil, floor
from typing import Any, NamedTuple

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.transforms import Bbox, IdentityTransform
from numpy.typing import NDArray
from PIL import Image, ImageFilter

HALO = 2.0  # points
_KEPT = 64

# A number counts digit by digit: so each digit is a piece of its own, as wide as any other.
_PIECE = re.compile("\\$[^$]*\\$|[0-9.\N{MINUS SIGN}]|[^$0-9.\N{MINUS SIGN}]+")

Mask = NDArray[np.uint8]


class Piece(NamedTuple):
    """A rasterised bit of text: how far it moves the pen, and its cover from its lower left."""

    advance: float
    left: int
    bottom: int
    ink: Mask
    rim: Mask


Stamp = tuple[int, int, NDArray[np.uint8]]
"""Where a whole wording's lower left lies from the anchor, and its pixels."""


class Label(Text):
    """A `Text` on the baseline that is cheap to move and to change.

    Its pixels are kept and stamped on whole pixels, so it never shimmers as it moves, and its
    digits keep their places as it counts. A halo, a rim in the background's colour, keeps it
    readable where it crosses a line; without one it can stand on any colour. Renderers other than
    Agg (a page of SVG) get ordinary text.
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
            left, bottom, pixels = self._stamp(renderer.dpi)
            x, y = self.get_transform().transform(self.get_position())
            context = renderer.new_gc()
            renderer.draw_image(context, round(x) + left, round(y) + bottom, pixels)
            context.restore()
        self.stale = False

    def get_window_extent(
        self, renderer: RendererBase | None = None, dpi: float | None = None
    ) -> Bbox:
        """Return the box of the stamped text, in pixels."""
        figure = self.get_figure(root=True)
        assert figure is not None
        placed, width = self._placed(dpi or figure.dpi)
        x, y = self.get_transform().transform(self.get_position())
        x += self._start(width)
        bottom = min((piece.bottom for _, piece in placed), default=0)
        top = max((piece.bottom + len(piece.ink) for _, piece in placed), default=0)
        margin = _margin(dpi or figure.dpi)
        return Bbox([[x, y + bottom + margin], [x + width, y + top - margin]])

    def _stamp(self, dpi: float) -> Stamp:
        looks = (self.get_text(), self.get_color(), self.get_horizontalalignment(), dpi)
        if looks not in self._stamps:
            if len(self._stamps) == _KEPT:
                self._stamps.clear()
            self._stamps[looks] = self._assemble(dpi)
        return self._stamps[looks]

    def _assemble(self, dpi: float) -> Stamp:
        placed, width = self._placed(dpi)
        start = self._start(width)
        lefts = [round(start + pen) + piece.left for pen, piece in placed]
        left, bottom = min(lefts), min(piece.bottom for _, piece in placed)
        right = max(at + piece.ink.shape[1] for at, (_, piece) in zip(lefts, placed, strict=True))
        top = max(piece.bottom + piece.ink.shape[0] for _, piece in placed)
        ink, rim = np.zeros((2, top - bottom, right - left), np.uint8)
        for at, (_, piece) in zip(lefts, placed, strict=True):
            rows = slice(piece.bottom - bottom, piece.bottom - bottom + piece.ink.shape[0])
            columns = slice(at - left, at - left + piece.ink.shape[1])
            np.maximum(ink[rows, columns], piece.ink, out=ink[rows, columns])
            np.maximum(rim[rows, columns], piece.rim, out=rim[rows, columns])
        color = str(self.get_color())
        pixels = _blend(color, self._halo or color)[ink]
        pixels[..., 3] = rim if self._halo else ink
        return left, bottom, pixels

    def _placed(self, dpi: float) -> tuple[list[tuple[float, Piece]], float]:
        """Return the pieces, each with its pen position, and the width of the whole."""
        pen, placed = 0.0, []
        for wording in pieces(self.get_text()):
            piece = _rasterise(wording, self.get_fontproperties(), dpi)
            placed.append((pen, piece))
            pen += piece.advance
        return placed, pen

    def _start(self, width: float) -> float:
        return {"left": 0.0, "center": -width / 2, "right": -width}[self.get_horizontalalignment()]


def pieces(wording: str) -> list[str]:
    """Return the bits of a text that are rasterised and set one after the other."""
    return [match[0] for match in _PIECE.finditer(wording)]


def width(wording: str, font: FontProperties, dpi: float) -> float:
    """Return how wide a text is, in pixels."""
    return sum(advance(piece, font, dpi) for piece in pieces(wording))


def advance(piece: str, font: FontProperties, dpi: float) -> float:
    """Return how far one of these bits moves the pen, in pixels."""
    return _rasterise(piece, font, dpi).advance


@lru_cache(maxsize=1024)
def _rasterise(wording: str, font: FontProperties, dpi: float) -> Piece:
    """Draw a bit of text once for all the labels that show it; a colour comes later."""
    text = Text(
        0, 0, wording, color="black", fontproperties=font,
        transform=IdentityTransform(), verticalalignment="baseline",
    )  # fmt: skip
    text.set_figure(Figure(dpi=dpi))
    extent = text.get_window_extent(RendererAgg(1, 1, dpi), dpi)
    margin = _margin(dpi)
    left, bottom = floor(extent.x0) - margin, floor(extent.y0) - margin
    width, height = ceil(extent.x1) + margin - left, ceil(extent.y1) + margin - bottom
    text.set_position((-left, -bottom))
    canvas = RendererAgg(width, height, dpi)
    text.draw(canvas)
    ink = np.array(canvas.buffer_rgba())[::-1, :, 3]
    reach = 2 * round(HALO * dpi / 72) + 1
    rim = np.asarray(Image.fromarray(ink).filter(ImageFilter.MaxFilter(reach)))
    return Piece(extent.width, left, bottom, ink, rim)


def _margin(dpi: float) -> int:
    """Return the pixels around a piece that its halo and its anti-aliased edge may need."""
    return 2 + round(HALO * dpi / 72)


@lru_cache(maxsize=64)
def _blend(front: str, back: str) -> NDArray[np.uint8]:
    """Return the opaque colour of each cover, from the halo's to the text's."""
    share = np.linspace(0, 1, 256)[:, None]
    mixed = share * np.append(to_rgb(front), 1) + (1 - share) * np.append(to_rgb(back), 1)
    colors: NDArray[np.uint8] = np.rint(255 * mixed).astype(np.uint8)
    return colors
