"""Figures as pages refer to them, made by hand: their files are small fakes."""

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from animations.rendering.formats import Entry, File
from animations.rendering.theme import LOOKS, PLAIN, Look

NASTY = r"""Say "x < y" & 'z' [z](u) ![i](u) (1_2_3) *a* **b** _c_ $\tau^2$ $$t$$ {{ t }}
{{< v "a" >}} {{% s %}} {% raw %} {%- x -%} {#c} %} }} >}} @fig ~s~ ~~s~~ ^u^ ==m== ++i++ `c` ```
<b>b</b> &amp; &lt; :smile: :sub:`x` |s| x_ http://a.b/c_d www.a.org me@a.org #1 10% -- --- ...
<!-- c --> C:\\new \(x\) \[x\] --> ]]> a:: τ−1 x² größer — end\
"""
CUES = {
    "fps": 25, "name": "t", "digits": 1, "shifts": [(0, -2.0), (50, 3.25), (90, 15.0)],
    "moments": [50, 90], "poster": 50,
}  # fmt: skip


def of_film(
    name: str, formats: str = "gif webp mp4 png storyboard", *looks: Look, **texts: str
) -> Entry:
    """Return a film with files of some formats, in all looks unless some are given."""
    kinds = product(formats.split(), looks or LOOKS)
    return _entry(name, [_file(name, kind, look) for kind, look in kinds], **texts)


def of_still(name: str, **texts: str) -> Entry:
    """Return a still with both files in all looks."""
    return _entry(name, [_file(name, *each) for each in product(["png", "svg"], LOOKS)], **texts)


def _file(name: str, kind: str, look: Look) -> tuple[str, File]:
    suffix = {"storyboard": "-storyboard.png"}.get(kind, f".{kind}")
    pixels = (1920, 600) if kind == "storyboard" else look.size
    size = {"webp": 700, "gif": 900, "mp4": 300}.get(kind, 100)
    moving = {"mp4": CUES, "gif": {**CUES, "fps": 10}}
    return name + look.twin + suffix, File(
        kind, look.theme, look.layout, pixels, size, moving.get(kind)
    )


def _entry(name: str, files: list[tuple[str, File]], **texts: str) -> Entry:
    details = {name: file for name, file in files if _is_made(file)}
    about: dict[str, Any] = {
        **{"title": f"The {name}", "caption": f"This is {name}.", "alt": f"How {name} goes."},
        **texts,
    }
    return Entry(name, files=tuple(details), size=PLAIN.size, details=details, **about)


def _is_made(file: File) -> bool:
    return file.format != "storyboard" or file.layout == PLAIN.layout


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
