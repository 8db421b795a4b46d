"""Which files a figure was made from: those that were loaded for it, as compilers note them."""

import os
import site
import sys
import sysconfig
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

_ROOT = Path(__file__).absolute().parents[3]

# How a command line is understood changes no picture.
_LEFT_OUT = "animations.rendering.command_line"
_OURS = tuple(f"{_ROOT / package}{os.sep}" for package in ("signals", "animations"))
# What is installed here is a library, which its version stands for.
_INSTALLED = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
_LIBRARIES = tuple(f"{path}{os.sep}" for path in {*_INSTALLED, *site.getsitepackages()})
_SYSTEM = ("/proc/", "/sys/", "/dev/", "/etc/", "/usr/", "/var/")
_CHANGED = "changed meanwhile"  # which no digest equals

_started = time.time()
_opened: set[str] = set()
_made: set[str] = set()


def _note_opened(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open":
        return
    path, _, flags = arguments
    if isinstance(path, str | bytes) and isinstance(flags, int):
        with suppress(OSError):  # there may be no current folder any more
            file = os.path.normpath(Path(os.fsdecode(path)).absolute())
            if flags & os.O_CREAT:
                _made.add(file)
            elif file not in _made:
                _opened.add(file)


# A script may read its data when it is imported, before anybody could ask for its figure.
sys.addaudithook(_note_opened)


def forget_opened() -> None:
    """Let what has been read so far be no input of the figure to come."""
    _opened.clear()
    _made.clear()


def loaded(script: Path, output: Path, inputs: Iterable[Path] = ()) -> dict[str, str]:
    """Return the digests of the files that a figure was made from, as far as it has been made.

    They are the modules of the project and of the reader that are loaded now, and the data that
    was read, but for the system's own and for what lies in hidden folders, as caches do. Files are
    named from the script's folder, so that all may be moved together. Inputs count wherever they
    lie.
    """
    modules = {
        file
        for name, module in list(sys.modules.items())
        if isinstance(file := _file(module), str)
        if name != "__main__" and not name.startswith(_LEFT_OUT)
        if file.startswith(_OURS) or not file.startswith(_LIBRARIES)
    }
    beside, written = (f"{os.path.normpath(path)}{os.sep}" for path in (script.parent, output))
    data = {file for file in _opened if _is_data(file, beside, written)}
    # A stub beside a module can say from where its names are loaded.
    stubs = {f"{file}i" for file in modules if Path(f"{file}i").is_file()}
    files = map(Path, sorted({str(script), *modules, *stubs, *data, *map(str, inputs)}))
    return {os.path.relpath(file, script.parent): _digest_as_loaded(file) for file in files}


def is_ours(path: Path) -> bool:
    """Whether a file is a module of the project."""
    return str(path.absolute()).startswith(_OURS)


def digest_of(path: Path) -> str:
    """Return a digest of a file's contents; of what is no file that can be read, none."""
    try:
        # Not of what never ends, such as a pipe.
        return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
    except OSError:
        return ""


def _file(module: object) -> object:
    try:
        return getattr(module, "__file__", None)
    except Exception:  # a lazy module may find out only now that it cannot be loaded
        return None


def _is_data(file: str, beside: str, written: str) -> bool:
    """Whether a file is a reader's own, given the folders of the script and of the output."""
    if file.startswith((written, *_OURS, *_LIBRARIES)) or "__pycache__" in file:
        return False
    return file.startswith(beside) or not (file.startswith(_SYSTEM) or f"{os.sep}." in file)


def _digest_as_loaded(path: Path) -> str:
    digest = digest_of(path)
    if digest:
        status = path.stat()
        changed = max(status.st_mtime, status.st_ctime)
        return _CHANGED if _started <= changed <= time.time() else digest
    return digest
