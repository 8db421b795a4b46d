"""Page: the gallery of all figures, as visitors see it."""

from collections.abc import Mapping, Sequence

from .format import CollectionFormat, Entry


def _contents(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    from animations.rendering.page.gallery import gallery

    return gallery(entries)


FORMAT = CollectionFormat("page", ".html", is_default=True, contents=_contents, is_whole=True)
