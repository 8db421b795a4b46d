"""What a format is, by what its files are made of: a film, a moment, or the whole collection."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from animations.rendering.animation import Animation
    from animations.rendering.encoders import Encoder, Palette
    from animations.rendering.film import Film
    from animations.rendering.theme import Look
    from animations.rendering.timeline import Frame

_PALETTES: "WeakKeyDictionary[Film, Palette]" = WeakKeyDictionary()  # each for several formats
SAMPLES = 16  # frames, spread over a whole film, that its palette is chosen from


@dataclass(frozen=True)
class Format:
    """A kind of file: what `--formats` calls it, what its file's name mostly ends with.

    It is written where no formats are named if it is a default.
    """

    name: str
    suffix: str
    is_default: bool

    def files(self, name: str, look: "Look") -> tuple[str, ...]:
        """Return what its files of a figure are called that look so."""
        return (f"{name}{look.twin}{self.suffix}",)

    def check(self, film: "Film") -> None:
        """Raise a ValueError if there is no room for a film in this format."""

    def size(self, film: "Film") -> tuple[int, int]:
        """Return the width and height of what it shows of a film, in pixels."""
        return film.size

    def suits(self, animation: "Animation") -> bool:
        """Whether a figure comes in this format."""
        return False


@dataclass(frozen=True)
class FilmFormat(Format):
    """A format that holds every picture of a film; opened, it gives the encoder that writes it."""

    open: "Callable[[Path, Film], Encoder]"

    def suits(self, animation: "Animation") -> bool:
        """Whether a figure comes in this format."""
        return not animation.is_still


@dataclass(frozen=True)
class StillFormat(Format):
    """A format that holds one picture, maybe of figures that move as well.

    It shows one moment, which can be asked for, unless it shows a figure as a whole.
    """

    write: "Callable[[Path, Film, Frame], None]"
    of_films: bool
    of_a_moment: bool = True

    def suits(self, animation: "Animation") -> bool:
        """Whether a figure comes in this format."""
        return animation.is_still or self.of_films


@dataclass(frozen=True)
class File:
    """A figure's file, as a list or a page refers to it.

    Attributes
    ----------
    format, theme, layout : str
        What it is, and how the figure looks in it.
    pixels : tuple of int
        Width and height.
    size : int
        Bytes.
    cues : mapping, optional
        Of a film, what `Cues` holds.
    """

    format: str
    theme: str
    layout: str
    pixels: tuple[int, int]
    size: int
    cues: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Entry:
    """A figure as a list or a page shows it.

    Attributes
    ----------
    name, title, caption, alt : str
        As in `Animation`.
    files : tuple of str
        The names of its files that are there.
    size : tuple of int
        Width and height in pixels.
    details : mapping
        What is known of each of the files.
    base : str
        What the addresses of files begin with.
    script : str
        The text of the script that made it.
    """

    name: str
    title: str
    caption: str
    alt: str
    files: tuple[str, ...]
    size: tuple[int, int]
    details: Mapping[str, File] = field(default_factory=dict)
    base: str = ""
    script: str = ""


@dataclass(frozen=True)
class CollectionFormat(Format):
    """A format that describes figures together, in files by their names.

    It is written when the figures' files are there. Of those that are asked for, unless it
    describes all that there are as a whole. What is foreign in a folder is replaced only where
    that has been asked for.
    """

    contents: Callable[[Sequence[Entry]], Mapping[str, bytes]]
    is_whole: bool = False
    is_foreign: Callable[[Path], bool] = lambda folder: False


def encoder(name: str) -> "Callable[[Path, Film], Encoder]":
    """Return what opens an encoder, loaded only then, that asks for nothing but size and rate."""

    def opened(path: Path, film: "Film") -> "Encoder":
        from animations.rendering import encoders

        kind: type[Encoder] = getattr(encoders, name)
        return kind(path, film.size, fps=film.timeline.fps)

    return opened


def in_palette(name: str) -> "Callable[[Path, Film], Encoder]":
    """Return what opens an encoder, loaded only then, that draws in a film's palette."""

    def opened(path: Path, film: "Film") -> "Encoder":
        from animations.rendering import encoders

        kind: Any = getattr(encoders, name)
        opened: Encoder = kind(path, film.size, fps=film.timeline.fps, palette=palette(film))
        return opened

    return opened


def palette(film: "Film") -> "Palette":
    """Return the colours that a film is shown in where there cannot be all of them."""
    if film in _PALETTES:
        return _PALETTES[film]
    import numpy as np

    from animations.rendering.encoders import Palette

    sampled = np.linspace(0, len(film) - 1, min(SAMPLES, len(film))).round().astype(int)
    pictures = film.pictures(film.timeline[i] for i in sampled)
    exact = np.array(film.theme.palette, dtype=np.uint8)
    return _PALETTES.setdefault(film, Palette.from_frames((p for p, _ in pictures), exact=exact))
