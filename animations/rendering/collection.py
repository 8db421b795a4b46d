"""The figures that there are: every script in a folder."""

import importlib.util
import re
import sys
from collections.abc import Callable
from pathlib import Path

import animations
from animations.rendering.animation import Animation

FOLDER = Path(animations.__file__).absolute().parent

# Where a line defines, assigns or imports something of this name.
_DEFINED = re.compile(
    rb"^(?:def animation\b|animation\b[^(\n]*=|from .* import .*\banimation\b)", re.MULTILINE
)


def find_scripts(folder: Path = FOLDER) -> dict[str, Path]:
    """Return the scripts of a folder by the names of their figures, in the collection's order.

    A script is a Python file that has a function ``animation`` and whose name does not begin with
    an underscore. It is read, not run.
    """
    scripts = {path.stem: path for path in sorted(folder.glob("*.py")) if _is_script(path)}
    order = [name for chapter in animations.CHAPTERS.values() for name in chapter]
    return {name: scripts[name] for name in order if name in scripts} | scripts


def load(path: Path) -> Animation:
    """Run a script and return its figure; what it raises is passed on."""
    # A script of another folder must not pass for one of ours.
    name = f"animations.{path.stem}" if path.parent == FOLDER else f"{path.stem} of {path.parent}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python script")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return built(module.animation)


def built(animation: Callable[[], Animation]) -> Animation:
    """Call a script's function and make sure that it returns a figure.

    Raises
    ------
    TypeError
        If it returns something else.
    """
    figure = animation()
    if not isinstance(figure, Animation):
        raise TypeError(f"animation() returns {type(figure).__name__}, not an Animation")
    return figure


def _is_script(path: Path) -> bool:
    if path.name.startswith((".", "_")) or not path.is_file():
        return False
    try:
        return bool(_DEFINED.search(path.read_bytes()))
    except OSError:
        return True  # it fails when it is run, and then says why
