"""Ctrl-C and its relatives: one KeyboardInterrupt, and quiet while things are put away."""

import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
_CALM = 1.0  # seconds after an interrupt in which impatience changes nothing


class _State:
    """What is known of signals, which belong to the process as a whole."""

    last: float | None = None  # when one came
    shields = 0  # how many blocks put them off


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise KeyboardInterrupt at Ctrl-C, SIGTERM or SIGHUP, also where Python would not.

    A second signal shortly after is passed over, so that it does not cut the clean-up short. A
    SIGHUP that is ignored, as under nohup, stays ignored. Work that takes long calls
    `stop_if_interrupted` now and then.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return
    _State.last = None
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    hook = sys.unraisablehook

    def overlook(lost: "UnraisableHookArgs") -> None:
        if not issubclass(lost.exc_type, KeyboardInterrupt):
            hook(lost)

    sys.unraisablehook = overlook
    for number in _SIGNALS:
        if number == signal.SIGINT or before[number] is not signal.SIG_IGN:
            signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number in _SIGNALS:
            signal.signal(number, before[number])
        sys.unraisablehook = hook


def stop_if_interrupted() -> None:
    """Raise a KeyboardInterrupt that got lost.

    Python drops what is raised while an object is being destroyed; drawing destroys many.
    """
    if _State.last is not None:
        raise KeyboardInterrupt


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put an interrupt off until the block is done, which is short and must not end halfway."""
    before = _State.last
    _State.shields += 1
    try:
        yield
    finally:
        _State.shields -= 1
    if _State.last != before:
        raise KeyboardInterrupt


def _interrupt(number: int, frame: FrameType | None) -> None:
    now = time.monotonic()
    if _State.last is None or now - _State.last > _CALM:
        _State.last = now
        if not _State.shields:
            raise KeyboardInterrupt
