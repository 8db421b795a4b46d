"""PNG stills, lossless."""

from pathlib import Path

import numpy as np

from .arrays import Pixels


def write_png(path: str | Path, pixels: Pixels) -> None:
    """Write one frame as a PNG without alpha; the same pixels always give the same bytes.

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
    import imageio.v3  # only needed here, and slow to load

    png = imageio.v3.imwrite(
        "<bytes>", pixels[..., :3], plugin="pillow", extension=".png", optimize=True
    )
    path = Path(path)
    with path.open("wb"):
        pass  # what cannot be opened isn't ours to remove
    try:
        path.write_bytes(png)
    except BaseException:
        path.unlink()
        raise
