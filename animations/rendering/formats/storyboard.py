"""Storyboard: key moments of a film side by side in one picture, for print and slides."""

from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from animations.rendering.theme import Look

from .format import StillFormat

if TYPE_CHECKING:
    from animations.rendering.animation import Animation
    from animations.rendering.film import Film
    from animations.rendering.strip import Strip
    from animations.rendering.timeline import Frame


_STRIPS: "WeakKeyDictionary[Film, Strip]" = WeakKeyDictionary()


class _StripFormat(StillFormat):
    def suits(self, animation: "Animation") -> bool:
        return not animation.is_still

    def files(self, name: str, look: "Look") -> tuple[str, ...]:
        stem = name + Look(look.theme).twin + "-storyboard"  # the same for every layout
        return tuple(stem + suffix for suffix in (".png", ".svg", ".pdf"))

    def check(self, film: "Film") -> None:
        _strip(film)

    def size(self, film: "Film") -> tuple[int, int]:
        from animations.rendering.strip import size_of

        return size_of(film)


def _strip(film: "Film") -> "Strip":
    """Return the strip of a film, once for all its files."""
    from animations.rendering.strip import Strip

    if film not in _STRIPS:
        _STRIPS[film] = Strip(film)
    return _STRIPS[film]


def _write(path: Path, film: "Film", frame: "Frame") -> None:
    from animations.rendering.encoders import write_png

    if path.suffix == ".png":
        write_png(path, _strip(film).pixels())
    else:
        _strip(film).write_vector(path)


FORMAT = _StripFormat(
    "storyboard",
    "-storyboard.png",
    is_default=False,
    write=_write,
    of_films=True,
    of_a_moment=False,
)
