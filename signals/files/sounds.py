"""Sounds in files."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from signals.arguments import MOST_VALUES, FloatArray, shown
from signals.files.errors import FileError, one_line
from signals.files.numbers import finite, number

_CUT = "Reached EOF prematurely"


def read_sound(file: Path, stretch: str = ":") -> FloatArray:
    """Read a WAV file as values from −1 to 1, the mean of its channels.

    Parameters
    ----------
    file : Path
        Whose numbers are whole, of 8 to 64 bits, or floats, which are taken as they are.
    stretch : str
        Seconds between which to take it, ``0.5:0.8``; either may be left out.

    Raises
    ------
    FileError
        If it holds no sound, or too long a one, or the stretch does not lie in it.
    OSError
        If the file cannot be read.
    """
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            rate, data = _sound(file)
        except OSError:
            raise
        except Exception as error:  # whatever SciPy makes of bytes that are no sound
            raise FileError(f"is no WAV file that can be read: {one_line(error)}") from error
    if any(_CUT in str(warning.message) for warning in told):
        raise FileError("is cut off: it ends before its sound does")
    if not data.size or rate < 1:
        raise FileError("holds no sound")
    first, last = _samples(stretch, rate, len(data))
    if (last - first) * (data.size // len(data)) > MOST_VALUES:
        raise FileError(
            f"holds {last - first:,} samples; at most {MOST_VALUES:,} of all channels are allowed: "
            "take a stretch of seconds, as [0.5:0.8]"
        )
    data = np.array(data[first:last])
    if data.dtype.kind == "u":
        values = data / 128.0 - 1.0
    elif data.dtype.kind == "i":
        values = data / 2.0 ** (8 * data.dtype.itemsize - 1)
    else:
        values = data.astype(np.float64)
    return finite(values.mean(axis=1) if values.ndim == 2 else values)


def _sound(file: Path) -> tuple[int, NDArray[Any]]:
    """Return the samples in a second, and all of them, which are read where they are looked at."""
    from scipy.io import wavfile  # type: ignore[import-untyped]  # slow to load

    try:
        rate, data = wavfile.read(file, mmap=True)
    except ValueError:  # three bytes a sample, and a file that is cut off, cannot be mapped
        rate, data = wavfile.read(file)
    return rate, data


def _samples(stretch: str, rate: int, count: int) -> tuple[int, int]:
    """Return the first sample of a stretch, and one past its last."""
    length = count / rate
    lasts = f"the file lasts {length:.6g} s"
    start, colon, stop = (part.strip() for part in stretch.partition(":"))
    try:
        first, last = number(start or "0"), number(stop) if stop else length
    except ValueError:
        colon = ""
    if not colon:
        raise FileError(
            "a stretch is two numbers of seconds with a colon between them, as [0.5:0.8], got "
            f"{shown(f'[{stretch}]')}; {lasts}"
        )
    ends = round(first * rate) if abs(first) <= length else -1, count
    if stop:
        ends = ends[0], round(last * rate) if abs(last) <= length + 1 / rate else -1
    if not 0 <= ends[0] < ends[1] <= count:
        raise FileError(f"there is no sound from {first:g} to {last:g} s: {lasts}")
    return ends
