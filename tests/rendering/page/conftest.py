"""A small post: two figures of the collection, their twins, and the player."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from figures import storyboard

from animations.rendering import Film
from animations.rendering.formats import FORMATS
from animations.rendering.render import render
from animations.rendering.timeline import Frame, Timeline

PLAYER = Path(__file__).parents[3] / "animations" / "rendering" / "page" / "figure.js"
FPS = 10
WIDE, NARROW = (960, 540), (480, 600)
TWINS = [
    ("-narrow-dark", "(max-width: 480px) and (prefers-color-scheme: dark)", NARROW),
    ("-narrow", "(max-width: 480px)", NARROW),
    ("-dark", "(prefers-color-scheme: dark)", WIDE),
]
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
    """A figure of the post: its film, light, and what the markup says of it."""

    def __init__(self, name: str, digits: int, twins: bool = False) -> None:
        self.name, self.digits, self.twins = name, digits, twins
        self.film = Film(storyboard(name), fps=FPS)
        self.shifts = shifts(self.film.timeline)
        self.moments = moments(self.film.timeline)

    def films(self) -> Iterator[tuple[str, Film]]:
        """Yield the twins, with what their files are called."""
        yield self.name, self.film
        if self.twins:
            animation = self.film.animation
            yield self.name, Film(animation, "dark", fps=FPS)
            for theme in ("light", "dark"):
                yield f"{self.name}-narrow", Film(animation, theme, *NARROW, scale=0.5, fps=FPS)

    def markup(self, autoplay: bool = False) -> str:
        """Return the figure for a page."""
        file = f"img/{self.name}"
        sources = [
            f'<source src="{file}{mark}.mp4" type="video/mp4" media="{media}"'
            f' data-width="{width}" data-height="{height}">'
            for mark, media, (width, height) in TWINS * self.twins
        ]
        about = {
            "fps": self.film.timeline.fps,
            "digits": self.digits,
            "t": polyline(self.shifts),
            "poster": self.film.poster.index,
            "moments": " ".join(map(str, self.moments)),
        }
        data = " ".join(f'data-{name}="{value}"' for name, value in about.items())
        return "\n".join(
            [
                f'<figure class="convolution" {data}{" data-autoplay" * autoplay}>',
                '<video controls loop muted playsinline preload="none" width="960" height="540"'
                f' poster="{file}.png" aria-label="How {self.name} goes">',
                *sources,
                f'<source src="{file}.mp4" type="video/mp4">',
                f'<img src="{file}.png" width="960" height="540" alt="" loading="lazy">',
                f"</video>\n<figcaption>This is {self.name}.</figcaption>\n</figure>",
            ]
        )


def shifts(timeline: Timeline) -> list[float]:
    """Return t of every frame; while the figure still prepares, the first t of its sweep."""
    swept = [frame.t if frame.sweeping else None for frame in timeline]
    first = next(t for t in swept if t is not None)
    return [first if t is None else t for t in swept]


def polyline(values: list[float]) -> str:
    """Return the places and values between which others lie on straight lines."""
    slopes = [b - a for a, b in pairwise(values)]
    bends = [i for i, (a, b) in enumerate(pairwise(slopes), 1) if abs(a - b) > 1e-9]
    return " ".join(f"{i} {values[i]:.6g}" for i in [0, *bends, len(values) - 1])


def moments(timeline: Timeline) -> list[int]:
    """Return the first of the frames in which t rests in the sweep."""
    return [
        frame.index
        for frame, after in pairwise(timeline)
        if frame.sweeping and frame.t == after.t and not _rested(timeline, frame)
    ]


def _rested(timeline: Timeline, frame: Frame) -> bool:
    before = timeline[frame.index - 1] if frame.index else None
    return before is not None and before.sweeping and before.t == frame.t


def write_page(folder: Path, name: str, figures: str) -> None:
    """Write a page with figures."""
    (folder / name).write_text(
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Post</title>\n'
        '<meta name="viewport" content="width=device-width">\n'
        '<link rel="icon" href="img/discrete.png">\n<link rel="stylesheet" href="page.css">\n'
        '<script src="figure.js" defer></script>\n'
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
    formats = [FORMATS["mp4"], FORMATS["png"]]
    for figure in shown:
        for name, film in figure.films():
            render(film, formats, folder / "img", name, film.poster, lambda _: None)
    shutil.copy(PLAYER, folder)
    (folder / "page.css").write_text(STYLE, "utf-8")
    write_page(folder, "index.html", "\n".join(each.markup() for each in shown))
    write_page(folder, "autoplay.html", "\n".join(each.markup(autoplay=True) for each in shown))
    return folder
