"""Nothing is rendered twice, and nothing old is kept."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from scripts import RECORD, ROOT, names, write_script

from animations.rendering import Animation
from animations.rendering.command_line.figure import Figure
from animations.rendering.command_line.options import Options
from animations.rendering.command_line.outcome import File, Rendered
from animations.rendering.command_line.record import Record
from animations.rendering.command_line.sources import digest_of

BOTH = {"definitions", "discrete"}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with two figures, which have been rendered."""
    whole = tmp_path_factory.mktemp("rendered")
    for folder in ("signals", "animations"):
        shutil.copytree(ROOT / folder, whole / folder, ignore=shutil.ignore_patterns("__py*"))
    shutil.copy(ROOT / "render_all.py", whole)
    for script in (whole / "animations").glob("*.py"):
        if script.stem not in ("__init__", "definitions", "discrete"):
            script.unlink()
    assert render(whole) == (BOTH, set())
    return whole


@pytest.fixture
def project(rendered: Path, tmp_path: Path) -> Path:
    """The same for a test alone, which may edit it."""
    return shutil.copytree(rendered, tmp_path / "project")


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


def test_what_is_there_is_not_rendered_again(project: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (project / "output").iterdir()}
    assert render(project) == (set(), BOTH)
    assert {path: path.stat().st_mtime_ns for path in (project / "output").iterdir()} == before
    assert render(project, "--force") == (BOTH, set())
    # Another size is another picture.
    assert render(project, "--scale", "0.5") == (BOTH, set())
    assert render(project, "--background", "#fffaf0") == (BOTH, set())
    assert render(project, "--background", "#fffaf0") == (set(), BOTH)


EDITS = [
    ("animations/discrete.py", {"discrete"}),
    ("animations/rendering/panels/stems/trace.py", {"discrete"}),
    ("animations/rendering/panels/curves/definition.py", {"definitions"}),
    ("animations/rendering/theme.py", BOTH),
    ("animations/rendering/film.py", BOTH),
    ("animations/rendering/__init__.pyi", BOTH),
    ("signals/post.py", BOTH),
    ("signals/convolution.py", BOTH),
    ("animations/rendering/encoders/still.py", BOTH),
    ("animations/rendering/command_line/arguments.py", set()),
]


def test_an_edit_makes_stale_what_depends_on_it(project: Path) -> None:
    options = Options(project / "output", formats=("png",), scale=0.25, fps=10)

    def stale() -> set[str]:
        record = Record(options.output)
        scripts = {name: project / "animations" / f"{name}.py" for name in BOTH}
        figures = [Figure(name, script, storyboard) for name, script in scripts.items()]
        return {each.name for each in figures if not record.is_current(each, options)}

    assert stale() == set()
    for edited, depending in EDITS:
        path = project / edited
        before = path.read_bytes()
        path.write_bytes(before + b"\n# edited\n")
        assert stale() == depending, edited
        path.write_bytes(before)


def storyboard() -> Animation:
    return Animation("title", "caption", "alt", [])


def test_what_a_script_reads_counts_as_well(tmp_path: Path) -> None:
    script = write_script(tmp_path, "dot")
    (tmp_path / "helper.py").write_text("TITLE = 'The dot'")
    (tmp_path / "data.txt").write_text("1")
    text = script.read_text().replace('title="The dot"', "title=TITLE")
    imports = "from pathlib import Path\nfrom helper import TITLE\n"
    imports += "from animations.rendering import run\nfrom matplotlib"
    reads = "Path(__file__).with_name('data.txt').read_text()\n\n\nclass"
    text = text.replace("from matplotlib", imports, 1).replace("class", reads, 1)
    script.write_text(text)

    def is_rendered() -> bool:
        # From another folder, by a way that goes up and down.
        here = script.parent / "here"
        here.mkdir(exist_ok=True)
        command = [sys.executable, "../dot.py", "--formats", "png", "--scale", "0.25"]
        run = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True)
        said = run.stderr
        assert ("up to date" in said) != ("dot.png" in said)
        return "dot.png" in said

    def is_current() -> bool:
        options = Options(tmp_path / "output", formats=("png",), scale=0.25)
        return Record(options.output).is_current(Figure("dot", script, storyboard), options)

    assert [is_rendered(), is_rendered()] == [True, False]
    for name in ("helper.py", "data.txt", "dot.py"):
        path = tmp_path / name
        os.utime(path)
        assert is_current(), name
        text = path.read_text()
        path.write_text(f"{text} ")
        assert not is_current(), name
        path.write_text(text)
        assert is_current(), name
    (tmp_path / "data.txt").write_text("2")
    assert [is_rendered(), is_rendered()] == [True, False]
    (tmp_path / "data.txt").unlink()
    (tmp_path / "data.txt").symlink_to(os.devnull)
    assert is_rendered()


READING = """
import contextlib, os, sys
from pathlib import Path

import numpy as np

from animations.rendering import run

HERE = Path(__file__).parent
(HERE / "beside.txt").read_text()
(HERE.parent / "outside.txt").read_text()
exec((HERE / "code.py").read_text())
np.memmap(HERE / "mapped.txt", mode="r+")
open(os.fsencode(HERE / "bytes.txt")).close()
with contextlib.chdir(HERE / "folder"):
    Path("inner.txt").read_text()
for name in ("absent.txt", "folder"):
    with contextlib.suppress(OSError):
        os.close(os.open(HERE / name, os.O_RDONLY))
(HERE / "own.txt").write_text("made here")
(HERE / "own.txt").read_text()
"""


def test_whatever_a_script_reads_counts(tmp_path: Path) -> None:
    talk, link = tmp_path / "deep" / "er" / "talk", tmp_path / "link"
    (talk / "folder").mkdir(parents=True)
    link.symlink_to(talk)
    names = ["beside.txt", "code.py", "mapped.txt", "bytes.txt", "folder/inner.txt"]
    inputs = [tmp_path / "outside.txt", *(talk / name for name in names)]
    for path in inputs:
        path.write_text("'x'")
    script = write_script(talk, "dot")
    script.write_text(script.read_text().replace("from matplotlib", f"{READING}from matplotlib", 1))
    options = Options(tmp_path / "output", formats=("png",), scale=0.25)
    command = [sys.executable, str(link / "dot.py"), "--formats", "png", "--scale", "0.25"]
    subprocess.run([*command, "--output", str(options.output), "--quiet"], check=True)

    def is_current() -> bool:
        figure = Figure("dot", link / "dot.py", storyboard)
        return Record(options.output).is_current(figure, options)

    assert is_current()
    for path in inputs:
        path.write_text("'y'")
        assert not is_current(), path
        path.write_text("'x'")
        assert is_current(), path
    (talk / "absent.txt").touch()
    assert not is_current()


def test_formats_that_come_later_join_those_that_are_there(project: Path) -> None:
    quick = ("--scale", "0.25", "--fps", "10", "--output", "output", "--quiet")
    command = [sys.executable, "render_all.py", "discrete", "--formats", "gif", *quick]
    subprocess.run(command, cwd=project, check=True)
    assert render(project) == (set(), BOTH)
    with (project / "animations/rendering/encoders/gif.py").open("a") as file:
        file.write("\n# edited\n")
    assert render(project)[0] >= {"discrete"}


def test_a_damaged_or_missing_file_is_rendered_again(project: Path) -> None:
    output = project / "output"
    with (output / "discrete.png").open("r+b") as file:
        file.write(b"damaged")
    assert render(project) == ({"discrete"}, {"definitions"})
    (output / "definitions.png").unlink()
    assert render(project) == ({"definitions"}, {"discrete"})


SOUND = (
    '{"format": 3, "figures": {"dot": {"title": "t", "caption": "c", "alt": "a", '
    '"formats": ["png"], "libraries": {}, "sources": {"dot.py": "0"}, "cues": {}, "left_out": {}, '
    '"files": {"dot.png": {"options": {}, "size": 9, "pixels": [960, 540], "sha256": "0"}}}}}'
)
WRONG = [
    ('"t"', "3"),
    ("[960, 540]", '"large"'),
    ("[960, 540]", "[960]"),
    ('"cues": {}', '"cues": {"25": 7}'),
    ('"left_out": {}', '"left_out": 7'),
    ('["png"]', "null"),
    ('["png"]', "[[]]"),
    ('{"dot.py": "0"}', "[]"),
    ('{"dot.py": "0"}', '{"dot.py": null}'),
    ('{"options": {}, "size": 9, "pixels": [960, 540], "sha256": "0"}', "{}"),
    ('{"options": {}, "size": 9, "pixels": [960, 540], "sha256": "0"}', "7"),
    ('{"dot.png": {"options": {}, "size": 9, "pixels": [960, 540], "sha256": "0"}}', "[]"),
]


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "null",
        '{"format": 0, "figures": {}}',
        '{"format": 3, "figures": []}',
        '{"format": 3, "figures": {"dot": 3}}',
        '{"format": 3, "figures": {"dot": {"formats": [], "files": []}}}',
        *(SOUND.replace(*wrong) for wrong in WRONG),
    ],
)
def test_a_damaged_record_counts_as_none(tmp_path: Path, damage: str) -> None:
    figure = Figure("dot", write_script(tmp_path, "dot"), storyboard)
    options = Options(tmp_path, formats=("png",))
    (tmp_path / "dot.png").write_bytes(b"a picture")
    (tmp_path / RECORD).write_text(damage, "utf-8")
    assert not Record(tmp_path).is_current(figure, options)
    picture = File("png", "light", 1, 9, (960, 540), digest_of(tmp_path / "dot.png"))
    about = {"title": "t", "caption": "c", "alt": "a"}
    rendered = Rendered({"dot.png": picture}, 0.1, ("png",), about, {})
    (tmp_path / RECORD).write_bytes(Record(tmp_path).note(figure, options, rendered))
    assert Record(tmp_path).is_current(figure, options)


def test_a_record_that_never_ends_counts_as_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / RECORD)
    assert Record(tmp_path).entries(["continuous"]) == []
    (tmp_path / RECORD).unlink()
    (tmp_path / RECORD).symlink_to("/dev/zero")
    assert Record(tmp_path).entries(["continuous"]) == []


def test_runs_at_one_time_all_keep_their_entries(project: Path) -> None:
    quick = ("--scale", "0.25", "--formats", "png", "--output", "output", "--quiet")
    command = [sys.executable, "render_all.py", *quick]
    runs = [subprocess.Popen([*command, name], cwd=project) for name in sorted(BOTH) * 2]
    assert [run.wait() for run in runs] == [0] * 4
    assert render(project, "--fps", "25") == (set(), BOTH)
    assert names(project / "output") == ["definitions.png", "discrete.png"]
