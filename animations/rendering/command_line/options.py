"""What can be asked for when figures are rendered."""

from dataclasses import dataclass
from pathlib import Path

FILM_FORMATS = ("gif", "mp4", "webp", "png")
STILL_FORMATS = ("png", "svg")
FORMATS = tuple(dict.fromkeys(FILM_FORMATS + STILL_FORMATS))
OUTPUT = Path(__file__).absolute().parents[3] / "output"


def file_name(name: str, theme: str, kind: str) -> str:
    """Return what a figure's file is called: the light one plainly, its twin after its theme."""
    return f"{name}.{kind}" if theme == "light" else f"{name}-{theme}.{kind}"


class UsageError(Exception):
    """A request that cannot be met as it stands; the message says what is allowed."""


@dataclass(frozen=True)
class Options:
    """A command line, understood.

    Attributes
    ----------
    formats : tuple of str, optional
        What to write; None for all that a figure comes in but WebP.
    output : Path
        The folder for the files, absolute.
    themes : tuple of str
        ``"light"``, ``"dark"`` or both.
    fps : int
        Frames per second.
    scale : float
        Pixels per design pixel.
    force : bool
        Whether to render what is up to date, too.
    quiet : bool
        Whether to say nothing but errors.
    show : bool
        Whether to open a window instead of writing files.
    at : float, optional
        The shift to write one still at, instead of the figure's files.
    names : tuple of str
        Figures to render; empty for all.
    titles : bool
        Whether to list the figures instead of rendering them.
    jobs : int
        How many figures to render at a time.
    """

    formats: tuple[str, ...] | None = None
    output: Path = OUTPUT
    themes: tuple[str, ...] = ("light",)
    fps: int = 25
    scale: float = 1.0
    force: bool = False
    quiet: bool = False
    show: bool = False
    at: float | None = None
    names: tuple[str, ...] = ()
    titles: bool = False
    jobs: int = 1

    def wants(self, kind: str) -> bool:
        """Whether files of this format are asked for; WebP must be asked for by name."""
        return kind != "webp" if self.formats is None else kind in self.formats
