"""The player shows the frame of every t, obeys keys, and follows theme, width and motion."""

from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import Any

import imageio.v3 as imageio
import numpy as np
import pytest
from browsers import POLICY, Chromium, Firefox, chromium, firefox, served, violations

from animations.rendering import Film

from .conftest import PLAYER, Shown, write_page

IN_FIGURE = """
const figure = document.querySelectorAll("figure")[arguments[0]], value = arguments[1];
const video = figure.querySelector("video");
const bar = figure.querySelector("figure-bar")?.shadowRoot;
const [slider, speed, number] = ["input", "select", "p"].map((tag) => bar?.querySelector(tag));
const button = (name) => [...bar.querySelectorAll("button")].find((b) => b.title.startsWith(name));
"""


class Page:
    """A page of the post in a browser."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.driver, self.address = browser, browser.driver, address

    def open(
        self, name: str = "index.html", width: int = 1040, height: int = 900, **media: str
    ) -> None:
        """Load a page anew, at the size and in the media that are said."""
        self.media(**media)
        self.resize(width, height)
        self.driver.get(f"{self.address}/{name}")

    def media(self, scheme: str = "light", motion: str = "no-preference") -> None:
        self.browser.media(scheme, motion)

    def resize(self, width: int, height: int = 900) -> None:
        self.browser.resize(width, height)

    def run(self, script: str, value: object = None, figure: int = 0) -> Any:
        """Run a script on a figure."""
        return self.driver.execute_script(IN_FIGURE + script, figure, value)

    def until(self, condition: str, figure: int = 0) -> None:
        """Wait for a condition on a figure."""
        from selenium.webdriver.support.ui import WebDriverWait

        waiting = WebDriverWait(self.driver, 20, poll_frequency=0.02)
        waiting.until(lambda _: self.run(f"return {condition}", figure=figure), condition)

    def rest(self, figure: int = 0) -> int:
        """Wait until a figure stands, and return its frame."""
        self.until("video.paused && video.readyState > 1 && !video.seeking", figure)
        self.driver.execute_async_script(
            "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"
        )
        return int(
            self.run("return Math.floor(video.currentTime * figure.dataset.fps)", figure=figure)
        )

    def seek(self, t: float, figure: int = 0) -> int:
        """Drag the scrub bar to t, let it go, and return the frame that is shown."""
        self.run(
            "slider.value = value; for (const type of ['input', 'change'])"
            " slider.dispatchEvent(new Event(type, { bubbles: true }))",
            t, figure,
        )  # fmt: skip
        return self.rest(figure)

    def press(self, keys: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(keys).perform()

    def picture(self, figure: int = 0) -> Any:
        """What is seen of a figure's video."""
        from selenium.webdriver.common.by import By

        self.run("video.scrollIntoView({ block: 'center' })", figure=figure)
        video = self.driver.find_elements(By.TAG_NAME, "video")[figure]
        return imageio.imread(video.screenshot_as_png)[..., :3]

    def said(self, figure: int = 0) -> str:
        """What the readout says."""
        return str(self.run("return number.textContent", figure=figure))


@pytest.fixture(scope="module")
def sites(post: Path) -> Iterator[dict[str, str]]:
    """The addresses of the post's folder."""
    with served(post, POLICY) as address:
        yield {"file": post.as_uri(), "http": address}


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture(scope="module")
def gecko(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with firefox(tmp_path_factory.mktemp("firefox")) as opened:
        yield opened


@pytest.fixture(params=["chrome file", "chrome http", "gecko http"])
def page(request: pytest.FixtureRequest, sites: dict[str, str]) -> Iterator[Page]:
    """A page of either site, which must complain of nothing and ask for nothing else."""
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


def distance(picture: Any, film: Film, frame: int) -> float:
    drawn = film.pixels(film.timeline[frame])[..., :3]
    assert picture.shape == drawn.shape
    return float(np.abs(picture.astype(int) - drawn).mean())


def shows(page: Page, film: Film, frame: int, figure: int = 0) -> bool:
    """Whether a figure shows a frame, and not another, once the browser has drawn it."""
    for _ in range(20):
        picture = page.picture(figure)
        near = distance(picture, film, frame)
        if near < 2:
            return near < distance(picture, film, (frame + 30) % len(film)) / 2
        sleep(0.1)
    return False


def stands(page: Page, frame: int, figure: int = 0) -> bool:
    """Whether a figure comes to stand at a frame, and shows it."""
    page.until(f"Math.floor(video.currentTime * figure.dataset.fps) == {frame}", figure)
    return page.rest(figure) == frame


def test_the_player_is_small() -> None:
    assert len(PLAYER.read_bytes()) < 8000


def test_seeking_shows_the_frame_of_t(page: Page, shown: list[Shown]) -> None:
    page.open()
    rng = np.random.default_rng(1)
    for index, figure in enumerate(shown):
        first, last = figure.shifts[0], figure.shifts[-1]
        for t in [*rng.uniform(first, last, 4).round(figure.digits), last]:
            frame = page.seek(t, index)
            at = [f for f in figure.moments if abs(figure.shifts[f] - t) < 0.5 * 10**-figure.digits]
            reached = next(f for f, shift in enumerate(figure.shifts) if shift > t - 1e-6)
            assert frame == (at[0] if at else reached)
            said = f"{figure.shifts[frame]:.{figure.digits}f}".replace("-", "−")
            assert page.said(index) == f"t = {said}"
            assert shows(page, figure.film, frame, index), t


def test_it_plays_at_the_chosen_speed_and_stands_where_it_is_paused(page: Page) -> None:
    page.open()
    assert page.run("return video.controls") is False
    assert page.run("return video.preload") == "auto", "near the view"
    page.run("speed.selectedIndex = 3; speed.dispatchEvent(new Event('change', { bubbles: true }))")
    page.run("button('Play').click()")
    page.until("!video.paused && video.currentTime > 0.2")
    assert page.run("return [video.playbackRate, button('Pause').title]") == [2, "Pause (space)"]
    page.run("video.click()")
    frame = page.rest()
    assert page.run("return (video.currentTime * figure.dataset.fps) % 1") == pytest.approx(0.5)
    assert page.run("return bar.activeElement.title") == "Play (space)"
    page.run("video.click()")
    page.until(f"!video.paused && video.currentTime * figure.dataset.fps > {frame} + 1")
    page.run("slider.value = 7; slider.dispatchEvent(new Event('input'))")
    page.rest()
    assert page.run("return button('Pause') && slider.value > 6.9"), "held, not paused"
    page.run("slider.dispatchEvent(new Event('change', { bubbles: true }))")
    page.until("!video.paused && slider.value > 7.2")


def test_steps_go_to_moments_and_frames(page: Page, shown: list[Shown]) -> None:
    page.open()
    for index, figure in enumerate(shown):
        page.seek(figure.shifts[0], index)
        page.run("button('Next frame').click()", figure=index)
        first = page.rest(index)
        ahead = [f for f in figure.moments if f > first][:3]
        for moment in ahead:
            page.run("button('Next moment').click()", figure=index)
            assert stands(page, moment, index)
            number = figure.moments.index(moment) + 1
            said = f"{page.said(index)}, moment {number} of {len(figure.moments)}"
            assert page.run("return slider.ariaValueText", figure=index) == said
        page.run("button('Next frame').click()", figure=index)
        assert stands(page, ahead[2] + 1, index)
        for moment in (ahead[2], ahead[1]):
            page.run("button('Previous moment').click()", figure=index)
            assert stands(page, moment, index)
        page.run("button('Previous frame').click()", figure=index)
        assert stands(page, ahead[1] - 1, index)


def test_keys(page: Page, shown: list[Shown]) -> None:
    from selenium.webdriver.common.keys import Keys

    figure = shown[0]
    ahead = figure.moments
    page.open()
    page.run("video.click()")
    page.until("!video.paused")
    page.press(" ")
    page.rest()
    for keys, frame in {
        Keys.HOME: 0,
        Keys.ARROW_RIGHT: ahead[0],
        "..": ahead[0] + 2,
        ",": ahead[0] + 1,
        Keys.ARROW_LEFT: ahead[0],
        Keys.END: len(figure.shifts) - 1,
    }.items():
        page.press(keys)
        assert stands(page, frame), keys
    page.run("slider.focus()")
    page.press(Keys.ARROW_LEFT)
    assert stands(page, ahead[-1])
    page.press("<")
    assert page.run("return [speed.value, video.playbackRate]") == ["½×", 0.5]
    page.press(">>>")
    assert page.run("return [speed.value, video.playbackRate]") == ["2×", 2]
    page.press(" ")
    page.until("!video.paused")
    page.press(" ")
    page.rest()
    page.run("speed.focus()")
    page.press(Keys.HOME)
    assert page.run("return video.paused && speed.value == '¼×' && video.playbackRate == 0.25")
    assert page.run("return scrollY") == 0


def test_a_figure_that_plays_by_itself_does_so_in_view(page: Page) -> None:
    page.open("autoplay.html", height=600)
    page.until("!video.paused")
    assert page.run("return video.paused", figure=1), "too little of it is in view"
    page.run("scrollTo(0, document.body.scrollHeight)")
    page.until("!video.paused", figure=1)
    page.until("video.paused")
    page.run("scrollTo(0, 0)")
    page.until("!video.paused")
    page.run("video.click()")
    page.rest()
    page.run("scrollTo(0, document.body.scrollHeight)")
    page.until("!video.paused", figure=1)
    page.run("scrollTo(0, 0)")
    page.until("video.paused", figure=1)
    assert page.run("return video.paused"), "the reader has paused it"


def test_nothing_moves_by_itself_for_who_wants_no_motion(page: Page, shown: list[Shown]) -> None:
    page.open("autoplay.html", motion="reduce")
    page.until("video.readyState > 1")
    page.run("scrollTo(0, 50)")
    assert page.run("return [video.paused, video.currentTime]") == [True, 0]
    assert page.said() == "t = 4.20", "as on its poster"
    assert shows(page, shown[0].film, shown[0].film.poster.index)
    page.run("button('Play').click()")
    page.until("!video.paused && video.currentTime > 0.2")
    page.open("autoplay.html")
    page.until("!video.paused")
    page.media(motion="reduce")
    page.rest()


@pytest.mark.parametrize("told", ["by the system", "by the page"])
def test_the_theme_changes_and_t_stays(page: Page, shown: list[Shown], told: str) -> None:
    def turn(theme: str) -> None:
        if told == "by the system":
            page.media(scheme=theme)
        else:
            page.run("document.documentElement.dataset.theme = value", theme)

    dark = Film(shown[0].film.animation, "dark", fps=shown[0].film.timeline.fps)
    page.open()
    assert page.run("return video.poster").endswith("img/continuous.png")
    turn("dark")
    page.until("video.poster.endsWith('img/continuous-dark.png')")
    assert shows(page, dark, dark.poster.index), "the poster"
    frame = page.seek(7.7)
    assert shows(page, dark, frame)
    turn("light")
    page.until("video.src.endsWith('img/continuous.mp4')")
    assert page.rest() == frame
    assert shows(page, shown[0].film, frame)
    page.run("speed.selectedIndex = 1; speed.dispatchEvent(new Event('change', { bubbles: true }))")
    page.run("button('Play').click()")
    page.until("!video.paused")
    page.run(
        "window.seen = []; const look = () => {"
        " const now = figure.querySelector('video:last-of-type');"
        " seen.push([now.src.includes('dark'), now.currentTime]); requestAnimationFrame(look) };"
        "look()"
    )
    turn("dark")
    page.until("video.src.endsWith('img/continuous-dark.mp4') && !video.paused")
    page.until("seen.at(-1)[1] > seen.find(([dark]) => dark)?.[1] + 0.3")
    times = np.array([time for _, time in page.run("return seen")])
    assert np.abs(np.diff(times)).max() * dark.timeline.fps <= 2
    assert page.run("return [video.playbackRate, figure.querySelectorAll('video').length]") == [
        0.5,
        1,
    ]
    page.run("document.documentElement.removeAttribute('data-theme')")


def test_narrow_pages_have_their_own_twin(page: Page) -> None:
    size = "return [video.width, video.height, video.videoWidth, video.videoHeight]"
    page.open(width=400)
    page.until("video.src.endsWith('img/continuous-narrow.mp4') && video.videoWidth")
    assert page.run(size) == [480, 600, 480, 600]
    frame = page.seek(7.7)
    page.resize(1040)
    page.until("video.src.endsWith('img/continuous.mp4') && video.videoWidth")
    assert page.rest() == frame
    assert page.run(size) == [960, 540, 960, 540]
    page.media(scheme="dark")
    page.until("video.src.endsWith('img/continuous-dark.mp4')")
    page.resize(400)
    page.until("video.src.endsWith('img/continuous-narrow-dark.mp4')")
    assert page.rest() == frame
    for width in (320, 360, 768, 1440):
        page.resize(width)
        page.until("figure.querySelector('figure-bar').offsetWidth == video.offsetWidth")
        left = "getBoundingClientRect().left"
        page.until(f"figure.querySelector('figure-bar').{left} == video.{left}")
        assert page.run("return document.documentElement.scrollWidth <= innerWidth")


def test_it_can_be_reached_and_read(page: Page) -> None:
    for scheme in ("light", "dark"):
        page.open(scheme=scheme)
        page.seek(3)
        assert violations(page.driver) == []
        sizes = page.run(
            "return [...bar.querySelectorAll('button, input, select')].map((each) =>"
            " [each.offsetWidth, each.offsetHeight])"
        )
        assert np.min(sizes) >= 24


def test_what_it_does_not_understand_keeps_its_controls(
    page: Page, post: Path, shown: list[Shown]
) -> None:
    good = shown[0].markup()
    t = good.split('data-t="')[1].split('"')[0]
    wrong = [
        good.replace(t, other) for other in ("", "0 1 2", "0 1 9 x", "0 1 9 1", "0 0 Infinity 1")
    ]
    wrong += [good.replace('data-fps="10"', ""), good.replace("data-t=", "data-u=")]
    write_page(post, "wrong.html", "\n".join([*wrong, good]))
    page.open("wrong.html")
    page.until("!video.controls", figure=len(wrong))
    assert all(page.run("return video.controls && !bar", figure=i) for i in range(len(wrong)))


def test_without_scripts_the_controls_remain(chrome: Chromium, sites: dict[str, str]) -> None:
    page = Page(chrome, sites["file"])
    chrome.scripts(on=False)
    try:
        page.open()
        assert page.run("return video.controls && !bar")
    finally:
        chrome.scripts(on=True)


def test_a_video_that_is_missing_leaves_a_picture(
    chrome: Chromium, sites: dict[str, str], post: Path, shown: list[Shown]
) -> None:
    write_page(post, "missing.html", shown[0].markup().replace(".mp4", "-gone.mp4"))
    page = Page(chrome, sites["http"])
    page.open("missing.html")
    page.until(
        "!video && figure.querySelector('img').complete && !figure.querySelector('figure-bar')"
    )
