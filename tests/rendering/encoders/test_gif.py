"""GIFs, taken apart by Pillow: every frame, its time and its colours."""

import struct
from typing import NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageSequence

from animations.rendering.encoders import GIF_RATES, GifEncoder, Palette


class Shown(NamedTuple):
    rgb: NDArray[np.uint8]
    milliseconds: int


def encode(path, frames, *, fps=25, palette=None):
    palette = palette or Palette.from_frames(frames)
    height, width, _ = frames[0].shape
    with GifEncoder(path, (width, height), fps=fps, palette=palette) as gif:
        for frame in frames:
            gif.add(frame)
    return path


def decode(path):
    with Image.open(path) as image:
        return [
            Shown(np.asarray(frame.convert("RGB")), frame.info["duration"])
            for frame in ImageSequence.Iterator(image)
        ]


def at_each_frame(shown, fps=25):
    """Return the picture that stands at each frame's time."""
    return [each.rgb for each in shown for _ in range(each.milliseconds * fps // 1000)]


def test_every_frame_shows_at_its_time(film, exact, psnr, tmp_path):
    palette = Palette.from_frames(film[::3], exact=exact)
    pictures = at_each_frame(decode(encode(tmp_path / "a.gif", film, palette=palette)))
    assert len(pictures) == len(film)
    for picture, frame in zip(pictures, film, strict=True):
        assert psnr(picture, frame[..., :3]) >= 50


def test_every_pixel_is_that_of_the_palette(film, tmp_path):
    # Whatever is left out as unchanged, no pixel of an earlier frame stays behind.
    palette = Palette.from_frames(film[:1], exact=np.array([[0, 0, 0]], dtype=np.uint8))
    pictures = at_each_frame(decode(encode(tmp_path / "a.gif", film, palette=palette)))
    for picture, frame in zip(pictures, film, strict=True):
        wanted = palette.colours[palette.indices(frame.view("<u4")[..., 0])]
        assert np.array_equal(picture, wanted)


def test_noise_is_drawn_exactly(tmp_path):
    # Two colours at random: changed and unchanged pixels alternate in every way.
    rng = np.random.default_rng(7)
    frames = [np.full((37, 53, 4), 255, dtype=np.uint8) for _ in range(30)]
    for index, frame in enumerate(frames):
        frame[..., :3] = 255 * (rng.random((37, 53, 1)) < index / 29)
    pictures = at_each_frame(decode(encode(tmp_path / "a.gif", frames)))
    for picture, frame in zip(pictures, frames, strict=True):
        assert np.array_equal(picture, frame[..., :3])


def test_flat_colours_are_exact(film, exact, tmp_path):
    palette = Palette.from_frames(film[::3], exact=exact)
    pictures = at_each_frame(decode(encode(tmp_path / "a.gif", film, palette=palette)))
    for picture, frame in zip(pictures, film, strict=True):
        for colour in exact:
            flat = (frame[..., :3] == colour).all(axis=2)
            assert flat.any()
            assert (picture[flat] == colour).all()


def test_the_last_frame_is_the_last_frame(film, tmp_path):
    encode(tmp_path / "a.gif", film, palette=Palette.from_frames(film[-1:]))
    assert np.array_equal(decode(tmp_path / "a.gif")[-1].rgb, film[-1][..., :3])


@pytest.mark.parametrize("fps", GIF_RATES)
def test_delays_add_up_to_the_duration(film, fps, tmp_path):
    shown = decode(encode(tmp_path / "a.gif", film[:37], fps=fps))
    assert sum(each.milliseconds for each in shown) * fps == 37 * 1000


def test_equal_frames_become_one(film, tmp_path):
    shown = decode(encode(tmp_path / "a.gif", film))
    assert len(shown) == 24
    assert [each.milliseconds for each in shown] == [9 * 40] + [40] * 22 + [9 * 40]


def test_frames_that_only_the_palette_makes_equal_become_one(film, tmp_path):
    fainter = film[0].copy()
    fainter[0, 0, :3] = (254, 255, 255)
    palette = Palette.from_frames(film[:1])
    shown = decode(encode(tmp_path / "a.gif", [film[0], fainter, film[0]], palette=palette))
    assert [each.milliseconds for each in shown] == [120]


def test_a_hold_longer_than_a_delay_can_be_is_split(film, tmp_path):
    frames = [film[0]] * 7000 + [film[-1]]  # 700 s; a delay ends at 655.35 s
    shown = decode(encode(tmp_path / "a.gif", frames, fps=10))
    assert sum(each.milliseconds for each in shown) == 700_100
    assert [each.milliseconds for each in shown] == [655_000, 45_000, 100]
    assert np.array_equal(shown[0].rgb, shown[1].rgb)


def test_a_film_may_have_one_frame(film, tmp_path):
    shown = decode(encode(tmp_path / "a.gif", film[:1]))
    assert [each.milliseconds for each in shown] == [40]
    assert np.array_equal(shown[0].rgb, film[0][..., :3])


def test_it_loops_for_ever(film, tmp_path):
    with Image.open(encode(tmp_path / "a.gif", film)) as image:
        assert image.info["loop"] == 0


def test_only_the_changed_rectangle_is_written(film, tmp_path):
    dotted = film[0].copy()
    dotted[3:5, 7:10, :3] = (200, 85, 13)
    written = encode(tmp_path / "a.gif", [film[0], dotted]).read_bytes()
    assert struct.pack("<BHHHH", 0x2C, 7, 3, 3, 2) in written  # left, top, width, height


def test_a_changed_corner_at_either_end_is_written(film, tmp_path):
    for y, x in ((0, 0), (0, -1), (-1, 0), (-1, -1)):
        dotted = film[0].copy()
        dotted[y, x, :3] = (200, 85, 13)
        shown = decode(encode(tmp_path / "a.gif", [film[0], dotted]))
        assert np.array_equal(shown[1].rgb, dotted[..., :3])


@pytest.mark.parametrize("fps", [1, 24, 30, 60, 100])
def test_a_rate_that_browsers_slow_down_is_refused(fps, tmp_path):
    palette = Palette(np.zeros((1, 3), dtype=np.uint8))
    with pytest.raises(
        ValueError, match=rf"^a GIF plays at 10, 20, 25, 50 fps, not {fps}: [^\n]+$"
    ):
        GifEncoder(tmp_path / "a.gif", (160, 96), fps=fps, palette=palette)


def test_a_side_that_a_gif_cannot_hold_is_refused(tmp_path):
    palette = Palette(np.zeros((1, 3), dtype=np.uint8))
    with pytest.raises(ValueError, match="65535"):
        GifEncoder(tmp_path / "a.gif", (65536, 96), fps=25, palette=palette)
