"""GIF: plays everywhere, also where no video does."""

from pathlib import Path
from typing import TYPE_CHECKING

from .format import FilmFormat

if TYPE_CHECKING:
    from animations.rendering.encoders import Encoder
    from animations.rendering.film import Film

_SAMPLES = 16  # frames, spread over the whole film, that the palette is chosen from


def _open(path: Path, film: "Film") -> "Encoder":
    import numpy as np

    from animations.rendering.encoders import GifEncoder, Palette

    sampled = np.linspace(0, len(film) - 1, min(_SAMPLES, len(film))).round().astype(int)
    pictures = film.pictures(film.timeline[i] for i in sampled)
    exact = np.array(film.theme.palette, dtype=np.uint8)
    palette = Palette.from_frames((pixels for pixels, _ in pictures), exact=exact)
    return GifEncoder(path, film.size, fps=film.timeline.fps, palette=palette)


FORMAT = FilmFormat("gif", ".gif", is_default=True, open=_open)
