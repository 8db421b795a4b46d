"""MP4: small and sharp, and a page can pause it."""

from pathlib import Path
from typing import TYPE_CHECKING

from .format import FilmFormat

if TYPE_CHECKING:
    from animations.rendering.encoders import Encoder
    from animations.rendering.film import Film


def _open(path: Path, film: "Film") -> "Encoder":
    from animations.rendering.encoders import Mp4Encoder

    return Mp4Encoder(path, film.size, fps=film.timeline.fps)


FORMAT = FilmFormat("mp4", ".mp4", is_default=True, open=_open)
