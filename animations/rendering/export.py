"""One animation to one file, of the kind that its name says."""

import os
from contextlib import ExitStack
from pathlib import Path

from animations.rendering.animation import Animation
from animations.rendering.film import Film
from animations.rendering.formats import FORMATS, MOMENTS, FilmFormat, Format
from animations.rendering.progress import progress
from animations.rendering.render import render
from animations.rendering.room import remove_stale, room_in
from animations.rendering.theme import LAYOUTS, Look
from animations.rendering.timeline import Frame
from animations.rendering.writing import writing


def save(
    animation: Animation,
    path: str | os.PathLike[str],
    look: Look,
    scale: float,
    fps: int,
    at: float | None,
) -> Path:
    """Write an animation to a file, as `Animation.save` says."""
    path = Path(path)
    format_ = _format(animation, path)
    if at is not None and isinstance(format_, FilmFormat):
        raise ValueError(f"at is for stills, such as .png, and {path.name} holds the whole film")
    if not path.parent.is_dir():
        raise FileNotFoundError(f"cannot write {path}: there is no folder {str(path.parent)!r}")
    if not isinstance(look.layout, str) or look.layout not in LAYOUTS:
        raise ValueError(f"unknown layout {look.layout!r}: choose from {', '.join(LAYOUTS)}")
    film = Film.of(animation, look, scale, fps)
    frame = film.poster if at is None else _frame(film, at)
    total = len(film) if isinstance(format_, FilmFormat) else 0
    remove_stale(path.parent)
    with ExitStack() as stack:
        # Beside the file, so that to rename it there is one step, and whole or nothing.
        with writing(path):
            room = stack.enter_context(room_in(path.parent))
        advance = stack.enter_context(progress(path.name, total))
        (written,) = render(film, [format_], room, path.stem, frame, advance)
        with writing(path):
            written.replace(path)
    return path


def _format(animation: Animation, path: Path) -> Format:
    """Return the format that a file's suffix stands for."""
    known = {
        kind.suffix: kind
        for kind in FORMATS.values()
        if kind.name in MOMENTS or (isinstance(kind, FilmFormat) and not animation.is_still)
    }
    if path.suffix.lower() not in known:
        what = "a still" if animation.is_still else "an animation"
        raise ValueError(f"cannot save {path.name!r}: {what} is saved as {', '.join(known)}")
    return known[path.suffix.lower()]


def _frame(film: Film, at: float) -> Frame:
    if film.animation.is_still:
        raise ValueError("at needs a figure that moves, and this is a still")
    if not film.timeline.shows(at):
        first, last = film.timeline.shifts
        numbers = "a whole shift" if film.timeline.is_discrete else "a shift"
        raise ValueError(f"at must be {numbers} from {first:g} to {last:g}, got {at!r}")
    return film.timeline.at(at)
