"""What all encoders promise: frames are checked, and a file is finished or gone."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from animations.rendering.encoders import Encoder, GifEncoder, Mp4Encoder, Palette, WebpEncoder

Make = Callable[..., Encoder]


@pytest.fixture(params=["gif", "mp4", "webp"])
def make(request) -> Make:
    def build(path: Path, size=(160, 96), fps=25) -> Encoder:
        if request.param != "gif":
            return {"mp4": Mp4Encoder, "webp": WebpEncoder}[request.param](path, size, fps=fps)
        palette = Palette(np.array([[255, 255, 255]], dtype=np.uint8))
        return GifEncoder(path, size, fps=fps, palette=palette)

    return build


def test_two_runs_give_the_same_bytes(make, film, tmp_path):
    for name in ("one", "two"):
        with make(tmp_path / name) as encoder:
            for frame in film:
                encoder.add(frame)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_reused_buffer_gives_the_same_bytes(make, film, tmp_path):
    buffer = np.empty_like(film[0])
    with make(tmp_path / "fresh") as fresh, make(tmp_path / "reused") as reused:
        for frame in film:
            fresh.add(frame)
            buffer[:] = frame
            reused.add(buffer)
            buffer[:] = 0
    assert (tmp_path / "fresh").read_bytes() == (tmp_path / "reused").read_bytes()


def test_a_strided_frame_gives_the_same_bytes(make, film, tmp_path):
    with make(tmp_path / "straight") as straight, make(tmp_path / "strided") as strided:
        for frame in film[:12]:
            straight.add(frame)
            strided.add(np.asfortranarray(frame))
    assert (tmp_path / "straight").read_bytes() == (tmp_path / "strided").read_bytes()


def test_a_held_picture_gives_the_same_bytes_as_equal_frames(make, film, tmp_path):
    with make(tmp_path / "repeated") as repeated, make(tmp_path / "held") as held:
        for frame in film[7:12]:
            for _ in range(5):
                repeated.add(frame)
            held.add(frame, times=5)
    assert held.frames == repeated.frames == 25
    assert (tmp_path / "held").read_bytes() == (tmp_path / "repeated").read_bytes()


@pytest.mark.parametrize("times", [0, -1])
def test_a_picture_that_stands_for_no_frame_is_refused(make, film, tmp_path, times):
    with pytest.raises(ValueError, match="at least one frame"), make(tmp_path / "film") as encoder:
        encoder.add(film[0], times)


def test_frames_are_counted(make, film, tmp_path):
    with make(tmp_path / "film") as encoder:
        for frame in film[:3]:
            encoder.add(frame)
    assert encoder.frames == 3


@pytest.mark.parametrize(
    "frame",
    [
        np.zeros((96, 160, 3), np.uint8),
        np.zeros((160, 96, 4), np.uint8),
        np.zeros((96, 160), np.uint8),
        np.zeros((96, 160, 4), np.float64),
    ],
)
def test_a_frame_of_another_shape_or_type_is_refused(make, frame, tmp_path):
    message = r"^frame 0 is .*not uint8 of shape \(96, 160, 4\)$"
    with pytest.raises(ValueError, match=message), make(tmp_path / "film") as encoder:
        encoder.add(frame)
    assert not list(tmp_path.iterdir())


def test_a_file_without_frames_is_refused(make, tmp_path):
    with pytest.raises(ValueError, match=r"^no frames to write to film$"), make(tmp_path / "film"):
        pass
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("fps", [0, -25, 12.5])
def test_a_senseless_frame_rate_is_refused(make, fps, tmp_path):
    with pytest.raises(ValueError, match=f"not {fps}$"):
        make(tmp_path / "film", fps=fps)


def test_an_empty_picture_is_refused(make, tmp_path):
    with pytest.raises(ValueError, match=r"not 0 × 96$"):
        make(tmp_path / "film", size=(0, 96))


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_leaving_through_an_exception_leaves_no_file(make, film, error, tmp_path):
    with pytest.raises(error), make(tmp_path / "film") as encoder:
        for frame in film[:20]:
            encoder.add(frame)
        raise error
    assert not list(tmp_path.iterdir())


@contextmanager
def room(most: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:  # before pytest writes again, perhaps to a file
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_where_there_is_no_room_the_reason_is_told(make, film, share, tmp_path):
    def encode():
        with make(tmp_path / "film") as encoder:
            for frame in film:
                encoder.add(frame)

    encode()
    size = (tmp_path / "film").stat().st_size
    # The last time, all but the very last byte finds room.
    with room(min(round(share * size), size - 1)), pytest.raises(OSError) as caught:
        encode()
    assert caught.value.errno == errno.EFBIG
    assert caught.value.strerror == os.strerror(errno.EFBIG)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(make, film, tmp_path):
    (tmp_path / "film").symlink_to("/dev/full")
    with pytest.raises(OSError) as caught, make(tmp_path / "film") as encoder:
        for frame in film:
            encoder.add(frame)
    assert caught.value.errno == errno.ENOSPC
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="counts what the system lists")
def test_an_interrupt_leaves_nothing_at_work(make, film, tmp_path):
    def at_work():
        return [len(list(Path(f"/proc/self/{what}").iterdir())) for what in ("task", "fd")]

    before = at_work()
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt), make(tmp_path / "film") as encoder:
            encoder.add(film[0])
            encoder.add(film[20])
            raise KeyboardInterrupt
    assert at_work() == before


@pytest.mark.parametrize("kind", [Mp4Encoder, WebpEncoder])
def test_a_film_too_wide_for_its_kind_is_refused(kind, tmp_path):
    with pytest.raises(ValueError, match=r"at most 1638\d pixels wide and high, not 20000 × 96$"):
        kind(tmp_path / "film", (20000, 96), fps=25)


def test_an_unwritable_path_is_named(make, film, tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"), make(tmp_path / "nowhere" / "film"):
        pass


def test_what_cannot_be_opened_is_not_removed(make, tmp_path):
    (tmp_path / "film").mkdir()
    with pytest.raises(OSError, match="film"), make(tmp_path / "film"):
        pass
    assert (tmp_path / "film").is_dir()
