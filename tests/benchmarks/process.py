"""Whole processes: their seconds and their peak memory."""

import statistics
import subprocess
import sys
import time

BARE = "import matplotlib.figure, matplotlib.backends.backend_agg"
FIRST_FRAME = (
    "from animations.rendering import Film; from animations import {name};"
    "film = Film({name}.animation()); film.pixels(film.timeline[0])"
)
LONG = """
import sys, tempfile
from dataclasses import replace
from pathlib import Path
from animations import continuous
from animations.rendering.command_line.options import Options
from animations.rendering.command_line.render import render
figure = continuous.animation()
slow = [replace(beat, seconds=beat.seconds * {times}) for beat in figure.timeline]
with tempfile.TemporaryDirectory() as folder:
    room = Path(folder, "work"); room.mkdir()
    options = Options(formats=("gif", "mp4"), output=Path(folder), scale={scale})
    print(render("long", replace(figure, timeline=slow), options, room, lambda n, of: None).seconds)
"""


def start_up(*codes: str, runs: int = 15) -> list[float]:
    """Return the median seconds of fresh interpreters that run the codes, taken in turns."""

    def once(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - start

    rounds = [[once(code) for code in codes] for _ in range(runs + 1)][1:]
    return [statistics.median(taken) for taken in zip(*rounds, strict=True)]


def growth(times: int = 1, scale: float = 1.0) -> tuple[float, float]:
    """Render `continuous` so many times as long, so large; return seconds and peak MiB."""
    measured = f"{LONG.format(times=times, scale=scale)}\nimport resource\n" + (
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    run = subprocess.run(
        [sys.executable, "-c", measured], check=True, capture_output=True, text=True
    )
    taken, peak = map(float, run.stdout.split())
    return taken, peak
