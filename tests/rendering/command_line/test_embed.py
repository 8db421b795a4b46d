"""--embed writes all that a post needs, and says what it wrote."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from scripts import STILL, render_all, write_script

from animations.rendering.command_line.options import UsageError
from animations.rendering.command_line.parser import parse_collection

SMALL = ("--scale", "0.25", "--fps", "10")
KINDS = (".gif", ".mp4", ".png", ".webp")
LOOKS = ("", "-dark", "-narrow", "-narrow-dark")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "scripts"
    folder.mkdir()
    write_script(folder, "moving")
    write_script(folder, "resting", STILL)
    write_script(folder, "other")
    return folder


def embed(folder: Path, output: Path, *arguments: str) -> str:
    command = [*render_all(folder), *arguments, "--output", str(output), *SMALL]
    return subprocess.run(command, check=True, capture_output=True, text=True).stderr


def test_a_post_is_one_command(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "img"
    figures = ("--embed", "moving", "resting", "--base-url", "/img")
    said = embed(folder, output, *figures)
    boards = [f"-storyboard.{suffix}" for suffix in ("pdf", "png", "svg")]
    expected = {f"moving{look}{kind}" for look in LOOKS for kind in KINDS}
    expected |= {f"moving{look}{board}" for look in LOOKS[:2] for board in boards}
    expected |= {f"resting{look}{kind}" for look in LOOKS for kind in (".png", ".svg")}
    written = {path.name for path in output.iterdir()}
    assert written == expected | {"record.json", "figures.json", "snippets.md", "figure.js"}
    assert re.search(r"^moving: 22 files, \d+ kB; \d+ frames, [\d.]+ s$", said, re.MULTILINE)
    assert "json: figures.json\nsnippets: snippets.md and 1 more\n" in said
    text = (output / "snippets.md").read_text("utf-8")
    addresses = set(re.findall(r' (?:src|srcset|poster)="([^"]+)"', text))
    assert addresses <= {f"/img/{file}" for file in written}
    assert "The moving" in text and "The other" not in text
    listed = json.loads((output / "figures.json").read_text("utf-8"))
    assert [each["name"] for each in listed] == ["moving", "resting"]
    assert all(snippet in text for snippet in listed[0]["snippets"].values())
    before = {path: path.stat().st_mtime_ns for path in output.iterdir()}
    assert embed(folder, output, *figures) == (
        "up to date: moving, resting\njson: up to date\nsnippets: up to date\n"
    )
    assert {path: path.stat().st_mtime_ns for path in output.iterdir()} == before


def test_what_is_said_holds(folder: Path, tmp_path: Path) -> None:
    embed(
        folder, tmp_path / "img", "--embed", "moving", "--theme", "dark", "--formats", "png", "json"
    )
    names = {path.name for path in (tmp_path / "img").iterdir()}
    assert names == {"moving-dark.png", "moving-narrow-dark.png", "figures.json", "record.json"}


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("/img", "/img/"),
        ("/img/", "/img/"),
        ("https://a.org/b?f=", "https://a.org/b?f="),
        ("", ""),
        ("../x%20y", "../x%20y/"),
    ],
)
def test_base_urls(text: str, base: str, tmp_path: Path) -> None:
    options = parse_collection("r.py", ["--embed", "a", "--base-url", text], tmp_path, ["a"])
    assert (options.base_url, options.names) == (base, ("a",))
    assert [look.twin for look in options.looks] == list(LOOKS)


@pytest.mark.parametrize("text", ["/a b/", '/"', "/<x>", "/ä/", "/x\n", "{{ x }}"])
def test_what_is_no_address_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="expected a path such as /img/convolution/"):
        parse_collection("r.py", ["--embed", "--base-url", text], tmp_path, [])


def test_an_address_without_snippets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match="--base-url is for snippets and json, which --embed writes"
    ):
        parse_collection("r.py", ["--base-url", "/img/"], tmp_path, [])


BIG = '''"""A layer with more columns than a phone has room for."""

from animations.rendering import animate_layer, run


def animation():
    return animate_layer([[1] * 50] * 4, [[1, 2], [0, 1]])
'''


def test_what_there_is_no_room_for_is_left_out(folder: Path, tmp_path: Path) -> None:
    (folder / "big.py").write_text(BIG, "utf-8")
    output = tmp_path / "img"
    asked = ("--embed", "big", "--theme", "light", "--formats", "png", "storyboard", "snippets")
    said = embed(folder, output, *asked)
    assert {path.suffix for path in output.glob("big*")} == {".png"}
    assert [path.name for path in output.glob("big*")] == ["big.png"]
    for what in ("narrow", "storyboard"):
        assert f"left out: big, {what}: there is no room for an input of 4 × 50" in said
    assert embed(folder, output, *asked).startswith("up to date: big\n")
    alone = [*render_all(folder), "big", "--layout", "narrow", "--output", str(output), *SMALL]
    done = subprocess.run(alone, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "big: narrow: there is no room" in done.stderr
    assert [path.name for path in output.glob("big*")] == ["big.png"]


def test_names_that_storyboards_have_are_taken(folder: Path, tmp_path: Path) -> None:
    write_script(folder, "moving-storyboard")
    command = [*render_all(folder), "moving", "--output", str(tmp_path / "img"), *SMALL]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "moving and moving-storyboard would write the same files" in done.stderr
