"""The gallery in a browser: it plays, copies what it shows, wears the theme that is chosen."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from browsers import POLICY, Chromium, served, violations
from entries import rendered
from figures import storyboard
from posts import frame_of, shifts

from animations.rendering.page.gallery import CREDIT, gallery
from animations.rendering.theme import LOOKS
from animations.rendering.timeline import Timeline

SHOWN = {
    "definitions": ("png svg", LOOKS[:2]),
    "continuous": ("gif mp4 png", LOOKS),
    "image_stride": ("gif mp4 png", LOOKS[:1]),
}
FPS = 10
NEAR = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })"
UNFOLD = "for (const each of document.querySelectorAll('details')) each.open = true"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    entries = [
        replace(rendered(folder, name, formats, *looks, fps=FPS, scale=0.25), script="# a script\n")
        for name, (formats, looks) in SHOWN.items()
    ]
    for name, content in gallery(entries).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(params=["http"])
def driver(request: pytest.FixtureRequest, folder: Path, chrome: Chromium) -> Iterator[Any]:
    """The gallery, opened from a server or a disk, which must complain of nothing."""
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


everywhere = pytest.mark.parametrize("driver", ["file", "http"], indirect=True)


def until(driver: Any, condition: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    script = f"const video = document.querySelector('#continuous video'); return {condition}"
    WebDriverWait(driver, 20, poll_frequency=0.02).until(
        lambda _: driver.execute_script(script), condition
    )


@everywhere
def test_buttons_copy_what_they_show(driver: Any) -> None:
    driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    driver.execute_script(UNFOLD)
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


@everywhere
def test_videos_load_when_they_come_near_and_play_when_asked(driver: Any) -> None:
    last = "document.querySelector('#image_stride video')"
    until(driver, f"{last}.preload == 'none' && {last}.readyState == 0")
    below = f"{last}.getBoundingClientRect().top - innerHeight"
    driver.execute_script(f"scrollBy({{ top: {below} - 200, behavior: 'instant' }})")
    until(driver, f"{last}.readyState > 1 && {last}.paused && {below} > 0")
    driver.execute_script(f"{last}.click()")
    until(driver, f"!{last}.paused && {last}.currentTime > 0.2")


@pytest.mark.parametrize(("name", "digits"), [("continuous", 2), ("image_stride", 0)])
def test_dragging_shows_the_frame_of_t(driver: Any, name: str, digits: int) -> None:
    timeline = Timeline(storyboard(name).timeline, FPS)
    known = shifts(timeline)
    video = driver.find_element("css selector", f"#{name} video")
    bar = driver.find_element("css selector", f"#{name} figure-bar").shadow_root
    driver.execute_script(NEAR, video)
    seen = f"document.querySelector('#{name} video')"
    until(driver, f"{seen}.readyState > 1")
    for part in (0.9, 0.2, 0.65):
        t = round(known[0] + part * (known[-1] - known[0]), digits)
        driver.execute_script(
            "const [slider, value] = arguments; slider.value = value;"
            "for (const type of ['input', 'change'])"
            " slider.dispatchEvent(new Event(type, { bubbles: true }))",
            bar.find_element("css selector", "input"), t,
        )  # fmt: skip
        frame = frame_of(timeline, t, digits)
        until(driver, f"!{seen}.seeking && Math.floor({seen}.currentTime * {FPS}) == {frame}")
        said = bar.find_element("css selector", "p").get_property("textContent")
        assert said.endswith(f"= {known[frame]:.{digits}f}")


@pytest.mark.parametrize(
    ("width", "scheme"), [*product((360, 768, 1440), ("light",)), (1440, "dark")]
)
def test_everybody_can_read_it(driver: Any, chrome: Chromium, width: int, scheme: str) -> None:
    chrome.media(scheme, "no-preference")
    chrome.resize(width, 900)
    driver.refresh()
    driver.execute_script(UNFOLD)
    wide = driver.execute_script("return document.documentElement.scrollWidth")
    assert wide <= width, "nothing leaves the page"
    assert violations(driver) == []
