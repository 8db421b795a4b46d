"""Snippets name files that are there, in the right order, with all that a page needs to know."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from elements import elements, one_line, text_of
from entries import NASTY, of_film, of_still, resized
from markdown_it import MarkdownIt

from animations.rendering.formats import FORMATS, CollectionFormat, Entry
from animations.rendering.page.embedding import Embedding
from animations.rendering.page.snippets import FORMS, snippets
from animations.rendering.theme import PLAIN

BASE = "https://example.org/f(1)/?a=it's&file="
TOLD = "https://example.org/f%281%29/?a=it's&file="  # a parenthesis may end a link of Markdown
ENTRIES = {
    "nasty": of_film("mein süßer Film", title=NASTY, caption=NASTY, alt=NASTY),
    "still": of_still("still"),
    "no-gif": of_film("no-gif", "mp4 png"),
    "plain": of_film("plain", "gif mp4 png", PLAIN),
    "animated": of_film("animated", "gif webp"),
    "video": of_film("video", "mp4"),
    "empty": of_film("empty", caption="", alt=""),
}
ENTRIES = {name: replace(entry, base=BASE) for name, entry in ENTRIES.items()}
CALM = "(prefers-reduced-motion: reduce)"
NARROW = "(max-width: 480px)"
DARK = "(prefers-color-scheme: dark)"
BOTH = f"{NARROW} and {DARK}"


@pytest.fixture(params=ENTRIES)
def entry(request: pytest.FixtureRequest) -> Entry:
    """A figure, one after the other."""
    return ENTRIES[request.param]


def texts(entry: Entry) -> dict[str, str]:
    """Return what embeds a figure, by forms."""
    return {each.form.name: each.text for each in snippets(Embedding(entry))}


def all_elements(entry: Entry, *tags: str) -> Iterator[Any]:
    """Yield the elements of both forms that are plain HTML."""
    for form in {"picture", "figure"} & {*texts(entry)}:
        for tag in tags:
            yield from elements(texts(entry)[form], tag)


def sources(entry: Entry, form: str) -> list[tuple[str, str]]:
    """Return the files that are tried in turn, each with the media that it is for."""
    page = texts(entry)[form]
    found = [
        (each.get("srcset") or each.get("src"), each.get("media", ""))
        for each in elements(page, "source")
    ]
    if form == "picture":
        found += [(each.get("src"), "") for each in elements(page, "img")]
    return [(address.removeprefix(TOLD), media) for address, media in found]


def test_every_address_is_that_of_a_file(entry: Entry) -> None:
    there = {*entry.files, "figure.js"}
    for form, text in texts(entry).items():
        named = re.findall(re.escape(TOLD) + r'([^"\s)}]+)', unescape(text))
        assert named
        assert there.issuperset(map(unquote, named)), form
    for element in all_elements(entry, "source", "img", "script", "video"):
        addresses = [element.get(name) for name in ("src", "srcset", "poster")]
        assert all(address.startswith(TOLD) for address in addresses if address)


@pytest.mark.parametrize(
    ("base", "sphinx", "mystmd"),
    [
        ("", "mein\\ süßer\\ Film.gif", "mein süßer Film.*"),
        ("/a%20(b)/", "/a\\ (b)/mein\\ süßer\\ Film.gif", "/a (b)/mein süßer Film.*"),
        ("//a.org/b%20c/", *("//a.org/b%20c/mein%20s%C3%BC%C3%9Fer%20Film.gif",) * 2),
    ],
)
def test_what_looks_for_the_files_itself_is_told_their_names(
    base: str, sphinx: str, mystmd: str
) -> None:
    forms = texts(replace(ENTRIES["nasty"], base=base))
    assert forms["sphinx"].startswith(f".. figure:: {sphinx}\n")
    assert forms["myst"].startswith(f":::{{figure}} {sphinx}\n")
    assert forms["mystmd"].startswith(f":::{{figure}} {mystmd}\n")


def test_a_figure_comes_in_each_form_that_there_are_files_for(entry: Entry) -> None:
    has_picture = entry.name != "video"
    assert [*texts(entry)] == [each.name for each in FORMS if has_picture or not each.is_image]


def test_who_prefers_little_motion_comes_first() -> None:
    film = replace(ENTRIES["animated"], name="film", details=of_film("film").details)
    assert sources(film, "picture") == [
        ("film-narrow-dark.png", f"{CALM} and {BOTH}"),
        ("film-narrow.png", f"{CALM} and {NARROW}"),
        ("film-dark-storyboard.png", f"{CALM} and {DARK}"),
        ("film-storyboard.png", CALM),
        ("film-narrow-dark.webp", BOTH),
        ("film-narrow-dark.gif", BOTH),
        ("film-narrow.webp", NARROW),
        ("film-narrow.gif", NARROW),
        ("film-dark.webp", DARK),
        ("film-dark.gif", DARK),
        ("film.webp", ""),
        ("film.gif", ""),
    ]
    assert sources(film, "figure") == [
        ("film-narrow-dark.mp4", BOTH),
        ("film-narrow.mp4", NARROW),
        ("film-dark.mp4", DARK),
        ("film.mp4", ""),
    ]


def test_webp_is_taken_where_it_is_smaller() -> None:
    film = resized(of_film("film"), webp=900)
    assert not any(name.endswith(".webp") for name, _ in sources(film, "picture"))


def test_a_film_without_twins() -> None:
    plain = ENTRIES["plain"]
    assert sources(plain, "picture") == [("plain.png", CALM), ("plain.gif", "")]
    assert sources(plain, "figure") == [("plain.mp4", "")]


@pytest.mark.parametrize(("name", "suffix"), [("still", ".svg"), ("no-gif", ".png")])
def test_what_stands_stands_for_everybody(name: str, suffix: str) -> None:
    assert sources(ENTRIES[name], "picture") == [
        (f"{name}-narrow-dark{suffix}", BOTH),
        (f"{name}-narrow{suffix}", NARROW),
        (f"{name}-dark{suffix}", DARK),
        (f"{name}{suffix}", ""),
    ]


def test_the_player_is_told_what_the_film_shows_when(entry: Entry) -> None:
    (figure,) = elements(texts(entry)["figure"], "figure")
    told = {name: value for name, value in figure.attrib.items() if name.startswith("data-")}
    scripts = [each.get("src") for each in all_elements(entry, "script")]
    if any(name.endswith(".mp4") for name in entry.files):
        assert told == {
            "data-fps": "25", "data-name": "t", "data-digits": "1", "data-poster": "3.25",
            "data-moments": "50 90", "data-t": "0 -2 50 3.25 90 15", "data-autoplay": "",
        }  # fmt: skip
        assert scripts == [f"{TOLD}figure.js"]
    else:
        assert not told
        assert not scripts


def test_nothing_is_loaded_before_it_is_seen(entry: Entry) -> None:
    for image in all_elements(entry, "img"):
        assert image.get("loading") == "lazy"
    for video in all_elements(entry, "video"):
        assert video.get("preload") == "none"
        assert "autoplay" not in video.attrib
        assert {"controls", "loop", "muted", "playsinline"} <= set(video.attrib)
        poster = video.get("poster", "").removeprefix(TOLD)
        assert unquote(poster) == f"{entry.name}.png" * (f"{entry.name}.png" in entry.files)


def test_everything_has_its_size_and_its_texts(entry: Entry) -> None:
    sizes = {name: file.pixels for name, file in entry.details.items()}
    for element in all_elements(entry, "img", "source", "video"):
        mark = "data-" if element.tag == "source" and element.get("src") else ""
        size = tuple(int(element.get(f"{mark}{name}")) for name in ("width", "height"))
        address = element.get("src") or element.get("srcset") or f"{TOLD}{entry.name}.mp4"
        assert size == sizes[unquote(address.removeprefix(TOLD))]
    for tag, attribute in (("img", "alt"), ("video", "aria-label")):
        for element in all_elements(entry, tag):
            assert element.get(attribute) == one_line(entry.alt)
    captions = [text_of(each) for each in all_elements(entry, "figcaption")]
    assert captions == [one_line(entry.caption)] * bool(entry.caption)


def test_html_can_stand_in_markdown(entry: Entry) -> None:
    for form in {"picture", "figure"} & {*texts(entry)}:
        lines = texts(entry)[form].splitlines()
        assert all(line.startswith("<") and line.endswith(">") for line in lines)


def written(form: str) -> str:
    """Return what a format writes of all figures."""
    kind = FORMATS[form]
    assert isinstance(kind, CollectionFormat)
    return kind.contents([*ENTRIES.values()])[
        {"json": "figures.json", "snippets": "snippets.md"}[form]
    ].decode()


def test_the_document_holds_the_snippets_as_they_are_pasted() -> None:
    markdown = MarkdownIt()
    tokens = markdown.parse(written("snippets"))
    fences = [(each.info, each.content) for each in tokens if each.type == "fence"]
    pasted = [each for entry in ENTRIES.values() for each in snippets(Embedding(entry))]
    assert fences == [(each.form.language, each.text) for each in pasted]
    page = markdown.render(written("snippets"))
    titles = [text_of(each) for each in elements(page, "h2")]
    assert titles[-len(ENTRIES) :] == [one_line(each.title) for each in ENTRIES.values()]


def test_the_list_holds_the_snippets_too() -> None:
    for figure, entry in zip(json.loads(written("json")), ENTRIES.values(), strict=True):
        assert figure.pop("snippets") == texts(entry)
        assert figure == {
            "name": entry.name, "title": entry.title, "caption": entry.caption, "alt": entry.alt,
            "files": [*entry.files], "size": [*entry.size],
        }  # fmt: skip
