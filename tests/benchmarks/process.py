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
import tempfile, time
from dataclasses import replace
from pathlib import Path
from animations import continuous
from animations.rendering import Film
from animations.rendering.formats import FORMATS
from animations.rendering.render import render
figure = continuous.animation()
slow = [replace(beat, seconds=beat.seconds * {times}) for beat in figure.timeline]
formats = [FORMATS["gif"], FORMATS["mp4"]]
with tempfile.TemporaryDirectory() as folder:
    start = time.perf_counter()
    film = Film(replace(figure, timeline=slow), scale={scale})
    render(film, formats, Path(folder), "long", film.poster, lambda frames: None)
    print(time.perf_counter() - start)
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
