"""PNG stills, lossless."""

from pathlib import Path

import numpy as np

from .arrays import Pixels


def png(pixels: Pixels, optimize: bool = True) -> bytes:
    """Return one frame as a PNG without alpha; the same pixels always give the same bytes.

    What is not optimized is larger, and there sooner.

    Raises
    ------
    ValueError
        If the frame has another shape or type.
    """
    if pixels.ndim != 3 or pixels.shape[2] != 4 or pixels.dtype != np.uint8:
        raise ValueError(
            f"a still is uint8 of shape (height, width, 4), not {pixels.dtype} of {pixels.shape}"
        )
    import imageio.v3  # only needed here, and slow to load

    return imageio.v3.imwrite(
        "<bytes>", pixels[..., :3], plugin="pillow", extension=".png", optimize=optimize
    )


def write_png(path: str | Path, pixels: Pixels) -> None:
    """Write one frame as a PNG file, as `png` makes it.

    Raises
    ------
    ValueError
        If the frame has another shape or type.
    OSError
        If the file cannot be written.
    """
    encoded = png(pixels)
    path = Path(path)
    with path.open("wb"):
        pass  # what cannot be opened isn't ours to remove
    try:
        path.write_bytes(encoded)
    except BaseException:
        path.unlink()
        raise
