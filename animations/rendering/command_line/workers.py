"""Figures rendered side by side, each in a process of its own, which no other figure shares."""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any

from animations.rendering.command_line.figure import Figure
from animations.rendering.command_line.interruption import SIGNALS, stop_if_interrupted
from animations.rendering.command_line.outcome import Failure, Outcome
from animations.rendering.command_line.streams import flush_output

_GRACE = 1.0  # seconds for the status of a process that has ended
_PULSE = 0.1  # seconds between two reports of a worker
_LOOK = 1.0  # seconds until a process is looked at that says nothing

Work = Callable[[Callable[[int, int], None]], Outcome]
"""What it is given is told how many frames are done, and of how many."""

# A fork starts with all that its parent has loaded; on macOS it is not safe, on Windows not there.
_context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def work_side_by_side(
    works: Mapping[Figure, Work], jobs: int, advance: Callable[[str, int, int], None]
) -> Generator[tuple[Figure, Outcome], None, None]:
    """Do works, as many at a time as there are jobs.

    One that dies, or is killed, takes no other with it. When the generator is closed, all end.
    Yielded is what became of each figure, in the order in which they end.
    """
    waiting = list(works.items())[::-1]
    crew: dict[Connection, _Worker] = {}
    try:
        while waiting or crew:
            while waiting and len(crew) < jobs:
                worker = _Worker(*waiting.pop())
                crew[worker.connection] = worker
            # Now and then without news: a child of a worker may keep its connection open.
            ready = wait(list(crew), timeout=_LOOK)
            stop_if_interrupted()
            for connection in [c for c in crew if c in ready or crew[c].has_ended]:
                news = crew[connection].hear()
                if isinstance(news, tuple):
                    advance(crew[connection].figure.name, *news)
                else:
                    yield crew.pop(connection).figure, news
    finally:
        for worker in crew.values():
            worker.process.kill()
        for worker in crew.values():
            worker.process.join()


class _Worker:
    """A process that does one figure's work; its connection can be read when there is news."""

    def __init__(self, figure: Figure, work: Work) -> None:
        self.figure = figure
        self.connection, theirs = _context.Pipe(duplex=False)
        self.process = _context.Process(target=_serve, args=(theirs, work))
        with _without_signals():
            self.process.start()
        theirs.close()

    @property
    def has_ended(self) -> bool:
        """Whether the process is no more."""
        return self.process.exitcode is not None

    def hear(self) -> tuple[int, int] | Outcome:
        """Return the news: how many frames of how many, or what became of the figure."""
        news: tuple[int, int] | Outcome
        try:
            if self.has_ended and not self.connection.poll():
                raise EOFError
            news = self.connection.recv()
        except (EOFError, OSError):
            self.process.join(_GRACE)
            status = self.process.exitcode
            how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
            news = Failure(f"its process died ({how})")
        if not isinstance(news, tuple):
            self.connection.close()
            self.process.kill()
            self.process.join()
        return news


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
    for number in SIGNALS:  # what a terminal sends reaches the parent too, which ends this one
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
            connection.send((frames, total))

    outcome = work(advance)
    flush_output()
    with suppress(OSError):  # nobody listens any more
        connection.send(outcome)
    os._exit(0)  # at once: to take everything down in order takes a while


def _follow(parent: int) -> None:
    """End with the parent, even if it is killed and cannot say so."""
    wait([parent])
    os._exit(1)
