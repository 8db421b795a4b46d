"""What counts as a number in a file."""

import numpy as np

from signals.arguments import FloatArray
from signals.files.errors import FileError


def finite(values: FloatArray) -> FloatArray:
    """Return an array of finite numbers; of any other, say where it is not.

    Raises
    ------
    FileError
        If a number is infinite or NaN.
    """
    wrong = np.argwhere(~np.isfinite(values))
    if wrong.size:
        first = tuple(wrong[0].tolist())
        position = first[0] if len(first) == 1 else first
        raise FileError(f"holds {values[first]} at position {position}; all values must be finite")
    return values
