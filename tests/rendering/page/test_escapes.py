"""Whatever a text holds, it comes back whole from what reads it."""

from html import unescape
from typing import Any

import pytest
import yaml
from docutils.core import publish_doctree
from elements import one_line
from entries import NASTY
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from animations.rendering.page.escapes import (
    entities,
    go_string,
    in_folder,
    on_one_line,
    quoted,
    restructured,
)

# What means something somewhere, at the start or between other things.
PUNCTUATION = [*"""&<>"'[]*_`$\\~^|{}@%#!:=+-.()/,;?"""]
MARKS = [
    *("--", "---", "...", "::", "==", "++", "{{", "}}", "{%", "%}", "{{<", ">}}", "![", "]("),
    *("**", "__", "~~", "$$", "```", "<b>", "</b>", "<!--", "-->", "&amp;", "&#35;", "1.", "10)"),
    *("a.", "iv.", "(1)", "#.", ">>>", "www.", "http://", ":sub:", "\\(", "\\)", "\\\\", " ", "τ"),
]
COMMON = (
    "At t = 3 the product x(t − τ)·h(τ), a/b, is largest; y(t) falls to 2.89 (50 % of h), then -1, "
    "3: cross-correlation! Why? 2 × 2 = 4, x + y; k # 3."
)

PRINTABLE = st.characters(exclude_categories=("C", "Z"))
parts = st.lists(st.sampled_from(PUNCTUATION + MARKS) | PRINTABLE)
texts = parts.map("".join).map(one_line).filter(lambda text: text.strip("\\"))
repeatable = settings(derandomize=True, deadline=None)


def tried(test: Any) -> Any:
    """Try a test on any text that can be printed, and on these."""
    for text in (NASTY, NASTY[::-1], "10. x", "- x", "A. x", "% x", "x #", "(a)="):
        test = example(one_line(text))(test)
    return repeatable(given(texts)(test))


@tried
def test_html_and_markdown(text: str) -> None:
    written = entities(text)
    assert unescape(written) == text
    assert not set('<>"') & set(written)
    markdown = MarkdownIt("gfm-like", {"linkify": False})
    for post, page in {
        "{}": "<p>{}</p>\n",
        "*{}*": "<p><em>{}</em></p>\n",
        "## {}": "<h2>{}</h2>\n",
        "![{}](a.gif)": '<p><img src="a.gif" alt="{}" /></p>\n',
    }.items():
        assert unescape(markdown.render(post.format(written))) == page.format(text)


@tried
def test_restructured_text(text: str) -> None:
    post = f".. figure:: a.gif\n   :alt: {on_one_line(text)}\n\n   {restructured(text)}\n\nAfter.\n"
    strict = {"smart_quotes": True, "halt_level": 2, "report_level": 5}
    figure, after = publish_doctree(post, settings_overrides=strict).children
    image, caption = figure.children
    assert image["alt"] == text
    assert caption.astext() == text
    assert after.astext() == "After."


@tried
def test_yaml(text: str) -> None:
    assert yaml.safe_load(f"alt: {quoted(text)}\nwidth: 960\n") == {"alt": text, "width": 960}


@pytest.mark.parametrize("escape", [entities, restructured, on_one_line])
def test_what_cannot_hurt_stays_readable(escape: Any) -> None:
    assert escape(COMMON) == COMMON


@pytest.mark.parametrize("escape", [entities, restructured, on_one_line, quoted, go_string])
def test_texts_come_on_one_line_and_keep_their_spaces(escape: Any) -> None:
    kept = "5\N{NO-BREAK SPACE}ms of\N{NARROW NO-BREAK SPACE}sound"
    assert escape(f" \n{kept}\r\n\n\tand\v\x85\N{LINE SEPARATOR}more\n") == escape(
        f"{kept} and more"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('a "b" \\tau {{< >}}', '`a "b" \\tau {{< >}}`'),
        ('`a` "b"', '"`a` \\"b\\""'),
        ("`a` \\", "`'a' \\`"),
        ("", "``"),
    ],
)
def test_strings_of_hugo_hold_what_they_can(text: str, written: str) -> None:
    assert go_string(text) == written


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("/img/a%20b%C3%BC.gif", "/img/a\\ bü.gif"),
        ("img/100%25.gif", "img/100%.gif"),
        ("https://a.org/b%20c.gif", "https://a.org/b%20c.gif"),
    ],
)
def test_sphinx_finds_the_file(address: str, written: str) -> None:
    assert in_folder(address) == written
