"""Texts written so that they come through whole, wherever they are pasted."""

import re

from markupsafe import Markup

# What Markdown, Liquid, shortcodes, TeX, citations and clever quotes are made of, as the parsers of
# GitHub, Jekyll, Hugo, Pandoc and MyST have them. All of them decode entities, and few backslashes.
_SPECIAL = re.compile(
    r"""[&<>"'\[\]*_`$\\~^|{}@]"""
    r"|(?<=-)-|(?<=\.)\.|(?<==)=|(?<=\+)\+"  # -- … == ++
    r"|(?<=www)\.|:(?=\w+:)|:(?=//)|\#(?=\w)"  # www. :smile: http:// #1
    r"|^[-+#=:!>]|(?<=^\d)[.)]"  # what begins a list or a heading
)
_ROLES = re.compile(r"""[\\*`|_"']|(?<=-)-|(?<=\.)\.""")


def entities(text: str) -> Markup:
    """Write a text for HTML and Markdown alike, also for HTML within Markdown, on one line."""
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", _line(text)))


def on_one_line(text: str) -> Markup:
    """Write a text as it is, but on one line, where a format has no escapes."""
    return Markup(_line(text))


def restructured(text: str) -> Markup:
    """Write a text for reStructuredText: a backslash takes the meaning from what follows it."""
    return Markup(_ROLES.sub(r"\\\g<0>", _line(text)))


def quoted(text: str) -> Markup:
    """Write a text as YAML reads it: between apostrophes, of which it doubles its own."""
    return Markup("'" + _line(text).replace("'", "''") + "'")


def go_string(text: str) -> Markup:
    """Write a text as a shortcode of Hugo reads it: a raw string, unless it has a backtick."""
    line = _line(text)
    if "`" not in line:
        return Markup(f"`{line}`")
    return Markup('"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"')


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
    return " ".join(str(text).split())


ALL = (entities, on_one_line, restructured, quoted, go_string, number, kilobytes, slug)
"""What templates can write values with."""
