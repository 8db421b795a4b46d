"""Snippets: what is pasted into a post, in one document, and the player that they need."""

from collections.abc import Sequence

from .format import CollectionFormat, Entry


def _contents(entries: Sequence[Entry]) -> dict[str, bytes]:
    from animations.rendering.page.embedding import Embedding
    from animations.rendering.page.snippets import snippets
    from animations.rendering.page.templates import PLAYER, rendered

    figures = [(it, snippets(it)) for it in map(Embedding, entries)]
    text = rendered("snippets.md.jinja", figures=figures, base=entries[0].base)
    return {"snippets.md": text.encode(errors="backslashreplace"), PLAYER.name: PLAYER.read_bytes()}


FORMAT = CollectionFormat("snippets", ".md", is_default=False, contents=_contents)
