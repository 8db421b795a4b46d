"""The player follows view, theme, width and motion, and stays out of the way where it fails."""

from pathlib import Path

import numpy as np
import pytest
from browsers import Chromium, violations
from posts import Page, Shown, shows, write_page

from animations.rendering import Film


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


@pytest.mark.parametrize("page", ["chrome file", "chrome http", "gecko http"], indirect=True)
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
