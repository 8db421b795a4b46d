"""What counts as a number in a file."""

import numpy as np

from signals.arguments import FloatArray
from signals.files.errors import FileError


def number(text: str) -> float:
    """Read a number, perhaps infinite or NaN, that is written in plain ASCII.

    Raises
    ------
    ValueError
        If it is none, 1_000 and ١, too, which Python would read.
    """
    if not text.isascii() or "_" in text:
        raise ValueError(f"no number: {text!r}")
    return float(text)


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
