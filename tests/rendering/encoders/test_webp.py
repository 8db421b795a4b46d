"""A WebP is the film, pixel by pixel."""

import numpy as np
import pytest
from PIL import Image

from animations.rendering.encoders import WebpEncoder


@pytest.mark.parametrize("fps", [10, 20, 25, 50])
@pytest.mark.parametrize("times", [1, 7])
def test_every_pixel_and_every_duration_is_kept(film, fps, times, tmp_path):
    path = tmp_path / "a.webp"
    with WebpEncoder(path, (160, 96), fps=fps) as webp:
        for frame in film:
            webp.add(frame, times)
    with Image.open(path) as shown:
        assert shown.info["loop"] == 0
        time = 0
        for index in range(shown.n_frames):
            shown.seek(index)
            shown.load()
            original = film[time * fps // (1000 * times)]
            assert np.array_equal(np.asarray(shown.convert("RGB")), original[..., :3])
            time += shown.info["duration"]
    assert time == 1000 * times * len(film) / fps
