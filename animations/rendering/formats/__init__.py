"""What figures are written as: each format is a module here, and its object is called ``FORMAT``.

A module that is added is found by itself: by the command line, by what renders, and by the record.
Encoders are loaded when a file is written.
"""

from importlib import import_module
from pkgutil import iter_modules

from .format import CollectionFormat, Entry, File, FilmFormat, Format, StillFormat

FORMATS: dict[str, Format] = {
    found.FORMAT.name: found.FORMAT
    for found in (
        import_module(f"{__name__}.{module.name}")
        for module in iter_modules(__path__)
        if module.name != "format"
    )
}
"""All formats by their names."""

MOMENTS: dict[str, Format] = {
    name: kind
    for name, kind in FORMATS.items()
    if isinstance(kind, StillFormat) and kind.of_a_moment
}
"""Those that show one moment of a figure."""

__all__ = [
    "FORMATS",
    "MOMENTS",
    "CollectionFormat",
    "Entry",
    "File",
    "FilmFormat",
    "Format",
    "StillFormat",
]
