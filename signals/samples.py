"""Signals that were measured: made from samples, or read from a file."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from signals import latex
from signals.arguments import FloatArray, real_array, shown, within_floats
from signals.continuous import ContinuousSignal
from signals.discrete import DiscreteSignal
from signals.files.errors import FileError
from signals.pieces import Piece
from signals.polynomials import Constant, Polynomial

__all__ = ["MOST_ROWS", "SUFFIXES", "FileError", "from_file", "from_samples"]

MOST_ROWS = 10_000
"""Samples that a continuous signal can be made of. So many are convolved with a smooth curve in a
moment; with as many others they are too many pairs, see `signals.convolve`."""

_TABLES, _ARRAYS, _SOUNDS = (".csv", ".txt", ".tsv"), (".npy",), (".wav",)
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp")
SUFFIXES = _TABLES + _ARRAYS + _SOUNDS + _IMAGES
"""Ends of the names of files that can be read, in small letters; capitals will do, too."""

_STRETCH = r"(?P<file>.*)\[(?P<stretch>[^\[\]]*)\]"


def from_samples(
    times: ArrayLike, values: ArrayLike, kind: Literal["linear", "step"] = "linear"
) -> ContinuousSignal:
    """Make a continuous signal from samples at any times, exactly: every piece is a polynomial.

    Parameters
    ----------
    times : array_like, shape (rows,)
        Strictly increasing; they need not be evenly spaced.
    values : array_like, shape (rows,)
        The value at each time.
    kind : str
        ``"linear"``: straight lines lead from sample to sample, from the first time to the last;
        at least two are needed. ``"step"``: each value holds until the next time, and the last
        one for as long as the one before it; a lone one for 1.

    Raises
    ------
    ValueError
        If the times do not increase, a number is not finite, there are not as many values as
        times, too few or more than 10,000, or the kind is unknown.
    TypeError
        If something else than real numbers is given.

    Examples
    --------
    >>> x = from_samples([0, 1, 3], [0, 2, 1])
    >>> x(0.5), x(2.0), x(3.0)
    (1.0, 1.5, 0.0)
    """
    if kind not in ("linear", "step"):
        raise ValueError(f'from_samples: kind must be "linear" or "step", got {shown(kind)}')
    t, v = real_array(times, "from_samples: times"), real_array(values, "from_samples: values")
    if t.ndim != 1 or t.shape != v.shape:
        raise ValueError(
            "from_samples: times and values must be two rows of one length, got shapes "
            f"{t.shape} and {v.shape}"
        )
    if t.size < (2 if kind == "linear" else 1):
        least = "two samples" if kind == "linear" else "one sample"
        raise ValueError(f'from_samples: kind "{kind}" needs at least {least}, got {t.size}')
    with np.errstate(over="ignore"):
        within_floats(np.ptp(t), "from_samples: the time from the first to the last")
    if t.size > MOST_ROWS:
        raise ValueError(f"from_samples: {_too_many(t.size)}")
    disorder = _disorder(t)
    if disorder:
        before, after = t[disorder - 1 : disorder + 1].tolist()
        raise ValueError(
            f"from_samples: times must increase, but times[{disorder}] = {after!r} comes after "
            f"{before!r}"
        )
    pieces = _lines(t, v) if kind == "linear" else _steps(t, v)
    return ContinuousSignal(pieces, formula=latex.UNKNOWN)


def from_file(path: str | os.PathLike[str]) -> ContinuousSignal | DiscreteSignal | FloatArray:
    """Read a signal, or a grid of numbers, from a file; what it is follows from the file.

    - ``.csv``, ``.txt``, ``.tsv``: numbers in columns, in 20 MB at most, under one line of names,
      none of which is a number, or without. Between columns stands a comma, a semicolon, a tab or
      blanks. Where it is a semicolon or a tab, a comma is a decimal point; elsewhere it parts
      columns, so that decimal commas in a single column have to be written as points. Empty
      lines, and those that start with ``#``, are skipped. Two columns are times and values, in
      10,000 rows at most: a continuous signal with straight lines from sample to sample. One
      column, or a single line of three numbers or more, is a discrete signal from index 0 on.
      Three columns or more without names are a grid.
    - ``.npy``: one axis is a discrete signal from index 0 on, shape (n, 2) times and values, and
      any other array of two to four axes a grid.
    - ``.wav``: a discrete signal from index 0 on, from −1 to 1, the mean of all channels. Of a
      stretch, ``"clip.wav[0.5:0.8]"``, the numbers are seconds; either may be left out.
    - ``.png``, ``.jpg``, ``.gif``, ``.bmp``, ``.tif``, ``.webp``: a grid of whole grey levels from
      0, black, to 99, white, of 25 million pixels at most. Of several pictures it is the first;
      transparency does not count.

    Returns
    -------
    ContinuousSignal, DiscreteSignal or ndarray of float

    Raises
    ------
    FileError
        A ValueError: in one line which file, where in it, and what is allowed.
    TypeError
        If the path is none.
    """
    given = os.fspath(path)
    if not isinstance(given, str):
        raise TypeError(f"from_file: the path must be text, got {type(given).__name__}")
    name, stretch = _parted(given)
    with _told(given):
        suffix = Path(name).suffix.lower()
        if suffix not in SUFFIXES:
            if Path(name).is_dir():
                raise FileError("is a folder, not a file")
            raise FileError(f"is of no kind that can be read; allowed are {', '.join(SUFFIXES)}")
        if stretch is not None and suffix not in _SOUNDS:
            raise FileError(f"only of {', '.join(_SOUNDS)} a stretch can be taken")
        file = _existing(name)
        # What reads a file is loaded where there is one.
        if suffix in _SOUNDS:
            from signals.files.sounds import read_sound

            return DiscreteSignal(read_sound(file, ":" if stretch is None else stretch))
        if suffix in _IMAGES:
            from signals.files.pictures import read_picture

            return read_picture(file)
        return _read_numbers(file, suffix in _TABLES)


def _parted(given: str) -> tuple[str, str | None]:
    """Return the name of a file, and the stretch of it that is asked for."""
    found = re.fullmatch(_STRETCH, given, re.DOTALL)
    if not found or os.path.lexists(given):
        return given, None
    return found["file"], found["stretch"]


@contextmanager
def _told(given: str) -> Iterator[None]:
    """Say of which file something is told, in one line."""
    name = "".join(each if each.isprintable() else " " for each in given) or "''"
    try:
        yield
    except FileError as error:
        raise FileError(f"{name}: {error}") from error.__cause__
    except OSError as error:
        raise FileError(f"{name}: {error.strerror or 'it cannot be read'}") from error


def _existing(name: str) -> Path:
    file = Path(name)
    if "\0" in name or not file.exists():
        raise FileError("there is no such file")
    if not file.is_file():
        raise FileError("is a folder, not a file" if file.is_dir() else "is no file with contents")
    return file


def _read_numbers(file: Path, is_table: bool) -> ContinuousSignal | DiscreteSignal | FloatArray:
    """Return what a table or an array holds."""
    if is_table:
        from signals.files.tables import read_table

        numbers, rows, named, commas = read_table(file)
    else:
        from signals.files.arrays import read_array

        numbers, rows, named, commas = read_array(file), range(MOST_ROWS + 1), False, ""
    if numbers.ndim == 1:
        return DiscreteSignal(numbers)
    if numbers.ndim > 2 or numbers.shape[1] != 2:
        if named:
            raise FileError(
                f"has {numbers.shape[1]} columns with names; allowed are two, of times and values, "
                "one of values, or a grid without names"
            )
        return numbers
    times, values = numbers.T
    if times.size > MOST_ROWS:
        raise FileError(_too_many(times.size))
    where = "line" if is_table else "row"
    if times.size < 2:
        raise FileError(
            f"{where} {rows[0]} is the only one; times and values need at least two, or leave the "
            f"times out{commas}"
        )
    disorder = _disorder(times)
    if disorder:
        before, after = times[disorder - 1 : disorder + 1].tolist()
        raise FileError(
            f"{where} {rows[disorder]}: times must increase, but {after!r} comes after {before!r}"
            f"{commas}"
        )
    try:
        return from_samples(times, values)
    except ValueError as error:
        raise FileError(str(error)) from error


def _too_many(rows: int) -> str:
    every = -(-rows // MOST_ROWS)
    return (
        f"{rows:,} samples are too many for a continuous signal, which is made of {MOST_ROWS:,} at "
        f"most: keep one in {every}, or give the values alone as a discrete signal"
    )


def _disorder(times: FloatArray) -> int:
    """Return the first row whose time does not come after the one before; 0 if there is none."""
    wrong = np.flatnonzero(np.diff(times) <= 0)
    return int(wrong[0]) + 1 if wrong.size else 0


def _lines(t: FloatArray, v: FloatArray) -> list[Piece]:
    """Return straight lines from sample to sample, those at one height as one."""
    with np.errstate(over="ignore"):
        slopes = within_floats(np.diff(v) / np.diff(t), "from_samples: a slope")
    edges = np.flatnonzero(np.append(True, (slopes[1:] != 0) | (slopes[:-1] != 0)))
    starts, stops = t[edges].tolist(), t[[*edges[1:], -1]].tolist()
    rows = zip(starts, stops, v[edges].tolist(), slopes[edges].tolist(), strict=True)
    return [
        Piece(a, b, Polynomial((value, slope), a) if slope else Constant(value))
        for a, b, value, slope in rows
        if value or slope
    ]


def _steps(t: FloatArray, v: FloatArray) -> list[Piece]:
    """Return constants from time to time, equal neighbours as one."""
    longer = t[-1] - t[-2] if t.size > 1 else 1.0
    ends = within_floats(np.append(t, t[-1] + longer), "from_samples: the last time")
    edges = np.flatnonzero(np.append(True, v[1:] != v[:-1]))
    rows = zip(
        ends[edges].tolist(), ends[[*edges[1:], -1]].tolist(), v[edges].tolist(), strict=True
    )
    return [Piece(a, b, Constant(value)) for a, b, value in rows if value]
