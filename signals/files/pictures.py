"""Pictures in files."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from signals.arguments import FloatArray
from signals.files.errors import FileError, one_line
from signals.grey_levels import WHITE, grey_levels

_MOST = 25_000_000  # pixels: a second and half a gigabyte
_FINEST = 65535  # of 16 bits
_SMALLER = f"; at most {_MOST:,} are allowed: make it smaller, or cut out a part"
_BOMB = "DecompressionBombError"  # of Pillow, which decodes for imageio


def read_picture(file: Path) -> FloatArray:
    """Read a picture as whole grey levels from 0, black, to 99, white.

    Raises
    ------
    FileError
        If it holds no picture, one of more than 25 million pixels, or not of 8 or 16 bits.
    OSError
        If the file cannot be read.
    """
    import imageio.v3  # slow to load

    file.open("rb").close()  # to be told apart from what is no picture
    how: dict[str, Any] = {"plugin": "pillow", "index": 0}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about parts of a picture that nobody sees
        try:
            # Tells the size without decoding anything.
            found = imageio.v3.improps(file, **how)
            rows, columns = found.shape[:2]
            if rows * columns > _MOST:
                raise FileError(f"has {columns:,} × {rows:,} pixels{_SMALLER}")
            if found.dtype in (np.uint8, np.bool_):
                colors = imageio.v3.imread(file, mode="RGB", rotate=True, **how)
                return np.rint(grey_levels(colors))
            pixels = imageio.v3.imread(file, rotate=True, **how)
        except FileError:
            raise
        except Exception as error:  # whatever the readers of so many kinds of pictures raise
            if type(error.__cause__).__name__ == _BOMB:
                raise FileError(f"has too many pixels{_SMALLER}") from error
            raise FileError(f"is no picture that can be read: {one_line(error)}") from error
    of_16_bits = pixels.dtype.kind in "iu" and pixels.min() >= 0 and pixels.max() <= _FINEST
    if pixels.ndim != 2 or not of_16_bits:
        raise FileError(f"has {pixels.dtype} pixels; allowed are 8 or 16 bits for each colour")
    levels: FloatArray = np.rint(pixels * (WHITE / _FINEST))
    return levels
