"""WebP: lossless, for pages where that is small."""

from pathlib import Path
from typing import TYPE_CHECKING

from .format import FilmFormat

if TYPE_CHECKING:
    from animations.rendering.encoders import Encoder
    from animations.rendering.film import Film


def _open(path: Path, film: "Film") -> "Encoder":
    from animations.rendering.encoders import WebpEncoder

    return WebpEncoder(path, film.size, fps=film.timeline.fps)


FORMAT = FilmFormat("webp", ".webp", is_default=False, open=_open)
