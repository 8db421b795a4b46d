"""The gallery refers to what is there, in the collection's order, and weighs what it says."""

from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from elements import read, text_of
from entries import of_film
from figures import FIGURES

from animations import CHAPTERS
from animations.rendering.formats import Entry
from animations.rendering.page.gallery import CREDIT, gallery
from animations.rendering.theme import PLAIN, Look

FILM = "gif mp4 png storyboard webp"
SAID = 'x < y & "z" <b>τ − 1</b> {{ x }}'


def entry(name: str, formats: str = FILM, *looks: Look) -> Entry:
    """A figure that has something to say, in files of such formats and looks."""
    texts = {"caption": f"{SAID} of {name}", "alt": f"Alt: {SAID}", "script": f"# {name} τ\n"}
    return of_film(name, formats, *looks, **texts)


COLLECTION = [
    entry("definitions", "png svg"),
    entry("my own", FILM, PLAIN),
    *(entry(name) for name in FIGURES if name != "definitions"),
]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return gallery([replace(each, base="/elsewhere/") for each in COLLECTION])


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> Any:
    return read(files["index.html"].decode())


def values(page: Any, attribute: str, *tags: str) -> list[str]:
    """What elements, of some tags if there are any, have as an attribute, in order."""
    return [each.get(attribute) for each in page.iter(*tags) if attribute in each.attrib]


def test_all_that_it_refers_to_is_there(files: dict[str, bytes], page: Any) -> None:
    there = {*files, *(file for each in COLLECTION for file in each.files)}
    licence = "https://opensource.org/license/mit"
    found = {each for name in ("href", "src", "srcset", "poster") for each in values(page, name)}
    addresses = {each for each in found if not each.startswith("#")}
    assert {unquote(address) for address in addresses - {licence}} <= there
    assert "my%20own.gif" in addresses
    assert files["my own.py.txt"].decode() == "# my own τ\n"
    ids = values(page, "id")
    assert len(ids) == len(set(ids))
    assert {f"#{name}" for name in ids} >= found - addresses


def test_it_is_in_the_order_of_the_collection(page: Any) -> None:
    shown = values(page, "id", "article")
    assert shown == [*(name for names in CHAPTERS.values() for name in names), "my-own"]
    for part in ("nav", "main"):
        titles = [text_of(each) for each in page.find(f".//{part}").iter("h2")]
        assert titles == [*CHAPTERS, "More"]


def test_a_strict_policy_lets_it_be(page: Any) -> None:
    for each in page.iter():
        assert each.tag != "style" and "style" not in each.attrib
        assert not any(name.startswith("on") for name in each.attrib)
        assert each.tag != "script" or each.get("src")


def test_texts_come_through_whole(page: Any) -> None:
    text = text_of(page)
    assert all(f"{SAID} of {each.name}" in text for each in COLLECTION)
    assert {*values(page, "aria-label", "video")} == {f"Alt: {SAID}"}
    assert {*values(page, "alt", "img")} == {f"Alt: {SAID}"}
    assert CREDIT in text


def test_films_wait_and_follow_their_reader(page: Any) -> None:
    videos = [*page.iter("video")]
    assert len(videos) == len(COLLECTION) - 1
    assert all(each.get("preload") == "none" and "controls" in each.attrib for each in videos)
    figures = [*page.iter("figure")]
    assert not any("data-autoplay" in each.attrib for each in figures)
    assert figures[1].get("data-t") == "0 -2 50 3.25 90 15"
    assert figures[1].get("data-moments") == "50 90"
    sources = values(page, "src", "source")
    assert sources[:4] == [
        f"continuous{twin}.mp4" for twin in ("-narrow-dark", "-narrow", "-dark", "")
    ]


def test_it_weighs_what_its_text_weighs(files: dict[str, bytes]) -> None:
    assert b"base64" not in files["index.html"]
    assert len(files["index.html"]) < 10_000 * len(COLLECTION)
    assert sum(len(files[name]) for name in ("gallery.css", "gallery.js", "figure.js")) < 16_000


def test_what_has_no_file_to_show_is_left_out() -> None:
    bare = [entry("discrete", ""), entry("system", "pdf"), COLLECTION[-1]]
    page = gallery(bare)["index.html"].decode()
    assert page.count("<article") == 1 and f'id="{COLLECTION[-1].name}"' in page


def test_it_lies_beside_its_files_wherever_posts_find_them(files: dict[str, bytes]) -> None:
    assert gallery(COLLECTION) == files
