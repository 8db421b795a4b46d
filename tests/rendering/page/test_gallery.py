"""The gallery refers to what is there, in the collection's order, and weighs what it says."""

from dataclasses import replace
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from urllib.parse import unquote

import pytest
from figures import FIGURES

from animations import CHAPTERS
from animations.rendering.formats import FORMATS, Entry, File
from animations.rendering.page.gallery import CREDIT, gallery
from animations.rendering.theme import LOOKS, Look

CUES = {
    **{"fps": 25, "name": "t", "digits": 2, "poster": 3.0},
    **{"shifts": [[0, -2.0], [9, 15.0]], "moments": [0, 9]},
}
SAID = 'x < y & "z" <b>τ − 1</b> {{ x }}'


def entry(name: str, formats: tuple[str, ...], looks: list[Look]) -> Entry:
    """A figure, in files of such formats and looks."""
    details = {
        file: File(kind, look.theme, look.layout, look.size, 1234, CUES if kind == "mp4" else None)
        for look, kind in product(looks, formats)
        for file in FORMATS[kind].files(name, look)
    }
    texts = f"The {name}", f"{SAID} of {name}", f"Alt: {SAID}"
    return Entry(name, *texts, tuple(details), (960, 540), details, script=f"# {name} τ\n")


FILM = ("gif", "mp4", "png", "storyboard", "webp")
COLLECTION = [
    entry("definitions", ("png", "svg"), LOOKS),
    entry("my own", FILM, LOOKS[:1]),
    *(entry(name, FILM, LOOKS) for name in FIGURES if name != "definitions"),
]


class Reader(HTMLParser):
    """What a page refers to, what it says, and the attributes of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def addresses(self) -> set[str]:
        """The addresses that it refers to, but those within itself."""
        names = ("href", "src", "srcset", "poster")
        found = {each[name] for _, each in self.elements for name in names if name in each}
        return {str(address) for address in found if not str(address).startswith("#")}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return gallery([replace(each, base="/elsewhere/") for each in COLLECTION])


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> Reader:
    reader = Reader()
    reader.feed(files["index.html"].decode())
    return reader


def test_all_that_it_refers_to_is_there(files: dict[str, bytes], page: Reader) -> None:
    there = {*files, *(file for each in COLLECTION for file in each.files)}
    licence = {"https://opensource.org/license/mit"}
    assert {unquote(address) for address in page.addresses} - licence <= there
    assert "my%20own.gif" in page.addresses
    assert files["my own.py.txt"].decode() == "# my own τ\n"
    ids = [each["id"] for _, each in page.elements if "id" in each]
    assert len(ids) == len(set(ids))
    inner = {each["href"] for _, each in page.elements if str(each.get("href")).startswith("#")}
    assert {f"#{name}" for name in ids} >= inner


def test_it_is_in_the_order_of_the_collection(page: Reader) -> None:
    shown = [each["id"] for tag, each in page.elements if tag == "article"]
    assert shown == [*(name for names in CHAPTERS.values() for name in names), "my-own"]
    for chapter in (*CHAPTERS, "More"):
        assert page.text.count(f"\n{chapter}\n") + page.text.count(chapter) >= 2


def test_a_strict_policy_lets_it_be(page: Reader) -> None:
    for tag, attributes in page.elements:
        assert tag != "style" and "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)
        assert tag != "script" or attributes.get("src")


def test_texts_come_through_whole(page: Reader) -> None:
    captions = [f"{SAID} of {each.name}" for each in COLLECTION]
    assert all(caption in page.text for caption in captions)
    assert {e["aria-label"] for tag, e in page.elements if tag == "video"} == {f"Alt: {SAID}"}
    assert {each["alt"] for tag, each in page.elements if tag == "img"} == {f"Alt: {SAID}"}
    assert CREDIT in page.text


def test_films_wait_and_follow_their_reader(page: Reader) -> None:
    videos = [each for tag, each in page.elements if tag == "video"]
    assert len(videos) == len(COLLECTION) - 1
    assert all(each["preload"] == "none" and "controls" in each for each in videos)
    figures = [each for tag, each in page.elements if tag == "figure"]
    assert not any("data-autoplay" in each for each in figures)
    assert figures[1]["data-t"] == "0 -2 9 15" and figures[1]["data-moments"] == "0 9"
    sources = [each["src"] for tag, each in page.elements if tag == "source" and "src" in each]
    assert sources[:4] == [
        f"continuous{twin}.mp4" for twin in ("-narrow-dark", "-narrow", "-dark", "")
    ]


def test_it_weighs_what_its_text_weighs(files: dict[str, bytes]) -> None:
    assert b"base64" not in files["index.html"]
    assert len(files["index.html"]) < 10_000 * len(COLLECTION)
    assert sum(len(files[name]) for name in ("gallery.css", "gallery.js", "figure.js")) < 16_000


def test_what_has_no_file_to_show_is_left_out() -> None:
    bare = [entry("discrete", (), LOOKS), entry("system", ("pdf",), LOOKS), COLLECTION[-1]]
    page = gallery(bare)["index.html"].decode()
    assert page.count("<article") == 1 and f'id="{COLLECTION[-1].name}"' in page


def test_the_same_figures_give_the_same_bytes(files: dict[str, bytes], tmp_path: Path) -> None:
    assert gallery(COLLECTION) == files
