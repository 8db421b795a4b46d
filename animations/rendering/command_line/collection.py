"""The figures that there are: every script in a folder."""

import ast
import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path

from animations.rendering.animation import Animation

FOLDER = Path(__file__).absolute().parents[2]

# The post's own figures, then what convolution is, then what deep learning makes of it, in one
# dimension and in more. A script that is not named here follows by its name.
_ORDER = (
    *("definitions", "continuous", "commutativity", "discrete", "multichannel", "unflipped"),
    *("impulses", "echoes", "system", "moving_average"),
    *("flip", "learned_kernel", "notation", "causal"),
    *("image", "image_padding", "image_stride", "image_dilation", "image_transposed"),
    *("image_channels", "volume"),
)


def find_scripts(folder: Path = FOLDER) -> dict[str, Path]:
    """Return the scripts of a folder by the names of their figures, in the collection's order.

    A script is a Python file that has a function ``animation`` and whose name does not begin with
    an underscore. It is read, not run.
    """
    scripts = {path.stem: path for path in sorted(folder.glob("*.py")) if _is_script(path)}
    first = {name: scripts[name] for name in _ORDER if name in scripts}
    return first | scripts


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
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, OSError):
        return True  # it fails when it is run, and then says why
    return any(
        (isinstance(node, ast.FunctionDef) and node.name == "animation")
        or (isinstance(node, ast.Name | ast.alias) and _binds(node) == "animation")
        for node in ast.walk(tree)
    )


def _binds(node: ast.Name | ast.alias) -> str | None:
    """Return the name that a node gives to something."""
    if isinstance(node, ast.alias):
        return node.asname or node.name
    return node.id if isinstance(node.ctx, ast.Store) else None
