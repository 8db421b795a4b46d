"""How the rendering of a figure can end."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from animations.rendering.command_line.interruption import stop_if_interrupted
from animations.rendering.command_line.options import UsageError
from animations.rendering.command_line.publication import WritingError

Result = TypeVar("Result")


@dataclass(frozen=True)
class File:
    """A file that was written: its name, its size in bytes, how many frames it shows."""

    name: str
    size: int
    frames: int


@dataclass(frozen=True)
class Rendered:
    """A figure's files, the seconds they took, and all the formats that the figure comes in."""

    files: tuple[File, ...]
    seconds: float
    formats: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """The figure cannot be rendered as it was asked for."""

    reason: str


@dataclass(frozen=True)
class Failure:
    """The figure should have been rendered, and was not.

    Attributes
    ----------
    cause : str
        Why, in one line.
    traceback : str
        Where, if it is a bug; else empty.
    """

    cause: str
    traceback: str = ""

    def describe(self, program: str, name: str) -> str:
        """Return what to report; the last line names the figure and the cause."""
        return f"{self.traceback}{program}: {name} failed: {self.cause}"


def attempt(work: Callable[[], Result]) -> Result | LeftOut | Failure:
    """Return what the work returns, or why it does not."""
    try:
        return work()
    except UsageError as error:
        return LeftOut(str(error))
    except WritingError as error:
        return Failure(str(error))
    except (Exception, SystemExit) as error:
        stop_if_interrupted()  # which can be what made it fail
        cause = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure(cause.removesuffix(":"), traceback.format_exc())
