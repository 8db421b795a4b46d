"""Elements of pages, as a browser reads them."""

from typing import Any

import html5lib

Tree = tuple[str, dict[str, str], str, list[Any]]
"""What can be compared of an element: its tag, attributes, text and children."""


def read(page: str) -> Any:
    """Read a page by the rules of HTML."""
    return html5lib.parse(page, namespaceHTMLElements=False)


def tree(element: Any) -> Tree:
    """Return an element and all within."""
    return element.tag, dict(element.attrib), one_line(element.text), [*map(tree, element)]


def elements(page: str, tag: str) -> list[Any]:
    """Return the elements of a page that have a tag, in order."""
    return [*read(page).iter(tag)]


def text_of(element: Any) -> str:
    """Return the text in an element."""
    return "".join(element.itertext())


def one_line(text: str | None) -> str:
    """Return a text as it is shown, on one line."""
    return " ".join((text or "").split())
