"""PDF: a still as vector graphics, for print."""

from .format import StillFormat

FORMAT = StillFormat(
    "pdf",
    ".pdf",
    is_default=False,
    write=lambda path, film, frame: film.write_vector(path, frame),
    of_films=False,
)
