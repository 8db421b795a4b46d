"""A figure looks the same whatever the user's matplotlibrc says, and leaves it as it is."""

from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from figures import film_of, storyboard

from animations.rendering import Film

ODD = {
    "agg.path.chunksize": 20,
    "axes.formatter.use_mathtext": True,
    "axes.grid": True,
    "axes.linewidth": 7.0,
    "axes.titlesize": 40,
    "axes.unicode_minus": False,
    "axes.xmargin": 0.4,
    "figure.autolayout": True,
    "figure.constrained_layout.use": True,
    "figure.dpi": 37.0,
    "figure.facecolor": "red",
    "font.family": ["monospace"],
    "font.size": 30.0,
    "grid.linewidth": 5.0,
    "image.interpolation": "bicubic",
    "image.resample": False,
    "lines.antialiased": False,
    "lines.dash_capstyle": "round",
    "lines.linewidth": 10.0,
    "lines.marker": "x",
    "lines.solid_capstyle": "butt",
    "mathtext.default": "regular",
    "mathtext.fontset": "dejavusans",
    "patch.antialiased": False,
    "patch.force_edgecolor": True,
    "path.simplify": False,
    "path.simplify_threshold": 1.0,
    "path.sketch": (3.0, 90.0, 2.0),
    "path.snap": False,
    "savefig.facecolor": "blue",
    "text.antialiased": False,
    "text.color": "red",
    "text.hinting": "none",
    "text.parse_math": False,
    "text.usetex": True,
    "xtick.bottom": False,
    "xtick.direction": "in",
    "xtick.labelsize": 30.0,
    "ytick.right": True,
}


@pytest.fixture
def untouched() -> Iterator[None]:
    """Put the settings back, should the figure have failed to."""
    with mpl.rc_context():
        yield


def settings() -> dict[str, object]:
    return {key: mpl.rcParams._get(key) for key in mpl.rcParams}


@pytest.mark.parametrize("name", ["continuous", "definitions", "multichannel"])
def test_odd_settings_change_no_pixel(name: str, untouched: None) -> None:
    plain = film_of(name, "dark")
    frames = [plain.poster, plain.timeline[-1], plain.timeline[0]]
    expected = [plain.pixels(frame) for frame in frames]
    mpl.rcParams.update(ODD)
    film = Film(storyboard(name), theme="dark")
    for frame, pixels in zip(frames, expected, strict=True):
        assert np.array_equal(film.pixels(frame), pixels)
        assert np.array_equal(film.redraw(frame), pixels)


def test_odd_settings_change_no_vector_graphic(untouched: None, tmp_path: Path) -> None:
    for name in ("plain", "odd"):
        film = Film(storyboard("definitions"))
        film.write_vector(tmp_path / f"{name}.svg", film.poster)
        mpl.rcParams.update(ODD)
    page = (tmp_path / "plain.svg").read_bytes()
    assert page.startswith(b"<?xml") and b"<text" not in page  # type is outlines
    assert page == (tmp_path / "odd.svg").read_bytes()


@pytest.mark.parametrize("name", ["continuous", "definitions"])
def test_settings_are_as_they_were(name: str, untouched: None, tmp_path: Path) -> None:
    mpl.rcParams.update({"lines.linewidth": 10.0, "font.size": 30.0})
    before = settings()
    film = Film(storyboard(name), scale=0.5)
    film.pixels(film.timeline[0])
    film.redraw(film.poster)
    film.write_vector(tmp_path / "page.svg", film.poster)
    assert settings() == before
