"""Pictures in files."""

import io
import struct
import zlib

import imageio.v3
import numpy as np
import pytest
from PIL import Image

GARBAGE = np.random.default_rng(7).bytes(500)


def picture(kind, image, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize("suffix", ["png", "gif", "bmp", "tif", "webp"])
def test_a_picture_is_grey_levels_from_0_to_99(written, suffix):
    rng = np.random.default_rng(5)
    kind = {"tif": "TIFF"}.get(suffix, suffix.upper())
    grey = rng.integers(0, 256, (4, 6), dtype=np.uint8)
    grey[0, :2] = 0, 255
    options = {"lossless": True} if suffix == "webp" else {}
    found = written(f"a.{suffix}", picture(kind, Image.fromarray(grey), **options))
    np.testing.assert_array_equal(found, np.rint(grey / 255 * 99))
    assert found[0, :2].tolist() == [0, 99]


def test_colours_count_as_bright_as_they_look(written):
    colors = np.array([[[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]]], dtype=np.uint8)
    found = written("a.png", picture("PNG", Image.fromarray(colors)))
    assert found.tolist() == [[30, 58, 11, 99]]
    clear = Image.fromarray(colors).convert("RGBA")
    assert written("b.png", picture("PNG", clear)).tolist() == [[30, 58, 11, 99]]


def test_pictures_of_sixteen_bits_and_of_one(written):
    fine = np.array([[0, 65535, 32768]], dtype=np.uint16)
    data = imageio.v3.imwrite("<bytes>", fine, extension=".png", plugin="pillow")
    assert written("a.png", data).tolist() == [[0, 99, 50]]
    bits = Image.fromarray(np.array([[True, False]]))
    assert written("b.png", picture("PNG", bits)).tolist() == [[99, 0]]


PNG = picture("PNG", Image.new("L", (40, 30), 7))


@pytest.mark.parametrize(
    ("name", "contents", "message"),
    [
        ("a.png", b"", "is no picture"),
        ("a.jpg", GARBAGE, "is no picture"),
        ("a.png", PNG[:60], "is no picture"),
        ("a.tif", picture("TIFF", Image.new("F", (2, 2))), "has float32 pixels; allowed are 8"),
    ],
)
def test_what_is_no_picture_is_refused_in_one_line(refused, name, contents, message):
    assert message in refused(name, contents)


@pytest.mark.parametrize(
    ("size", "message"),
    [
        (
            (12_001, 2_100),
            "has 12,001 × 2,100 pixels; at most 25,000,000 are allowed: make it",
        ),
        ((12_000, 12_000), "has 12,000 × 12,000 pixels; at most"),  # of which Pillow warns
        ((20_000, 20_000), "has too many pixels; at most"),  # which it refuses
    ],
)
def test_a_picture_that_would_fill_the_memory_is_not_decoded(refused, size, message):
    head = picture("PNG", Image.new("1", (40, 30)))
    start = b"IHDR" + struct.pack(">II", *size) + head[24:29]
    data = head[:12] + start + struct.pack(">I", zlib.crc32(start)) + head[33:]
    assert message in refused("a.png", data)


def test_a_camera_that_was_turned_makes_no_difference(written):
    grey = np.arange(0, 240, 40, dtype=np.uint8).reshape(2, 3)
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: to be turned clockwise
    found = written("a.png", picture("PNG", Image.fromarray(grey), exif=exif))
    np.testing.assert_array_equal(found, np.rint(np.rot90(grey, -1) / 255 * 99))
