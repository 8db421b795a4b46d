"""A run's room in the output folder, and how finished files get out of it.

No file is ever in the output folder by half, and an interrupt leaves no room behind.
"""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from animations.rendering.command_line.interruption import leave_if_forked, uninterrupted
from animations.rendering.command_line.options import UsageError
from animations.rendering.room import HIDDEN, locked, new_room, remove
from animations.rendering.writing import WritingError, writing

if TYPE_CHECKING:
    from filelock import BaseFileLock

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
            room = new_room(output)
            with uninterrupted():
                stack.callback(_remove, room, locked(room))
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
    room = output / f"{HIDDEN}record"
    with ExitStack() as stack:
        while True:
            with uninterrupted(), writing(room), suppress(TimeoutError):  # another one is in there
                stack.callback(_remove, room, locked(room))
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


def _remove(room: Path, lock: "BaseFileLock") -> None:
    with uninterrupted():
        remove(room, lock)


def _remove_empty(folders: Sequence[Path]) -> None:
    with uninterrupted():
        for folder in folders:
            with suppress(OSError, ValueError):  # it is in use, or was never made
                folder.rmdir()
