"""Encoders eat frames one at a time and leave one finished file.

They know arrays only: uint8, shape (height, width, 4), opaque RGBA.

    palette = Palette.from_frames(sampled, exact=theme_colours)
    with GifEncoder(path, (960, 540), fps=25, palette=palette) as gif:
        for pixels, times in film.pictures():
            gif.add(pixels, times)
"""

from .encoder import Encoder
from .gif import GIF_RATES, GifEncoder
from .mp4 import Mp4Encoder
from .palette import Palette
from .still import write_png
from .webp import WebpEncoder

__all__ = [
    "GIF_RATES",
    "Encoder",
    "GifEncoder",
    "Mp4Encoder",
    "Palette",
    "WebpEncoder",
    "write_png",
]
