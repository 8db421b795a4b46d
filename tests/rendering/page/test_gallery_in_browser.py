"""The gallery in a browser: it plays, copies what it shows, wears the theme that is chosen."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from browsers import POLICY, Chromium, chromium, served, violations
from figures import storyboard

from animations.rendering import Film
from animations.rendering.cues import Cues
from animations.rendering.formats import FORMATS, Entry, File
from animations.rendering.page.gallery import CREDIT, gallery
from animations.rendering.render import render
from animations.rendering.theme import LOOKS, Look

SHOWN = {
    "definitions": (("png", "svg"), LOOKS[:2]),
    "continuous": (("gif", "mp4", "png"), LOOKS),
    "image_stride": (("gif", "mp4", "png"), LOOKS[:1]),
}


NEAR = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })"
UNFOLD = "for (const each of document.querySelectorAll('details')) each.open = true"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    entries = [write(folder, name, *SHOWN[name]) for name in SHOWN]
    for name, content in gallery(entries).items():
        (folder / name).write_bytes(content)
    return folder


def write(folder: Path, name: str, kinds: tuple[str, ...], looks: list[Look]) -> Entry:
    """Render a figure small, and describe it."""
    animation = storyboard(name)
    cues = None if animation.is_still else asdict(Cues.of(animation, 10))
    details: dict[str, File] = {}
    for look in looks:
        film = Film(animation, look.theme, *look.size, scale=0.25, fps=10)
        formats = [FORMATS[kind] for kind in kinds]
        written = render(film, formats, folder, name, film.poster, lambda _: None, look)
        for path, (kind, _) in written.items():
            size = path.stat().st_size
            details[path.name] = File(kind.name, look.theme, look.layout, film.size, size, cues)
    texts = animation.title, animation.caption, animation.alt
    return Entry(name, *texts, tuple(details), (960, 540), details, script="# a script\n")


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture(params=["file", "http"])
def driver(request: pytest.FixtureRequest, folder: Path, chrome: Chromium) -> Iterator[Any]:
    """The gallery, opened from a disk or a server, which must complain of nothing."""
    with served(folder, POLICY) as address:
        site = folder.as_uri() if request.param == "file" else address
        chrome.requests(), chrome.complaints()
        chrome.media("light", "no-preference")
        chrome.resize(1440, 900)
        chrome.driver.get(f"{site}/index.html")
        chrome.driver.execute_script("localStorage.clear()")
        yield chrome.driver
        chrome.driver.get("about:blank")
        assert chrome.complaints() == []
        urls = chrome.requests()
        assert urls and all(url.startswith(site) for url in urls), urls


def until(driver: Any, condition: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    script = f"const video = document.querySelector('#continuous video'); return {condition}"
    WebDriverWait(driver, 20, poll_frequency=0.02).until(
        lambda _: driver.execute_script(script), condition
    )


def test_buttons_copy_what_they_show(driver: Any) -> None:
    driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    driver.execute_script(
        "for (const each of document.querySelectorAll('details')) each.open = true"
    )
    buttons = driver.find_elements("css selector", "button")
    texts = driver.execute_script(
        "return [...document.querySelectorAll('pre')].map(pre => pre.textContent)"
    )
    assert len(buttons) == len(texts) == 3 * len(SHOWN) + 1
    assert texts[-1] == CREDIT
    assert '<figure class="convolution" data-fps="10"' in texts[5]
    for button, text in zip(buttons, texts, strict=True):
        driver.execute_script(NEAR, button)
        button.click()
        until(driver, "document.activeElement.previousSibling.textContent == 'copied'")
        copied = driver.execute_async_script(
            "navigator.clipboard.readText().then(arguments[0], error => arguments[0](`${error}`))"
        )
        assert copied.replace("\r\n", "\n") == text


def test_the_theme_that_is_chosen_is_worn_and_kept(driver: Any) -> None:
    def choose(theme: str) -> None:
        driver.execute_script(
            "const box = document.querySelector('#chosen-theme'); box.value = arguments[0];"
            "box.dispatchEvent(new Event('change'))", theme,
        )  # fmt: skip

    ground = "return getComputedStyle(document.body).backgroundColor"
    assert driver.execute_script(ground) == "rgb(255, 255, 255)"
    until(driver, "video.poster.endsWith('/continuous.png')")
    choose("dark")
    assert driver.execute_script(ground) == "rgb(16, 23, 31)"
    until(driver, "video.poster.endsWith('/continuous-dark.png')")
    driver.refresh()
    assert driver.execute_script(ground) == "rgb(16, 23, 31)"
    until(driver, "video.poster.endsWith('/continuous-dark.png')")
    choose("")
    assert driver.execute_script(ground) == "rgb(255, 255, 255)"
    until(driver, "video.poster.endsWith('/continuous.png')")


def test_videos_load_when_they_come_near_and_play_when_asked(driver: Any) -> None:
    last = "document.querySelector('#image_stride video')"
    until(driver, f"{last}.preload == 'none' && {last}.readyState == 0")
    driver.execute_script(f"{last}.scrollIntoView({{ behavior: 'instant' }})")
    until(driver, f"{last}.readyState > 1 && {last}.paused")
    driver.execute_script(f"{last}.click()")
    until(driver, f"!{last}.paused && {last}.currentTime > 0.2")


@pytest.mark.parametrize(
    ("width", "scheme"), [*product((360, 768, 1440), ("light",)), (1440, "dark")]
)
def test_everybody_can_read_it(driver: Any, chrome: Chromium, width: int, scheme: str) -> None:
    chrome.media(scheme, "no-preference")
    chrome.resize(width, 900)
    driver.refresh()
    driver.execute_script(
        "for (const each of document.querySelectorAll('details')) each.open = true"
    )
    wide = driver.execute_script("return document.documentElement.scrollWidth")
    assert wide <= width, "nothing leaves the page"
    assert violations(driver) == []
