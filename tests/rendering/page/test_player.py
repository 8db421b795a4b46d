"""The player shows the frame of every t, goes from moment to moment, and obeys keys."""

import numpy as np
import pytest
from posts import Page, Shown, shows, stands

from animations.rendering.page.templates import PLAYER


def test_the_player_is_small() -> None:
    assert len(PLAYER.read_bytes()) < 8000


@pytest.mark.parametrize(
    ("page", "count"),
    [("chrome file", 4), ("chrome http", 20), ("gecko http", 4)],
    indirect=["page"],
)
def test_seeking_shows_the_frame_of_t(page: Page, shown: list[Shown], count: int) -> None:
    page.open()
    rng = np.random.default_rng(1)
    for index, figure in enumerate(shown):
        first, last = figure.shifts[0], figure.shifts[-1]
        for t in [*rng.uniform(first, last, count).round(figure.digits), last]:
            frame = page.seek(t, index)
            assert frame == figure.frame(t)
            assert page.said(index) == figure.words(frame)
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
