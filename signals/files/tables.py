"""Columns of numbers in a text file."""

import codecs
import math
import re
from collections.abc import Sequence
from contextlib import suppress
from itertools import compress
from pathlib import Path
from typing import NamedTuple, NoReturn

import numpy as np

from signals.arguments import FloatArray, IndexArray, shown
from signals.files.errors import FileError
from signals.files.numbers import number

_ALLOWED = "numbers in columns, with one line of names over them at most"
_LONGEST = 20_000_000  # bytes: at most ten million numbers of one digit, in seconds
_WIDE = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE
_QUOTED = re.compile(r'"([^",;\t]*)"')
_NUMERIC = re.compile(r'"?[+-]?[.,]?\d')
_PADDED = re.compile(r",\s*[+-]?0\d")
_DECIMAL = "; a comma stands between columns: if it is meant as a decimal comma, write a point"


class Table(NamedTuple):
    """Numbers, the lines of the file that they stand in, and how they stand there.

    The numbers have two axes, rows and columns, but one axis if they are in one column or line.
    Columns may have names; what there is to say of commas ends a message on wrong numbers.
    """

    numbers: FloatArray
    lines: Sequence[int] | IndexArray
    named: bool
    commas: str


def read_table(file: Path) -> Table:
    """Read columns of numbers, as `signals.samples.from_file` says.

    Raises
    ------
    FileError
        If a line holds something else; it says which. If the file is larger than 20 MB.
    OSError
        If the file cannot be read.
    """
    size = file.stat().st_size
    if size > _LONGEST:
        raise FileError(
            f"has {size:,} bytes of text; at most {_LONGEST:,} are read: save the numbers as .npy, "
            "or fewer of them"
        )
    lines, rows = _rows(_text(file.read_bytes()))
    if not rows:
        raise FileError(f"is empty; allowed are {_ALLOWED}")
    separator = _separator(rows[min(1, len(rows) - 1)])
    rows = _plain(rows, separator)
    named = _are_names(_cells(rows[0], separator))
    if named:
        lines, rows = lines[1:], rows[1:]
    if not rows:
        raise FileError(f"holds no numbers; allowed are {_ALLOWED}")
    commas = _DECIMAL if separator == "," else ""
    table = _all_at_once(rows, separator)
    if table is None:
        table = _line_by_line(lines, rows, separator, commas)
    if commas:
        _refuse_padded(lines, rows)
    single = table.shape[1] == 1 or (table.shape[0] == 1 and table.shape[1] > 2 and not named)
    return Table(table.ravel() if single else table, lines, named, commas)


def _text(data: bytes) -> str:
    if data.startswith(_WIDE):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise FileError(f"is no text; allowed are {_ALLOWED}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")  # names of columns from an old spreadsheet


def _rows(text: str) -> tuple[IndexArray, list[str]]:
    """Return the lines that hold something, and their numbers."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = [line.strip(" ") for line in lines]
    kept = np.array([row.lstrip()[:1] not in ("", "#") for row in rows])
    return np.flatnonzero(kept) + 1, list(compress(rows, kept))


def _separator(row: str) -> str | None:
    """Return what stands between the columns of a row; None for blanks."""
    return next((each for each in (";", "\t", ",") if each in row.strip()), None)


def _plain(rows: list[str], separator: str | None) -> list[str]:
    """Return rows with decimal points, without quotes nor an empty cell at their ends."""
    if separator in (";", "\t"):
        rows = [row.replace(",", ".") for row in rows]
    if any('"' in row for row in rows):
        rows = [_QUOTED.sub(r"\1", row) for row in rows]
    return [row.removesuffix(separator) for row in rows] if separator else rows


def _cells(row: str, separator: str | None) -> list[str]:
    return [cell.strip() for cell in row.split(separator)]


def _all_at_once(rows: Sequence[str], separator: str | None) -> FloatArray | None:
    """Return rows of finite numbers, fast; nothing if there is anything else."""
    if not all(rows):  # which NumPy would pass over
        return None
    with suppress(ValueError):
        table = np.loadtxt(rows, delimiter=separator, comments=None, ndmin=2)
        if len(table) == len(rows) and np.isfinite(table).all():
            return table
    return None


def _line_by_line(
    lines: IndexArray, rows: Sequence[str], separator: str | None, commas: str
) -> FloatArray:
    """Return rows of finite numbers, or say which line is none."""
    numbers: list[list[float]] = []
    for line, row in zip(lines, rows, strict=True):
        cells = _cells(row, separator)
        if not all(map(_is_finite, cells)):
            _refuse(line, cells)
        numbers.append([number(cell) for cell in cells])
        if len(cells) != len(numbers[0]):
            raise FileError(
                f"line {line} has {len(cells)} columns, and line {lines[0]} has "
                f"{len(numbers[0])}; all must have as many{commas}"
            )
    return np.array(numbers)


def _refuse(line: int, cells: Sequence[str]) -> NoReturn:
    """Say which cell of a line holds no finite number."""
    column = next(index for index, cell in enumerate(cells) if not _is_finite(cell))
    has = f"has {shown(cells[column])}" if cells[column] else "has no number"
    raise FileError(
        f"line {line} {has} in column {column + 1}; allowed are finite numbers, separated by , or "
        "; or tabs or blanks, under one line of names at most, none of them a number"
    )


def _refuse_padded(lines: IndexArray, rows: Sequence[str]) -> None:
    """Refuse 1,05 and 1,000.5: nobody begins a number with 05 or 000."""
    for line, row in zip(lines, rows, strict=True):
        found = _PADDED.search(row)
        if found:
            column = row.count(",", 0, found.end()) + 1
            cell = _cells(row, ",")[column - 1]
            raise FileError(f"line {line} has {shown(cell)} in column {column}{_DECIMAL}")


def _is_finite(cell: str) -> bool:
    try:
        return math.isfinite(number(cell))
    except ValueError:
        return False


def _are_names(cells: Sequence[str]) -> bool:
    """Whether a first line is left out: not if that could be a loss.

    Nothing in it is a number, not even one that is refused, such as 1_000 and 0,5; and not all of
    it begins as one, such as 10:30.
    """
    for cell in cells:
        with suppress(ValueError):
            float(cell.strip('"').replace(",", "."))
            return False
    return not all(map(_NUMERIC.match, cells))
