"""A WebP is the film, pixel by pixel."""

import numpy as np
from PIL import Image

from animations.rendering.encoders import WebpEncoder


def test_every_pixel_and_every_duration_is_kept(film, tmp_path):
    height, width = film[0].shape[:2]
    path = tmp_path / "a.webp"
    with WebpEncoder(path, (width, height), fps=25) as webp:
        for frame in film:
            webp.add(frame)
    with Image.open(path) as shown:
        assert shown.info["loop"] == 0
        time = 0
        for index in range(shown.n_frames):
            shown.seek(index)
            shown.load()
            original = film[time // 40]
            assert np.array_equal(np.asarray(shown.convert("RGB")), original[..., :3])
            time += shown.info["duration"]
    assert abs(time - 40 * len(film)) <= 40
