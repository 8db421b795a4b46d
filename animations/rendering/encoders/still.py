"""PNG stills, lossless."""

from pathlib import Path

import numpy as np
from PIL import Image

from .encoder import Pixels


def write_png(path: str | Path, pixels: Pixels) -> None:
    """Write one frame as a PNG without alpha; the same pixels always give the same bytes.

    Parameters
    ----------
    path
        The file to write, whatever its suffix.
    pixels
        uint8, shape (height, width, 4), opaque RGBA.

    Raises
    ------
    ValueError
        If the frame has another shape or type.
    OSError
        If the file cannot be written.
    """
    if pixels.ndim != 3 or pixels.shape[2] != 4 or pixels.dtype != np.uint8:
        raise ValueError(
            f"a still is uint8 of shape (height, width, 4), not {pixels.dtype} of {pixels.shape}"
        )
    image = Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
    image.save(path, format="PNG", optimize=True)
