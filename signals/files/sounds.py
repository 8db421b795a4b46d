"""Sounds in files."""

import warnings
from pathlib import Path

import numpy as np

from signals.arguments import FloatArray, shown
from signals.files.errors import FileError, one_line
from signals.files.numbers import finite

_CUT = "Reached EOF prematurely"


def read_sound(file: Path, start: str, stop: str) -> FloatArray:
    """Read a WAV file as values from −1 to 1, the mean of its channels.

    Parameters
    ----------
    file : Path
        Whose numbers are whole, of 8 to 64 bits, or floats, which are taken as they are.
    start, stop : str
        Seconds between which to take a stretch; empty for the ends of the file.

    Raises
    ------
    FileError
        If it holds no sound, or the stretch does not lie in it.
    OSError
        If the file cannot be read.
    """
    from scipy.io import wavfile  # type: ignore[import-untyped]  # slow to load

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            rate, data = wavfile.read(file)
        except OSError:
            raise
        except Exception as error:  # whatever SciPy makes of bytes that are no sound
            raise FileError(f"is no WAV file that can be read: {one_line(error)}") from error
    if any(_CUT in str(warning.message) for warning in told):
        raise FileError("is cut off: it ends before its sound does")
    if not data.size or rate < 1:
        raise FileError("holds no sound")
    first, last = _stretch(start, stop, rate, len(data))
    data = data[first:last]
    if data.dtype.kind == "u":
        values = data / 128.0 - 1.0
    elif data.dtype.kind == "i":
        values = data / 2.0 ** (8 * data.dtype.itemsize - 1)
    else:
        values = data.astype(np.float64)
    return finite(values.mean(axis=1) if values.ndim == 2 else values)


def _stretch(start: str, stop: str, rate: int, count: int) -> tuple[int, int]:
    """Return the first sample of a stretch, and one past its last."""
    length = count / rate
    lasts = f"the file lasts {length:.6g} s"
    try:
        first, last = float(start or 0), float(stop or length)
    except ValueError:
        raise FileError(
            f"a stretch is two numbers of seconds, as [0.5:0.8], got {shown(f'{start}:{stop}')}; "
            f"{lasts}"
        ) from None
    ends = round(first * rate) if abs(first) <= length else -1, count
    if stop:
        ends = ends[0], round(last * rate) if abs(last) <= length + 1 / rate else -1
    if not 0 <= ends[0] < ends[1] <= count:
        raise FileError(f"there is no sound from {first:g} to {last:g} s: {lasts}")
    return ends
