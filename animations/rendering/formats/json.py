"""JSON: one list of all figures with their texts and files, for whatever builds a page."""

import json
from collections.abc import Sequence

from .format import CollectionFormat, Entry


def _contents(entries: Sequence[Entry]) -> dict[str, bytes]:
    figures = [
        {
            **{"name": entry.name, "title": entry.title},
            **{"caption": entry.caption, "alt": entry.alt},
            **{"files": entry.files, "size": entry.size},
        }
        for entry in entries
    ]
    text = json.dumps(figures, indent=2, ensure_ascii=False) + "\n"
    return {"figures.json": text.encode(errors="backslashreplace")}


FORMAT = CollectionFormat("json", ".json", is_default=False, contents=_contents)
