"""Arrays, sounds and pictures in files, as real numbers."""

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from signals.arguments import MOST_VALUES, FloatArray, shown

WHITE = 99  # the lightest grey level: two digits fit on a tile
LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601

_MAGIC = b"\x93NUMPY"
_SHAPES = "one axis for a discrete signal, (n, 2) for times and values, two to four for a grid"
_CUT = "Reached EOF prematurely"


class FileError(ValueError):
    """A file cannot be read, or not be understood; the message is one line."""


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
        raise FileError(f"is no whole .npy file of numbers: {_line(error)}") from error
    if array.dtype.kind not in "biuf":
        raise FileError(f"holds {array.dtype} values; allowed are real numbers")
    if not (1 <= array.ndim <= 4 and 0 < array.size <= MOST_VALUES):
        raise FileError(
            f"holds an array of shape {array.shape}; allowed are {_SHAPES}, and 1 to "
            f"{MOST_VALUES:,} values"
        )
    return _finite(np.array(array, dtype=np.float64))


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
            raise FileError(f"is no WAV file that can be read: {_line(error)}") from error
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
    return _finite(values.mean(axis=1) if values.ndim == 2 else values)


def grey_levels(file: Path) -> FloatArray:
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
                light = imageio.v3.imread(file, mode="RGB", **how) @ np.array(LUMA) / 255
            else:
                light = pixels / 65535.0
        except Exception as error:  # whatever the readers of so many kinds of pictures raise
            raise FileError(f"is no picture that can be read: {_line(error)}") from error
    if pixels.dtype.kind == "f" or light.ndim != 2 or light.max() > 1 or light.min() < 0:
        raise FileError(f"has {pixels.dtype} pixels; allowed are 8 or 16 bits for each colour")
    levels: FloatArray = np.rint(light * WHITE)
    return levels


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


def _finite(values: FloatArray) -> FloatArray:
    wrong = np.argwhere(~np.isfinite(values))
    if wrong.size:
        first = tuple(wrong[0].tolist())
        position = first[0] if len(first) == 1 else first
        raise FileError(f"holds {values[first]} at position {position}; all values must be finite")
    return values


def _line(error: Exception) -> str:
    """Return what a library says, in one line of bearable length."""
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= 120 else f"{said[:120]}…"
