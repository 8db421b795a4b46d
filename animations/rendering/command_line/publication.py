"""How finished files get into the output folder: whole, or not at all."""

import os
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from animations.rendering.command_line.interruption import uninterrupted
from animations.rendering.command_line.options import UsageError

_PART = re.compile(r"\..+\.(?:gif|mp4|png|svg|webp|json)\.(\d+)\.part")
_WORKSPACE = re.compile(r"convolution-(\d+)-\w+")
_HOUR = 3600.0


class WritingError(Exception):
    """A file that could not be written; the message names it and says why."""


@contextmanager
def writing(file: str | Path) -> Iterator[None]:
    """Turn what goes wrong at writing a file into a `WritingError`."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        cause = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise WritingError(f"cannot write {file}: {cause}") from error


@contextmanager
def output_folder(folder: Path) -> Iterator[None]:
    """Make the folder ready to be written to; if nothing is, leave no empty one behind.

    Raises
    ------
    UsageError
        If the folder cannot be made or written to.
    """
    new = [path for path in (folder, *folder.parents) if not os.path.lexists(path)]
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _probe(folder)
            _remove_stale_parts(folder)
        except (OSError, ValueError) as error:
            cause = getattr(error, "strerror", None) or str(error)
            if isinstance(error, FileExistsError):
                cause = "it is a file"
            raise UsageError(f"cannot write to the folder {str(folder)!r}: {cause}") from None
        yield
    finally:
        with uninterrupted(), suppress(OSError, ValueError):  # as soon as one is in use
            for path in new:
                path.rmdir()


@contextmanager
def workspace() -> Iterator[Path]:
    """Make a temporary folder to render in, outside the output folder."""
    import tempfile

    folder = None
    try:
        with writing("temporary files"), uninterrupted():
            _remove_stale_workspaces(Path(tempfile.gettempdir()))
            folder = tempfile.mkdtemp(prefix=f"convolution-{os.getpid()}-")
        yield Path(folder)
    finally:
        with uninterrupted():
            if folder:
                shutil.rmtree(folder, ignore_errors=True)


def publish(files: Sequence[Path], folder: Path) -> None:
    """Put finished files into a folder; older ones of the same names stay until all are there.

    Each is copied beside its place under a hidden name, which reaches the disk before the file
    gets its real name. Whatever happens, no file is ever there by half.

    Raises
    ------
    WritingError
        If one of them cannot be written; then none of the rest is.
    """
    parts = {file: folder / f".{file.name}.{os.getpid()}.part" for file in files}
    try:
        for file, part in parts.items():
            with writing(folder / file.name), file.open("rb") as source, part.open("wb") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)
                copy.flush()
                os.fsync(copy.fileno())
        for file in files:
            if (folder / file.name).is_dir():
                raise WritingError(f"cannot write {folder / file.name}: it is a folder")
        with uninterrupted():
            for file, part in parts.items():
                with writing(folder / file.name):
                    part.replace(folder / file.name)
    finally:
        with uninterrupted():
            for part in parts.values():
                with suppress(OSError):
                    part.unlink()


def _probe(folder: Path) -> None:
    """Raise what is raised when a file is made in the folder."""
    import tempfile

    with tempfile.TemporaryFile(dir=folder):
        pass


def _remove_stale_parts(folder: Path) -> None:
    """Remove what processes left that were killed while they published."""
    for path in folder.iterdir():
        found = _PART.fullmatch(path.name)
        # After a while its number may belong to another process: a part lives for milliseconds.
        if found and (_is_gone(int(found[1])) or _is_old(path)):
            with suppress(OSError):
                path.unlink()


def _remove_stale_workspaces(folder: Path) -> None:
    """Remove the temporary folders of processes that were killed."""
    for path in folder.glob("convolution-*-*"):
        found = _WORKSPACE.fullmatch(path.name)
        # Containers can share the folder, and do not see each other's processes.
        if found and _is_gone(int(found[1])) and _is_old(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _HOUR
    except OSError:
        return False


def _is_gone(process: int) -> bool:
    """Whether a process that left something has ended; where that is unknown, it has not."""
    # This process has left nothing yet; in a container its number is often the same each time.
    if process == os.getpid():
        return True
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return False
