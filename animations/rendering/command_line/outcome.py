"""How the rendering of a figure can end, and how that is told from process to process."""

import errno
import json
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from animations.rendering.command_line.interruption import stop_if_interrupted
from animations.rendering.command_line.options import UsageError
from animations.rendering.command_line.streams import printable
from animations.rendering.writing import WritingError

Result = TypeVar("Result")

_SCARCE = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
_LONGEST = 1000  # characters of a cause


@dataclass(frozen=True)
class File:
    """A file that was written."""

    format: str
    theme: str
    frames: int
    size: int  # bytes
    pixels: Sequence[int]  # width and height
    sha256: str


@dataclass(frozen=True)
class Rendered:
    """What a figure has become."""

    files: Mapping[str, File]  # by their names
    seconds: float
    formats: Sequence[str]  # all that the figure comes in
    about: Mapping[str, object]  # its title, caption and alt text
    sources: Mapping[str, str]  # the digest of every file that was loaded for it
    left_out: Mapping[str, str] = field(default_factory=dict)  # why there is no room, by file
    cues: Mapping[str, Any] | None = None  # which shift a film shows when


@dataclass(frozen=True)
class Failure:
    """The figure should have been rendered, and was not."""

    cause: str  # in one line
    traceback: str = ""  # if it is a bug

    def describe(self, program: str, name: str) -> str:
        """Return what to report; the last line names the figure and the cause."""
        return f"{self.traceback}{program}: {printable(name)} failed: {self.cause}"


Outcome = Rendered | UsageError | Failure
"""A usage error says why the figure cannot be rendered as it was asked for."""


def written(news: tuple[int, int] | Outcome) -> bytes:
    """Write down what one process has to tell another, as `read` reads it."""
    if isinstance(news, tuple):
        text: object = {"frames": news}
    elif isinstance(news, UsageError):
        text = {"refused": str(news)}
    else:
        text = {type(news).__name__.lower(): asdict(news)}
    return json.dumps(text).encode()


def read(news: bytes) -> tuple[int, int] | Outcome | None:
    """Return what another process has told; None if it was not `written` here."""
    try:
        ((kind, told),) = json.loads(news).items()
        if kind == "frames":
            return int(told[0]), int(told[1])
        if kind == "refused":
            return UsageError(told)
        if kind == "failure":
            return Failure(**told)
        files = {file: File(**facts) for file, facts in told.pop("files").items()}
        return Rendered(files=files, **told)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


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
        if isinstance(error, OSError) and error.errno in _SCARCE:
            return Failure(f"the system refuses more: {error.strerror}")
        cause = trace = ""
        # To write an error down may raise another, of any kind.
        with suppress(BaseException):
            cause = printable(" ".join(str(error).split()))
        with suppress(BaseException):
            trace = traceback.format_exc()
        stop_if_interrupted()
        name = type(error).__name__
        if len(cause) > _LONGEST:
            cause = f"{cause[:_LONGEST]} …"
        return Failure(f"{name}: {cause}" if cause else name, trace)
