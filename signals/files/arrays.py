"""NumPy arrays in files."""

from pathlib import Path

import numpy as np

from signals.arguments import MOST_VALUES, FloatArray
from signals.files.errors import FileError, one_line
from signals.files.numbers import finite

_MAGIC = b"\x93NUMPY"
_SHAPES = "one axis for a discrete signal, (n, 2) for times and values, two to four for a grid"


def read_array(file: Path) -> FloatArray:
    """Read a NumPy array of finite real numbers, with one to four axes.

    Raises
    ------
    FileError
        If it holds anything else.
    OSError
        If the file cannot be read.
    """
    with file.open("rb") as stream:
        if stream.read(len(_MAGIC)) != _MAGIC:
            raise FileError("is no .npy file, as numpy.save writes it")
    try:
        # Mapped first, so that a file that is cut off asks for no memory.
        array = np.load(file, mmap_mode="r", allow_pickle=False)
    except Exception as error:  # whatever NumPy makes of bytes that are none of its own
        raise FileError(f"is no whole .npy file of numbers: {one_line(error)}") from error
    if array.dtype.kind not in "biuf":
        raise FileError(f"holds {array.dtype} values; allowed are real numbers")
    if not (1 <= array.ndim <= 4 and 0 < array.size <= MOST_VALUES):
        raise FileError(
            f"holds an array of shape {array.shape}; allowed are {_SHAPES}, and 1 to "
            f"{MOST_VALUES:,} values"
        )
    return finite(np.array(array, dtype=np.float64))
