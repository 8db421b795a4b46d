"""Storyboards: key moments side by side, each as its narrow film shows it."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import imageio.v3 as imageio
import numpy as np
import pypdfium2
import pytest
from figures import FIGURES, storyboard

from animations.rendering import Animation, Film, hold, sweep
from animations.rendering.formats import FORMATS, StillFormat
from animations.rendering.strip import Strip, key_moments, size_of
from animations.rendering.theme import Look
from animations.rendering.timeline import Timeline

MOVING = [name for name in FIGURES if not storyboard(name).is_still]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["continuous", "discrete"])
def test_every_part_is_a_frame_of_the_narrow_film(name: str, theme: str) -> None:
    strip = Strip(Film(storyboard(name), theme, scale=0.5))
    narrow = Film(storyboard(name), theme, 480, 600, 0.5)
    pixels = strip.pixels()
    assert pixels.shape == (300, 240 * len(strip.frames), 4) == (*strip.size[::-1], 4)
    for column, frame in enumerate(strip.frames):
        part = pixels[:, 240 * column : 240 * (column + 1)].astype(int)
        off = np.abs(part - narrow.redraw(frame))[:, 2:-2]  # less the lines between them
        assert np.max(off) <= 1, "but for rounding"
    line = pixels[40:-40, 238:242, :3]
    assert np.array_equal(line[0], line[-1]) and len(np.unique(line[0], axis=0)) > 1


@pytest.mark.parametrize("name", MOVING)
def test_moments_tell_the_story(name: str) -> None:
    figure = storyboard(name)
    timeline = Timeline(figure.timeline, 25)
    # Nothing is drawn to find them.
    film = SimpleNamespace(timeline=timeline, poster=timeline.at(figure.poster))
    frames = key_moments(cast(Film, film))
    shifts = [frame.t for frame in frames]
    assert 3 <= len(frames) <= 5
    assert shifts == sorted(set(shifts))
    assert figure.poster in shifts and timeline[-1].t in shifts
    assert timeline.shifts[0] not in shifts
    assert not any(frame.gliding or frame.aside for frame in frames)


def test_a_film_of_few_pictures_has_few_moments() -> None:
    panels = storyboard("continuous").panels
    for timeline, shifts in ((hold(1, 2), [1]), (sweep(1, 2, 0.04), [2])):
        film = Film(Animation("t", "c", "a", panels, timeline, (-8, 8), shifts[0]), scale=0.25)
        assert [frame.t for frame in key_moments(film)] == shifts
        assert size_of(film) == (120 * len(shifts), 150)


def test_vector_graphics_show_the_same(tmp_path: Path) -> None:
    film = Film(storyboard("continuous"))
    kind = FORMATS["storyboard"]
    assert isinstance(kind, StillFormat)
    paths = [tmp_path / file for file in kind.files("continuous", Look("dark"))]
    names = [f"continuous-dark-storyboard.{suffix}" for suffix in ("png", "svg", "pdf")]
    assert [path.name for path in paths] == names
    for path in paths:
        kind.write(path, film, film.poster)
    shown = imageio.imread(paths[0])
    assert (shown.shape[1], shown.shape[0]) == kind.size(film) == (4 * 480, 600)
    assert b"<svg" in paths[1].read_bytes()[:500]
    with pypdfium2.PdfDocument(paths[2]) as document:
        page = document[0]
        drawn = np.asarray(page.render(scale=1920 / page.get_width()).to_pil().convert("RGB"))
    assert drawn.shape == shown.shape
    assert np.abs(drawn.astype(int) - shown).mean() < 3


def test_a_still_has_none() -> None:
    assert not FORMATS["storyboard"].suits(storyboard("definitions"))
    assert FORMATS["storyboard"].suits(storyboard("continuous"))
