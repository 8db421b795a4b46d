"""What can be asked for when figures are rendered."""

from dataclasses import dataclass, field
from pathlib import Path

from animations.rendering.command_line.parameters import Arguments
from animations.rendering.formats import FORMATS, MOMENTS, CollectionFormat, Format
from animations.rendering.theme import Look


class UsageError(Exception):
    """A request that cannot be met as it stands; the message says what is allowed."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows: a user's mistake is one line."""
        return [f"{type(self).__name__}: {self}"]


@dataclass(frozen=True)
class Options:
    """A command line, understood; the values here hold where nothing is said."""

    output: Path  # the folder for the files, absolute
    formats: tuple[str, ...] | None = None  # what to write; None: what is written by default
    themes: tuple[str, ...] = ("light",)
    layouts: tuple[str, ...] = ("wide",)
    backgrounds: tuple[str, ...] = ()  # a colour for each theme; none: the themes' own
    fps: int = 25  # frames per second
    scale: float = 1.0  # pixels per design pixel
    force: bool = False  # render what is up to date, too
    quiet: bool = False  # say nothing but errors
    show: bool = False  # open a window instead of writing files
    at: float | None = None  # the shift to write one still at, instead of the figure's files
    name: str | None = None  # what the files are called, unless as the script
    given: Arguments = field(default_factory=dict)  # what the script is given
    names: tuple[str, ...] = ()  # figures to render; none: all
    titles: bool = False  # list the figures instead of rendering them
    jobs: int = 1  # how many figures to render at a time
    is_collection: bool = False  # whether these are of a collection, which a page shows as a whole
    base_url: str = ""  # what the addresses of files begin with, where they are referred to

    @property
    def looks(self) -> list[Look]:
        """How the figures are to look, each of them in all of these ways."""
        return [
            Look(theme, layout, self.background_of(theme))
            for layout in self.layouts
            for theme in self.themes
        ]

    def background_of(self, theme: str) -> str | None:
        """Return the background that is asked for in a theme, if any."""
        return dict(zip(self.themes, self.backgrounds, strict=False)).get(theme)

    @property
    def wanted(self) -> list[Format]:
        """The formats that are asked for; by default a page of all only of a collection."""
        return [
            format_
            for name, format_ in FORMATS.items()
            if (self._is_usual(format_) if self.formats is None else name in self.formats)
        ]

    def _is_usual(self, kind: Format) -> bool:
        return kind.is_default and (self.is_collection or not isinstance(kind, CollectionFormat))

    @property
    def collections(self) -> list[CollectionFormat]:
        """Those of them that describe figures together."""
        return [format_ for format_ in self.wanted if isinstance(format_, CollectionFormat)]

    @property
    def stills(self) -> list[Format]:
        """What a single moment is written as."""
        names = self.formats or ("png",)
        return [MOMENTS[name] for name in names]
