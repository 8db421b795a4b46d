"""A format is one object: it is found by itself, asked for by name, written and listed."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from scripts import ROOT, STILL, names, render_all, write_script

from animations.rendering.formats import FORMATS, Entry

SMALL = ("--scale", "0.25", "--fps", "10", "--quiet")


def test_what_each_is_made_of() -> None:
    made = {name: type(kind).__name__.removesuffix("Format") for name, kind in FORMATS.items()}
    assert made == {
        "gif": "Film", "json": "Collection", "mp4": "Film", "page": "Collection",
        "pdf": "Still", "png": "Still", "snippets": "Collection", "storyboard": "_Strip",
        "svg": "Still", "webp": "Film",
    }  # fmt: skip
    assert [name for name, kind in FORMATS.items() if kind.is_default] == [
        "gif", "mp4", "page", "png", "svg",
    ]  # fmt: skip


def test_a_list_of_all_figures(tmp_path: Path) -> None:
    folder, output = tmp_path / "scripts", tmp_path / "output"
    folder.mkdir()
    write_script(folder, "moving")
    write_script(folder, "resting", STILL)
    command = [*render_all(folder), "--output", str(output), *SMALL]
    subprocess.run([*command, "--formats", "png", "svg", "json", "--theme", "both"], check=True)
    listed = json.loads((output / "figures.json").read_text("utf-8"))
    assert all("resting" in each or "moving" in each for each in listed[0].pop("snippets").values())
    assert listed[1].pop("snippets")["markdown"] == "![a](resting.svg)\n\n*c*\n"
    texts = {"caption": "c", "alt": "a", "size": [240, 136]}
    assert listed == [
        {
            **{"name": "moving", "title": "The moving", **texts},
            "files": ["moving.png", "moving-dark.png"],
        },
        {
            **{"name": "resting", "title": "The resting", **texts},
            "files": ["resting.png", "resting.svg", "resting-dark.png", "resting-dark.svg"],
        },
    ]
    before = (output / "figures.json").stat().st_mtime_ns
    subprocess.run([*command, "--formats", "json"], check=True)
    assert (output / "figures.json").stat().st_mtime_ns == before
    # Asked for alone it describes what is there, and draws nothing, also if a script has changed.
    (folder / "moving.py").write_text((folder / "moving.py").read_text("utf-8") + "\n", "utf-8")
    (output / "moving-dark.png").unlink()
    subprocess.run([*command, "--formats", "json"], check=True)
    listed = json.loads((output / "figures.json").read_text("utf-8"))
    assert listed[0]["files"] == ["moving.png"]
    assert not (output / "moving-dark.png").exists()


LIST = '''"""Names, for a test."""

from .format import CollectionFormat


def contents(entries):
    names = ", ".join(entry.name for entry in entries)
    return {"list.txt": names.encode(), "count.txt": str(len(entries)).encode()}


FORMAT = CollectionFormat("list", ".txt", is_default=False, contents=contents)
'''

MOMENTS = '''"""The first and the last moment side by side, for a test."""

import numpy as np

from .format import StillFormat


def write(path, film, frame):
    from animations.rendering.encoders import write_png

    ends = [film.pixels(film.timeline[index]) for index in (0, -1)]
    write_png(path, np.concatenate(ends, axis=1))


FORMAT = StillFormat("moments", "-moments.png", is_default=False, write=write, of_films=True)
'''


@pytest.mark.parametrize(
    ("name", "module", "written"),
    [
        ("list", LIST, ["count.txt", "list.txt"]),
        ("moments", MOMENTS, ["moving-moments.png", "resting-moments.png"]),
    ],
)
def test_a_new_one_is_one_new_file(
    name: str, module: str, written: list[str], tmp_path: Path
) -> None:
    for folder in ("signals", "animations"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__py*"))
    (tmp_path / "animations" / "rendering" / "formats" / f"{name}.py").write_text(module, "utf-8")
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    write_script(scripts, "moving")
    write_script(scripts, "resting", STILL)
    command = [*render_all(scripts), "--formats", name, "--output", "output", *SMALL]
    for _ in range(2):
        subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, check=True)
        assert names(tmp_path / "output") == written
    if name == "list":
        assert (tmp_path / "output" / "list.txt").read_text() == "moving, resting"


def test_a_page_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    folder, output = tmp_path / "scripts", tmp_path / "site"
    folder.mkdir(), output.mkdir()
    write_script(folder, "resting", STILL)
    (output / "index.html").write_text("my own page", "utf-8")
    command = [*render_all(folder), "--output", str(output), "--scale", "0.25", "--fps", "10"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "page: left out, as another one is there" in done.stderr
    assert (output / "index.html").read_text("utf-8") == "my own page"
    assert names(output) == ["resting.png", "resting.svg"]
    subprocess.run([*command, "--formats", "page", "--quiet"], check=True)
    assert "The resting" in (output / "index.html").read_text("utf-8")
    (output / "index.html").write_bytes((output / "index.html").read_bytes() + b"<!-- old -->")
    subprocess.run([*command, "--quiet"], check=True)
    assert "old" not in (output / "index.html").read_text("utf-8"), "its own is kept up"


def test_an_entry_holds_what_a_page_needs() -> None:
    entry = Entry("a", "A", "c", 'say "a" & <b>', ("a.gif",), (960, 540))
    (content,) = FORMATS["json"].contents([entry]).values()  # type: ignore[attr-defined]
    assert json.loads(content)[0]["alt"] == 'say "a" & <b>'
