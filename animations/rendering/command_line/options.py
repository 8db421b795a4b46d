"""What can be asked for when figures are rendered."""

from dataclasses import dataclass
from pathlib import Path

from animations.rendering.collection import FOLDER
from animations.rendering.formats import FORMATS, CollectionFormat, Format


class UsageError(Exception):
    """A request that cannot be met as it stands; the message says what is allowed."""


@dataclass(frozen=True)
class Options:
    """A command line, understood; the values here hold where nothing is said."""

    output: Path  # the folder for the files, absolute
    formats: tuple[str, ...] | None = None  # what to write; None: what is written by default
    themes: tuple[str, ...] = ("light",)
    fps: int = 25  # frames per second
    scale: float = 1.0  # pixels per design pixel
    force: bool = False  # render what is up to date, too
    quiet: bool = False  # say nothing but errors
    show: bool = False  # open a window instead of writing files
    at: float | None = None  # the shift to write one still at, instead of the figure's files
    names: tuple[str, ...] = ()  # figures to render; none: all
    titles: bool = False  # list the figures instead of rendering them
    jobs: int = 1  # how many figures to render at a time

    @property
    def wanted(self) -> list[Format]:
        """The formats that are asked for."""
        return [
            format_
            for name, format_ in FORMATS.items()
            if (format_.is_default if self.formats is None else name in self.formats)
        ]

    @property
    def collections(self) -> list[CollectionFormat]:
        """Those of them that describe all figures together."""
        return [format_ for format_ in self.wanted if isinstance(format_, CollectionFormat)]


def output_of(folder: Path | None) -> Path:
    """Return where the files of scripts in a folder go unless something else is said.

    The collection's are written beside `animations/` where this is a clone, and to the current
    folder where it is installed, as are those of a figure without a script. What a reader's own
    scripts draw is written beside them.

    Raises
    ------
    UsageError
        If the current folder is needed and does not exist any more.
    """
    if folder == FOLDER and (FOLDER.parent / "render_all.py").is_file():
        return FOLDER.parent / "output"
    try:
        return (Path.cwd() if folder in (None, FOLDER) else folder) / "output"
    except OSError:
        raise UsageError("the current folder does not exist any more") from None
