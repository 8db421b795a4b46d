"""A WebP is the film, pixel by pixel, or in the colours of a palette."""

import numpy as np
import pytest
from PIL import Image

from animations.rendering.encoders import GifEncoder, Palette, WebpEncoder


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


def test_in_a_palette_it_shows_what_a_gif_shows(film, tmp_path):
    palette = Palette(np.array([[255, 255, 255], [0, 0, 0], [21, 101, 216]]))
    for kind, path in ((GifEncoder, tmp_path / "a.gif"), (WebpEncoder, tmp_path / "a.webp")):
        with kind(path, (160, 96), fps=10, palette=palette) as encoder:
            for frame in film:
                encoder.add(frame)
    with Image.open(tmp_path / "a.gif") as gif, Image.open(tmp_path / "a.webp") as webp:
        assert gif.n_frames == webp.n_frames
        for index in range(gif.n_frames):
            shown = []
            for image in (gif, webp):
                image.seek(index)
                shown.append(np.asarray(image.convert("RGB")))
            assert np.array_equal(*shown)
            assert len(np.unique(shown[0].reshape(-1, 3), axis=0)) <= 3
