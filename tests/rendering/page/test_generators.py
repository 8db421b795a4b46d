"""Snippets, pasted into posts that real programs make pages of, show what they should."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from elements import elements, one_line, text_of, tree
from entries import NASTY, of_film, of_still, write_files
from generators import Pages, common_mark, hugo, jekyll, pandoc, sphinx
from validators import complaints

from animations.rendering.formats import Entry
from animations.rendering.page.embedding import Embedding
from animations.rendering.page.snippets import FORMS, snippets
from animations.rendering.theme import PLAIN

Make = Callable[[Path, Pages], Pages]
Site = tuple[Path, Pages]

HERE = "_static/convolution/"
ELSEWHERE = "https://example.org/f(1)/?a=it's&file="
ENTRIES = {
    "nasty": of_film("mein süßer Film", caption=NASTY, alt=NASTY),
    "reversed": of_film("reversed", caption=NASTY[::-1], alt=NASTY.replace("`", "")[::-1]),
    "still": of_still("still", caption="10. of A. Möbius::", alt="- x"),
    "elsewhere": of_film("b", "mp4 png", caption="A. Möbius: x's", alt=': `x` "y"'),
    "plain": of_film("plain", "gif mp4 png", PLAIN, caption="", alt="\\"),
    "comment": of_film("comment", caption="% (c) #", alt=r"\(x)= y\n"),
}
ENTRIES = {
    name: replace(entry, base={"elsewhere": ELSEWHERE, "nasty": HERE}.get(name, f"/{HERE}"))
    for name, entry in ENTRIES.items()
}
HTML = ("picture", "figure")
MADE_BY: dict[Make, tuple[str, ...]] = {
    common_mark: ("markdown", *HTML),
    jekyll: ("markdown", "jekyll", *HTML),
    hugo: ("markdown", "hugo", "hugo-figure"),
    pandoc: ("quarto", "quarto-figure", *HTML),
    sphinx: ("myst", "myst-figure", "sphinx", "sphinx-figure", *HTML),
}
IMAGES = {form.name for form in FORMS if form.is_image} - {"picture"}
NOT_MADE = {"mystmd"}  # it takes its themes from the network
# Sphinx makes these of plain marks in MyST, however they are written, and \ of \\.
CLEVER = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "..."}


def text_for(entry: Entry, form: str) -> str:
    """Return what embeds a figure in one form."""
    (text,) = [each.text for each in snippets(Embedding(entry)) if each.form.name == form]
    return text


def cases(forms: set[str]) -> list[Any]:
    """Return what is tried: a program, a form of those, and a figure."""
    return [
        pytest.param(make, form, name, id=f"{make.__name__}-{form}-{name}")
        for make, its_forms in MADE_BY.items()
        for form, name in product(its_forms, ENTRIES)
        if form in forms
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Make], Site]:
    """Return what makes a site of all figures, in all forms that suit, once."""

    @cache
    def made(make: Make) -> Site:
        folder = tmp_path_factory.mktemp(make.__name__)
        (folder / HERE).mkdir(parents=True)
        for entry in ENTRIES.values():
            write_files(entry, folder / HERE)
        pages = {
            f"{name}-{form}": f"Before.\n\n{text_for(entry, form)}\nAfter.\n"
            for (name, entry), form in product(ENTRIES.items(), MADE_BY[make])
        }
        return folder, make(folder, pages)

    return made


def test_every_form_is_tried() -> None:
    tried = {form for forms in MADE_BY.values() for form in forms}
    assert tried | NOT_MADE == {form.name for form in FORMS}


@pytest.mark.parametrize(("make", "form", "name"), cases(IMAGES))
def test_an_image_comes_with_its_texts(
    site: Callable[[Make], Site], make: Make, form: str, name: str
) -> None:
    folder, pages = site(make)
    page, entry = pages[f"{name}-{form}"], ENTRIES[name]
    image = Embedding(entry).image
    (shown,) = elements(page, "img")
    assert image
    # Sphinx copies it.
    address = unquote(shown.get("src"))
    assert address == unquote(image.address) or (folder / "_build" / address).is_file()
    alt = entry.alt.replace("`", "'") if form == "hugo" and "\\" in entry.alt else entry.alt
    # Quarto takes this one for the alternative text.
    assert shown.get("data-fig-alt" if form == "quarto" else "alt") == one_line(alt)
    if form != "markdown":
        about = {"width": str(image.width), "height": str(image.height), "loading": "lazy"}
        assert about.items() <= shown.attrib.items()
    said = [one_line(text_of(each)) for tag in ("figcaption", "em") for each in elements(page, tag)]
    caption = one_line(entry.caption)
    if form == "myst":
        said, caption = [plain(each) for each in said], plain(caption)
    assert said == [caption] * bool(caption)
    assert surrounded(page)


def surrounded(page: str) -> bool:
    """Whether what stands around a snippet in a post is still there."""
    return {"Before.", "After."} <= {text_of(each) for each in elements(page, "p")}


def plain(text: str) -> str:
    """Return a text with the marks that are typed."""
    return text.replace(r"\\", "\\").translate(str.maketrans(CLEVER))


@pytest.mark.parametrize(("make", "form", "name"), cases({form.name for form in FORMS} - IMAGES))
def test_html_comes_through_whole(
    site: Callable[[Make], Site], make: Make, form: str, name: str
) -> None:
    pages = site(make)[1]
    page = pages[f"{name}-{form}"]
    html = text_for(ENTRIES[name], "picture" if form == "picture" else "figure")
    for tag in ("figure", "picture"):
        pasted = [tree(each) for each in elements(html, tag)]
        assert [tree(each) for each in elements(page, tag)] == pasted
    scripts = [each.attrib for each in elements(page, "script") if "defer" in each.attrib]
    assert scripts == [each.attrib for each in elements(html, "script")]
    assert surrounded(page)


def test_what_is_made_is_valid(site: Callable[[Make], Site], tmp_path: Path) -> None:
    pages: dict[str, str] = {}
    for make in MADE_BY:
        # A program that is missing has been told of by the other tests.
        with suppress(pytest.skip.Exception):
            pages |= {f"{make.__name__}-{name}": page for name, page in site(make)[1].items()}
    # Pandoc alone leaves an image without an alternative text if it has no caption either.
    pages = {name: page for name, page in pages.items() if name != "pandoc-plain-quarto"}
    assert not complaints(pages, tmp_path)
