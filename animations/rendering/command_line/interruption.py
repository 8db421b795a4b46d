"""Ctrl-C and its relatives: one KeyboardInterrupt, and quiet while things are put away."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


class _State:
    """What is known of signals, which belong to the process as a whole."""

    came = False
    shields = 0  # how many blocks put them off


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise KeyboardInterrupt at the first Ctrl-C, SIGTERM or SIGHUP; those that follow are late.

    A SIGHUP that is ignored, as under nohup, stays ignored. Work that takes long calls
    `stop_if_interrupted` now and then.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    _State.came = False
    before = {number: signal.getsignal(number) for number in SIGNALS}
    hook = sys.unraisablehook

    def overlook(lost: "UnraisableHookArgs") -> None:
        if not issubclass(lost.exc_type, KeyboardInterrupt):
            hook(lost)

    sys.unraisablehook = overlook
    for number in SIGNALS:
        if number == signal.SIGINT or before[number] is not signal.SIG_IGN:
            signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number in SIGNALS:
            signal.signal(number, before[number])
        sys.unraisablehook = hook


def stop_if_interrupted() -> None:
    """Raise a KeyboardInterrupt that got lost.

    Python drops what is raised while an object is being destroyed; drawing destroys many.
    """
    if _State.came:
        raise KeyboardInterrupt


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put an interrupt off until the block is done, which is short and must not end halfway."""
    before = _State.came
    _State.shields += 1
    try:
        yield
    finally:
        _State.shields -= 1
    if _State.came and not before:
        raise KeyboardInterrupt


def _interrupt(number: int, frame: FrameType | None) -> None:
    first, _State.came = not _State.came, True
    if first and not _State.shields:
        raise KeyboardInterrupt
