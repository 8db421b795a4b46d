"""Every wrong command line: one line that says what is allowed, and nothing written."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest
from scripts import LONG, ROOT, STEPS, STILL, SWEEP, names, write_script

from animations.rendering import Animation, run
from animations.rendering.command_line.options import Options, UsageError
from animations.rendering.command_line.parser import parse_collection, parse_script
from animations.rendering.command_line.run import output_of, run_collection

Refuse = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four scripts in a folder."""
    folder = tmp_path / "animations"
    folder.mkdir()
    for name, timeline in {
        "continuous": SWEEP, "definitions": STILL, "discrete": STEPS, "endless": LONG
    }.items():  # fmt: skip
        write_script(folder, name, timeline)
    return folder


@pytest.fixture
def refuse(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Refuse:
    """Run a script with arguments that are wrong, and return what it says."""

    def refuse(*arguments: str, name: str = "continuous", output: bool = True) -> str:
        scope = {"__name__": f"animations.{name}", "__file__": str(folder / f"{name}.py")}
        exec((folder / f"{name}.py").read_text(encoding="utf-8"), scope)
        where = ["--output", str(tmp_path / "new" / "output")] if output else []
        before = names(tmp_path)
        with pytest.raises(SystemExit) as exit_:
            run(scope["animation"], [*where, *arguments])  # type: ignore[arg-type]
        out, err = capsys.readouterr()
        assert exit_.value.code == 2
        assert out == ""
        assert err.startswith(f"{name}.py: error: ") and err.count("\n") == 1
        assert err.endswith("\n") and "Traceback" not in err
        assert names(tmp_path) == before
        return err

    return refuse


@pytest.fixture
def refuse_all(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Refuse:
    """Render a collection with arguments that are wrong, and return what it says."""

    def refuse_all(*arguments: str) -> str:
        before = names(tmp_path)
        with pytest.raises(SystemExit) as exit_:
            run_collection([*arguments, "--output", str(tmp_path / "output")], folder)
        out, err = capsys.readouterr()
        assert exit_.value.code == 2
        assert out == ""
        assert err.startswith("render_all.py: error: ") and err.count("\n") == 1
        assert names(tmp_path) == before
        return err

    return refuse_all


SHARED = [
    (["--fps", text], "10, 20, 25, 50.*hundredths")
    for text in ("24", "0", "-1", "-25", "nan", "inf", "1e9", "25.0", "", " 25", "x", "30", "٢٥")
]
ALL_FORMATS = "gif, (json, )?mp4, (page, )?pdf, png, (snippets, )?storyboard, svg, webp"
SHARED += [
    (["--scale", text], "0.25 to 4")
    for text in ("0", "-1", "nan", "inf", "-inf", "1e9", "", "x", "0.2", "4.1", "1,5", "-1e-3")
]
SHARED += [
    (
        ["--formats", "webm"],
        ALL_FORMATS,
    ),
    (["--formats", "gif,mp4"], "separated by spaces"),
    (
        ["--formats", "GIF"],
        ALL_FORMATS,
    ),
    (["--formats", ""], ALL_FORMATS),
    (["--formats", "gif", "nope", "png"], "'nope'.*gif, (json, )?mp4, (page, )?pdf, png"),
    (["--formats"], "one or more of gif, "),
    (["--theme", "sepia"], "light, dark, both"),
    (["--theme", ""], "light, dark, both"),
    (["--theme"], "light, dark or both"),
    (["--fps"], "10, 20, 25 or 50"),
    (["--scale"], "0.25 to 4"),
    (["--output"], "folder"),
    (["--output", ""], "not an empty one"),
    (["--output", "a\0b"], "no folder"),
    (["--output", "x" * 5000], "too long"),
    (["--form", "gif"], "--formats"),
    (["--format=gif"], "--formats"),
    (["--thme", "dark"], "--theme"),
    (["-q"], "unknown option '-q'"),
    (["--quiet=yes"], "--quiet"),
    (["--fps", "24", "--scale", "9", "--theme", "blue"], "--"),
    (["--theme", "a\nb"], "light, dark, both"),
    (["--bogus\nline"], "unknown option"),
]


@pytest.mark.parametrize(("arguments", "words"), SHARED, ids=lambda value: repr(value)[:60])
def test_both_refuse(
    arguments: Sequence[str], words: str, refuse: Refuse, refuse_all: Refuse
) -> None:
    if "--output" in arguments:
        assert re.search(words, refuse(*arguments, output=False))
        return
    assert re.search(words, refuse(*arguments))
    assert re.search(words, refuse_all(*arguments))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--at", "x"], "finite number"),
        (["--at", "nan"], "finite number"),
        (["--at", "inf"], "finite number"),
        (["--at", "-inf"], "finite number"),
        (["--at", ""], "finite number"),
        (["--at"], "a shift"),
        (["--at", "99"], "from -2 to 2"),
        (["--at", "-2.0001"], "from -2 to 2"),
        (["--at", "-1e3"], "from -2 to 2"),
        (["--at", "1e300"], "from -2 to 2"),
        (["--at", "1", "--show"], "exclude each other"),
        (["--layout", "tall"], "unknown layout 'tall': choose from wide, narrow, both"),
        (["--layout"], "wide, narrow for phones"),
        (["--background", "red"], "expected colours such as '#fffaf0', not 'red'"),
        (["--background"], "a colour such as '#fffaf0'"),
        (
            ["--background", "#888888"],
            r"light theme .* #888888.* 1\.\d+ : 1, and needs",
        ),
        (["--background", "#fffaf0", "#000000"], r"for each theme \(light\), not 2"),
        (["--background", "#fffaf0", "--theme", "both"], "light, dark"),
        (["--show", "--layout", "both"], "one --theme and one --layout"),
        (["--at", "1", "--formats", "gif"], "the formats it comes in are pdf, png, svg"),
        (["--at", "1", "--formats", "png", "gif"], "pdf, png, svg"),
        (["--show", "--theme", "both"], "one --theme and one --layout"),
        (["--formats", "svg"], "gif, mp4, png, storyboard, webp"),
        (["--formats", "json"], "unknown format 'json'"),
        (["--jobs", "2"], "unknown option '--jobs'"),
        (["--list"], "unknown option '--list'"),
        (["discrete"], "'discrete'.*one figure"),
        ([""], "unexpected argument ''"),
        (["-"], "unexpected argument '-'"),
    ],
    ids=repr,
)
def test_a_script_refuses(arguments: Sequence[str], words: str, refuse: Refuse) -> None:
    assert re.search(words, refuse(*arguments))


def test_a_discrete_figure_stands_at_whole_shifts_only(refuse: Refuse) -> None:
    assert "whole shifts from -1 to 2" in refuse("--at", "0.5", name="discrete")


def test_a_still_refuses_what_needs_motion(refuse: Refuse) -> None:
    assert "png, svg" in refuse("--formats", "gif", name="definitions")
    assert "png, svg" in refuse("--formats", "mp4", "gif", name="definitions")
    assert "still" in refuse("--at", "0", name="definitions")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["continous"], "'continous'.*did you mean continuous"),
        (["continuous.py"], "did you mean continuous"),
        (["animations/discrete.py"], "did you mean discrete"),
        (["discrete", "nothing-like-it"], "choose from definitions, continuous, discrete, endless"),
        ([""], "unknown figure ''"),
        (["."], "unknown figure '.'"),
        (["Continuous"], "did you mean continuous"),
        (["--formats", "gif", "continuous"], "named before the options"),
        (["--jobs", "0"], "whole number from 1 on"),
        (["--jobs", "-1"], "whole number from 1 on"),
        (["--jobs", "1.5"], "whole number from 1 on"),
        (["--jobs", "nan"], "whole number from 1 on"),
        (["--jobs", ""], "whole number from 1 on"),
        (["--jobs", "9" * 5000], "whole number from 1 on"),
        (["--jobs"], "whole number from 1 on"),
        (["--show"], "unknown option '--show'"),
        (["--at", "1"], "unknown option '--at'"),
        (["--scale", "1_0"], "a number from 0.25 to 4, not '1_0'"),
        (["--list", "--fps", "3"], "10, 20, 25, 50"),
        (["--list", "nonsense"], "unknown figure"),
        (["definitions", "--formats", "gif"], "definitions is a still.*png, svg"),
        (
            ["continuous", "--formats", "svg"],
            "is a film.*gif, mp4, png, storyboard, webp",
        ),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_a_collection_refuses(arguments: Sequence[str], words: str, refuse_all: Refuse) -> None:
    assert re.search(words, refuse_all(*arguments))


def test_an_output_that_is_no_folder(refuse: Refuse, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    assert "it is a file" in refuse("--output", str(file), output=False)
    assert "Not a directory" in refuse("--output", str(file / "below"), output=False)
    assert file.read_text() == "mine"
    long = str(tmp_path / "new" / ("n" * 256))
    assert "File name too long" in refuse("--output", long, output=False)
    assert not (tmp_path / "new").exists()
    os.mkfifo(tmp_path / "pipe")
    assert "it is no folder" in refuse("--output", str(tmp_path / "pipe"), output=False)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert "a link to nothing" in refuse("--output", str(tmp_path / "dangling"), output=False)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write to")
def test_an_output_that_cannot_be_written_to(refuse: Refuse) -> None:
    for folder in ("/proc", "/proc/new", "/dev/null/new", "/sys/new/output"):
        assert "cannot write to the folder" in refuse("--output", folder, output=False)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_an_output_without_permission(refuse: Refuse, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    assert "Permission denied" in refuse("--output", str(locked), output=False)


def test_a_current_folder_that_is_gone(
    refuse: Refuse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "current folder" in refuse("--output", "out", output=False)


def test_the_window_needs_a_display(refuse: Refuse, monkeypatch: pytest.MonkeyPatch) -> None:
    from matplotlib import pyplot

    backend = pyplot.get_backend()
    pyplot.switch_backend("agg")
    assert "--show needs a display" in refuse("--show")
    pyplot.switch_backend(backend)


def test_defaults() -> None:
    here = Path("/here")
    script, collection = parse_script("a.py", [], here), parse_collection("r.py", [], here, ["a"])
    expected = Options(output=here)
    assert script == expected
    assert collection == Options(
        **{**vars(expected), "jobs": collection.jobs, "is_collection": True}
    )
    assert 1 <= collection.jobs <= (os.cpu_count() or 1)
    assert (expected.formats, expected.themes, expected.fps, expected.scale) == (
        None, ("light",), 25, 1.0
    )  # fmt: skip


def test_what_is_said_twice_counts_once(tmp_path: Path) -> None:
    words = ["a", "--formats", "png", "gif", "png", "--theme", "both", "b", "a"]
    options = parse_collection("r.py", words, tmp_path, ["a", "b"])
    assert options.names == ("a", "b")
    assert options.formats == ("png", "gif")
    assert options.themes == ("light", "dark")
    words = ["--theme", "both", "--layout", "both", "--background", "#FFFAF0", "000000"]
    options = parse_script("a.py", words, tmp_path)
    assert [look.twin for look in options.looks] == ["", "-dark", "-narrow", "-narrow-dark"]
    assert [look.background for look in options.looks] == 2 * ["#fffaf0", "#000000"]
    assert parse_script("a.py", ["--fps", "10", "--fps=50"], tmp_path).fps == 50
    assert parse_script("a.py", ["--at", "-1e-1"], tmp_path).at == -0.1
    assert str(parse_script("a.py", ["--at", "-0.0"], tmp_path).at) == "0.0"


def test_a_relative_output_belongs_to_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse_script("a.py", ["--output", "there"], ROOT).output == tmp_path / "there"


def test_files_go_beside_what_draws_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert output_of(ROOT / "animations") == ROOT / "output"
    assert output_of(tmp_path / "talk") == tmp_path / "talk" / "output"
    assert output_of(None) == tmp_path / "output"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help(arguments: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        run_collection(arguments, folder)
    out, err = capsys.readouterr()
    assert (exit_.value.code, err) == (0, "")
    assert "example: python render_all.py" in out
    options = "--list --formats --output --theme --fps --scale --jobs --force --quiet"
    for option in ["NAME", *options.split()]:
        assert option in out


def test_the_list_is_in_the_order_of_the_post(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        run_collection(["--list"], folder)
    out, err = capsys.readouterr()
    assert (exit_.value.code, err) == (0, "")
    assert out.splitlines() == [
        "definitions  The definitions",
        "continuous   The continuous",
        "discrete     The discrete",
        "endless      The endless",
    ]


def test_a_figure_is_called_what_its_script_is_called(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def build(scale: int) -> Animation:
        raise AssertionError(scale)

    with pytest.raises(SystemExit):
        run(partial(build, 1), ["--fps", "1"])
    assert "error" in capsys.readouterr().err
    done = subprocess.run(
        [sys.executable, "-", "--fps", "1"],
        input="from animations.rendering import run\nrun(lambda: None)",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("figure.py: error: ") and done.stderr.count("\n") == 1


@pytest.mark.parametrize("how", ["path", "module"])
def test_a_script_runs_from_any_folder(how: str, tmp_path: Path) -> None:
    what = ["-m", "animations.definitions"]
    if how == "path":
        what = [str(ROOT / "animations" / "definitions.py")]
    output = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, *what, "--output", "out", "--formats", "png", "--scale", "0.25"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "")
    assert re.fullmatch(r"definitions: definitions.png \d+ kB; 1 frame, [\d.]+ s\n", done.stderr)
    assert names(output) == ["definitions.png"]


def test_usage_errors_say_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose from"):
        parse_collection("r.py", ["zzz"], tmp_path, ["a", "b"])
