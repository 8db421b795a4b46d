"""Scripts are found by what they define, and loaded one by one."""

from pathlib import Path

import pytest

from animations.rendering.collection import find_scripts, load


def test_scripts_are_found_by_what_they_define(tmp_path: Path) -> None:
    texts = {
        "_private.py": "def animation(): ...",
        ".hidden.py": "def animation(): ...",
        "helper.py": "def other(): ...",
        "empty.py": "",
        "text.txt": "def animation(): ...",
        "plain.py": "def animation(): ...",
        "assigned.py": "animation = lambda: None",
        "imported.py": "from somewhere import figure as animation",
        "broken.py": "def animation(: ...",
        "my-figure.v2.py": "def animation(): ...",
        "calls.py": "print(animation())",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "dangling.py").symlink_to(tmp_path / "nowhere.py")
    found = find_scripts(tmp_path)
    assert list(found) == ["assigned", "broken", "imported", "my-figure.v2", "plain"]


def test_a_script_that_returns_no_animation(tmp_path: Path) -> None:
    path = tmp_path / "wrong.py"
    path.write_text("def animation(): return 3", encoding="utf-8")
    with pytest.raises(TypeError, match="returns int, not an Animation"):
        load(path)
