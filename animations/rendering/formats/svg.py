"""SVG: a still as vector graphics."""

from .format import StillFormat

FORMAT = StillFormat(
    "svg",
    ".svg",
    is_default=True,
    write=lambda path, film, frame: film.write_vector(path, frame),
    of_films=False,
)
