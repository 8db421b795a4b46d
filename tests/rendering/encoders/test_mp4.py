"""MP4s, taken apart box by box and decoded by PyAV, directly and through imageio."""

import itertools
import struct
import subprocess
import sys

import av
import imageio.v3
import numpy as np
import pytest

from animations.rendering.encoders import Mp4Encoder

RATES = [10, 24, 25, 30, 50]

PROGRAM = """
import sys, numpy
from animations.rendering.encoders import Mp4Encoder
film = numpy.load(sys.argv[1])
for path in sys.argv[2:]:
    with Mp4Encoder(path, (160, 96), fps=25) as mp4:
        for frame in film:
            mp4.add(frame)
"""


def encode(path, frames, *, fps=25, times=1):
    height, width, _ = frames[0].shape
    with Mp4Encoder(path, (width, height), fps=fps) as mp4:
        for frame in frames:
            mp4.add(frame, times)
    return path


def decode(path, fps=25):
    """Return every frame, a picture that lasts as often as it shows."""
    with av.open(path) as container:
        stream = container.streams.video[0]
        pictures = [(p.time * fps, p.to_ndarray(format="rgb24")) for p in container.decode(stream)]
        end = float(stream.duration * stream.time_base * fps)
    starts = [start for start, _ in pictures] + [end]
    assert all(start == pytest.approx(round(start), abs=1e-6) for start in starts)
    lasts = np.diff(np.rint(starts).astype(int))
    assert lasts.min() >= 1
    return [shown for (_, shown), count in zip(pictures, lasts, strict=True) for _ in range(count)]


def boxes(data):
    """Yield the kind and the content of each box."""
    while data:
        size, kind = struct.unpack(">I4s", data[:8])
        yield kind.decode(), data[8:size]
        data = data[size:]


def box(path, *kinds):
    """Return what is in the box inside the box inside the box, as 32-bit numbers."""
    data = path.read_bytes()
    for kind in kinds:
        data = dict(boxes(data))[kind]
    return np.frombuffer(data[: len(data) // 4 * 4], ">u4").tolist()


def table(path, kind):
    """Return the numbers of one of the sample tables."""
    return box(path, "moov", "trak", "mdia", "minf", "stbl", kind)[2:]


def starts(path, fps):
    """Return the frame at which each sample starts, and the one after the last."""
    ticks = box(path, "moov", "trak", "mdia", "mdhd")[3]
    counts, lasts = np.reshape(table(path, "stts"), (-1, 2)).T
    samples = np.cumsum([0, *np.repeat(lasts, counts)]) * fps
    assert not (samples % ticks).any()
    return samples // ticks


@pytest.fixture
def stepwise(film):
    """Return pictures with how many frames they stand for, some more than a second."""
    return list(zip(film[10:22:2], [1, 70, 3, 24, 26, 64], strict=True))


@pytest.fixture
def held(stepwise, tmp_path):
    """Return the file of these pictures."""
    path = tmp_path / "held.mp4"
    with Mp4Encoder(path, (160, 96), fps=25) as mp4:
        for frame, times in stepwise:
            mp4.add(frame, times)
    return path


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("times", [1, 2, 40])
def test_every_header_tells_the_exact_duration(film, fps, times, tmp_path):
    path = encode(tmp_path / "a.mp4", film[:11], fps=fps, times=times)
    frames = 11 * times
    assert starts(path, fps)[-1] == frames
    _, _, _, ticks, duration, *_ = box(path, "moov", "trak", "mdia", "mdhd")
    assert duration * fps == frames * ticks
    # These count in milliseconds.
    length = pytest.approx(1000 * frames / fps, abs=1)
    assert box(path, "moov", "mvhd")[3:5] == [1000, length]
    assert box(path, "moov", "trak", "tkhd")[5] == length
    assert box(path, "moov", "trak", "edts", "elst")[1:4] == [1, length, 0]


@pytest.mark.parametrize("fps", RATES)
def test_every_frame_lasts_as_long(film, fps, tmp_path):
    path = encode(tmp_path / "a.mp4", film[8:32], fps=fps)
    assert starts(path, fps).tolist() == list(range(25))


def test_a_picture_that_stands_is_stored_once_a_second(held):
    # At its start, after each second without a keyframe, and at the end once more.
    assert starts(held, 25).tolist() == [0, 1, 26, 51, 71, 74, 98, 123, 124, 149, 174, 187, 188]


@pytest.mark.parametrize("fps", [10, 25, 50])
def test_a_keyframe_comes_at_least_every_second(film, fps, tmp_path):
    for times in (1, 3, 20, 70):
        path = encode(tmp_path / "a.mp4", film, fps=fps, times=times)
        samples = starts(path, fps)
        keyframes = [*samples[np.array(table(path, "stss")) - 1], samples[-1]]
        assert keyframes[0] == 0
        assert np.diff(keyframes).max() <= fps


def test_it_is_what_browsers_play(film, tmp_path):
    path = encode(tmp_path / "a.mp4", film)
    with av.open(path) as container:
        (stream,) = container.streams
        codec = stream.codec_context
        assert (codec.name, codec.profile, codec.pix_fmt) == ("h264", "High", "yuv420p")
        assert (codec.width, codec.height, stream.guessed_rate) == (160, 96, 25)
        assert "creation_time" not in container.metadata | stream.metadata
        # Range, matrix, primaries and transfer in the stream itself: limited, and BT.709's 1.
        assert (
            codec.color_range == codec.colorspace == codec.color_primaries == codec.color_trc == 1
        )
    # And in the container, for players that look only there; the last byte means limited.
    assert b"colrnclx" + bytes([0, 1, 0, 1, 0, 1, 0]) in path.read_bytes()


def test_it_starts_to_play_before_all_is_loaded(film, tmp_path):
    kinds = [kind for kind, _ in boxes(encode(tmp_path / "a.mp4", film).read_bytes())]
    assert kinds.index("moov") < kinds.index("mdat")


def test_flat_colours_come_out_right(film, exact, tmp_path):
    decoded = decode(encode(tmp_path / "a.mp4", film))
    for frame, original in zip(decoded, film, strict=True):
        for colour in exact:
            flat = (original[..., :3] == colour).all(axis=2)
            # The median, since at an edge 2 × 2 pixels share a colour. The wrong matrix is off by
            # a dozen levels and more.
            deviation = np.abs(frame[flat].astype(int) - colour)
            assert np.median(deviation, axis=0).max() <= 6


# Rows of other lengths than the encoder's own, which are padded, and halves of odd length.
@pytest.mark.parametrize("size", [(160, 96), (158, 90), (118, 66), (34, 50)])
def test_every_frame_shows_at_its_time(film, psnr, size, tmp_path):
    width, height = size
    film = [frame[:height, :width] for frame in film]
    decoded = decode(encode(tmp_path / "a.mp4", film))
    for frame, original in zip(decoded, film, strict=True):
        # How light a pixel is, is stored for every one, unlike the colour.
        assert psnr(frame.mean(axis=2), original[..., :3].mean(axis=2)) > 35


def test_every_time_that_is_sought_shows_its_picture(held, stepwise, psnr):
    frames = [frame for frame, times in stepwise for _ in range(times)]
    with av.open(held) as container:
        stream = container.streams.video[0]
        for index in itertools.chain(range(0, len(frames), 9), [0, 1, 70, 71, 123, 124, 187]):
            time = round(index / 25 / stream.time_base)
            container.seek(time, stream=stream)
            seconds = 0
            for picture in container.decode(stream):
                if picture.pts > time:
                    break
                seconds = max(seconds, (time - picture.pts) * stream.time_base)
                shown = picture.to_ndarray(format="rgb24")
            assert seconds < 1
            assert psnr(shown.mean(axis=2), frames[index][..., :3].mean(axis=2)) > 35


def test_imageio_reads_the_same_pictures(held, stepwise, psnr):
    shown = imageio.v3.imread(held, plugin="pyav")
    originals = [frame for frame, times in stepwise for _ in range(times)]
    for frame, start in zip(shown, starts(held, 25)[:-1], strict=True):
        assert psnr(frame.mean(axis=2), originals[start][..., :3].mean(axis=2)) > 35
    assert imageio.v3.immeta(held, plugin="pyav")["duration"] == pytest.approx(188 / 25)


def test_the_bytes_depend_on_the_film_alone(film, tmp_path):
    """Fresh processes at once and this one, first and after other films, leave the same."""
    np.save(tmp_path / "film.npy", film)
    paths = [tmp_path / f"{number}.mp4" for number in range(6)]
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "film.npy")]
    running = [subprocess.Popen([*command, *map(str, paths[n : n + 2])]) for n in (0, 2)]
    encode(tmp_path / "other.mp4", film[::-1], fps=50)
    with (
        Mp4Encoder(paths[4], (160, 96), fps=25) as one,
        Mp4Encoder(paths[5], (160, 96), fps=25) as two,
    ):
        for frame in film:
            one.add(frame)
            two.add(frame)
    assert [process.wait() for process in running] == [0, 0]
    assert len({path.read_bytes() for path in paths}) == 1


@pytest.mark.parametrize("size", [(161, 96), (160, 97)])
def test_odd_sides_are_refused(size, tmp_path):
    with pytest.raises(ValueError, match=rf"^both sides .* even, not {size[0]} × {size[1]}$"):
        Mp4Encoder(tmp_path / "a.mp4", size, fps=25)


def test_a_name_may_look_like_an_option_or_an_address(film, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("-y", "http:a", "50%d.mp4"):
        encode(tmp_path / name, film[:2])
        assert (tmp_path / name).stat().st_size > 0
