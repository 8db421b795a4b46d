"""A small post: two figures of the collection, their twins, and the player."""

import shutil
from dataclasses import asdict
from itertools import pairwise, product
from pathlib import Path

import pytest
from figures import storyboard

from animations.rendering import Film
from animations.rendering.cues import Cues
from animations.rendering.formats import FORMATS, Entry, File
from animations.rendering.page.embedding import Embedding
from animations.rendering.page.snippets import FORMS, snippets
from animations.rendering.render import render
from animations.rendering.theme import LOOKS, PLAIN
from animations.rendering.timeline import Timeline

PLAYER = Path(__file__).parents[3] / "animations" / "rendering" / "page" / "figure.js"
FPS = 10
KINDS = ("mp4", "png")
WIDE = (960, 540)
STYLE = """
:root { color-scheme: light dark; color: #1b2430; background: #fff; font: 17px/1.6 sans-serif; }
:root[data-theme="dark"] { color-scheme: dark; color: #eef2f6; background: #10171f; }
@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) { color: #eef2f6; background: #10171f; }
}
body { margin: 0 auto; max-width: 960px; padding: 1rem; }
figure { margin: 2rem 0; }
video { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: 0.5rem; font-size: 0.9rem; }
"""


class Shown:
    """A figure of the post: its film, light, and which t is seen when."""

    def __init__(self, name: str, digits: int, twins: bool = False) -> None:
        self.name, self.digits = name, digits
        self.looks = LOOKS if twins else [PLAIN]
        self.film = Film(storyboard(name), fps=FPS)
        self.shifts = shifts(self.film.timeline)
        self.moments = moments(self.film.timeline)

    def write(self, folder: Path) -> None:
        """Write its files."""
        for look in self.looks:
            film = Film(self.film.animation, look.theme, *look.size, fps=FPS)
            kinds = [FORMATS[kind] for kind in KINDS]
            render(film, kinds, folder, self.name, film.poster, lambda _: None, look)

    def markup(self, autoplay: bool = False) -> str:
        """Return the figure for a page, as it is pasted."""
        cues = asdict(Cues.of(self.film.animation, FPS))
        details = {
            file: File(kind, look.theme, look.layout, look.size, 1, cues)
            for look, kind in product(self.looks, KINDS)
            for file in FORMATS[kind].files(self.name, look)
        }
        texts = self.name, f"This is {self.name}.", f"How {self.name} goes"
        entry = Entry(self.name, *texts, tuple(details), WIDE, details, base="img/")
        (pasted,) = snippets(Embedding(entry), [form for form in FORMS if form.name == "figure"])
        return pasted.text if autoplay else pasted.text.replace(" data-autoplay", "")


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


def write_page(folder: Path, name: str, figures: str) -> None:
    """Write a page with figures."""
    (folder / name).write_text(
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Post</title>\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<link rel="icon" href="img/discrete.png">\n<link rel="stylesheet" href="page.css">\n'
        f"<body><main><h1>Post</h1>\n{figures}\n</main></body></html>\n",
        "utf-8",
    )


@pytest.fixture(scope="session")
def shown() -> list[Shown]:
    return [Shown("continuous", 2, twins=True), Shown("discrete", 0)]


@pytest.fixture(scope="session")
def post(shown: list[Shown], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the post."""
    folder = tmp_path_factory.mktemp("post")
    (folder / "img").mkdir()
    for figure in shown:
        figure.write(folder / "img")
    shutil.copy(PLAYER, folder / "img")
    (folder / "page.css").write_text(STYLE, "utf-8")
    write_page(folder, "index.html", "\n".join(each.markup() for each in shown))
    write_page(folder, "autoplay.html", "\n".join(each.markup(autoplay=True) for each in shown))
    return folder
