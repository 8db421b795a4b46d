"""A post with figures and the player, and what a reader does with it in a browser."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import sleep
from typing import Any

import imageio.v3 as imageio
import numpy as np
from entries import rendered
from figures import storyboard

from animations.rendering import Film
from animations.rendering.page.embedding import Embedding
from animations.rendering.page.snippets import FORMS, snippets
from animations.rendering.theme import Look
from animations.rendering.timeline import Timeline

FPS = 10
# All is whole pixels high, or pictures would lie between these.
STYLE = """
:root { color-scheme: light dark; color: #1b2430; background: #fff; font: 16px/26px sans-serif; }
:root[data-theme="dark"] { color-scheme: dark; color: #eef2f6; background: #10171f; }
@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) { color: #eef2f6; background: #10171f; }
}
body { margin: 0 auto; max-width: 960px; padding: 1rem; }
h1, figure { margin: 2rem 0; }
video { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: 0.5rem; font-size: 0.9rem; }
"""


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


class Shown:
    """A figure of the post: its film, light, and which t is seen when."""

    def __init__(self, folder: Path, name: str, digits: int, *looks: Look, unit: str = "t") -> None:
        self.digits, self.unit = digits, unit
        self.film = Film(storyboard(name), fps=FPS)
        self.shifts = shifts(self.film.timeline)
        self.moments = moments(self.film.timeline)
        self._entry = rendered(folder, name, "mp4 png", *looks, fps=FPS)

    def markup(self, autoplay: bool = False) -> str:
        """Return the figure for a page, as it is pasted."""
        entry = replace(self._entry, base="img/")
        (pasted,) = snippets(Embedding(entry), [form for form in FORMS if form.name == "figure"])
        return pasted.text if autoplay else pasted.text.replace(" data-autoplay", "")

    def frame(self, t: float) -> int:
        """Return the frame that stands for t."""
        return frame_of(self.film.timeline, t, self.digits)

    def words(self, frame: int) -> str:
        """Return what is said of a frame."""
        return f"{self.unit} = {self.shifts[frame]:.{self.digits}f}".replace("-", "−")


def shifts(timeline: Timeline) -> list[float]:
    """Return t of every frame; while the figure still prepares, the first t of its sweep."""
    swept = [frame.t if frame.sweeping else None for frame in timeline]
    first = next(t for t in swept if t is not None)
    return [first if t is None else t for t in swept]


def moments(timeline: Timeline) -> list[int]:
    """Return the first of the frames in which each t rests, and nothing is shown in passing."""
    found: dict[float, int] = {}
    for frame, after in pairwise(timeline):
        if frame.sweeping and not (frame.gliding or frame.aside) and frame.t == after.t:
            found.setdefault(frame.t, frame.index)
    return [*found.values()]


def frame_of(timeline: Timeline, t: float, digits: int) -> int:
    """Return the frame that stands for t: where it rests, or the first that reaches it."""
    known, near = shifts(timeline), 0.5 * 10**-digits
    at = [frame for frame in moments(timeline) if abs(known[frame] - t) < near]
    return at[0] if at else next(frame for frame, s in enumerate(known) if round(s, digits) >= t)


def write_page(folder: Path, name: str, figures: str) -> None:
    """Write a page with figures."""
    (folder / name).write_text(
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Post</title>\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<link rel="icon" href="img/discrete.png">\n<link rel="stylesheet" href="page.css">\n'
        f"<body><main><h1>Post</h1>\n{figures}\n</main></body></html>\n",
        "utf-8",
    )


def distance(picture: Any, film: Film, frame: int) -> float:
    drawn = film.pixels(film.timeline[frame])[..., :3]
    assert picture.shape == drawn.shape
    return float(np.abs(picture.astype(int) - drawn).mean())


def shows(page: Page, film: Film, frame: int, figure: int = 0) -> bool:
    """Whether a figure shows a frame, and not another, once the browser has drawn it."""
    far = (frame + len(film) // 2) % len(film)  # sooner, discrete films hardly change at times
    for _ in range(20):
        picture = page.picture(figure)
        near = distance(picture, film, frame)
        if near < 2:
            return near < distance(picture, film, far) / 2
        sleep(0.1)
    return False


def stands(page: Page, frame: int, figure: int = 0) -> bool:
    """Whether a figure comes to stand at a frame, and shows it."""
    page.until(f"Math.floor(video.currentTime * figure.dataset.fps) == {frame}", figure)
    return page.rest(figure) == frame
