"""Small scripts that render in no time, for tests that run the command line."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

_DOT = '''"""A dot that moves along a line."""

from matplotlib.lines import Line2D

from animations.rendering import Animation, hold, reflect, steps, sweep


class Dot:
    height, rigid = 1.0, False

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
        "from animations.rendering.command_line import run_collection;"
        "run_collection(sys.argv[2:], Path(sys.argv[1]))"
    )
    return [sys.executable, "-c", code, str(folder), *arguments]


def names(folder: Path) -> list[str]:
    """Return what is in a folder, hidden files included; nothing if there is none."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []
