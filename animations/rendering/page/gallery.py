"""The page on which all figures of a folder are seen, in the collection's order and chapters."""

from collections.abc import Sequence
from dataclasses import replace

from animations import CHAPTERS
from animations.rendering.formats import Entry
from animations.rendering.page.embedding import Embedding
from animations.rendering.page.escapes import slug
from animations.rendering.page.snippets import FORMS, Snippet, snippets
from animations.rendering.page.templates import FOLDER, PLAYER, rendered
from animations.rendering.theme import DARK, LIGHT

CREDIT = "Figures: Convolution figures, MIT License"

_OTHERS = "More"
_FORMS = [form for form in FORMS if form.name in ("markdown", "picture", "figure")]

Exhibit = tuple[Embedding, list[Snippet]]


def gallery(entries: Sequence[Entry]) -> dict[str, bytes]:
    """Return the files of the gallery, which lie beside those of the figures."""
    every = [Embedding(replace(entry, base="")) for entry in entries]
    there = {it.name: it for it in every if it.video or it.image}
    ids: dict[str, str] = {}
    for name in there:
        wish = slug(name) or "figure"
        ids[name] = wish if wish not in ids.values() else f"{wish}-{len(ids)}"
    texts = {
        "index.html": rendered(
            "index.html.jinja",
            chapters=_chapters(there),
            credit=CREDIT,
            ids=ids,
            dark=any(file.theme == "dark" for it in every for file in it.entry.details.values()),
        ),
        "gallery.css": rendered("gallery.css.jinja", light=LIGHT, dark=DARK),
        **{it.script_name: it.script for it in there.values() if it.script},
    }
    files = {name: text.encode(errors="backslashreplace") for name, text in texts.items()}
    ready = [PLAYER, FOLDER / "gallery.js", FOLDER / "gallery-icon.svg"]
    return files | {path.name: path.read_bytes() for path in ready}


def _chapters(there: dict[str, Embedding]) -> list[tuple[str, list[Exhibit]]]:
    ours = {name for names in CHAPTERS.values() for name in names}
    others = {_OTHERS: tuple(name for name in there if name not in ours)}
    chapters = [
        (chapter, [(there[name], snippets(there[name], _FORMS)) for name in names if name in there])
        for chapter, names in {**CHAPTERS, **others}.items()
    ]
    return [(chapter, exhibits) for chapter, exhibits in chapters if exhibits]
