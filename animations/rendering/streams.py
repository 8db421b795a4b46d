"""The standard streams, which may be closed or broken."""

import os
import sys
from contextlib import suppress


def complain(text: str) -> None:
    """Write a line to stderr; if nobody listens any more, never mind."""
    with suppress(OSError, ValueError):
        print(text, file=sys.stderr, flush=True)


def open_missing_streams() -> None:
    """Connect standard streams that are closed to nothing.

    Otherwise the next file that is opened takes their number, and gets what is meant for them.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        os.set_inheritable(number, True)
    os.close(number)


def flush_output() -> None:
    """Flush stdout; if nobody reads it any more, as after ``| head``, drop what is left."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
