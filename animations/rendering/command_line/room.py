"""Where files are written until they are whole: a hidden folder inside the output folder.

They are renamed out of it, so that none is ever in the output folder by half. Each run has a room
of its own, whose lock ends with the run: what is found unlocked is left of one that was killed.
"""

import os
import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from animations.rendering.command_line.interruption import leave_if_forked, uninterrupted
from animations.rendering.command_line.options import UsageError
from animations.rendering.writing import WritingError, writing

if TYPE_CHECKING:
    from filelock import BaseFileLock

_HIDDEN, _LOCK = ".rendering-", ".lock"
_POLL = 0.05  # seconds between two looks at a lock that another run holds


@contextmanager
def room_in(output: Path) -> Iterator[Path]:
    """Make a room in the output folder, which is made as well; leave no empty one behind.

    Raises
    ------
    UsageError
        If the folder cannot be made or written to.
    """
    new = [path for path in (output, *output.parents) if not os.path.lexists(path)]
    process = os.getpid()
    with ExitStack() as stack:
        try:
            stack.callback(_remove_empty, new)
            output.mkdir(parents=True, exist_ok=True)
            room = output / f"{_HIDDEN}{secrets.token_hex(8)}"
            # The lock comes first and goes last: a room without one would count as stale.
            with uninterrupted():
                stack.callback(_remove, room, _locked(room.name, output))
            room.mkdir()
        except (OSError, ValueError) as error:
            cause = getattr(error, "strerror", None) or str(error)
            if isinstance(error, FileExistsError):
                cause = "it is a file" if output.is_file() else "it is no folder"
                cause = "it is a link to nothing" if output.is_symlink() else cause
            raise UsageError(f"cannot write to the folder {str(output)!r}: {cause}") from None
        try:
            yield room
        finally:
            leave_if_forked(process)


@contextmanager
def alone_in(output: Path) -> Iterator[None]:
    """Keep all other runs from publishing meanwhile; it should not take long."""
    room = output / f"{_HIDDEN}record"
    with ExitStack() as stack:
        while True:
            with uninterrupted(), writing(room), suppress(TimeoutError):  # another one is in there
                stack.callback(_remove, room, _locked(room.name, output))
                break
            time.sleep(_POLL)
        yield


def publish(files: Sequence[Path], output: Path) -> None:
    """Rename finished files of a room into the output folder, when all can be read.

    Their contents reach the disk before their names do. An interrupt does not part them.

    Raises
    ------
    WritingError
        If one of them cannot be written.
    """
    for file in files:
        target = output / file.name
        with writing(target):
            _sync(file)
        if target.is_dir():
            raise WritingError(f"cannot write {target}: it is a folder")
    with uninterrupted():
        for file in files:
            with writing(output / file.name):
                file.replace(output / file.name)
    if os.name == "posix":
        with suppress(OSError):  # not every file system can
            _sync(output)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _locked(name: str, output: Path) -> "BaseFileLock":
    """Return a lock that is held; it is a TimeoutError if another holds it."""
    from filelock import FileLock

    path = output / f"{name}{_LOCK}"
    path.touch()  # which tells at once where no file can be
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except TimeoutError:
        raise
    except OSError:
        path.unlink(missing_ok=True)  # it cannot be opened: nobody has locked it
        raise
    return lock


def remove_stale(output: Path) -> None:
    """Remove what runs left in the output folder that were killed."""
    names: set[str] = set()
    with suppress(OSError):  # not even a folder
        names = {path.name.removesuffix(_LOCK) for path in output.glob(f"{_HIDDEN}*")}
    for name in names:
        with suppress(OSError):  # in use, or somebody else's
            _remove(output / name, _locked(name, output))


def _remove(room: Path, lock: "BaseFileLock") -> None:
    with uninterrupted(), suppress(OSError):
        shutil.rmtree(room, ignore_errors=True)
        # While it is held: who waits for it will notice, and make another.
        Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


def _remove_empty(folders: Sequence[Path]) -> None:
    with uninterrupted():
        for folder in folders:
            with suppress(OSError, ValueError):  # it is in use, or was never made
                folder.rmdir()
