"""The player survives a page, a server, a hand that come between."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from browsers import POLICY, chromium, firefox, served

IN_FIGURE = """
const figure = document.querySelector("figure");
const video = [...figure.querySelectorAll("video")].at(-1); // behind a twin that is under way
const page = document.documentElement, host = figure.querySelector("figure-bar");
const slider = host?.shadowRoot.querySelector("input"), value = arguments[0];
const frame = () => Math.floor(video.currentTime * figure.dataset.fps);
const press = (key, repeat = false) =>
  slider.dispatchEvent(
    new KeyboardEvent("keydown", { key, repeat, bubbles: true, cancelable: true }));
const tell = (type) => slider.dispatchEvent(new Event(type, { bubbles: true }));
"""


class Reader:
    """Who reads a page with one figure."""

    def __init__(self, browser: Any, folder: Path, address: str) -> None:
        self.browser, self.driver = browser, browser.driver
        self.folder, self.address = folder, address

    def open(self, figure: str, scheme: str = "light", motion: str = "no-preference") -> None:
        """Load a page with a figure."""
        (self.folder / "disturbed.html").write_text(
            '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Post</title>\n'
            f'<link rel="stylesheet" href="page.css">\n<body>\n{figure}\n</body></html>\n',
            "utf-8",
        )
        self.browser.media(scheme, motion)
        self.browser.resize(1040, 900)
        self.driver.get(f"{self.address}/disturbed.html")

    def run(self, script: str, value: object = None) -> Any:
        """Run a script on the figure."""
        return self.driver.execute_script(IN_FIGURE + script, value)

    def until(self, condition: str) -> None:
        """Wait for a condition on the figure."""
        from selenium.webdriver.support.ui import WebDriverWait

        waiting = WebDriverWait(self.driver, 10, poll_frequency=0.02)
        waiting.until(lambda _: self.run(f"return {condition}"), condition)

    def turn(self, theme: str) -> None:
        """Choose the page's theme."""
        self.run("page.dataset.theme = value", theme)

    def rest(self) -> int:
        """Wait until the figure stands, and return its frame."""
        self.until("video.paused && video.readyState > 1 && !video.seeking")
        return int(self.run("return frame()"))


class Whole(SimpleHTTPRequestHandler):
    """Sends files as wholes only."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served_whole(folder: Path) -> Iterator[str]:
    """Serve a folder as `python -m http.server` does; yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Whole, directory=str(folder))) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # browsers hang up
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


@pytest.fixture(scope="module", params=[chromium, firefox], ids=["chrome", "gecko"])
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    opened: Callable[[Path], Any] = request.param
    with opened(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture
def reader(browser: Any, post: Path) -> Iterator[Reader]:
    with served(post, POLICY) as address:
        yield Reader(browser, post, address)
        browser.driver.get("about:blank")


@pytest.fixture
def figure(shown: list[Any]) -> str:
    """The figure that has twins."""
    return str(shown[0].markup())


def test_it_plays_by_itself_though_the_theme_changes_before_the_first_picture(
    reader: Reader, shown: list[Any]
) -> None:
    (reader.folder / "early.js").write_text(
        'addEventListener("play", () => document.documentElement.dataset.theme = "dark",'
        " { capture: true, once: true })"
    )
    reader.open(shown[0].markup(True) + '\n<script src="early.js"></script>')
    reader.until("video.src.endsWith('-dark.mp4') && !video.paused && video.currentTime > 0.1")
    assert reader.run("return host.shadowRoot.querySelector('button').title") == "Pause (space)"


def test_a_server_that_cannot_send_parts_does_not_stop_it(reader: Reader, figure: str) -> None:
    with served_whole(reader.folder) as reader.address:
        reader.open(figure)
        reader.run("video.click()")
        reader.until("video.currentTime > 3")
        reader.turn("dark")
        reader.until("video.src.endsWith('-dark.mp4') && !video.paused && video.currentTime > 0.1")
        assert reader.run("return figure.querySelectorAll('video').length") == 1
        reader.driver.get("about:blank")


def test_a_twin_may_be_longer_or_shorter(reader: Reader, figure: str) -> None:
    reader.open(figure.replace("continuous-dark.mp4", "discrete.mp4"))
    for theme, name in [("dark", "discrete"), ("light", "continuous")]:
        reader.until("video.readyState > 1")
        reader.run("press('End')")
        reader.rest()
        reader.turn(theme)
        reader.until(f"video.src.endsWith('/{name}.mp4')")
        last = reader.rest()
        assert 0 < last < reader.run("return video.duration * figure.dataset.fps")


@pytest.mark.parametrize("theme", ["github-dark", "dark-dimmed", "auto"])
def test_a_theme_of_another_name_leaves_it_to_the_system(
    reader: Reader, figure: str, theme: str
) -> None:
    reader.open(figure, scheme="dark")
    reader.turn(theme)
    reader.run("dispatchEvent(new Event('resize'))")
    assert reader.run("return video.src").endswith("-dark.mp4")


def test_the_bar_goes_back_by_keys_and_by_its_smallest_step(reader: Reader, figure: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    reader.open(figure)
    reader.until("video.readyState > 1")
    reader.run("slider.value = 7.7; tell('input'); tell('change'); slider.focus()")
    frame = reader.rest()
    for key, step in [(Keys.ARROW_DOWN, -1), (Keys.ARROW_DOWN, -2), (Keys.ARROW_UP, -1)]:
        ActionChains(reader.driver).send_keys(key).perform()
        reader.until(f"frame() == {frame + step}")
    for script, step in [("stepDown", -2), ("stepDown", -3), ("stepUp", -2)]:
        reader.run(f"slider.{script}(); tell('input'); tell('change')")
        reader.until(f"frame() == {frame + step}")


def test_a_key_that_is_held_toggles_once(reader: Reader, figure: str) -> None:
    reader.open(figure)
    reader.run("press(' ')")
    scrolls = reader.run("return [press(' ', true), press(' ', true), press(' ', true)]")
    assert scrolls == [False, False, False]
    assert reader.run("return video.paused") is False


def test_a_drag_holds_it_while_the_theme_changes(reader: Reader, figure: str) -> None:
    reader.open(figure)
    reader.run("video.click()")
    reader.until("video.currentTime > 0.1")
    reader.run("slider.value = 7.7; tell('input')")
    frame = reader.rest()
    reader.turn("dark")
    reader.until("video.src.endsWith('-dark.mp4')")
    reader.driver.execute_async_script("setTimeout(arguments[0], 200)")
    assert reader.rest() == frame
    reader.run("tell('change')")
    reader.until(f"!video.paused && frame() > {frame}")


def test_the_bar_is_as_wide_as_the_video(reader: Reader, figure: str) -> None:
    even = "host.offsetWidth == video.offsetWidth && video.offsetWidth"
    reader.open(f"<div>{figure}</div>")
    reader.until(even)
    reader.run("figure.parentNode.hidden = true")
    reader.until("!host.offsetWidth")
    reader.browser.resize(800, 900)
    reader.run("figure.parentNode.hidden = false")
    reader.until(even)
    for theme in ("light", "dark"):
        reader.run("slider.value = 7; tell('input'); tell('change')")
        reader.turn(theme)
        reader.until(f"video.src.includes('-dark') == {str(theme == 'dark').lower()}")
        for width in (300, 400):
            reader.run("video.style.width = value", f"{width}px")
            reader.until(f"host.offsetWidth == {width}")


def test_where_a_twin_is_missing_another_is_shown(reader: Reader, figure: str) -> None:
    reader.open(figure.replace("-dark.mp4", "-gone.mp4"), scheme="dark")
    reader.until("video?.src.endsWith('continuous.mp4') && video.readyState > 1")
    reader.run("video.click()")
    reader.until("host && !video.controls && video.currentTime > 0.1")


@pytest.mark.parametrize(("motion", "suffix"), [("reduce", "png"), ("no-preference", "gif")])
def test_where_all_are_missing_a_picture_is_shown(
    reader: Reader, figure: str, motion: str, suffix: str
) -> None:
    moving = figure.replace('<img src="img/continuous.png"', '<img src="img/continuous.gif"')
    reader.open(moving.replace(".mp4", "-gone.mp4"), motion=motion)
    reader.until("!video && !host")
    assert reader.run("return figure.querySelector('img').src").endswith(f"continuous.{suffix}")
