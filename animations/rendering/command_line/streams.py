"""The standard streams, which may be closed or broken."""

from __future__ import annotations  # for a Python that is too old, which is told so by these

import io
import os
import re
import sys
from contextlib import suppress
from typing import TextIO

from animations.rendering.writing import WritingError, writing


def answer(text: str) -> None:
    """Write a line to stdout; if nobody reads any more, as after ``| head``, never mind.

    Raises
    ------
    WritingError
        If it cannot be written for another reason, here or in `flush_output`.
    """
    with writing("to the standard output"), suppress(BrokenPipeError, ValueError):
        print(text)


def complain(text: str) -> None:
    """Write a line to stderr; if nobody listens any more, never mind."""
    if sys.stderr is not None:  # which print() would take for stdout
        try:
            print(text, file=sys.stderr, flush=True)
        except (OSError, ValueError):
            _connect_to_nothing(sys.stderr)


def printable(text: str) -> str:
    """Return the text on one line, whatever is in it."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def marked(text: str) -> str:
    """Return the text on one line, but for what it marks by a caret on two lines at its end."""
    mark = re.search(r"\n  [^\n]*\n *\^\Z", text)
    return printable(text[: mark.start()]) + mark.group() if mark else printable(text)


def prepare_streams() -> None:
    """Make the standard streams safe to write to, whatever they are.

    Those that are closed are connected to nothing; otherwise the next file that is opened takes
    their number, and gets what is meant for them. A character that stdout cannot spell is
    replaced.
    """
    for name in ("stdout", "stderr"):
        if not isinstance(getattr(sys, name), io.TextIOBase | None):  # a script's own, with a write
            setattr(sys, name, getattr(sys, f"__{name}__"))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        os.set_inheritable(number, True)
    os.close(number)


def flush_output() -> None:
    """Write what stdout still holds; where that fails, drop it."""
    if not isinstance(sys.stdout, io.TextIOBase):
        return
    try:
        with writing("to the standard output"), suppress(ValueError):
            sys.stdout.flush()
    except WritingError as error:
        _connect_to_nothing(sys.stdout)
        if not isinstance(error.__cause__, BrokenPipeError):
            raise


def _connect_to_nothing(stream: TextIO | io.TextIOBase) -> None:
    """Drop what a stream still holds, which would spoil the status at the end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
