"""What the README says is so."""

import re
import subprocess
import sys
from pathlib import Path

import catalogue
import numpy as np
import pytest
from films import check_labels
from scripts import render_all

from animations import CHAPTERS
from animations.rendering import Film

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


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
    quick = ("--scale", "0.25", "--fps", "10", "--formats", "gif", "png", "--quiet")
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
