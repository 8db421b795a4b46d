"""What can go wrong at writing a file, in words that name it."""

from __future__ import annotations  # for a Python that is too old, which is told so by these

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class WritingError(Exception):
    """A file that could not be written; the message names it and says why."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows: nothing is wrong with the code, so one line."""
        return [f"{type(self).__name__}: {self}"]


@contextmanager
def writing(file: str | Path, only: Path | None = None) -> Iterator[None]:
    """Turn what goes wrong at writing a file into a `WritingError`.

    Where a script's own code runs meanwhile, ``only`` is the file: what goes wrong with another
    one is the script's.
    """
    try:
        yield
    except OSError as error:
        if only and error.filename is not None and Path(os.fsdecode(error.filename)) != only:
            raise
        cause = error.strerror or str(error) or type(error).__name__
        raise WritingError(f"cannot write {file}: {cause}") from error
