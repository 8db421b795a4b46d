"""Imports run one way, files stay short, and scripts do nothing but describe."""

import ast
import io
import json
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from figures import FIGURES

ROOT = Path(__file__).parents[1]
RENDERING = ROOT / "animations" / "rendering"
SIGNALS = sorted((ROOT / "signals").rglob("*.py"))
SHARED = sorted(RENDERING.rglob("*.py"))
SCRIPTS = [ROOT / "animations" / f"{name}.py" for name in FIGURES]
SCRIPT_NAMES = {f"animations.{name}" for name in FIGURES}
CODE = [*SIGNALS, *SHARED, *SCRIPTS, ROOT / "render_all.py"]

# Heavy, and needed by no figure: who asks for one of these waits up to seconds for nothing.
HEAVY = {"matplotlib.pyplot", "scipy", "sympy", "tkinter", "torch", "hypothesis"}


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or later, by its whole name."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def roots(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def foreign(path: Path) -> set[str]:
    """The packages a file imports that do not come with Python."""
    return roots(path) - sys.stdlib_module_names


def code_lines(path: Path) -> set[int]:
    """The numbers of a file's lines less the empty ones, comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    kinds = tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    lines = {
        line
        for token in tokens
        if token.type not in (*kinds, tokenize.ENDMARKER)
        for line in range(token.start[0], token.end[0] + 1)
    }
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def loaded(code: str) -> set[str]:
    """The modules that a new interpreter has loaded after it has run some code."""
    ask = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ask],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("path", SIGNALS, ids=name_of)
def test_signals_know_nothing_of_pictures(path: Path) -> None:
    assert foreign(path) <= {"numpy", "scipy", "imageio", "signals"}


@pytest.mark.parametrize("path", SHARED, ids=name_of)
def test_what_scripts_share_knows_no_script(path: Path) -> None:
    assert not SCRIPT_NAMES & set(imports(path))
    assert "render_all" not in roots(path)


# The front door hands out `run`, and prepares a process that was started to render.
FRONT_DOOR = RENDERING / "__init__.py"
DRAWING = [path for path in SHARED if "command_line" not in path.parts and path != FRONT_DOOR]


@pytest.mark.parametrize("path", DRAWING, ids=name_of)
def test_what_draws_and_writes_knows_no_command_line(path: Path) -> None:
    assert not any(name.startswith("animations.rendering.command_line") for name in imports(path))


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_a_script_knows_signals_and_what_scripts_share_only(path: Path) -> None:
    used = set(imports(path))
    assert foreign(path) <= {"numpy", "signals", "animations"}
    assert not SCRIPT_NAMES & used
    inner = {name for name in used if name.startswith("animations.rendering.")}
    assert all(name.count(".") == 2 for name in inner), "imports from within the package"


@pytest.mark.parametrize(
    "path", [RENDERING / "timeline.py", *sorted((RENDERING / "encoders").glob("*.py"))], ids=name_of
)
def test_time_and_encoders_know_neither_signals_nor_matplotlib(path: Path) -> None:
    own = {name for name in imports(path) if name.startswith("animations")}
    assert all(name.startswith("animations.rendering.encoders") for name in own)
    assert not {"signals", "matplotlib"} & roots(path)


def test_the_timeline_is_pure_python() -> None:
    assert not foreign(RENDERING / "timeline.py")


def test_render_all_knows_no_signal_and_lists_no_figure() -> None:
    path = ROOT / "render_all.py"
    assert "signals" not in roots(path)
    assert not SCRIPT_NAMES & set(imports(path))


def test_signals_load_numpy_only() -> None:
    modules = loaded("import signals, signals.post, signals.samples")
    assert "numpy" in modules
    packages = {name.split(".")[0] for name in modules}
    assert not packages & {"matplotlib", "animations", "PIL", *HEAVY}


def test_encoders_load_no_matplotlib_where_they_are_imported_alone() -> None:
    """What arrays need; the package around them may load what it likes."""
    sources = [path.stem for path in (RENDERING / "encoders").glob("*.py")]
    assert {"gif", "mp4", "still"} <= set(sources)
    code = (
        "import sys, types\n"
        "for name in ('animations', 'animations.rendering'):\n"
        "    sys.modules[name] = package = types.ModuleType(name)\n"
        "    package.__path__ = [name.replace('.', '/')]\n"
        "import animations.rendering.encoders, animations.rendering.timeline\n"
    )
    assert not {"matplotlib", "signals"} & loaded(code)


def test_no_figure_loads_what_none_needs() -> None:
    names = ", ".join(f"animations.{name}" for name in FIGURES)
    calls = "; ".join(f"animations.{name}.animation()" for name in FIGURES)
    modules = loaded(f"import {names}\n{calls}")
    assert set(FIGURES) <= {name.split(".")[-1] for name in modules}
    assert not modules & HEAVY
    assert not {name.split(".")[0] for name in modules} & HEAVY


def test_films_leave_pyplot_and_its_figures_alone() -> None:
    code = (
        "from animations import discrete\n"
        "from animations.rendering import Film\n"
        "film = Film(discrete.animation(), scale=0.25)\n"
        "film.pixels(film.poster), film.redraw(film.poster)\n"
        "from matplotlib._pylab_helpers import Gcf\n"
        "assert not Gcf.figs and film.figure.canvas.manager is None\n"
    )
    modules = loaded(code)
    assert not modules & HEAVY
    assert not {name.split(".")[0] for name in modules} & HEAVY


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_files_stay_short(path: Path) -> None:
    assert len(code_lines(path)) <= 250


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_every_import_says_what_it_takes(path: Path) -> None:
    assert not any(name.endswith(".*") for name in imports(path))


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_a_script_is_a_storyboard(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "says what it shows"
    assert len(code_lines(path)) < 45
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert "animation" in functions


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_nothing_runs_when_a_script_is_imported(path: Path) -> None:
    """At its top a script defines: a call may stand under the main guard only."""
    docstring, *body = ast.parse(path.read_text(encoding="utf-8")).body
    for node in body:
        if isinstance(node, ast.If):
            assert ast.unparse(node.test) == "__name__ == '__main__'"
            continue
        assert isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.Assign)
        if isinstance(node, ast.Assign):
            assert not any(isinstance(part, ast.Call) for part in ast.walk(node))
    assert isinstance(docstring, ast.Expr)


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_every_script_can_be_run(path: Path) -> None:
    guard = ast.parse(path.read_text(encoding="utf-8")).body[-1]
    assert isinstance(guard, ast.If)
    assert [ast.unparse(node) for node in guard.body] == ["run(animation)"]
