"""PNG: the poster of a film, or the whole of a still."""

from pathlib import Path
from typing import TYPE_CHECKING

from .format import StillFormat

if TYPE_CHECKING:
    from animations.rendering.film import Film
    from animations.rendering.timeline import Frame


def _write(path: Path, film: "Film", frame: "Frame") -> None:
    from animations.rendering.encoders import write_png

    write_png(path, film.pixels(frame))


FORMAT = StillFormat("png", ".png", is_default=True, write=_write, of_films=True)
