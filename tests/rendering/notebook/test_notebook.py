"""What a notebook shows and does, in one that is executed, and in a browser that opens it."""

import os
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import imageio.v3 as imageio
import nbformat
import numpy as np
import pytest
from browsers import chromium
from figures import film_of
from ipykernel.kernelspec import write_kernel_spec
from scripts import ROOT, names, write_script

from animations.rendering import Animation, Film, OutputPanel, sweep
from animations.rendering.room import HIDDEN
from signals import exponential, rect

TITLE, ALT = 'A <b>bold</b> "level"', 'It goes\n<up> & "down" & goes'

FIGURE = f"""
from animations.rendering import Animation, Film, OutputPanel, interact, run, sweep
from animations import definitions
from signals import exponential, rect
figure = Animation(
    {TITLE!r}, "", {ALT!r}, [OutputPanel(exponential(1, 1) + rect(0, 2))],
    timeline=sweep(-1, 4, 1.0), poster=2.5,
)
"""
HEARD = """
import os, signal, sys
before = [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
before += [sys.excepthook, sys.stdout, sys.stderr, dict(os.environ)]
"""
SAME = """
now = [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
now == before[:3], [sys.excepthook, sys.stdout, sys.stderr, dict(os.environ)] == before[3:]
"""
PLAYED = """
from IPython.display import HTML
from matplotlib.animation import FuncAnimation
small = Film(figure, scale=0.25, fps=10)
interval = 1000 / small.timeline.fps
played = FuncAnimation(small.figure, small.update, frames=small.timeline, interval=interval)
HTML(played.to_jshtml())
"""
SLIDERS = """
box = interact(lambda a: exponential(1, a), rect(0, 2), a=(0.5, 2.0), scale=0.25)
rate, shift, picture, words, failures = box.children
seen = [picture.value]
shift.value = 0.5
seen.append(picture.value)
rate.value = 0.7
seen.append(picture.value)
print(len(set(seen)))
box
"""
FAILING = """
bug = interact(lambda a: exponential(1, 1 / (2 - a)), rect(0, 2), a=(0, 2), scale=0.25)
bug.children[0].value = 2
bug.children[0].value = 1
bug.children[0].value = 2
"""
# In a process of its own, since the client's sockets outlive it.
EXECUTE = """
import sys
import nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, kernel_name="this", timeout=120).execute()
nbformat.write(notebook, sys.argv[1])
"""
INLINE = """
%matplotlib inline
film = Film(figure)
film.update(film.timeline[20])
film.figure
"""
CELLS = {
    "heard": HEARD,
    "script": "%run talk.py --quiet --scale 0.25 --fps 10 --formats png",
    "figure": FIGURE,
    "film": "figure",
    "still": "definitions.animation()",
    "poster": "Film(figure)",
    "inline": INLINE,
    "save": 'figure.save("level.gif", scale=0.25, fps=10)',
    "suffix": 'figure.save("level.doc")',
    "run": "def animation():\n    return figure\nrun(animation)",
    "obeyed": 'run(animation, ["--at", "1.5", "--output", "stills", "--quiet"])',
    "refused": 'run(animation, ["--theme", "blue"])',
    "help": 'run(animation, ["--help"])',
    "failed": "run(lambda: 1 / 0)",
    "sliders": SLIDERS,
    "failing": FAILING,
    "failures": '[each["ename"] for each in bug.children[-1].outputs]',
    "played": PLAYED,
    "same": SAME,
}
WRONG = {"suffix", "refused", "failed"}


def figure() -> Animation:
    """The animation that the notebook makes."""
    y = exponential(1, 1) + rect(0, 2)
    panels = [OutputPanel(y)]
    return Animation(TITLE, "", ALT, panels, timeline=sweep(-1, 4, 1.0), poster=2.5)


class Executed:
    """A notebook that has been executed in a folder: the outputs of its cells, by their names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        notebook = nbformat.v4.new_notebook()
        for name, source in CELLS.items():
            tags = ["raises-exception"] * (name in WRONG)
            notebook.cells.append(nbformat.v4.new_code_cell(source, metadata={"tags": tags}))
        nbformat.write(notebook, folder / "talk.ipynb")
        write_script(folder, "talk")
        # A kernel of this interpreter, whatever others are known on the machine.
        write_kernel_spec(folder / "kernels" / "this")
        settings = {
            "JUPYTER_PATH": str(folder),
            "IPYTHONDIR": str(folder / "ipython"),
            "PYTHONPATH": str(ROOT),
        }
        subprocess.run(
            [sys.executable, "-c", EXECUTE, "talk.ipynb"],
            cwd=folder, env={**os.environ, **settings}, check=True, timeout=300,
        )  # fmt: skip
        cells = nbformat.read(folder / "talk.ipynb", as_version=4).cells
        self.outputs = {name: cell.outputs for name, cell in zip(CELLS, cells, strict=True)}

    def look(self, name: str) -> dict[str, Any]:
        """What a cell shows last, by media types."""
        return dict(self.outputs[name][-1].data)

    def picture(self, name: str) -> Any:
        """The PNG that a cell shows last, as an array."""
        return imageio.imread(b64decode(self.look(name)["image/png"]))[..., :3]

    def said(self, name: str) -> str:
        """What a cell prints, on both streams."""
        return "".join(output.text for output in self.outputs[name] if "text" in output)


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Executed:
    return Executed(tmp_path_factory.mktemp("notebook"))


def attributes(html: str) -> dict[str, str]:
    """The attributes of an element, as a page reads them."""
    tag = re.findall(r"^<\w+ [^>]+>", html)[0]
    return {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}


def embedded(html: str) -> bytes:
    (video,) = re.findall(r'<source type="video/mp4" src="data:video/mp4;base64,([^"]+)">', html)
    return b64decode(video)


def test_a_film_is_a_video_that_can_be_decoded(executed: Executed) -> None:
    video = embedded(executed.look("film")["text/html"])
    about = imageio.immeta(video, plugin="pyav", extension=".mp4")
    timeline = Film(figure()).timeline
    assert about["codec"] == "h264"
    assert about["duration"] == pytest.approx(timeline.seconds, abs=0.5 / timeline.fps)
    last = imageio.imread(video, plugin="pyav", extension=".mp4")[-1]
    drawn = Film(figure()).pixels(timeline[-1])[..., :3]
    assert last.shape == drawn.shape
    assert np.abs(last.astype(int) - drawn).mean() < 2


def test_a_video_has_its_texts_and_controls(executed: Executed) -> None:
    html = executed.look("film")["text/html"]
    given = attributes(html)
    assert (given["aria-label"], given["title"]) == (ALT, TITLE)
    assert (given["width"], given["height"]) == ("960", "540")
    assert {"controls", "loop", "muted", "playsinline"} <= set(html.split(">")[0].split())
    assert "<b>" not in html
    poster = b64decode(given["poster"].removeprefix("data:image/png;base64,"))
    assert np.array_equal(imageio.imread(poster), executed.picture("film"))


def test_where_no_video_can_be_there_is_a_still_and_a_title(executed: Executed) -> None:
    film = Film(figure())
    assert np.array_equal(executed.picture("film"), film.pixels(film.poster)[..., :3])
    assert executed.look("film")["text/plain"] == TITLE
    about = executed.outputs["film"][-1].metadata["image/png"]
    assert about == {"alt": ALT, "width": 960, "height": 540}


def test_a_still_is_an_image(executed: Executed) -> None:
    film, look = film_of("definitions"), executed.look("still")
    given = attributes(look["text/html"])
    assert given["alt"] == film.animation.alt
    svg = b64decode(given["src"].removeprefix("data:image/svg+xml;base64,"))
    assert b"<svg" in svg and b"</svg>" in svg
    assert np.array_equal(executed.picture("still"), film.pixels(film.poster)[..., :3])


def test_a_film_shows_its_poster_and_its_figure_whole(executed: Executed) -> None:
    film = Film(figure())
    assert np.array_equal(executed.picture("poster"), film.pixels(film.poster)[..., :3])
    # As the notebook's backend prints it, which cuts off the margins of other figures.
    assert np.array_equal(executed.picture("inline"), film.redraw(film.timeline[20])[..., :3])


def test_an_animation_is_saved_beside_the_notebook(executed: Executed) -> None:
    pictures = imageio.imread(executed.folder / "level.gif")
    film = Film(figure(), scale=0.25, fps=10)
    assert pictures.shape[1:3] == film.size[::-1]
    assert len(pictures) == len(list(film.pictures()))
    assert executed.look("save")["text/plain"] == "PosixPath('level.gif')"
    bar, _ = executed.outputs["save"]
    assert dict(bar.data) == {"text/plain": ""}, "the bar is gone when all is done"
    assert not [name for name in names(executed.folder) if name.startswith(HIDDEN)]


def test_what_cannot_be_is_said_in_a_line(executed: Executed) -> None:
    (error,) = executed.outputs["suffix"]
    assert (error.ename, error.evalue.count("\n")) == ("ValueError", 0)
    assert ".gif, .mp4, .pdf, .png, .svg, .webp" in error.evalue
    (error,) = executed.outputs["refused"]
    assert error.traceback == [
        "UsageError: argument --theme: unknown theme 'blue': choose from light, dark, both"
    ]


def test_a_figure_is_run_by_its_defaults_and_the_kernel_goes_on(executed: Executed) -> None:
    files = ["figure.gif", "figure.mp4", "figure.png"]
    assert names(executed.folder / "output") == [*files, "talk.png"]
    assert all(file in executed.said("run") for file in files)
    (output,) = executed.outputs["run"]
    assert (output.output_type, output.name) == ("stream", "stdout")
    assert names(executed.folder / "stills") == ["figure-at-1.5.png"]
    assert not executed.outputs["obeyed"]
    assert "--formats" in executed.said("help")
    assert [output.output_type for output in executed.outputs["help"]] == ["stream"]


def test_what_goes_wrong_is_raised_as_it_is(executed: Executed) -> None:
    (error,) = executed.outputs["failed"]
    assert error.ename == "ZeroDivisionError"


def test_nothing_of_the_kernel_is_changed(executed: Executed) -> None:
    """Neither by a script that is run in it, nor by `run`: signals, streams, environment."""
    assert executed.look("same")["text/plain"] == "(True, True)"
    assert not executed.outputs["script"]


def test_sliders_move_the_picture(executed: Executed) -> None:
    assert executed.said("sliders") == "3\n"
    assert "application/vnd.jupyter.widget-view+json" in executed.look("sliders")


def test_a_function_that_fails_under_a_slider_shows_its_traceback(executed: Executed) -> None:
    assert not executed.outputs["failing"]
    assert executed.look("failures")["text/plain"] == "['ZeroDivisionError']", "the last alone"


def test_matplotlib_plays_a_film_at_its_own_rate(executed: Executed) -> None:
    html = executed.look("played")["text/html"]
    frames = re.findall(r'frames\[\d+\] = "data:image/png', html)
    assert len(frames) == len(Film(figure(), fps=10).timeline)
    assert re.search(r"new Animation\(frames, \w+, \w+, 100\.0,", html), "ms for each frame"


def test_nothing_is_rendered_that_is_not_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    still, about = figure()._repr_mimebundle_(include={"image/png", "text/plain"})
    assert set(still) == {"image/png", "text/plain"}
    assert set(about) == {"image/png"}
    opened: list[object] = []
    monkeypatch.setattr("animations.rendering.notebook.display.Film", opened.append)
    only = {"text/plain": TITLE}, {}
    assert figure()._repr_mimebundle_(include={"text/plain"}) == only
    assert figure()._repr_mimebundle_(exclude={"text/html", "image/png"}) == only
    monkeypatch.setattr("animations.rendering.notebook.display.in_session", lambda: True)
    assert figure()._repr_mimebundle_() == only, "in a terminal"
    assert not opened


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Any]:
    with chromium(tmp_path) as browser:
        yield browser.driver


def test_a_browser_plays_it(executed: Executed, driver: Any, tmp_path: Path) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    html = executed.look("film")["text/html"]
    page = tmp_path / "page.html"
    page.write_text(f'<!doctype html><meta charset="utf-8">{html}', "utf-8")
    driver.get(page.as_uri())

    def video(value: str) -> Any:
        return driver.execute_script(f"return document.querySelector('video').{value}")

    WebDriverWait(driver, 60).until(lambda _: video("currentTime") > 0.2)
    assert video("error") is None
    assert video("paused") is False
    timeline = Film(figure()).timeline
    assert video("duration") == pytest.approx(timeline.seconds, abs=0.5 / timeline.fps)
    assert (video("videoWidth"), video("videoHeight")) == (960, 540)
    assert video("ariaLabel") == ALT
    if os.environ.get("SHOT"):
        driver.save_screenshot(os.environ["SHOT"])
