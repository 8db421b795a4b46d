"""Figures as pages refer to them: made by hand, of files that are none, or rendered."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from itertools import product
from pathlib import Path
from typing import Any

from figures import storyboard

from animations.rendering import Film
from animations.rendering.cues import Cues
from animations.rendering.formats import FORMATS, Entry, File
from animations.rendering.render import render
from animations.rendering.theme import LOOKS, PLAIN, Look

NASTY = r"""Say "x < y" & 'z' [z](u) ![i](u) (1_2_3) *a* **b** _c_ $\tau^2$ $$t$$ {{ t }}
{{< v "a" >}} {{% s %}} {% raw %} {%- x -%} {#c} %} }} >}} @fig ~s~ ~~s~~ ^u^ ==m== ++i++ `c` ```
<b>b</b> &amp; &lt; :smile: :sub:`x` |s| x_ http://a.b/c_d www.a.org me@a.org #1 10% -- --- ...
<!-- c --> C:\\new \(x\) \[x\] --> ]]> a:: τ−1 x² größer — end\
"""
CUES = {
    "fps": 25, "name": "t", "digits": 1, "shifts": [(0, -2.0), (50, 3.25), (90, 15.0)],
    "moments": [50, 90], "poster": 3.25,
}  # fmt: skip
SIZES = {"webp": 700, "gif": 900, "mp4": 300}


def of_film(
    name: str,
    formats: str = "gif webp mp4 png storyboard",
    *looks: Look,
    cues: Mapping[str, Any] | None = CUES,
    **texts: str,
) -> Entry:
    """Return a film with files of some formats, in all looks unless some are given."""
    details: dict[str, File] = {}
    for kind, look in product(formats.split(), looks or LOOKS):
        told = {"mp4": cues, "gif": cues and {**cues, "fps": 10}}.get(kind)
        pixels = (1920, 600) if kind == "storyboard" else look.size
        file = File(kind, look.theme, look.layout, pixels, SIZES.get(kind, 100), told)
        for each in FORMATS[kind].files(name, look):
            details.setdefault(each, file)
    about: dict[str, Any] = {
        **{"title": f"The {name}", "caption": f"This is {name}.", "alt": f"How {name} goes."},
        **texts,
    }
    return Entry(name, files=tuple(details), size=PLAIN.size, details=details, **about)


def of_still(name: str, **texts: str) -> Entry:
    """Return a still with both files in all looks."""
    return of_film(name, "png svg", **texts)


def rendered(
    folder: Path, name: str, formats: str, *looks: Look, fps: int = 10, scale: float = 1.0
) -> Entry:
    """Render a figure of the collection into a folder, and return it with what it really says."""
    figure = storyboard(name)
    kinds = [FORMATS[kind] for kind in formats.split()]
    sizes = {}
    for look in looks:
        film = Film(figure, look.theme, *look.size, scale, fps)
        render(film, kinds, folder, name, film.poster, lambda _: None, look)
        sizes[look.theme, look.layout] = film.size
    cues = None if figure.is_still else asdict(Cues.of(figure, fps))
    texts = {"title": figure.title, "caption": figure.caption, "alt": figure.alt}
    entry = of_film(name, formats, *looks, cues=cues, **texts)
    details = {
        file: replace(
            each, pixels=sizes[each.theme, each.layout], size=(folder / file).stat().st_size
        )
        for file, each in entry.details.items()
    }
    return replace(entry, details=details)


def resized(entry: Entry, **sizes: int) -> Entry:
    """Return a figure with other sizes in bytes, by formats."""
    files = {
        name: replace(file, size=sizes.get(file.format, file.size))
        for name, file in entry.details.items()
    }
    return replace(entry, details=files)


def write_files(entry: Entry, folder: Path) -> None:
    """Write something for each of a figure's files, of which generators look at names only."""
    for name in entry.files:
        (folder / name).write_bytes(b"GIF89a")
