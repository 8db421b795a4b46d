"""Which files of the project a script depends on, found by reading them, not by running them."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).absolute().parents[3]

# What turns any figure into files, whatever its script imports.
_PIPELINE = "animations.rendering.command_line.render"
# How a command line is understood changes no picture.
_LEFT_OUT = "animations.rendering.command_line.run"


def digest(script: Path) -> str:
    """Return a digest of the contents of every project file that decides a script's pictures.

    These are the script, the modules that it imports, theirs, and so on, and what renders any
    figure. A name that a package only passes on leads to the module that defines it, so a figure
    does not depend on panels that it does not use.
    """
    content = sha256()
    for path in sorted(files(script)):
        content.update(f"{path.name} {_sha(path)}\n".encode())
    return content.hexdigest()


def files(script: Path) -> set[Path]:
    """Return the project files behind a script's pictures, the script included."""
    found: set[Path] = set()
    waiting = [script, *_modules(_PIPELINE)]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting.extend(_imported(path))
    return found


@cache
def _sha(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


@cache
def _imported(path: Path) -> tuple[Path, ...]:
    """Return the project files that a file imports directly."""
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError):
        return ()  # it fails when it is run, and then says why
    package = path.parent.relative_to(ROOT).parts if path.is_relative_to(ROOT) else ()
    return tuple(_walk(tree, package))


def _walk(tree: ast.AST, package: tuple[str, ...]) -> Iterator[Path]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _modules(alias.name)
        elif isinstance(node, ast.ImportFrom):
            module = _absolute(node, package)
            for alias in node.names:
                yield from _homes(module, alias.name)


def _absolute(node: ast.ImportFrom, package: tuple[str, ...]) -> str:
    base = package[: len(package) - node.level + 1] if node.level else ()
    return ".".join((*base, node.module) if node.module else base)


def _homes(module: str, name: str) -> Iterator[Path]:
    """Yield the file in which ``from module import name`` finds the name."""
    if submodule := list(_modules(f"{module}.{name}")):
        yield from submodule
        return
    for path in _modules(module):
        origin = _passed_on(path).get(name)
        if origin and origin[0] != _LEFT_OUT:
            yield from _homes(*origin)
        elif not origin:
            yield path


@cache
def _passed_on(path: Path) -> dict[str, tuple[str, str]]:
    """Return the names that a package passes on, each with its module and its name there."""
    if path.stem != "__init__":
        return {}
    stub = path.with_suffix(".pyi")
    tree = ast.parse((stub if stub.exists() else path).read_bytes())
    package = path.parent.relative_to(ROOT).parts
    return {
        alias.asname or alias.name: (_absolute(node, package), alias.name)
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _modules(name: str) -> Iterable[Path]:
    """Return the file of a module of the project, if it is one."""
    if not name or name == _LEFT_OUT:
        return []
    base = ROOT.joinpath(*name.split("."))
    candidates = (base.with_suffix(".py"), base / "__init__.py")
    return [path for path in candidates if path.is_file()]
