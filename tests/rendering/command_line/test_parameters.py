"""What a script's function takes can be given on its command line, and nothing else."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from scripts import ROOT, names

from animations import commutativity, continuous, custom, discrete, flip
from animations.rendering import Animation, animate, run
from animations.rendering.command_line.options import UsageError
from animations.rendering.command_line.parameters import (
    parameters_of,
    retyped,
    texts_for,
    texts_of,
    values_of,
)
from animations.rendering.command_line.parser import parse_script
from signals import ContinuousSignal, DiscreteSignal, convolve, exponential, post, rect

QUICK = ["--scale", "0.25", "--fps", "10", "--formats", "png", "--quiet"]


def given(function: object, *arguments: str) -> dict[str, object]:
    """What a script is called with."""
    takes = parameters_of(function)  # type: ignore[arg-type]
    return values_of(parse_script("a.py", arguments, Path("/out"), takes).given)


def refused(function: object, *arguments: str) -> str:
    with pytest.raises(UsageError) as error:
        given(function, *arguments)
    return str(error.value)


def test_a_script_takes_what_its_function_takes() -> None:
    def own(h: ContinuousSignal = post.h, speed: float = 2.0) -> Animation:
        return animate(h, post.x)

    assert [each.name for each in parameters_of(own)] == ["h"]
    assert [each.name for each in parameters_of(continuous.animation)] == ["h", "x"]
    assert "unexpected argument" in refused(own, "--x", "rect(t)") or "unknown" in refused(
        own, "--x", "rect(t)"
    )
    assert not parameters_of(lambda: animate(post.h, post.x))


def test_signals_are_typed() -> None:
    values = given(custom.animation, "--h", "-exp(-t)u(t)", "--x", "-t*rect(t)", "--no-flip")
    h, x = values["h"], values["x"]
    assert isinstance(h, ContinuousSignal) and isinstance(x, ContinuousSignal)
    assert h(1.0) == pytest.approx(-0.36787944117144233) and x(0.25) == -0.25
    assert values["flip"] is False
    values = given(custom.animation, "--t", "-1e0", "2.5", "--names", "g", "u", "--stride", "2")
    assert values == {"t": (-1.0, 2.5), "names": ("g", "u"), "stride": 2}
    several = "--channel", "[1, 2]", "--channel", "[3]@-1", "--padding", "0", "1"
    values = given(custom.animation, *several)
    assert values["channels"] == (DiscreteSignal([1, 2]), DiscreteSignal([3], -1))
    assert values["padding"] == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--h", "2*foo(t)"], "argument --h: unknown name foo: allowed are .*\n  2.foo.*\n    \\^"),
        (["--h", "[1, 2]"], r"--h: a continuous signal, .* is needed, not a discrete signal"),
        (["--h"], "--h: expected the impulse response"),
        (["--h", "nowhere.csv"], "nowhere.csv"),
        (["--name", "a/b"], "expected a name of letters"),
        (["--k", "rect(t)"], "--k"),
    ],
)
def test_wrong_ones_are_refused(arguments: Sequence[str], message: str) -> None:
    assert re.search(message, refused(continuous.animation, *arguments))


def test_a_mark_stands_under_what_it_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one line of a refusal, and two that show the place."""
    with pytest.raises(SystemExit) as end:
        run(continuous.animation, ["--output", str(tmp_path), "--x", "rect(t) + 3 $"])
    said = capsys.readouterr().err.splitlines()
    assert end.value.code == 2 and not names(tmp_path)
    assert said[0].startswith("continuous.py: error: argument --x: '$' means nothing here")
    assert said[1:] == ["  rect(t) + 3 $", "              ^"]


def rendered(folder: Path, *arguments: str) -> list[str]:
    with pytest.raises(SystemExit) as end:
        run(continuous.animation, ["--output", str(folder), *QUICK, *arguments])
    assert not end.value.code
    return names(folder)


def test_files_of_given_signals_keep_those_of_the_collection(tmp_path: Path) -> None:
    first = rendered(tmp_path)
    assert first == ["continuous.png"]
    usual = (tmp_path / "continuous.png").read_bytes()
    assert rendered(tmp_path, "--x", "rect(t)") == ["continuous-own.png", "continuous.png"]
    assert (tmp_path / "continuous.png").read_bytes() == usual
    rendered(tmp_path, "--x", "tri(t)", "--name", "tri")
    record = json.loads((tmp_path / "record.json").read_text("utf-8"))["figures"]
    assert set(record) == {"continuous", "continuous-own", "tri"}
    assert record["tri"]["given"] == {"x": "tri(t)"} and "given" not in record["continuous"]


def test_what_is_up_to_date_depends_on_what_was_given(tmp_path: Path) -> None:
    script = ROOT / "animations" / "continuous.py"
    loud = [sys.executable, str(script), "--output", str(tmp_path / "out"), *QUICK[:-1]]
    data = tmp_path / "x.csv"
    data.write_text("0,0\n1,2\n2,0\n")

    def said(text: str) -> str:
        done = subprocess.run([*loud, "--x", text], capture_output=True, text=True, check=True)
        return done.stderr

    assert "own:" in said("rect(t)")
    assert "up to date" in said("rect(t)")
    assert "own:" in said(str(data))
    assert "up to date" in said(str(data))
    data.write_text("0,0\n1,3\n2,0\n")
    assert "own:" in said(str(data)), "what is in a file counts"


@pytest.mark.parametrize("name", ["commutativity", "discrete-dark"])
def test_another_figures_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as end:
        run(continuous.animation, ["--output", str(tmp_path), "--x", "rect(t)", "--name", name])
    assert end.value.code == 2 and not names(tmp_path)


def test_what_a_figure_says_of_given_signals_is_a_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (["--h", "1", "--x", "1"], ["--h", "rect(t)", "--x", "[1]"]):
        with pytest.raises(SystemExit) as end:
            run(custom.animation, ["--output", str(tmp_path), *arguments])
        assert end.value.code == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_texts_of_the_window_are_what_is_drawn() -> None:
    takes = parameters_of(continuous.animation)
    texts = texts_for(takes, {})
    assert texts == {"h": "2 exp(-t/2) u(t)", "x": "piecewise(t/2, 0, 3, 1/2, 3, 5)"}
    values = values_of(retyped(takes, {**texts, "x": "rect(t)"}))
    assert set(values) == {"x"} and values["x"](0.0) == 1, "h is the script's own"
    assert not retyped(takes, {"h": " ", "x": ""})
    with pytest.raises(ValueError, match="unknown name foo"):
        retyped(takes, {"h": "foo(t)"})
    with pytest.raises(ValueError, match=r"a continuous signal, .* is needed"):
        retyped(takes, {"h": "[1]"})
    assert set(texts_for(parameters_of(custom.animation), {})) == {"h", "x"}


@pytest.mark.parametrize("function", [continuous.animation, commutativity.animation])
def test_other_signals_make_another_output(function: object) -> None:
    h, x = exponential(1, 2), rect(0, 3)
    y = function(h=h, x=x).panels[-1].y  # type: ignore[operator]
    assert y(1.5) == convolve(h, x)(1.5)


def test_discrete_figures_take_curves_and_samples() -> None:
    drawn = discrete.animation(h=rect(0, 3), x=DiscreteSignal([1, 2]))
    assert drawn.panels[-1].y == DiscreteSignal([1, 3, 3, 2])  # type: ignore[union-attr]
    turned = flip.animation(h=rect(0, 2), x=DiscreteSignal([1, 2]))
    assert texts_of({}) == {} and turned.panels[-1][0].y == DiscreteSignal([1, 3, 2])  # type: ignore[index]


def test_a_function_of_other_things_takes_none_of_these() -> None:
    def own(k: int = 3, padding: float = 0.5) -> Animation:
        return animate(post.h, post.x)

    assert not parameters_of(own)

    def untold(h=post.h, title="A"):  # type: ignore[no-untyped-def]
        return animate(h, post.x, title=title)

    assert [each.name for each in parameters_of(untold)] == ["h", "title"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("sound.mp3", "sound.mp3"), ("./noext", "noext"), ("voltage (1).csv", "voltage")],
)
def test_what_looks_like_a_file_is_told_of_as_one(text: str, words: str) -> None:
    said = refused(continuous.animation, "--x", text)
    assert words in said and "allowed are numbers" not in said
    assert given(continuous.animation, "--x", "2.pi*rect(t)")["x"](0.0) == 2 * np.pi  # type: ignore[operator]


def test_a_file_of_another_folder_is_another_input(tmp_path: Path) -> None:
    script = ROOT / "animations" / "continuous.py"
    command = [sys.executable, str(script), "--output", str(tmp_path / "out"), *QUICK[:-1]]
    said = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "x.csv").write_text(f"0,0\n1,{number}\n2,0\n", "utf-8")
        done = subprocess.run(
            [*command, "--x", "x.csv"], cwd=folder, capture_output=True, text=True, check=True
        )
        said.append("up to date" in done.stderr)
    assert said == [False, False]


def test_a_row_of_numbers_takes_no_stride(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--h", "[1, -1]", "--x", "[1, 2, 3]", "--stride", "2", "--output", str(tmp_path)]
    with pytest.raises(SystemExit) as end:
        run(custom.animation, arguments)
    assert end.value.code == 2
    assert "a row of numbers is [[1, 2, 3]]" in capsys.readouterr().err


def test_a_bug_is_a_traceback_whatever_was_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(h: ContinuousSignal = post.h) -> Animation:
        return animate(h, [*zip([1], [], strict=True)])  # type: ignore[arg-type]

    with pytest.raises(SystemExit) as end:
        run(broken, ["--h", "rect(t)", "--output", str(tmp_path)])
    assert end.value.code == 1
    assert "Traceback" in capsys.readouterr().err
