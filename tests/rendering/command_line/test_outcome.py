"""How the rendering of a figure can end, and how that is told."""

import errno

import pytest

from animations.rendering.command_line.options import UsageError
from animations.rendering.command_line.outcome import (
    Failure,
    File,
    Rendered,
    attempt,
    read,
    written,
)

RENDERED = Rendered(
    files={"dot.gif": File("gif", "light", 9, 1234, [960, 540], "ab")},
    seconds=1.5,
    formats=["gif", "png"],
    about={"title": "τ"},
    sources={"dot.py": "cd"},
)


@pytest.mark.parametrize("news", [(3, 9), RENDERED, Failure("why", "Traceback …\n")])
def test_what_is_written_is_read(news: object) -> None:
    assert read(written(news)) == news  # type: ignore[arg-type]


def test_a_refusal_is_read_as_one() -> None:
    news = read(written(UsageError("not so")))
    assert isinstance(news, UsageError)
    assert str(news) == "not so"


@pytest.mark.parametrize(
    "bytes_",
    [b"", b"\x80\x04N.", b"hello\n", b"{}", b"[1]", b'{"frames": 3}', b'{"rendered": {}}'],
)
def test_what_was_not_written_here_is_none(bytes_: bytes) -> None:
    assert read(bytes_) is None


class UnspeakableError(Exception):
    """Its text ends the process, or raises."""

    def __str__(self) -> str:
        raise SystemExit(9)


def fail(error: BaseException) -> Failure:
    def work() -> None:
        raise error

    outcome = attempt(work)
    assert isinstance(outcome, Failure)
    return outcome


def test_an_exception_without_words_is_named() -> None:
    assert fail(UnspeakableError()).cause == "UnspeakableError"


def test_a_cause_is_one_line_of_some_length() -> None:
    cause = fail(ValueError("a\nb\x1b" + 5000 * "c")).cause
    assert cause.startswith("ValueError: a b\\x1bccc")
    assert len(cause) < 1100


def test_what_the_system_refuses_is_no_bug() -> None:
    failure = fail(OSError(errno.EMFILE, "Too many open files"))
    assert failure == Failure("the system refuses more: Too many open files")
