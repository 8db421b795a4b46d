"""What the README says is so."""

import re
from pathlib import Path

import numpy as np

from animations import CHAPTERS
from animations.rendering import Film
from animations.rendering.collection import find_scripts

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_is_a_figure() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    script: dict[str, object] = {"__name__": "example"}
    exec(example, script)
    film = Film(script["animation"](), scale=0.5)  # type: ignore[operator]
    assert len(example.splitlines()) < 45
    assert np.array_equal(film.pixels(film.poster), film.redraw(film.poster))


def test_the_table_is_the_collection_in_its_order() -> None:
    shown = re.findall(r"\[`(\w+)`\]\(animations/(\w+)\.py\)", README)
    assert shown == [(name, name) for name in find_scripts()]


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
