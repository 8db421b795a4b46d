"""Columns of numbers in a text file."""

import codecs
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import numpy as np

from signals.arguments import FloatArray, shown
from signals.files.errors import FileError

_ALLOWED = "numbers in columns, with one line of names over them at most"
_WIDE = codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE


class Table(NamedTuple):
    """Numbers, the lines of the file that they stand in, and whether the columns have names.

    The numbers have two axes, rows and columns, but one axis if they are in one column or line.
    """

    numbers: FloatArray
    lines: Sequence[int]
    named: bool


def read_table(file: Path) -> Table:
    """Read columns of numbers, as `signals.samples.from_file` says.

    Raises
    ------
    FileError
        If a line holds something else; it says which.
    OSError
        If the file cannot be read.
    """
    lines, rows = _rows(_text(file.read_bytes()))
    if not rows:
        raise FileError(f"is empty; allowed are {_ALLOWED}")
    separator = _separator(rows[min(1, len(rows) - 1)])
    named = not _is_number(_cells(rows[0], separator)[0])
    if named:
        lines, rows = lines[1:], rows[1:]
    if not rows:
        raise FileError(f"holds no numbers; allowed are {_ALLOWED}")
    numbers: list[list[float]] = []
    for line, row in zip(lines, rows, strict=True):
        cells = _cells(row, separator)
        try:
            numbers.append([float(cell) for cell in cells])
        except ValueError:
            _refuse(line, cells)
        if len(cells) != len(numbers[0]):
            raise FileError(
                f"line {line} has {len(cells)} columns, and line {lines[0]} has "
                f"{len(numbers[0])}; all must have as many"
            )
    table = np.array(numbers)
    for index in np.flatnonzero(~np.isfinite(table).all(axis=1))[:1]:
        _refuse(lines[index], _cells(rows[index], separator))
    single = table.shape[1] == 1 or (table.shape[0] == 1 and table.shape[1] > 2 and not named)
    return Table(table.ravel() if single else table, lines, named)


def _text(data: bytes) -> str:
    if data.startswith(_WIDE):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data:
        raise FileError(f"is no text; allowed are {_ALLOWED}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")  # names of columns from an old spreadsheet


def _rows(text: str) -> tuple[list[int], list[str]]:
    """Return the lines that hold something, and their numbers."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = [(number, line.strip(" ")) for number, line in enumerate(lines, start=1)]
    kept = [(n, row) for n, row in rows if row.strip() and not row.lstrip().startswith("#")]
    return [number for number, _ in kept], [row for _, row in kept]


def _separator(row: str) -> str | None:
    """Return what stands between the columns of a row; None for blanks."""
    return next((each for each in (";", "\t", ",") if each in row.strip()), None)


def _cells(row: str, separator: str | None) -> list[str]:
    """Return the cells of a row with decimal points, without an empty one at its end."""
    if separator in (";", "\t"):
        row = row.replace(",", ".")
    cells = [cell.strip(' "\t') for cell in row.split(separator)]
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells


def _refuse(line: int, cells: Sequence[str]) -> NoReturn:
    """Say which cell of a line holds no finite number."""
    column = next(number for number, cell in enumerate(cells) if not _is_number(cell))
    has = f"has {shown(cells[column])}" if cells[column] else "has no number"
    raise FileError(
        f"line {line} {has} in column {column + 1}; allowed are finite numbers, separated by , or "
        "; or tabs or blanks"
    )


def _is_number(cell: str) -> bool:
    try:
        return math.isfinite(float(cell))
    except ValueError:
        return False
