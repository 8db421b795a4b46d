"""What a process that was started to render sees to before anything heavy is loaded.

It has to be read by Pythons that are too old for the rest, too.
"""

import os
import sys
from pathlib import Path
from types import TracebackType

from animations.rendering.command_line.interruption import has_come, listen
from animations.rendering.notebook.session import in_session

_OLDEST = (3, 11)
_REQUIRED = (
    "av",
    "filelock",
    "imageio",
    "jinja2",
    "lazy_loader",
    "matplotlib",
    "numpy",
    "PIL",
    "rich",
    "scipy",
)
_SET_UP = "python3 -m venv .venv && . .venv/bin/activate && pip install -r requirements.txt -e ."

_program = ""
_backend = ""


def _give_back() -> None:
    """Give a borrowed folder back; nothing is borrowed yet."""


def _give_back_here(process: int) -> None:
    if os.getpid() == process:  # and not one that a script has forked
        _give_back()


def begin() -> None:
    """Prepare the process, if it runs a figure's script or `render_all.py`; else do nothing.

    From here on signals end it in good order, whatever is being imported, and no setting of
    matplotlib or FreeType that is the user's own reaches a picture.
    """
    global _program, _backend
    script = getattr(sys.modules.get("__main__"), "__file__", None)
    # The process of a session, where ``%run`` runs scripts, is not theirs.
    if not script or in_session() or not _renders(script):
        return
    _program = Path(script).name
    # What takes longer to import comes only after this.
    listen()
    sys.excepthook = _report
    if sys.version_info < _OLDEST:
        needed, found = (".".join(map(str, version[:2])) for version in (_OLDEST, sys.version_info))
        _refuse(f"Python {needed} or newer is needed, and this is {found}")
    import contextlib
    import importlib.util

    for package in _REQUIRED:
        if importlib.util.find_spec(package) is None:
            _refuse(f"{sys.executable} has no package {package}")
    _backend = os.environ.pop("MPLBACKEND", "")
    os.environ.pop("FREETYPE_PROPERTIES", None)
    os.environ["MATPLOTLIBRC"] = os.devnull
    if Path("matplotlibrc").exists():  # which would come before the other
        with contextlib.chdir(os.sep):
            import matplotlib  # noqa: F401
    _see_to_the_fonts()


def backend() -> str:
    """Return what MPLBACKEND asked for, if anything."""
    return _backend


def _renders(script: str) -> bool:
    """Whether a program imports what renders; it is not run, and modules of ast take too long."""
    try:
        text = Path(script).read_bytes()
    except OSError:
        return False
    for rest in text.split(b"from animations.rendering")[1:]:
        line = rest.split(b"\n")[0]
        statement = rest.split(b")")[0] if b"(" in line else line
        names = statement.replace(b"(", b" ").replace(b",", b" ").split()
        if b"run" in names or b"run_collection" in names:
            return True
    return False


def _report(
    kind: "type[BaseException]", error: BaseException, traceback: "TracebackType | None"
) -> None:
    """Say in one line that the process was interrupted; else what Python says."""
    if has_come() or issubclass(kind, KeyboardInterrupt):
        _complain("interrupted")
        _give_back()
        os._exit(130)
    sys.__excepthook__(kind, error, traceback)


def _refuse(why: str) -> None:
    _complain(f"error: {why}; set one up with {_SET_UP}")
    os._exit(2)


def _complain(text: str) -> None:
    from animations.rendering.command_line.streams import complain

    complain(f"{_program}: {text}")


def _is_writable(variable: str, usual: str) -> bool:
    """Whether matplotlib can keep its list of fonts where it would."""
    from contextlib import suppress

    with suppress(OSError, RuntimeError):  # there may be no home
        given = os.environ.get("MPLCONFIGDIR")
        base = os.environ.get(variable)
        folder = Path(given or Path(base or Path.home() / usual) / "matplotlib")
        folder.mkdir(parents=True, exist_ok=True)
        return os.access(folder, os.W_OK) and folder.is_dir()
    return False


def _see_to_the_fonts() -> None:
    """Give matplotlib a folder for its list of fonts, if it has none, that goes with the process.

    Its own temporary one would stay after a kill. Those of processes that were killed are removed.
    """
    import atexit
    import tempfile
    from contextlib import ExitStack

    global _give_back
    try:
        temporary = Path(tempfile.gettempdir())
    except FileNotFoundError:
        temporary = Path()
    folders = {"XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".cache"}
    has_one = all(_is_writable(*folder) for folder in folders.items())
    if has_one and not next(temporary.glob(".rendering-*"), None):
        return
    from animations.rendering.command_line.options import UsageError
    from animations.rendering.command_line.room import room_in
    from animations.rendering.room import remove_stale

    remove_stale(temporary)
    if has_one:
        return
    borrowed = ExitStack()
    _give_back = borrowed.close
    try:
        os.environ["MPLCONFIGDIR"] = str(borrowed.enter_context(room_in(temporary)))
    except (OSError, UsageError):
        _complain(
            "error: there is no folder for matplotlib's list of fonts: set MPLCONFIGDIR to one "
            "that can be written to"
        )
        os._exit(2)
    atexit.register(_give_back_here, os.getpid())
