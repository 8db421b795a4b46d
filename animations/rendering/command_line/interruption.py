"""Ctrl-C and its relatives: one KeyboardInterrupt, and quiet while things are put away."""

from __future__ import annotations  # for a Python that is too old, which is told so by what follows

import atexit
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]

_PATIENCE = 2.0  # seconds after which a further signal ends what does not end by itself


class _State:
    """What is known of signals, which belong to the process as a whole."""

    process = 0  # the process that hears them, and not those that a script forks
    lasting = False  # whether it does so to its end
    came = inf  # when the first came, on the monotonic clock
    shields = 0  # how many blocks put them off


def listen() -> None:
    """Be `interruptible` from here on to the end of the process."""
    _State.lasting = True
    _hear()
    atexit.register(_ignore)  # what is registered first is done last


def be_done(status: int) -> None:
    """Let no late signal spoil the status of a process that listened, and is done.

    What does not end by itself soon, such as a script's thread, is ended by a further one.
    """
    if not _State.lasting:
        return
    end = time.monotonic()

    def late(number: int, frame: FrameType | None) -> None:
        if time.monotonic() > end + _PATIENCE:
            os._exit(status)

    for number in SIGNALS:
        signal.signal(number, late)


def _ignore() -> None:
    if _State.lasting and os.getpid() == _State.process:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise KeyboardInterrupt at the first Ctrl-C, SIGTERM or SIGHUP; those that follow are late.

    One that comes when there should long have been an end ends the process at once. A SIGHUP that
    is ignored, as under nohup, stays ignored. Work that takes long calls `stop_if_interrupted` now
    and then.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    if _State.lasting:
        stop_if_interrupted()
        yield
        return
    _State.came = inf
    before = {number: signal.getsignal(number) for number in SIGNALS}
    hook = sys.unraisablehook
    _hear()
    try:
        yield
    finally:
        for number in SIGNALS:
            signal.signal(number, before[number])
        sys.unraisablehook = hook


def _hear() -> None:
    hook = sys.unraisablehook

    def overlook(lost: UnraisableHookArgs) -> None:
        if not issubclass(lost.exc_type, KeyboardInterrupt):
            hook(lost)

    sys.unraisablehook = overlook
    _State.process = os.getpid()
    for number in SIGNALS:
        if number == signal.SIGINT or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def has_come() -> bool:
    """Whether there was an interrupt."""
    return _State.came < inf


def stop_if_interrupted() -> None:
    """Raise a KeyboardInterrupt that got lost.

    Python drops what is raised while an object is being destroyed; drawing destroys many.
    """
    if has_come():
        raise KeyboardInterrupt


def become_a_child() -> None:
    """Forget what the process has heard from which this one was forked."""
    _State.came, _State.shields, _State.lasting = inf, 0, False


def leave_if_forked(process: int) -> None:
    """End, if this is not that process: a script has forked, and its child came back to us."""
    if os.getpid() != process:
        os._exit(0)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put an interrupt off until the block is done, which is short and must not end halfway."""
    before = has_come()
    _State.shields += 1
    try:
        yield
    finally:
        _State.shields -= 1
    if has_come() and not before and not _State.shields:
        raise KeyboardInterrupt


def _interrupt(number: int, frame: FrameType | None) -> None:
    if os.getpid() != _State.process:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        return
    now = time.monotonic()
    if not has_come():
        _State.came = now
        if not _State.shields:
            raise KeyboardInterrupt
    elif now > _State.came + _PATIENCE:
        os._exit(130)
