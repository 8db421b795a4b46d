"""Stills are lossless, and the same whenever they are written."""

import errno
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from animations.rendering.encoders import write_png


def test_a_still_is_lossless_and_opaque(film, tmp_path):
    write_png(tmp_path / "still", film[20])
    with Image.open(tmp_path / "still") as image:
        assert (image.format, image.mode) == ("PNG", "RGB")
        assert np.array_equal(np.asarray(image), film[20][..., :3])


def test_a_still_says_nothing_of_when_and_where(film, tmp_path):
    write_png(tmp_path / "still.png", film[20])
    with Image.open(tmp_path / "still.png") as image:
        assert not image.info


def test_two_stills_of_the_same_frame_are_the_same_bytes(film, tmp_path):
    for name in ("one.png", "two.png"):
        write_png(tmp_path / name, film[20])
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


@pytest.mark.parametrize(
    "pixels", [np.zeros((9, 16, 3), np.uint8), np.zeros((9, 16, 4)), np.zeros((9, 16), np.uint8)]
)
def test_anything_but_rgba_is_refused(pixels, tmp_path):
    with pytest.raises(ValueError, match=r"^a still is uint8 of shape \(height, width, 4\)"):
        write_png(tmp_path / "still.png", pixels)
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_named(film, tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        write_png(tmp_path / "nowhere" / "still.png", film[20])


def test_what_cannot_be_opened_is_not_removed(film, tmp_path):
    with pytest.raises(OSError, match=tmp_path.name):
        write_png(tmp_path, film[20])
    assert tmp_path.is_dir()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_and_leaves_no_file(film, tmp_path):
    (tmp_path / "still.png").symlink_to("/dev/full")
    with pytest.raises(OSError) as caught:
        write_png(tmp_path / "still.png", film[20])
    assert caught.value.errno == errno.ENOSPC
    assert not list(tmp_path.iterdir())
