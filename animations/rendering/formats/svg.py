"""SVG: a still as vector graphics."""

from pathlib import Path
from typing import TYPE_CHECKING

from .format import StillFormat

if TYPE_CHECKING:
    from animations.rendering.film import Film
    from animations.rendering.timeline import Frame


def _write(path: Path, film: "Film", frame: "Frame") -> None:
    film.write_svg(path, frame)


FORMAT = StillFormat("svg", ".svg", is_default=True, write=_write, of_films=False)
