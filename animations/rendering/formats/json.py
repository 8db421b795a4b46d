"""JSON: one list of all figures with texts, files and snippets, for whatever builds a page."""

import json
from collections.abc import Sequence

from .format import CollectionFormat, Entry


def _contents(entries: Sequence[Entry]) -> dict[str, bytes]:
    from animations.rendering.page.embedding import Embedding
    from animations.rendering.page.snippets import snippets

    figures = [
        {
            **{"name": entry.name, "title": entry.title},
            **{"caption": entry.caption, "alt": entry.alt},
            **{"files": entry.files, "size": entry.size},
            "snippets": {each.form.name: each.text for each in snippets(Embedding(entry))},
        }
        for entry in entries
    ]
    text = json.dumps(figures, indent=2, ensure_ascii=False) + "\n"
    return {"figures.json": text.encode(errors="backslashreplace")}


FORMAT = CollectionFormat("json", ".json", is_default=False, contents=_contents)
