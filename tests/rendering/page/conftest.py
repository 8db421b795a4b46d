"""A small post: figures of the collection, their twins, the player, and browsers to see it in."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import POLICY, Chromium, Firefox, chromium, firefox, served
from posts import STYLE, Page, Shown, write_page

from animations.rendering.page.templates import PLAYER
from animations.rendering.theme import LOOKS, PLAIN


@pytest.fixture(scope="session")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that figures are rendered into."""
    folder = tmp_path_factory.mktemp("post") / "img"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def shown(images: Path) -> list[Shown]:
    return [
        Shown(images, "continuous", 2, *LOOKS),
        Shown(images, "discrete", 0, PLAIN),
        Shown(images, "image_stride", 0, PLAIN, unit="step"),
    ]


@pytest.fixture(scope="session")
def post(images: Path, shown: list[Shown]) -> Path:
    """Return the folder of the post."""
    shutil.copy(PLAYER, images)
    folder = images.parent
    (folder / "page.css").write_text(STYLE, "utf-8")
    write_page(folder, "index.html", "\n".join(each.markup() for each in shown))
    write_page(folder, "autoplay.html", "\n".join(each.markup(True) for each in shown[:2]))
    return folder


@pytest.fixture(scope="session")
def sites(post: Path) -> Iterator[dict[str, str]]:
    """The addresses of the post's folder."""
    with served(post, POLICY) as address:
        yield {"file": post.as_uri(), "http": address}


@pytest.fixture(scope="session")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture(scope="session")
def gecko(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as opened:
        yield opened


@pytest.fixture(params=["chrome http", "gecko http"])
def page(request: pytest.FixtureRequest, sites: dict[str, str]) -> Iterator[Page]:
    """A page of the post, which must complain of nothing and ask for nothing else."""
    name, site = request.param.split()
    browser = request.getfixturevalue(name)
    if isinstance(browser, Chromium):
        browser.requests()
    browser.complaints()
    yield Page(browser, sites[site])
    browser.driver.get("about:blank")
    assert browser.complaints() == []
    if isinstance(browser, Chromium):
        urls = browser.requests()
        assert urls and all(url.startswith(sites[site]) for url in urls), urls
