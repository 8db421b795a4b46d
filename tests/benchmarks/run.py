"""Measure speed, size and memory against what a user would otherwise pick.

    python tests/benchmarks/run.py [NAME ...]

prints a table, and writes results.json and results.png beside this file. Let nothing else run
meanwhile. All figures are measured in one run; quote the ratios, the seconds are the machine's.
"""

import importlib
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure
from process import BARE, FIRST_FRAME, growth, start_up
from rich.console import Console
from rich.table import Table
from rivals import (
    encode_with_ffmpeg,
    psnr,
    save_with_matplotlib,
    write_as_pillow_writer,
    write_raw,
)

from animations.rendering import Animation, Film
from animations.rendering.collection import find_scripts
from animations.rendering.formats import FORMATS
from animations.rendering.render import render

HERE = Path(__file__).parent
RUNS = 3


def measure(name: str, folder: Path) -> dict[str, Any]:
    """Measure one figure: seconds, bytes and decibels, ours and the others'."""
    figure = importlib.import_module(f"animations.{name}").animation()
    film = Film(figure)
    drawn = list(film)
    taken = race(name, figure, film, folder)
    ours = {kind: folder / f"{name}.{kind}" for kind in ("gif", "mp4")}
    gifs = {"ours": ours["gif"], "ffmpeg": folder / "ffmpeg.gif"}
    if shutil.which("gifsicle"):
        gifs["gifsicle -O3"] = folder / "gifsicle.gif"
        subprocess.run(["gifsicle", "-O3", gifs["ffmpeg"], "-o", gifs["gifsicle -O3"]], check=True)
    gifs["PillowWriter"] = folder / "pillow.gif"
    write_as_pillow_writer(drawn, film.timeline.fps, gifs["PillowWriter"])
    return {
        "frames": len(drawn),
        "seconds": {
            "ours": taken["ours"],
            "ffmpeg alone": taken["ffmpeg.gif"] + taken["ffmpeg.mp4"],
            "FuncAnimation": taken["matplotlib.gif"] + taken["matplotlib.mp4"],
            "parts": taken,
        },
        "gif bytes": {who: path.stat().st_size for who, path in gifs.items()},
        "gif least dB": {who: psnr(path, drawn) for who, path in gifs.items()},
        "mp4 bytes": ours["mp4"].stat().st_size,
    }


def race(name: str, figure: Animation, film: Film, folder: Path) -> dict[str, float]:
    """Return the median seconds of each, taken in turns, so that a slow minute slows them all."""
    raw = folder / "frames.rgba"
    write_raw(film, raw)
    entrants: dict[str, Callable[[], float]] = {"ours": partial(render_ours, name, figure, folder)}
    for kind in ("gif", "mp4"):
        for who, run in (("ffmpeg", partial(encode_with_ffmpeg, film, raw)),
                         ("matplotlib", partial(save_with_matplotlib, film))):  # fmt: skip
            path = folder / f"{who}.{kind}"
            entrants[path.name] = partial(run, path)
    # The first round warms every cache.
    rounds = [{who: run() for who, run in entrants.items()} for _ in range(RUNS + 1)][1:]
    raw.unlink()
    return {who: statistics.median(each[who] for each in rounds) for who in entrants}


def render_ours(name: str, figure: Animation, folder: Path) -> float:
    """Return the seconds from the storyboard to both files."""
    start = time.perf_counter()
    film = Film(figure)
    formats = [FORMATS["gif"], FORMATS["mp4"]]
    render(film, formats, folder, name, film.poster, lambda frames: None)
    return time.perf_counter() - start


def tabulate(figures: dict[str, Any]) -> Table:
    """Return the ratios first, then what they are made of."""
    table = Table(box=None)
    for heading in (
        "figure", "FuncAnimation / ours", "ours / ffmpeg", "GIF / gifsicle", "GIF / Pillow",
        "GIF kB", "dB", "gifsicle dB", "MP4 kB", "frames", "s",
    ):  # fmt: skip
        table.add_column(heading, justify="left" if heading == "figure" else "right")
    for name, measured in figures.items():
        taken, sizes, quality = (measured[k] for k in ("seconds", "gif bytes", "gif least dB"))
        rival = "gifsicle -O3" if "gifsicle -O3" in sizes else "ffmpeg"
        table.add_row(
            name,
            f"{taken['FuncAnimation'] / taken['ours']:.0f}",
            f"{taken['ours'] / taken['ffmpeg alone']:.2f}",
            f"{sizes['ours'] / sizes[rival]:.2f}",
            f"{sizes['ours'] / sizes['PillowWriter']:.2f}",
            f"{sizes['ours'] / 1000:.0f}",
            f"{quality['ours']:.1f}",
            f"{quality[rival]:.1f}",
            f"{measured['mp4 bytes'] / 1000:.0f}",
            f"{measured['frames']}",
            f"{taken['ours']:.2f}",
        )
    return table


def plot(results: dict[str, Any], path: Path) -> None:
    """Draw the seconds of every figure, and how seconds and memory grow."""
    figure = Figure(figsize=(12, 5), layout="constrained")
    left, right = figure.subplots(1, 2)
    names = list(results["figures"])
    for number, who in enumerate(("ours", "ffmpeg alone", "FuncAnimation")):
        taken = [results["figures"][name]["seconds"][who] for name in names]
        left.barh([place + 0.27 * number for place in range(len(names))], taken, 0.25, label=who)
    left.set(xscale="log", xlabel="seconds for GIF + MP4", yticks=range(len(names)))
    left.set_yticklabels(names)
    left.legend()
    longer = results["growth"]["frames"]
    right.plot([g["times"] for g in longer], [g["seconds"] for g in longer], "o-", label="seconds")
    memory = right.twinx()
    memory.plot([g["times"] for g in longer], [g["MiB"] for g in longer], "s--", color="C1")
    memory.set(ylabel="peak MiB (dashed)", ylim=(0, None))
    right.set(xlabel="times as many frames", ylabel="seconds", ylim=(0, None))
    figure.savefig(path, dpi=100)


def main(chosen: list[str]) -> None:
    """Measure, print, write."""
    names = chosen or [name for name in find_scripts() if not _is_still(name)]
    results: dict[str, Any] = {"figures": {}}
    bare, ours = start_up(BARE, FIRST_FRAME.format(name="continuous"))
    results["start-up"] = {"bare": bare, "continuous": ours, "ratio": ours / bare}
    results["growth"] = {
        "frames": [
            dict(zip(("times", "seconds", "MiB"), (times, *growth(times=times)), strict=True))
            for times in (1, 3, 10)
        ],
        "scale": [
            dict(zip(("scale", "seconds", "MiB"), (scale, *growth(scale=scale)), strict=True))
            for scale in (1, 2, 4)
        ],
    }
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            results["figures"][name] = measure(name, Path(folder))
        print(f"{name} measured", file=sys.stderr)
    console = Console(width=130)
    console.print(tabulate(results["figures"]))
    console.print({key: results[key] for key in ("start-up", "growth")})
    (HERE / "results.json").write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    plot(results, HERE / "results.png")


def _is_still(name: str) -> bool:
    return bool(importlib.import_module(f"animations.{name}").animation().is_still)


if __name__ == "__main__":
    main(sys.argv[1:])
