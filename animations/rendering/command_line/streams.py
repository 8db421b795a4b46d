"""The standard streams, which may be closed or broken."""

import io
import os
import sys
from contextlib import suppress


def answer(text: str) -> None:
    """Write a line to stdout; `flush_output` tells whether that worked."""
    with suppress(OSError, ValueError):
        print(text)


def complain(text: str) -> None:
    """Write a line to stderr; if nobody listens any more, never mind."""
    if sys.stderr is not None:  # which print() would take for stdout
        with suppress(OSError, ValueError):
            print(text, file=sys.stderr, flush=True)


def printable(text: str) -> str:
    """Return the text on one line, whatever is in it."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def prepare_streams() -> None:
    """Make the standard streams safe to write to, whatever they are.

    Those that are closed are connected to nothing; otherwise the next file that is opened takes
    their number, and gets what is meant for them. A character that stdout cannot spell is
    replaced.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        os.set_inheritable(number, True)
    os.close(number)


def flush_output() -> str:
    """Flush stdout; return what is wrong, unless only nobody reads it any more, as after | head."""
    if sys.stdout is None:
        return ""
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return "" if isinstance(error, BrokenPipeError | ValueError) else str(error.strerror)
    return ""
