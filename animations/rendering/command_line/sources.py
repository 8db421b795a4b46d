"""Which files a figure was made from: those that were loaded for it, as compilers note them."""

import os
import sys
import sysconfig
import time
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).absolute().parents[3]

# How a command line is understood changes no picture.
_LEFT_OUT = "animations.rendering.command_line"
_OURS = tuple(f"{ROOT / package}{os.sep}" for package in ("signals", "animations"))
# What is installed here is a library, which its version stands for.
_LIBRARIES = tuple(
    f"{path}{os.sep}" for path in {*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix}
)
_CODE = (".py", ".pyc", ".pyi")
_WRITING = os.O_WRONLY | os.O_RDWR

_started = time.time()
_opened: set[str] = set()


def _note_opened(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, str) and isinstance(flags, int) and not flags & _WRITING:
            _opened.add(path)


# A script may read its data when it is imported, before anybody could ask for its figure.
sys.addaudithook(_note_opened)


def forget_opened() -> None:
    """Let what has been read so far be no input of the figure to come."""
    _opened.clear()


def loaded(script: Path, output: Path) -> dict[str, str]:
    """Return the digests of the files that a figure was made from, as far as it has been made.

    They are the modules of the project and of the reader that are loaded now, and the data that
    was read from the script's folder or below, but not from the output folder. Files are named
    from the script's folder, so that all may be moved together. One that was changed meanwhile
    has no digest, so that it never counts as unchanged.
    """
    modules = {
        file
        for name, module in list(sys.modules.items())
        if (file := getattr(module, "__file__", None)) and not name.startswith(_LEFT_OUT)
        if name != "__main__"
        if file.startswith(_OURS) or not file.startswith(_LIBRARIES)
    }
    data = {
        file
        for file in map(os.path.abspath, _opened)
        if file.startswith(f"{script.parent}{os.sep}") and not file.endswith(_CODE)
        if not file.startswith((f"{output}{os.sep}", *_LIBRARIES))
    }
    files = map(Path, sorted({str(script), *modules, *data}))
    return {os.path.relpath(file, script.parent): _digest_as_loaded(file) for file in files}


def digest_of(path: Path) -> str:
    """Return a digest of a file's contents; of what is no file that can be read, none."""
    try:
        # Not of what never ends, such as a pipe.
        return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        return ""


def _digest_as_loaded(path: Path) -> str:
    digest = digest_of(path)
    return "" if digest and _started <= path.stat().st_mtime <= time.time() else digest
