"""One figure to its files: each frame is drawn once and handed to every encoder."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from animations.rendering.animation import Animation
from animations.rendering.command_line.interruption import stop_if_interrupted
from animations.rendering.command_line.options import (
    FILM_FORMATS,
    STILL_FORMATS,
    Options,
    UsageError,
    file_name,
)
from animations.rendering.command_line.outcome import File, Rendered
from animations.rendering.command_line.publication import publish, writing
from animations.rendering.encoders import (
    Encoder,
    GifEncoder,
    Mp4Encoder,
    Palette,
    WebpEncoder,
    write_png,
)
from animations.rendering.film import Film, Pixels
from animations.rendering.timeline import Timeline

_SAMPLES = 16  # frames that a palette is chosen from

Advance = Callable[[int, int], None]
"""Is told how many frames are done, and of how many."""


def check(name: str, animation: Animation, options: Options) -> None:
    """Refuse what the figure cannot be rendered as.

    Raises
    ------
    UsageError
        If it comes in none of the formats, or does not show the shift that was asked for.
    """
    if not options.show and not _formats(animation, options):
        allowed = _possible(animation)
        kind = "a still" if animation.is_still else "a film"
        raise UsageError(f"{name} is {kind}: the formats it comes in are {', '.join(allowed)}")
    if options.at is None:
        return
    if animation.is_still:
        raise UsageError(f"--at needs a figure that moves, and {name} is a still")
    timeline = Timeline(animation.timeline, options.fps)
    first, last = timeline.shifts
    whole = is_discrete(timeline)
    if not first <= options.at <= last or (whole and options.at != int(options.at)):
        numbers = "whole shifts" if whole else "shifts"
        raise UsageError(f"--at: {name} shows {numbers} from {first:g} to {last:g}")


def is_discrete(timeline: Timeline) -> bool:
    """Whether the sweep visits whole shifts only."""
    return all(frame.t == int(frame.t) for frame in timeline if frame.sweeping)


def render(
    name: str, animation: Animation, options: Options, workspace: Path, advance: Advance
) -> Rendered:
    """Write a figure's files; all of them appear in the output folder together, at the end.

    Parameters
    ----------
    name : str
        What the files are called.
    animation : Animation
        The figure, which `check` has passed.
    options : Options
        What to write, and where.
    workspace : Path
        An empty folder to work in. The caller removes it.
    advance : callable
        Is told how many frames are done, and of how many.

    Raises
    ------
    WritingError
        If a file cannot be written.
    """
    start = time.perf_counter()
    formats = _formats(animation, options)
    total = len(Timeline(animation.timeline, options.fps)) * len(options.themes)
    written: dict[Path, int] = {}
    for theme in options.themes:
        film = Film(animation, theme=theme, scale=options.scale, fps=options.fps)
        stem = name if options.at is None else f"{name}-at-{_plain(options.at)}"
        paths = {kind: workspace / file_name(stem, theme, kind) for kind in formats}
        before = options.themes.index(theme) * len(film)
        _encode(film, paths, lambda number: advance(number, total), before)
        if "png" in paths:
            frame = film.poster if options.at is None else film.timeline.at(options.at)
            pixels = film.pixels(frame)
            with writing(paths["png"].name):
                write_png(paths["png"], pixels)
        if "svg" in paths:
            _draw_svg(film, paths["svg"])
        for kind, file in paths.items():
            written[file] = 1 if kind in STILL_FORMATS else len(film)
    sizes = {file: file.stat().st_size for file in written}
    stop_if_interrupted()
    publish(list(written), options.output)
    files = tuple(File(file.name, sizes[file], frames) for file, frames in written.items())
    return Rendered(files, time.perf_counter() - start, _possible(animation))


def _formats(animation: Animation, options: Options) -> tuple[str, ...]:
    if options.at is not None:
        return ("png",)
    return tuple(filter(options.wants, _possible(animation)))


def _possible(animation: Animation) -> tuple[str, ...]:
    return STILL_FORMATS if animation.is_still else FILM_FORMATS


def _plain(number: float) -> str:
    return repr(number).removesuffix(".0")


def _encode(
    film: Film, paths: dict[str, Path], advance: Callable[[int], None], before: int
) -> None:
    """Write the films among the files; so many frames were done before."""
    size, fps = film.size, film.timeline.fps
    with ExitStack() as stack:
        takers: list[Callable[[Pixels, int], None]] = []
        # ffmpeg starts while the palette is chosen.
        if "mp4" in paths:
            takers.append(stack.enter_context(_open(Mp4Encoder(paths["mp4"], size, fps=fps))))
        if "webp" in paths:
            takers.append(stack.enter_context(_open(WebpEncoder(paths["webp"], size, fps=fps))))
        if "gif" in paths:
            gif = GifEncoder(paths["gif"], size, fps=fps, palette=_palette(film))
            takers.append(stack.enter_context(_open(gif)))
        if not takers:
            return
        done = before
        for pixels, times in film.pictures():
            stop_if_interrupted()
            for take in takers:
                take(pixels, times)
            done += times
            advance(done)


@contextmanager
def _open(encoder: Encoder) -> Iterator[Callable[[Pixels, int], None]]:
    """Open an encoder; its own failures are told from those of what it is fed by."""
    file = encoder.path.name

    def take(pixels: Pixels, times: int) -> None:
        with writing(file):
            encoder.add(pixels, times)

    with ExitStack() as stack:
        with writing(file):
            stack.enter_context(encoder)
        yield take
        with writing(file):
            stack.close()


def _palette(film: Film) -> Palette:
    """Choose a GIF's colours from frames spread over the whole film."""
    count = min(_SAMPLES, len(film))
    sampled = np.linspace(0, len(film) - 1, count).round().astype(int)
    pictures = film.pictures(film.timeline[i] for i in sampled)
    exact = np.array(film.theme.palette, dtype=np.uint8)
    return Palette.from_frames((pixels for pixels, _ in pictures), exact=exact)


def _draw_svg(film: Film, path: Path) -> None:
    """Draw the poster as a vector graphic.

    Type becomes outlines, so that it looks the same where the fonts are missing; a fixed salt
    and no date, so that the same figure always gives the same bytes.
    """
    import matplotlib as mpl

    film.update(film.poster)
    # All settings but the backend, which would load pyplot.
    defaults = mpl.rcParamsDefault
    settings: Any = {key: defaults[key] for key in defaults if key != "backend"}
    settings |= {"svg.hashsalt": "convolution", "svg.fonttype": "path"}
    with mpl.rc_context(settings), writing(path.name):
        film.figure.savefig(path, format="svg", metadata={"Date": None})
