"""An animation is saved as what the file's name says, whole or not at all."""

import os
import pty
import signal
from collections.abc import Iterator
from pathlib import Path

import imageio.v3 as imageio
import numpy as np
import pytest
from figures import storyboard
from scripts import STEPS, SWEEP, names, write_script

from animations.rendering import Animation, Film
from animations.rendering.collection import load
from animations.rendering.formats import FORMATS
from animations.rendering.writing import WritingError


def dot(folder: Path, timeline: str = SWEEP) -> Animation:
    (folder / "scripts").mkdir()
    return load(write_script(folder / "scripts", "dot", timeline))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "saved"
    path.mkdir()
    return path


@pytest.mark.parametrize("suffix", [".gif", ".mp4", ".webp", ".png", ".svg"])
def test_a_film_is_saved_as_any_format(
    suffix: str, folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = folder / f"a dot{suffix}"
    assert dot(tmp_path).save(path, scale=0.25, fps=10) == path
    assert names(folder) == [path.name]
    if suffix == ".svg":
        assert "<svg" in path.read_text("utf-8")
    else:
        first = imageio.imread(path, index=0)
        assert first.shape[:2] == (136, 240)
    assert capfd.readouterr() == ("", ""), "quiet where nobody watches"


def test_every_kind_of_film_and_still_can_be_asked_for(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"cannot save 'x\.doc': an animation is") as refused:
        dot(tmp_path).save(folder / "x.doc")
    kinds = [FORMATS[name].suffix for name in ("gif", "mp4", "pdf", "png", "svg", "webp")]
    assert str(refused.value).endswith(f"saved as {', '.join(kinds)}")
    assert not names(folder)


def test_settings_are_a_films(folder: Path, tmp_path: Path) -> None:
    animation = dot(tmp_path)
    path = animation.save(f"{folder}/DOT.PNG", theme="dark", scale=0.5, at=-1.5)
    film = Film(animation, theme="dark", scale=0.5)
    drawn = film.pixels(film.timeline.at(-1.5))[..., :3]
    assert np.array_equal(imageio.imread(path), drawn)
    gif = animation.save(folder / "dot.gif", scale=0.25, fps=20)
    pauses = imageio.improps(gif, index=None).n_images
    assert pauses == len(list(Film(animation, scale=0.25, fps=20).pictures()))


def test_a_narrow_one_on_a_background_of_its_own(folder: Path, tmp_path: Path) -> None:
    animation = dot(tmp_path)
    path = animation.save(folder / "a.png", layout="narrow", background="#fffaf0", scale=0.5)
    drawn = imageio.imread(path)
    assert drawn.shape[:2] == (300, 240)
    assert drawn[0, 0].tolist() == [0xFF, 0xFA, 0xF0]
    with pytest.raises(ValueError, match="unknown layout 'tall': choose from wide, narrow"):
        animation.save(folder / "b.png", layout="tall")
    with pytest.raises(ValueError, match="the light theme cannot stand on #888888"):
        animation.save(folder / "b.png", background="#888888")
    assert names(folder) == ["a.png"]


def test_a_still_is_saved_as_a_still(folder: Path) -> None:
    animation = storyboard("definitions")
    assert animation.save(folder / "x.svg").is_file()
    with pytest.raises(ValueError, match=r"'x\.gif': a still is saved as \.pdf, \.png, \.svg$"):
        animation.save(folder / "x.gif")
    with pytest.raises(ValueError, match="needs a figure that moves"):
        animation.save(folder / "x.png", at=1)
    assert names(folder) == ["x.svg"]


@pytest.mark.parametrize(
    ("timeline", "at", "allowed"),
    [(SWEEP, 2.5, "a shift from -2 to 2"), (STEPS, 0.5, "a whole shift from -1 to 2")],
)
def test_a_shift_that_is_not_shown(
    timeline: str, at: float, allowed: str, folder: Path, tmp_path: Path
) -> None:
    animation = dot(tmp_path, timeline)
    with pytest.raises(ValueError, match=f"at must be {allowed}, got {at}"):
        animation.save(folder / "x.png", at=at)
    with pytest.raises(ValueError, match="at is for stills"):
        animation.save(folder / "x.gif", at=at)


def test_a_folder_that_does_not_exist(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as refused:
        dot(tmp_path).save(folder / "none" / "x.gif")
    folder_ = str(folder / "none")
    assert str(refused.value) == f"cannot write {folder_}/x.gif: there is no folder {folder_!r}"


@pytest.mark.parametrize("suffix", [".gif", ".mp4", ".webp"])
def test_a_file_stays_if_the_new_one_fails(
    suffix: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / f"x{suffix}"
    path.write_bytes(b"old")
    pictures = Film.pictures

    def broken(film: Film, frames: object = None) -> Iterator[tuple[object, int]]:
        yield from list(pictures(film))[:3]
        raise KeyboardInterrupt

    monkeypatch.setattr(Film, "pictures", broken)
    with pytest.raises(KeyboardInterrupt):
        dot(tmp_path).save(path, scale=0.25, fps=10)
    assert names(folder) == [path.name]
    assert path.read_bytes() == b"old"


def test_what_was_left_by_a_process_that_was_killed_is_put_away(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    animation = dot(tmp_path)
    monkeypatch.setattr(Film, "pictures", lambda film: os.kill(os.getpid(), signal.SIGKILL))
    child = os.fork()
    if child == 0:
        try:
            animation.save(folder / "killed.mp4", scale=0.25)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert len(names(folder)) == 2, "a room and its lock"
    animation.save(folder / "x.png", scale=0.25)
    assert names(folder) == ["x.png"]


def test_a_folder_in_place_of_the_file(folder: Path, tmp_path: Path) -> None:
    (folder / "x.png").mkdir()
    with pytest.raises(WritingError, match=r"cannot write .*x\.png: Is a directory"):
        dot(tmp_path).save(folder / "x.png", scale=0.25)
    assert names(folder) == ["x.png"]


def test_a_terminal_sees_a_bar(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller, terminal = pty.openpty()
    with open(terminal, "w", encoding="utf-8") as stream:  # noqa: PTH123 - it has no path
        monkeypatch.setattr("sys.stderr", stream)
        dot(tmp_path).save(folder / "x.gif", scale=0.25, fps=10)
        stream.flush()
        said = os.read(controller, 10**5).decode()
    os.close(controller)
    assert "x.gif" in said and "━" in said
