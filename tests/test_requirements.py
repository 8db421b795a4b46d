"""The versions that are pinned are some that the project takes, and none is missing."""

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from animations.rendering.command_line.startup import _REQUIRED

ROOT = Path(__file__).parents[1]


def test_the_pinned_versions_are_those_that_the_project_takes() -> None:
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    pinned = [Requirement(line) for line in lines if line and not line.startswith("#")]
    versions = {each.name: str(each.specifier).removeprefix("==") for each in pinned}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for needed in map(Requirement, project["dependencies"]):
        assert needed.specifier.contains(versions[needed.name]), needed
    # The plugin library of imageio comes with it.
    assert set(versions) == {Requirement(text).name for text in project["dependencies"]} | {"av"}


def test_what_is_missing_is_said_of_every_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {Requirement(text).name for text in project["dependencies"]} | {"av"}
    imported = {"pillow": "PIL", "lazy-loader": "lazy_loader"}
    assert {imported.get(name, name) for name in names} == set(_REQUIRED)
