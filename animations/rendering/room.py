"""Rooms: hidden folders in which files are written until they are whole, and renamed out of.

Each has a lock beside it, which comes first, goes last, and is let go of when its process ends,
however it ends. A room whose lock nobody holds is left of a process that was killed.
"""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

HIDDEN = ".rendering-"
"""What names of rooms begin with."""

_LOCK = ".lock"


@contextmanager
def room_in(folder: Path) -> Iterator[Path]:
    """Make a room in a folder, and put it away in the end.

    Raises
    ------
    OSError
        If it cannot be made.
    """
    room = new_room(folder)
    lock = locked(room)
    try:
        room.mkdir()
        yield room
    finally:
        remove(room, lock)


def new_room(folder: Path) -> Path:
    """Return where a room can be made that no other process makes."""
    return folder / f"{HIDDEN}{secrets.token_hex(8)}"


def locked(room: Path) -> "BaseFileLock":
    """Return the lock of a room, held.

    Raises
    ------
    TimeoutError
        If somebody else holds it.
    OSError
        If there can be none.
    """
    from filelock import FileLock  # only needed where files are written

    path = room.with_name(f"{room.name}{_LOCK}")
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


def remove(room: Path, lock: "BaseFileLock") -> None:
    """Put away a room, with all that is in it, and its lock, which is held."""
    with suppress(OSError):
        shutil.rmtree(room, ignore_errors=True)
        # While it is held: who waits for it will notice, and make another.
        Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


def remove_stale(folder: Path) -> None:
    """Remove the rooms in a folder that were left by processes that were killed."""
    rooms: list[Path] = []
    with suppress(OSError):  # not even a folder
        locks = folder.glob(f"{HIDDEN}*{_LOCK}")
        rooms = [path.with_name(path.name.removesuffix(_LOCK)) for path in locks]
    for room in rooms:
        with suppress(OSError):  # in use, or somebody else's
            remove(room, locked(room))
