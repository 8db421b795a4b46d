"""One figure, from its script to finished files in a room."""

import os
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import chain, product
from pathlib import Path

from animations.rendering.animation import Animation
from animations.rendering.command_line.interruption import leave_if_forked, stop_if_interrupted
from animations.rendering.command_line.options import Options, UsageError
from animations.rendering.command_line.outcome import File, Rendered
from animations.rendering.command_line.sources import digest_of, is_ours, loaded
from animations.rendering.formats import FORMATS, Format
from animations.rendering.theme import PLAIN
from animations.rendering.timeline import Timeline
from animations.rendering.writing import writing


@dataclass(frozen=True)
class Figure:
    """A figure that is asked for."""

    name: str  # what its files are called
    script: Path | None  # where it is written down; None if it was typed in
    build: Callable[[], Animation]  # passes on what goes wrong in a script
    given: tuple[tuple[str, str], ...] = ()  # what it is given on the command line, as written
    inputs: tuple[Path, ...] = ()  # the files that this was read from


def render_figure(
    figure: Figure, options: Options, room: Path, advance: Callable[[int, int], None]
) -> Rendered:
    """Write a figure's files into a folder of its name in the room.

    `advance` is told how many frames are done, and of how many.

    Raises
    ------
    UsageError
        If the figure does not come as it is asked for.
    WritingError
        If a file cannot be written.
    """
    start = time.perf_counter()
    process = os.getpid()
    with refusing(figure):
        animation = figure.build()
    leave_if_forked(process)
    formats = check(figure.name, animation, options)
    # Where nothing is rendered, nothing that draws is loaded.
    from animations.rendering.cues import Cues
    from animations.rendering.film import Film
    from animations.rendering.render import render

    folder = folder_in(room, figure)
    with writing(options.output):
        folder.mkdir()
    name = figure.name if options.at is None else f"{figure.name}-at-{_plain(options.at)}"
    pairs = product(formats, options.looks)
    wanted = {file for kind, look in pairs for file in kind.files(name, look)}
    files: dict[str, File] = {}
    left_out: dict[str, str] = {}
    done = 0
    for look in options.looks:
        todo = {kind: {*kind.files(name, look)} for kind in formats}
        todo = {kind: new for kind, names in todo.items() if (new := names - {*files, *left_out})}
        why: list[str] = []
        with refusing(figure), _without_room(why, look.layout != PLAIN.layout):
            film = Film.of(animation, look, options.scale, options.fps)
        if why:
            left_out |= dict.fromkeys(chain(*todo.values()), f"{look.layout}: {why[0]}")
            continue
        for kind in [*todo]:
            why = []
            with _without_room(why):
                kind.check(film)
            if why:
                left_out |= dict.fromkeys(todo.pop(kind), f"{kind.name}: {why[0]}")
        frame = film.poster if options.at is None else film.timeline.at(options.at)
        total = len(film) * len(options.looks)

        def count(frames: int, total: int = total) -> None:
            nonlocal done
            stop_if_interrupted()
            done += frames
            advance(done, total)

        drawn = render(film, [*todo], folder, name, frame, count, look)
        for path, (kind, frames) in drawn.items():
            size, digest = path.stat().st_size, digest_of(path)
            pixels = kind.size(film)
            files[path.name] = File(kind.name, look.theme, frames, size, pixels, digest)
    stop_if_interrupted()
    if left_out and not files:
        raise UsageError(f"{figure.name}: {'; '.join(sorted({*left_out.values()}))}")
    if {*files, *left_out} != wanted:
        raise RuntimeError("not all of its files came out: has it replaced what writes them?")
    return Rendered(
        files=files,
        seconds=time.perf_counter() - start,
        formats=tuple(name for name, kind in FORMATS.items() if kind.suits(animation)),
        about={text: getattr(animation, text) for text in ("title", "caption", "alt")},
        left_out=left_out,
        cues=None if animation.is_still else asdict(Cues.of(animation, options.fps)),
        sources=loaded(figure.script, options.output, figure.inputs) if figure.script else {},
    )


@contextmanager
def refusing(figure: Figure) -> Iterator[None]:
    """Turn what a figure says of the signals that it was given into a `UsageError`."""
    try:
        yield
    except (ValueError, TypeError) as error:
        if not figure.given or not _is_raised_here(error):
            raise
        raise UsageError(" ".join(str(error).split())) from None


@contextmanager
def _without_room(why: list[str], may_be: bool = True) -> Iterator[None]:
    """Note why there is no room for a figure where it may be that there is none."""
    try:
        yield
    except ValueError as error:
        if not may_be or not _is_raised_here(error):
            raise
        why.append(" ".join(str(error).split()))


def _is_raised_here(error: BaseException) -> bool:
    """Whether a statement of ours raised it, and so says what is allowed; else it is a bug."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (last.line or "").startswith("raise ") and is_ours(Path(last.filename))


def folder_in(room: Path, figure: Figure) -> Path:
    """Return where a figure's files are written; no file in the room is called so."""
    return room / f"{figure.name}.d"


def check(name: str, animation: Animation, options: Options) -> list[Format]:
    """Return the formats that a figure is to be rendered as.

    Raises
    ------
    UsageError
        If it comes in none of those that are asked for, or does not show the shift.
    """
    formats = [kind for kind in options.wanted if kind.suits(animation)]
    if options.at is None and not formats and options.wanted != options.collections:
        kind = "a still" if animation.is_still else "a film"
        names = ", ".join(name for name, each in FORMATS.items() if each.suits(animation))
        raise UsageError(f"{name} is {kind}: the formats it comes in are {names}")
    if options.at is None:
        return formats
    if animation.is_still:
        raise UsageError(f"--at needs a figure that moves, and {name} is a still")
    timeline = Timeline(animation.timeline, options.fps)
    if not timeline.shows(options.at):
        first, last = timeline.shifts
        numbers = "whole shifts" if timeline.is_discrete else "shifts"
        raise UsageError(f"--at: {name} shows {numbers} from {first:g} to {last:g}")
    return options.stills


def _plain(number: float) -> str:
    return repr(number).removesuffix(".0")
