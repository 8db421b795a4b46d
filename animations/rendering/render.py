"""One film to its files: each picture is drawn once and handed to every encoder."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from animations.rendering.arrays import Pixels
from animations.rendering.encoders import Encoder
from animations.rendering.film import Film
from animations.rendering.formats import FilmFormat, Format, StillFormat
from animations.rendering.theme import PLAIN, Look
from animations.rendering.timeline import Frame
from animations.rendering.writing import writing

Take = Callable[[Pixels, int], None]
"""Eats a picture and how many frames it stands for."""


def render(
    film: Film,
    formats: Sequence[Format],
    folder: Path,
    name: str,
    frame: Frame,
    advance: Callable[[int], None],
    look: Look = PLAIN,
) -> dict[Path, tuple[Format, int]]:
    """Write a film's files.

    Parameters
    ----------
    film : Film
        What to write.
    formats : sequence of Format
        As what.
    folder : Path
        Where to.
    name : str
        What the figure is called.
    frame : Frame
        What stills show.
    advance : callable
        Is told, picture by picture, how many more frames are done.
    look : Look
        How the film was drawn, which the files' names say.

    Returns
    -------
    dict
        For each file, its format, and how many frames it shows.

    Raises
    ------
    WritingError
        If a file cannot be written.
    """
    written: dict[Path, tuple[Format, int]] = {}
    with ExitStack() as stack:
        takers: list[Take] = []
        for format_ in formats:
            for path in (folder / file for file in format_.files(name, look)):
                if isinstance(format_, FilmFormat):
                    takers.append(stack.enter_context(_taking(format_, path, film)))
                    written[path] = format_, len(film)
                elif isinstance(format_, StillFormat):
                    with writing(path.name, only=path):
                        format_.write(path, film, frame)
                    written[path] = format_, 1
        if takers:
            for pixels, times in film.pictures():
                for take in takers:
                    take(pixels, times)
                advance(times)
    return written


@contextmanager
def _taking(format_: FilmFormat, path: Path, film: Film) -> Iterator[Take]:
    """Open an encoder; its own failures are told from those of what it is fed by."""
    encoder: Encoder = format_.open(path, film)

    def take(pixels: Pixels, times: int) -> None:
        with writing(path.name):
            encoder.add(pixels, times)

    with ExitStack() as stack:
        with writing(path.name):
            stack.enter_context(encoder)
        yield take
        with writing(path.name):
            stack.close()
