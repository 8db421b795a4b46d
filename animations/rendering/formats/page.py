"""Page: the gallery of all figures, as visitors see it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from .format import CollectionFormat, Entry

MARK, HEAD = b'<meta name="generator" content="convolution-figures">', 1000
"""What stands among the first bytes of a page of ours."""


def _contents(entries: Sequence[Entry]) -> Mapping[str, bytes]:
    from animations.rendering.page.gallery import gallery

    return gallery(entries)


def _is_foreign(folder: Path) -> bool:
    """Whether there is a page that somebody else has made."""
    page = folder / "index.html"
    return page.is_file() and MARK not in page.read_bytes()[:HEAD]


FORMAT = CollectionFormat(
    "page", ".html", is_default=True, contents=_contents, is_whole=True, is_foreign=_is_foreign
)
