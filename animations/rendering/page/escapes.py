"""Texts written so that they come through whole, wherever they are pasted."""

import re
from urllib.parse import unquote

from markupsafe import Markup

# What Markdown, Liquid, shortcodes, TeX, citations and clever quotes are made of, as the parsers of
# GitHub, Jekyll, Hugo, Pandoc and MyST have them. All of them decode entities, and few backslashes.
_SPECIAL = re.compile(
    r"""[&<>"'\[\]*_`$\\~^|{}@]"""
    r"|(?<=-)-|(?<=\.)\.|(?<==)=|(?<=\+)\+"  # -- … == ++
    r"|(?<=www)\.|:(?=\w+:)|:(?=//)|\#(?=\w)"  # www. :smile: http:// #1
    r"|^[-+#=:!>%(]|^\d(?=\d*[.)])|\#$"  # what begins a list or a comment, or ends a heading
)
_RESTRUCTURED = re.compile(
    r"""[\\*`|_"']|(?<=[\\-])-|(?<=[\\.])\.|(?<=:):"""
    r"|^\W|^[a-z0-9](?=[ivxlcdm0-9]*[.)](?:\s|$))",  # what begins anything, or a numbered list
    re.IGNORECASE,
)
_GAPS = re.compile(r"[\t-\r\x1c-\x20\x85\u2028\u2029]+")  # not a space that keeps words together


def entities(text: str) -> Markup:
    """Write a text for HTML and Markdown alike, also for HTML within Markdown, on one line."""
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", _line(text)))


def on_one_line(text: str) -> Markup:
    """Write a text as it is, but on one line, where a format has no escapes."""
    return Markup(_line(text))


def restructured(text: str) -> Markup:
    """Write a text for reStructuredText: a backslash takes the meaning from what follows it."""
    return Markup(_RESTRUCTURED.sub(r"\\\g<0>", _line(text)))


def quoted(text: str) -> Markup:
    """Write a text as YAML reads it: between apostrophes, of which it doubles its own."""
    return Markup("'" + _line(text).replace("'", "''") + "'")


def go_string(text: str) -> Markup:
    """Write a text as a shortcode of Hugo reads it.

    A raw string cannot hold a backtick, nor a quoted one a backslash: of a text with both, the
    backticks become apostrophes.
    """
    line = _line(text)
    if "`" in line and "\\" not in line:
        return Markup('"' + line.replace('"', '\\"') + '"')
    return Markup("`" + line.replace("`", "'") + "`")


def in_folder(address: str) -> Markup:
    """Write an address for Sphinx, which looks for the file itself unless it is on another site."""
    if "//" in address:
        return Markup(address)
    return Markup(re.sub(r"[\s\\]", r"\\\g<0>", unquote(address)))


def number(value: float) -> Markup:
    """Write a number as short as it is."""
    return Markup(f"{value:.12g}")


def kilobytes(size: int) -> str:
    """Write a size in bytes as people read it."""
    return f"{-(-size // 1000)} kB"


def slug(text: str) -> str:
    """Return a text as what an address refers to within a page."""
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _line(text: str) -> str:
    return _GAPS.sub(" ", str(text)).strip()


ALL = (entities, on_one_line, restructured, quoted, go_string, in_folder, number, kilobytes, slug)
"""What templates can write values with."""
