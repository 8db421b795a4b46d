"""Figures rendered side by side, each in a process of its own, which no other figure shares."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from typing import Any

from animations.rendering.command_line.figure import Figure
from animations.rendering.command_line.interruption import (
    SIGNALS,
    become_a_child,
    leave_if_forked,
    stop_if_interrupted,
    uninterrupted,
)
from animations.rendering.command_line.outcome import Failure, Outcome, attempt, read, written
from animations.rendering.command_line.streams import flush_output
from animations.rendering.writing import WritingError

_GRACE = 1.0  # seconds for a process to end that says nothing more
_PULSE = 0.1  # seconds between two reports of a worker
_LOOK = 1.0  # seconds until a process is looked at that says nothing
_LONG = 5.0  # seconds without news after which a figure is named, and again after twice as long

Work = Callable[[Callable[[int, int], None]], Outcome]
"""What it is given is told how many frames are done, and of how many."""

# A fork starts with all that its parent has loaded; on macOS it is not safe, on Windows not there.
_context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def work_side_by_side(
    works: Mapping[Figure, Work],
    jobs: int,
    advance: Callable[[str, int, int], None],
    linger: Callable[[str, float], None],
) -> Generator[tuple[Figure, Outcome], None, None]:
    """Do works, as many at a time as there are jobs.

    One that dies, or is killed, takes no other with it. When the generator is closed, all end, and
    so do the processes that a script has started, unless they have left its process group.
    Yielded is what became of each figure, in the order in which they end. `linger` is told of a
    figure that there has been no news of for so many seconds.
    """
    waiting = list(works.items())[::-1]
    crew: dict[Connection, _Worker] = {}
    try:
        while waiting or crew:
            while waiting and len(crew) < jobs:
                stop_if_interrupted()
                figure, work = waiting.pop()
                with uninterrupted():  # lest one be started that nobody ends
                    worker = attempt(partial(_Worker, figure, work))
                    if isinstance(worker, _Worker):
                        crew[worker.connection] = worker
                if not isinstance(worker, _Worker):
                    yield figure, worker
            # Now and then without news: a child of a worker may keep its connection open.
            ready = wait(list(crew), timeout=_LOOK)
            stop_if_interrupted()
            for connection, worker in list(crew.items()):
                if connection in ready or worker.has_ended():
                    news = worker.hear()
                    if isinstance(news, tuple):
                        advance(worker.figure.name, *news)
                    elif news is not None:
                        del crew[connection]
                        yield worker.figure, news
                elif worker.is_slow():
                    linger(worker.figure.name, time.monotonic() - worker.heard)
    finally:
        for worker in crew.values():
            worker.end()


class _Worker:
    """A process that does one figure's work; its connection can be read when there is news."""

    def __init__(self, figure: Figure, work: Work) -> None:
        self.figure = figure
        self.connection, theirs = _context.Pipe(duplex=False)
        self.process = _context.Process(target=_serve, args=(theirs, work))
        with _without_signals():
            self.process.start()
        if hasattr(os, "setpgid"):
            with suppress(OSError):  # it may have done so itself
                os.setpgid(self.process.pid, self.process.pid)
        theirs.close()
        self.heard = time.monotonic()
        self._patience = _LONG

    def has_ended(self) -> bool:
        """Whether the process is no more, without putting it away."""
        if not hasattr(os, "waitid"):
            return self.process.exitcode is not None
        with suppress(ChildProcessError):
            flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
            return os.waitid(os.P_PID, self.process.pid, flags) is not None
        return True

    def is_slow(self) -> bool:
        """Whether it is time to say that nothing has been heard for long."""
        if time.monotonic() < self.heard + self._patience:
            return False
        self._patience *= 2
        return True

    def hear(self) -> tuple[int, int] | Outcome | None:
        """Return the news: how many frames of how many, or what became of the figure.

        None is what a script wrote where only we do.
        """
        try:
            if self.has_ended() and not self.connection.poll():
                raise EOFError
            news = read(self.connection.recv_bytes())
        except (EOFError, OSError):
            news = Failure(self._death())
        if isinstance(news, tuple):
            self.heard, self._patience = time.monotonic(), _LONG
        elif news is not None:
            self.end()
        return news

    def _death(self) -> str:
        end = time.monotonic() + _GRACE
        while not self.has_ended():
            if time.monotonic() > end:
                return "its process goes on, but has closed the connection to this one"
            time.sleep(_GRACE / 50)
        self.process.join()
        status = self.process.exitcode
        if status is not None and status < 0:
            return f"its process died (signal {-status})"
        return f"its process ended by itself, before the figure was done (status {status})"

    def end(self) -> None:
        """End the process, and all that it has started."""
        if hasattr(os, "killpg"):
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        with suppress(ValueError):
            self.process.kill()
            self.process.join()
            self.process.close()
        self.connection.close()


@contextmanager
def _without_signals() -> Iterator[None]:
    """Put signals off for a process that is started here, until it has its own ways with them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield  # on Windows the process ignores them, once it is up
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Work) -> None:
    """Do the work and report; runs in a process of its own, which leaves nothing to put away."""
    become_a_child()
    process = os.getpid()
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)  # so that what a script starts ends with it
    for number in SIGNALS:  # what a terminal sends reaches the parent, which ends this one
        signal.signal(number, signal.SIG_DFL if number == signal.SIGTERM else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()
    last = 0.0

    def advance(frames: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > _PULSE:
            last = now
            connection.send_bytes(written((frames, total)))

    outcome = work(advance)
    leave_if_forked(process)
    with suppress(WritingError):
        flush_output()
    with suppress(OSError):  # nobody listens any more
        connection.send_bytes(written(outcome))
    os._exit(0)  # at once: to take everything down in order takes a while


def _follow(parent: int) -> None:
    """End with the parent, even if it is killed and cannot say so."""
    wait([parent])
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
