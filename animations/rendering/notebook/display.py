"""What a notebook shows of an animation: a video with its texts, a still where none can be."""

import tempfile
from base64 import b64encode
from collections.abc import Container
from html import escape
from pathlib import Path
from typing import Any

from animations.rendering.animation import Animation
from animations.rendering.film import Film
from animations.rendering.formats import FORMATS
from animations.rendering.notebook.session import in_notebook, in_session
from animations.rendering.render import render

HTML, PNG, TEXT = "text/html", "image/png", "text/plain"

_PLAYS = "autoplay controls loop muted playsinline"


def mimebundle(
    animation: Animation, include: Container[str] | None, exclude: Container[str] | None
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return an animation's looks by their media types, and what a page needs to know of them.

    Nothing is rendered that is not asked for, nor anything in a terminal.
    """

    def wanted(kind: str) -> bool:
        return (not include or kind in include) and not (exclude and kind in exclude)

    looks: dict[str, Any] = {TEXT: animation.title} if wanted(TEXT) else {}
    if (in_session() and not in_notebook()) or not (wanted(HTML) or wanted(PNG)):
        return looks, {}
    film = Film(animation)
    width, height = film.size
    moving = "svg" if animation.is_still else "mp4"
    files = _files(film, *([moving] if wanted(HTML) else []), "png")
    if wanted(HTML):
        element = _image if animation.is_still else _video
        looks[HTML] = element(animation, width, height, files[moving], files["png"])
    if wanted(PNG):
        looks[PNG] = files["png"]
    alt = animation.alt or animation.title
    return looks, {PNG: {"alt": alt, "width": width, "height": height}} if wanted(PNG) else {}


def _files(film: Film, *names: str) -> dict[str, str]:
    """Return a film's files in some formats, in Base64."""
    formats = [FORMATS[name] for name in names]
    with tempfile.TemporaryDirectory() as folder:
        written = render(film, formats, Path(folder), "figure", film.poster, lambda frames: None)
        return {
            kind.name: b64encode(path.read_bytes()).decode() for path, (kind, _) in written.items()
        }


def _video(animation: Animation, width: int, height: int, mp4: str, poster: str) -> str:
    alt = escape(animation.alt or animation.title)
    return (
        f'<video {_PLAYS} width="{width}" height="{height}" style="max-width: 100%; height: auto" '
        f'aria-label="{alt}" title="{escape(animation.title)}" '
        f'poster="data:image/png;base64,{poster}">'
        f'<source type="video/mp4" src="data:video/mp4;base64,{mp4}">{alt}</video>'
    )


def _image(animation: Animation, width: int, height: int, svg: str, _: str) -> str:
    alt = escape(animation.alt or animation.title)
    return (
        f'<img width="{width}" height="{height}" style="max-width: 100%; height: auto" '
        f'alt="{alt}" title="{escape(animation.title)}" src="data:image/svg+xml;base64,{svg}">'
    )
