"""The validator of HTML that the W3C runs."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from node_packages import installed

_WRONG = '<!doctype html><html lang="en"><title>Wrong</title><img src="a.gif" width="10px">'


def complaints(pages: Mapping[str, str], folder: Path) -> list[str]:
    """Return what is not valid in pages; where there is no validator, skip the test."""
    java = shutil.which("java")
    if not java:
        pytest.skip("needs java, to validate pages")
    jar = installed("vnu-jar/build/dist/vnu.jar", "to validate pages")
    for name, page in {**pages, "wrong": _WRONG}.items():
        (folder / f"{name}.html").write_text(page, "utf-8")
    command = [java, "-jar", str(jar), "--errors-only", "--format", "json", "--stdout", str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    said = [
        f"{Path(each['url']).stem}: {each['message']}"
        for each in json.loads(done.stdout)["messages"]
    ]
    assert any(each.startswith("wrong: ") for each in said), "it has looked at every page"
    return [each for each in said if not each.startswith("wrong: ")]
