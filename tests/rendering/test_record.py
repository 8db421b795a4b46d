"""Nothing is rendered twice, and nothing old is kept."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from scripts import ROOT

from animations.rendering.command_line import sources
from animations.rendering.command_line.options import Options
from animations.rendering.command_line.record import NAME, Record


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with two figures, which tests may edit."""
    for folder in ("signals", "animations"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__py*"))
    shutil.copy(ROOT / "render_all.py", tmp_path)
    for script in (tmp_path / "animations").glob("*.py"):
        if script.stem not in ("__init__", "definitions", "discrete"):
            script.unlink()
    return tmp_path


def render(project: Path, *arguments: str) -> tuple[set[str], set[str]]:
    """Return which figures were rendered, and which were up to date."""
    quick = ["--scale", "0.25", "--fps", "10", "--formats", "png", "--output", "output"]
    run = subprocess.run(
        [sys.executable, "render_all.py", *quick, *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(project), "PATH": "/usr/bin:/bin"},
    )
    lines = [line.split(": ") for line in run.stderr.splitlines()]
    current = {name for line in lines if line[0] == "up to date" for name in line[1].split(", ")}
    return {line[0] for line in lines} - {"up to date"}, current


BOTH = {"definitions", "discrete"}


def test_what_is_there_is_not_rendered_again(project: Path) -> None:
    assert render(project) == (BOTH, set())
    before = {path: path.stat().st_mtime_ns for path in (project / "output").iterdir()}
    assert render(project) == (set(), BOTH)
    assert {path: path.stat().st_mtime_ns for path in (project / "output").iterdir()} == before
    assert render(project, "--force") == (BOTH, set())
    # Another size is another picture.
    assert render(project, "--scale", "0.5") == (BOTH, set())


@pytest.mark.parametrize(
    ("edited", "rendered"),
    [
        ("animations/discrete.py", {"discrete"}),
        ("animations/rendering/panels/stems/output.py", {"discrete"}),
        ("animations/rendering/panels/curves/definition.py", {"definitions"}),
        ("animations/rendering/theme.py", BOTH),
        ("animations/rendering/film.py", BOTH),
        ("signals/post.py", BOTH),
        ("signals/convolution.py", {"discrete"}),
        ("animations/rendering/encoders/still.py", BOTH),
        ("animations/rendering/command_line/arguments.py", set()),
    ],
)
def test_an_edit_renders_what_depends_on_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, edited: str, rendered: set[str]
) -> None:
    monkeypatch.setattr(sources, "ROOT", project)
    scripts = {name: project / "animations" / f"{name}.py" for name in BOTH}
    before = {name: _digest(script) for name, script in scripts.items()}
    with (project / edited).open("a") as file:
        file.write("\n# edited\n")
    assert {name for name in BOTH if _digest(scripts[name]) != before[name]} == rendered


def _digest(script: Path) -> str:
    for cached in (sources._sha, sources._imported, sources._passed_on):
        cached.cache_clear()
    return sources.digest(script)


def test_a_damaged_or_missing_file_is_rendered_again(project: Path) -> None:
    render(project)
    output = project / "output"
    with (output / "discrete.png").open("r+b") as file:
        file.write(b"damaged")
    assert render(project) == ({"discrete"}, {"definitions"})
    (output / "definitions.png").unlink()
    assert render(project) == ({"definitions"}, {"discrete"})


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "null",
        '{"format": 0, "figures": {}}',
        '{"format": 1, "figures": {"discrete": 3}}',
        '{"format": 1, "figures": {"discrete": {"made from": {}, "formats": [], "files": []}}}',
    ],
)
def test_a_damaged_record_counts_as_none(tmp_path: Path, damage: str) -> None:
    script = ROOT / "animations" / "discrete.py"
    options = Options(output=tmp_path, formats=("png",))
    (tmp_path / "discrete.png").write_bytes(b"a picture")
    Record(tmp_path).note("discrete", script, options, ("png",), tmp_path)
    assert Record(tmp_path).is_current("discrete", script, options)
    (tmp_path / NAME).write_text(damage, "utf-8")
    assert not Record(tmp_path).is_current("discrete", script, options)
    Record(tmp_path).note("discrete", script, options, ("png",), tmp_path)
    assert Record(tmp_path).is_current("discrete", script, options)
