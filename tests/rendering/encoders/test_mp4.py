"""MP4s, taken apart box by box and decoded by ffmpeg."""

import os
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from imageio_ffmpeg import count_frames_and_secs, get_ffmpeg_exe

from animations.rendering.encoders import Mp4Encoder

posix_only = pytest.mark.skipif(os.name != "posix", reason="stands in a shell script for ffmpeg")


def encode(path, frames, *, fps=25):
    height, width, _ = frames[0].shape
    with Mp4Encoder(path, (width, height), fps=fps) as mp4:
        for frame in frames:
            mp4.add(frame)
    return path


def decode(path, shape):
    command = [get_ffmpeg_exe(), "-v", "error", "-i", str(path)]
    command += ["-vf", "scale=in_color_matrix=auto:flags=accurate_rnd+full_chroma_int"]
    command += ["-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, *shape)


def boxes(data):
    """Yield the kind and the content of each box."""
    while data:
        size, kind = struct.unpack(">I4s", data[:8])
        yield kind.decode(), data[8:size]
        data = data[size:]


def box(data, *kinds):
    """Return what is in the box inside the box inside the box."""
    for kind in kinds:
        data = dict(boxes(data))[kind]
    return data


def table(data, kind):
    """Return the 32-bit numbers of one of the sample tables."""
    content = box(data, "moov", "trak", "mdia", "minf", "stbl", kind)
    return np.frombuffer(content[8:], ">u4")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Let a shell script stand in for ffmpeg."""

    def put(script):
        program = tmp_path / "programs" / "ffmpeg"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(program))

    return put


@pytest.fixture
def folder(tmp_path):
    """Return the folder that a failed encoder must leave empty."""
    path = tmp_path / "films"
    path.mkdir()
    return path


def test_it_has_every_frame_and_the_exact_duration(film, tmp_path):
    path = encode(tmp_path / "a.mp4", film)
    assert count_frames_and_secs(path) == (40, 1.6)


@pytest.mark.parametrize("fps", [10, 24, 25, 30, 50])
def test_every_frame_lasts_as_long(film, fps, tmp_path):
    data = encode(tmp_path / "a.mp4", film[:9], fps=fps).read_bytes()
    ticks = struct.unpack(">I", box(data, "moov", "trak", "mdia", "mdhd")[12:16])[0]
    assert table(data, "stts").tolist() == [9, ticks / fps]


def test_it_is_what_browsers_play(film, tmp_path):
    path = encode(tmp_path / "a.mp4", film)
    said = subprocess.run(
        [get_ffmpeg_exe(), "-hide_banner", "-i", path], capture_output=True, text=True
    ).stderr
    (stream,) = [line for line in said.splitlines() if "Video:" in line]
    for words in ("h264 (High)", "yuv420p(tv, bt709", "160x96", "25 fps"):
        assert words in stream
    assert "Audio:" not in said
    assert "creation_time" not in said


def test_it_starts_to_play_before_all_is_loaded(film, tmp_path):
    kinds = [kind for kind, _ in boxes(encode(tmp_path / "a.mp4", film).read_bytes())]
    assert kinds.index("moov") < kinds.index("mdat")


@pytest.mark.parametrize("fps", [10, 25, 50])
def test_a_keyframe_comes_at_least_every_second(film, fps, tmp_path):
    frames = film * 3
    data = encode(tmp_path / "a.mp4", frames, fps=fps).read_bytes()
    keyframes = [*table(data, "stss").tolist(), len(frames) + 1]
    assert keyframes[0] == 1
    assert np.diff(keyframes).max() <= fps


def test_flat_colours_come_out_right(film, exact, tmp_path):
    decoded = decode(encode(tmp_path / "a.mp4", film), (96, 160, 3))
    for frame, original in zip(decoded, film, strict=True):
        for colour in exact:
            flat = (original[..., :3] == colour).all(axis=2)
            # The median, since at an edge 2 × 2 pixels share a colour. The wrong matrix is off by
            # a dozen levels and more.
            deviation = np.abs(frame[flat].astype(int) - colour)
            assert np.median(deviation, axis=0).max() <= 6


def test_every_frame_shows_at_its_time(film, psnr, tmp_path):
    decoded = decode(encode(tmp_path / "a.mp4", film), (96, 160, 3))
    for frame, original in zip(decoded, film, strict=True):
        # How light a pixel is, is stored for every one, unlike the colour.
        assert psnr(frame.mean(axis=2), original[..., :3].mean(axis=2)) > 35


@pytest.mark.parametrize("size", [(161, 96), (160, 97)])
def test_odd_sides_are_refused(size, tmp_path):
    with pytest.raises(ValueError, match=rf"^both sides .* even, not {size[0]} × {size[1]}$"):
        Mp4Encoder(tmp_path / "a.mp4", size, fps=25)


def test_a_name_may_look_like_an_option_or_an_address(film, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("-y", "http:a", "50%d.mp4"):
        encode(Path(name), film[:2])
        assert (tmp_path / name).stat().st_size > 0


@posix_only
def test_a_failure_is_told_in_ffmpegs_own_words(film, stand_in, folder):
    stand_in("echo 'No space left' >&2; echo >&2; echo 'Conversion failed!' >&2; exit 28")
    message = r"^ffmpeg failed \(status 28\): No space left; Conversion failed!$"
    with pytest.raises(RuntimeError, match=message):
        encode(folder / "a.mp4", film)
    assert not list(folder.iterdir())


@posix_only
def test_a_failure_after_the_last_frame_is_told(film, stand_in, folder):
    stand_in("cat > /dev/null; echo 'No space left' >&2; exit 28")
    with pytest.raises(RuntimeError, match=r"^ffmpeg failed \(status 28\): No space left$"):
        encode(folder / "a.mp4", film)
    assert not list(folder.iterdir())


@posix_only
def test_a_silent_failure_is_told(film, stand_in, folder):
    stand_in("kill -9 $$")
    with pytest.raises(RuntimeError, match=r"^ffmpeg failed \(status -9\): it gave no reason$"):
        encode(folder / "a.mp4", film)
    assert not list(folder.iterdir())


@posix_only
def test_much_talk_does_not_block(film, stand_in, folder):
    stand_in("head -c 300000 /dev/zero | tr '\\0' x >&2; cat > /dev/null")
    encode(folder / "a.mp4", film)


def test_a_missing_ffmpeg_is_named(film, folder, monkeypatch):
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(folder / "no-ffmpeg"))
    with pytest.raises(OSError, match="no-ffmpeg"):
        encode(folder / "a.mp4", film)
    assert not list(folder.iterdir())


@posix_only
def test_an_interrupt_stops_even_an_ffmpeg_that_hangs(film, stand_in, folder):
    stand_in("exec sleep 600")
    with pytest.raises(KeyboardInterrupt), Mp4Encoder(folder / "a.mp4", (160, 96), fps=25) as mp4:
        ffmpeg = mp4._ffmpeg.pid
        mp4.add(film[0])
        raise KeyboardInterrupt
    with pytest.raises(ProcessLookupError):
        os.kill(ffmpeg, 0)
    assert not list(folder.iterdir())


@posix_only
def test_ffmpeg_does_not_hear_ctrl_c(film, folder):
    with Mp4Encoder(folder / "a.mp4", (160, 96), fps=25) as mp4:
        mp4.add(film[0])
        assert os.getpgid(mp4._ffmpeg.pid) != os.getpgid(0)


@posix_only
def test_ffmpeg_ends_when_we_are_killed(stand_in, folder):
    stand_in(f"cat > /dev/null; echo ended > '{folder}/ended'")
    program = (
        "import os, signal, sys, numpy\n"
        "from animations.rendering.encoders import Mp4Encoder\n"
        "with Mp4Encoder(sys.argv[1], (160, 96), fps=25) as mp4:\n"
        "    mp4.add(numpy.zeros((96, 160, 4), 'uint8'))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", program, str(folder / "a.mp4")]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    for _ in range(1000):
        if (folder / "ended").exists():
            return
        time.sleep(0.01)
    pytest.fail("ffmpeg is still waiting for frames")
