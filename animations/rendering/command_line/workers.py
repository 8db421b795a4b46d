"""Figures rendered side by side, each by a process of its own."""

import _thread
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path

from animations.rendering.command_line.collection import load
from animations.rendering.command_line.interruption import interruptible, stop_if_interrupted
from animations.rendering.command_line.options import Options
from animations.rendering.command_line.outcome import Failure, LeftOut, Rendered, attempt
from animations.rendering.command_line.progress import Progress
from animations.rendering.command_line.streams import flush_output

_GRACE = 0.3  # seconds for a worker to put its things away
_PULSE = 0.1  # seconds between two reports of a worker

Outcome = Rendered | LeftOut | Failure


def render_scripts(
    scripts: Mapping[str, Path], options: Options, folder: Path, progress: Progress
) -> Generator[tuple[str, Outcome], None, None]:
    """Render figures, as many at a time as there are jobs.

    Parameters
    ----------
    scripts : mapping of str to Path
        The scripts by the names of their figures, to be started in this order.
    options : Options
        What to write, and where.
    folder : Path
        An empty folder to work in. The caller removes it.
    progress : Progress
        Is told how far each figure is.

    Yields
    ------
    tuple of str and Outcome
        Each figure's name and what became of it, in the order in which they end.
    """
    waiting = list(scripts.items())[::-1]
    crew: dict[Connection, _Worker] = {}
    try:
        while waiting or crew:
            while waiting and len(crew) < options.jobs:
                worker = _Worker(options, folder)
                crew[worker.connection] = worker
                worker.take(*waiting.pop())
            stop_if_interrupted()
            # Now and then without news: Windows does not interrupt a wait for Ctrl-C.
            for connection in wait(list(crew), timeout=1.0):
                assert isinstance(connection, Connection)
                worker = crew[connection]
                message = worker.hear()
                if isinstance(message, tuple):
                    progress.advance(worker.name, *message)
                    continue
                yield worker.name, message
                if waiting and not worker.is_dead:
                    worker.take(*waiting.pop())
                else:
                    crew.pop(connection).dismiss()
    finally:
        _stop(list(crew.values()))


def heaviest_first(scripts: Mapping[str, Path], options: Options) -> dict[str, Path]:
    """Order the scripts by the size of what they wrote before, the unknown ones first.

    A long figure that starts last leaves the other processes idle.
    """

    def weight(name: str) -> float:
        sizes = [path.lstat().st_size for path in options.output.glob(f"{name}.*")]
        return sum(sizes) if sizes else float("inf")

    return {name: scripts[name] for name in sorted(scripts, key=weight, reverse=True)}


class _Worker:
    """A process that renders one figure after the other.

    Attributes
    ----------
    name : str
        The figure under way.
    connection : Connection
        Has something to read when there is news.
    process : BaseProcess
        The process.
    is_dead : bool
        Whether it has died of a figure.
    """

    def __init__(self, options: Options, folder: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self.name = ""
        self.is_dead = False
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, options, folder), daemon=True)
        with _without_ctrl_c():
            self.process.start()
        theirs.close()

    def take(self, name: str, script: Path) -> None:
        """Start to render a figure."""
        self.name = name
        with suppress(OSError):  # it has just died, which `hear` will find out
            self.connection.send((name, script))

    def hear(self) -> tuple[int, int] | Outcome:
        """Return the news: how many frames of how many, or what became of the figure."""
        try:
            news: tuple[int, int] | Outcome = self.connection.recv()
        except (EOFError, OSError):
            self.is_dead = True
            self.process.join(_GRACE)
            status = self.process.exitcode
            how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
            return Failure(f"its process died ({how})")
        return news

    def dismiss(self) -> None:
        """Let the process end, as there is nothing left to do."""
        self.connection.close()


def _stop(workers: list[_Worker]) -> None:
    """End all processes, also those that are in the middle of something."""
    for worker in workers:
        worker.process.terminate()
    end = time.monotonic() + _GRACE
    for worker in workers:
        worker.process.join(max(0.0, end - time.monotonic()))
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Block Ctrl-C for a process that is started here: the terminal sends it to all of them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield  # on Windows the process ignores it, once it is up
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # which unblocks Ctrl-C, when done at the last moment
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, options: Options, folder: Path) -> None:
    """Render what comes in, until nothing more does."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_follow, args=(parent.sentinel, folder), daemon=True).start()
    with suppress(KeyboardInterrupt, EOFError, OSError), interruptible():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while True:
            name, script = connection.recv()
            connection.send(_render(name, script, options, folder, connection))
    if not parent.is_alive():
        shutil.rmtree(folder, ignore_errors=True)
    flush_output()
    os._exit(0)  # at once: to take everything down in order takes a while


def _render(
    name: str, script: Path, options: Options, folder: Path, connection: Connection
) -> Outcome:
    # Where nothing is rendered, nothing that draws is loaded.
    from animations.rendering.command_line.render import check, render

    last = 0.0

    def advance(frames: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > _PULSE:
            last = now
            connection.send((frames, total))

    def work() -> Rendered:
        figure = load(script)
        check(name, figure, options)
        return render(name, figure, options, Path(room), advance)

    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as room:
        return attempt(work)


def _follow(parent: int, folder: Path) -> None:
    """End with the parent, even if it is killed and cannot say so."""
    wait([parent])
    _thread.interrupt_main(signal.SIGTERM)
    time.sleep(4 * _GRACE)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)
