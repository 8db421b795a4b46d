"""What the README says is so."""

import builtins
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import catalogue
import imageio.v3
import numpy as np
import pytest
from figures import FIGURES
from films import check_labels
from scipy.io import wavfile
from scripts import render_all, write_script

from animations import CHAPTERS
from animations.rendering import Animation, Film

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
WITHOUT = shutil.ignore_patterns("__pycache__", "rendering")


EXAMPLES = dict(
    zip(
        ("pulse", "channels", "layer", "level"),
        re.findall(r"```python\n(.*?)```", README, re.DOTALL),
        strict=True,
    )
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_figure_that_follows_the_rules(name: str) -> None:
    script: dict[str, object] = {"__name__": "example"}
    exec(EXAMPLES[name], script)
    film = Film(script["animation"]())  # type: ignore[operator]
    assert np.array_equal(film.pixels(film.poster), film.redraw(film.poster))
    check_labels(film, most=8)


LINES = re.findall(r"^python (animations/\w+\.py --h .*)$", README, re.MULTILINE)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the scripts, and with files of each kind."""
    folder = tmp_path_factory.mktemp("measured")
    shutil.copytree(ROOT / "animations", folder / "animations", ignore=WITHOUT)
    rng = np.random.default_rng(5)
    (folder / "measured.csv").write_text("t,v\n0,0\n0.5,1.5\n1.2,0.7\n3,0\n", "utf-8")
    wavfile.write(folder / "clip.wav", 22050, (3000 * rng.normal(size=2205)).astype(np.int16))
    imageio.v3.imwrite(folder / "photo.png", rng.integers(0, 255, (60, 50, 3), dtype=np.uint8))
    return folder


def test_there_are_lines_to_copy() -> None:
    kinds = [line.split("--x ")[1].split(" --name")[0] for line in LINES]
    assert len(kinds) == 6 and {"measured.csv", '"clip.wav[0.050:0.052]"', "photo.png"} < set(kinds)


@pytest.mark.parametrize("line", LINES)
def test_a_line_to_copy_makes_a_film(line: str, measured: Path) -> None:
    quick = ["--scale", "0.25", "--fps", "10", "--quiet", "--output", "out"]
    command = [sys.executable, *shlex.split(line), *quick]
    done = subprocess.run(command, cwd=measured, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    name = line.split("--name ")[1] if "--name" in line else f"{Path(line.split()[0]).stem}-own"
    for suffix in ("gif", "mp4", "png"):
        assert (measured / "out" / f"{name}.{suffix}").stat().st_size


def test_the_line_that_embeds_writes_what_is_pasted(tmp_path: Path) -> None:
    """Of small figures under the names of the collection's."""
    (line,) = re.findall(r"^python render_all\.py (--embed .*)$", README, re.MULTILINE)
    words = shlex.split(line)
    named = words[1 : words.index("--base-url")]
    assert len(named) == 3 and set(named) < set(FIGURES)
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    for name in named:
        write_script(scripts, name)
    quick = ["--scale", "0.25", "--fps", "10", "--quiet"]
    subprocess.run(render_all(scripts, *words, *quick), cwd=tmp_path, check=True)
    folder = tmp_path / "img" / "convolution"
    text = (folder / "snippets.md").read_text("utf-8")
    addresses = set(re.findall(r' (?:src|srcset|poster)="([^"]+)"', text))
    assert len(addresses) > 40
    for address in addresses:
        assert (folder / address.removeprefix("/img/convolution/")).stat().st_size, address


NOTEBOOK = re.findall(r"```py\n(.*?)```", README, re.DOTALL)


def test_the_lines_for_a_notebook_run() -> None:
    *lines, last = NOTEBOOK[0].strip().splitlines()
    scope: dict[str, object] = {}
    exec("\n".join(lines), scope)
    assert isinstance(eval(last, scope), Animation)
    imports = [line for block in NOTEBOOK for line in block.splitlines() if "import" in line]
    exec("\n".join(imports), scope)
    names = {name for block in NOTEBOOK for name in re.findall(r"\b([A-Za-z_]+)\(", block)}
    elsewhere = {"save", "update", "to_jshtml", "exp", "u"}  # methods, and what is typed
    assert names - elsewhere <= {*scope, *dir(builtins)}


def test_the_first_is_five_lines() -> None:
    body = EXAMPLES["pulse"].split("def animation")[0] + EXAMPLES["pulse"].split("def animation")[1]
    code = [line for line in body.splitlines() if line and not line.startswith(('"""', "if __"))]
    assert len([line for line in code if not line.startswith("    run")]) <= 5


def test_examples_render_beside_the_collection_and_in_a_folder_of_their_own(tmp_path: Path) -> None:
    """Both ways in which a reader keeps a script, in a copy of the collection's folder."""
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, text in EXAMPLES.items():
        (folder / f"{name}.py").write_text(text, "utf-8")
    quick = ("--scale", "0.25", "--fps", "10", "--formats", "gif", "--quiet")
    subprocess.run([sys.executable, str(folder / "pulse.py"), *quick], check=True, cwd=tmp_path)
    every = render_all(folder, *quick, "--output", str(tmp_path / "all"))
    subprocess.run(every, check=True, cwd=tmp_path)
    assert (folder / "output" / "pulse.gif").stat().st_size
    assert {path.stem for path in (tmp_path / "all").glob("*.gif")} == set(EXAMPLES)


def test_the_catalogue_shows_every_panel() -> None:
    rows = re.findall(
        r'\| <img src="output/panels/(\w+)\.png".*?\| `(\w+)\(.+\)` \| (.+) \|', README
    )
    shown = [name for picture, name, takes in rows if picture == name and takes]
    assert len(shown) == len(set(shown)) == len(rows)
    assert set(shown) == set(catalogue.USED)
    # What is not there is named in words, or shown as a part of `image`.
    elsewhere = {"InTurn", "PhotographPanel", "TurnPanel", "ZoomPanel", "FilteredPanel"}
    assert catalogue.names() - set(shown) == elsewhere


def test_the_table_is_the_collection_in_its_order() -> None:
    shown = re.findall(r"\[`(\w+)`\]\(animations/(\w+)\.py\)", README)
    assert shown == [(name, name) for chapter in CHAPTERS.values() for name in chapter]


def test_the_chapters_are_those_of_the_collection() -> None:
    chapters = README.split("## The figures")[1].split("\n## ")[0].split("\n### ")[1:]
    shown = {
        title: re.findall(r"\[`(\w+)`\]", rows)
        for title, rows in (chapter.split("\n", 1) for chapter in chapters)
    }
    assert shown == {title: list(names) for title, names in CHAPTERS.items()}


def test_what_it_points_at_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)|src=\"(output/[^\"]+)\"", README):
        assert (ROOT / (target[0] or target[1])).exists(), target
