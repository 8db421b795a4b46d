"""What a format is, by what its files are made of: a film, a moment, or the whole collection."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from animations.rendering.animation import Animation
    from animations.rendering.encoders import Encoder
    from animations.rendering.film import Film
    from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class Format:
    """A kind of file.

    Attributes
    ----------
    name : str
        What `--formats` calls it.
    suffix : str
        What its files' names end with.
    is_default : bool
        Whether it is written where no formats are named.
    """

    name: str
    suffix: str
    is_default: bool

    def suits(self, animation: "Animation") -> bool:
        """Whether a figure comes in this format."""
        return False


@dataclass(frozen=True)
class FilmFormat(Format):
    """A format that holds every picture of a film.

    Attributes
    ----------
    open : callable
        From a path and a film to the encoder that writes it.
    """

    open: "Callable[[Path, Film], Encoder]"

    def suits(self, animation: "Animation") -> bool:
        """Whether a figure comes in this format."""
        return not animation.is_still


@dataclass(frozen=True)
class StillFormat(Format):
    """A format that holds one picture.

    Attributes
    ----------
    write : callable
        Takes a path, a film and the frame to show.
    of_films : bool
        Whether figures that move come in it as well.
    """

    write: "Callable[[Path, Film, Frame], None]"
    of_films: bool

    def suits(self, animation: "Animation") -> bool:
        """Whether a figure comes in this format."""
        return animation.is_still or self.of_films


@dataclass(frozen=True)
class Entry:
    """A figure as a list or a page shows it: its name, its texts, its files, its size in pixels."""

    name: str
    title: str
    caption: str
    alt: str
    files: tuple[str, ...]
    size: tuple[int, int]


@dataclass(frozen=True)
class CollectionFormat(Format):
    """A format that describes all figures together; written when their files are there.

    Attributes
    ----------
    contents : callable
        From the figures, in their order, to the contents of its files by their names.
    """

    contents: Callable[[Sequence[Entry]], Mapping[str, bytes]]


def file_name(name: str, theme: str, format_: Format) -> str:
    """Return what a figure's file is called: the light one plainly, its twin after its theme."""
    return f"{name}{'' if theme == 'light' else f'-{theme}'}{format_.suffix}"
