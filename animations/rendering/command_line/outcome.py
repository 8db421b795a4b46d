"""How the rendering of a figure can end."""

import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from animations.rendering.command_line.interruption import stop_if_interrupted
from animations.rendering.command_line.options import UsageError
from animations.rendering.command_line.streams import printable
from animations.rendering.writing import WritingError

Result = TypeVar("Result")


@dataclass(frozen=True)
class File:
    """A file that was written."""

    format: str
    theme: str
    frames: int
    size: int  # bytes
    sha256: str


@dataclass(frozen=True)
class Rendered:
    """What a figure has become."""

    files: Mapping[str, File]  # by their names
    seconds: float
    formats: tuple[str, ...]  # all that the figure comes in
    about: Mapping[str, object]  # its title, caption, alt text, and size in pixels
    sources: Mapping[str, str]  # the digest of every file that was loaded for it


@dataclass(frozen=True)
class Failure:
    """The figure should have been rendered, and was not."""

    cause: str  # in one line
    traceback: str = ""  # if it is a bug

    def describe(self, program: str, name: str) -> str:
        """Return what to report; the last line names the figure and the cause."""
        return f"{self.traceback}{program}: {name} failed: {self.cause}"


Outcome = Rendered | UsageError | Failure
"""A usage error says why the figure cannot be rendered as it was asked for."""


def attempt(work: Callable[[], Result]) -> Result | UsageError | Failure:
    """Return what the work returns, or why it does not."""
    try:
        return work()
    except UsageError as error:
        return error
    except WritingError as error:
        return Failure(str(error))
    except BaseException as error:  # whatever a script may raise
        stop_if_interrupted()  # which can be what made it fail
        cause = type(error).__name__
        with suppress(Exception):
            cause = " ".join(f"{cause}: {error}".split()).removesuffix(":")
        return Failure(printable(cause), traceback.format_exc())
