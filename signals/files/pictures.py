"""Pictures in files."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from signals.arguments import FloatArray
from signals.files.errors import FileError, one_line
from signals.grey_levels import WHITE, grey_levels


def read_picture(file: Path) -> FloatArray:
    """Read a picture as whole grey levels from 0, black, to 99, white.

    Raises
    ------
    FileError
        If it holds no picture, or not one of 8 or 16 bits.
    OSError
        If the file cannot be read.
    """
    import imageio.v3  # slow to load

    file.open("rb").close()  # to be told apart from what is no picture
    how: dict[str, Any] = {"plugin": "pillow", "index": 0, "rotate": True}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of a picture that nobody sees
        try:
            pixels = imageio.v3.imread(file, **how)
            if pixels.dtype in (np.uint8, np.bool_):
                levels = grey_levels(imageio.v3.imread(file, mode="RGB", **how))
            else:
                levels = pixels * (WHITE / 65535)
        except Exception as error:  # whatever the readers of so many kinds of pictures raise
            raise FileError(f"is no picture that can be read: {one_line(error)}") from error
    if pixels.dtype.kind == "f" or levels.ndim != 2 or levels.max() > WHITE or levels.min() < 0:
        raise FileError(f"has {pixels.dtype} pixels; allowed are 8 or 16 bits for each colour")
    rounded: FloatArray = np.rint(levels)
    return rounded
