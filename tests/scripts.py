"""Small scripts that render in no time, for tests that run the command line."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

RECORD = "record.json"

ROOT = Path(__file__).parents[1]

_DOT = '''"""A dot that moves along a line."""

from matplotlib.lines import Line2D

from animations.rendering import Animation, hold, reflect, steps, sweep


class Dot:
    def build(self, stage):
        axes = stage.figure.add_axes((0.1, 0.1, 0.8, 0.8), xlim=(-3, 3), ylim=(-1, 1))
        dot = Line2D([0], [0], marker="o", color=stage.theme.h, transform=axes.transData)
        stage.move(dot, zorder=1)
        return lambda frame: dot.set_data([frame.t], [0])


def animation():
    return Animation(
        title="{title}", caption="c", alt="a", panels=[Dot()], timeline={timeline}, poster=1.0
    )


if __name__ == "__main__":
    from animations.rendering import run

    run(animation)
'''

SWEEP = "sweep(-2, 2, seconds=0.6, pause=0.1, end=0.2)"
STEPS = "reflect(-1) + steps(-1, 2, seconds=0.1, end=0.1)"
LONG = "sweep(-2, 2, seconds=2000)"
STILL = "()"


def write_script(folder: Path, name: str, timeline: str = SWEEP) -> Path:
    """Write a script whose figure follows a timeline, and return its path."""
    path = folder / f"{name}.py"
    path.write_text(_DOT.format(title=f"The {name}", timeline=timeline), encoding="utf-8")
    return path


def render_all(folder: Path, *arguments: str) -> list[str]:
    """Return the command that renders a folder of scripts."""
    code = (
        "import sys; from pathlib import Path;"
        "from animations.rendering.command_line.run import run_collection;"
        "run_collection(sys.argv[2:], Path(sys.argv[1]))"
    )
    return [sys.executable, "-c", code, str(folder), *arguments]


def names(folder: Path) -> list[str]:
    """Return what is in a folder but its record and page; hidden files too; nothing if none is."""
    return sorted(path.name for path in _files(folder)) if folder.exists() else []


def digests(folder: Path) -> dict[str, str]:
    """Return a digest of every file in a folder but its record and its page."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(_files(folder))}


def _files(folder: Path) -> list[Path]:
    page = {RECORD, "index.html", "gallery.css", "gallery.js", "figure.js", "gallery-icon.svg"}
    found = [path for path in folder.iterdir() if path.name not in page]
    return [path for path in found if not path.name.endswith(".py.txt")]


needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")


def start(command: Sequence[str]) -> "subprocess.Popen[str]":
    """Start a command; `communicate` ends it."""
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def children(process: int) -> list[int]:
    """Return the processes that a process has started, and those that they have."""
    found = Path(f"/proc/{process}/task/{process}/children")
    try:
        direct = [int(number) for number in found.read_text().split()]
    except OSError:
        return []
    return direct + [below for child in direct for below in children(child)]


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def wait_for(condition: Callable[[], object]) -> None:
    """Wait until something is so; far longer than it can take, as machines are slow."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "waited for nothing"
        time.sleep(0.02)
