"""The figures that there are: every script in a folder."""

import ast
import importlib.util
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import animations
from animations.rendering.animation import Animation

FOLDER = Path(animations.__file__).absolute().parent


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
    try:
        spec.loader.exec_module(module)
    except SystemExit as error:
        raise RuntimeError(
            "it exits when it is imported: its last lines must be "
            'if __name__ == "__main__": run(animation)'
        ) from error
    return built(module.animation)


def built(animation: Callable[[], Animation]) -> Animation:
    """Call a script's function and make sure that it returns a figure.

    Raises
    ------
    TypeError
        If it returns something else.
    """
    if not callable(animation):
        raise TypeError(f"animation must be a function, not {type(animation).__name__}")
    figure = animation()
    if not isinstance(figure, Animation):
        raise TypeError(f"animation() returns {type(figure).__name__}, not an Animation")
    return figure


def _is_script(path: Path) -> bool:
    if path.name.startswith((".", "_")) or not path.is_file():
        return False
    try:
        text = path.read_bytes()
        return _defines(ast.parse(text).body) if b"animation" in text else b"\0" in text
    except (OSError, SyntaxError, ValueError, RecursionError):
        return True  # it fails when it is run, and then says why


def _defines(statements: Iterable[ast.stmt]) -> bool:
    """Whether some statements define, assign or import something called animation."""
    for statement in statements:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            names = [statement.name]
        elif isinstance(statement, ast.Import | ast.ImportFrom):
            names = [alias.asname or alias.name for alias in statement.names]
        elif isinstance(statement, ast.If | ast.Try | ast.With):
            inner = [each for each in ast.iter_child_nodes(statement) if isinstance(each, ast.stmt)]
            if _defines(inner):
                return True
            continue
        else:
            targets = getattr(statement, "targets", [getattr(statement, "target", None)])
            names = [node.id for node in targets if isinstance(node, ast.Name)]
        if "animation" in names:
            return True
    return False
