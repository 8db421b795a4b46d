"""The planes of a film, against BT.709 as its recommendation defines it, in floating point."""

import numpy as np
import pytest

from animations.rendering.encoders.planes import Planes

# The primaries, white, black and grey; Y, Cb and Cr of ITU-R BT.709 in eight bits.
KNOWN = [
    ((255, 255, 255), (235, 128, 128)),
    ((0, 0, 0), (16, 128, 128)),
    ((128, 128, 128), (126, 128, 128)),
    ((255, 0, 0), (63, 102, 240)),
    ((0, 255, 0), (173, 42, 26)),
    ((0, 0, 255), (32, 240, 118)),
]


def bt709(pixels):
    """Return Y, Cb and Cr before they are rounded, chroma as the mean of 2 × 2 pixels."""
    red, green, blue = np.moveaxis(pixels[..., :3].astype(float), -1, 0)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    height, width = luma.shape
    blue, red = (
        difference.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
        for difference in ((blue - luma) / 1.8556, (red - luma) / 1.5748)
    )
    planes = 16 + luma * 219 / 255, 128 + blue * 224 / 255, 128 + red * 224 / 255
    return np.concatenate([plane.ravel() for plane in planes])


@pytest.mark.parametrize(("color", "planes"), KNOWN)
def test_known_colours(color, planes):
    pixels = np.array([[[*color, 255]] * 2] * 2, dtype=np.uint8)
    assert list(Planes((2, 2)).show(pixels)) == [planes[0]] * 4 + list(planes[1:])


def test_each_picture_is_converted_whatever_came_before():
    random = np.random.default_rng(1)
    planes = Planes((32, 18))
    pixels = random.integers(0, 256, (18, 32, 4), dtype=np.uint8)
    pixels[..., 3] = 255
    for _ in range(40):
        exact = bt709(pixels)
        shown = np.frombuffer(planes.show(pixels), dtype=np.uint8)
        assert np.abs(shown - exact).max() < 0.51  # half a level, and the fixed point
        # A single pixel, or a strip across blocks, or nothing changes until the next picture.
        rows, columns = random.integers(0, (18, 32))
        height, width = random.integers(0, 4, 2)
        change = random.integers(0, 256, (height, width, 3), dtype=np.uint8)
        part = pixels[rows : rows + height, columns : columns + width, :3]
        part[:] = change[: part.shape[0], : part.shape[1]]


def test_what_is_shown_is_not_overwritten():
    planes = Planes((2, 2))
    white = planes.show(np.full((2, 2, 4), 255, np.uint8))
    planes.show(np.array([[[0, 0, 0, 255]] * 2] * 2, dtype=np.uint8))
    assert list(white) == [235] * 4 + [128] * 2
