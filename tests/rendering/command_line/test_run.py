"""One figure to its files."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from scripts import STEPS, STILL, SWEEP, digests, names, write_script

from animations.rendering import Film, run
from animations.rendering.collection import load

Render = Callable[..., str]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture
def render(tmp_path: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> Render:
    """Render a script small and fast, check its exit status, and return what it says."""

    def render(*arguments: str, timeline: str = SWEEP, status: int = 0) -> str:
        path = write_script(tmp_path, "dot", timeline)
        scope = {"__name__": "animations.dot", "__file__": str(path)}
        exec(compile(path.read_text(encoding="utf-8"), path, "exec"), scope)
        with pytest.raises(SystemExit) as exit_:
            run(
                scope["animation"],  # type: ignore[arg-type]
                ["--output", str(output), "--scale", "0.25", "--fps", "10", *arguments],
            )
        out, err = capsys.readouterr()
        assert (exit_.value.code, out) == (status, "")
        return str(err)

    return render


def gif_seconds(path: Path) -> float:
    with Image.open(path) as gif:
        total = 0.0
        for number in range(getattr(gif, "n_frames", 1)):
            gif.seek(number)
            total += gif.info["duration"]
    return total / 1000


def test_a_film_comes_as_gif_mp4_and_png(render: Render, output: Path) -> None:
    said = render()
    assert names(output) == ["dot.gif", "dot.mp4", "dot.png"]
    assert re.fullmatch(
        r"dot: dot\.gif \d+ kB, dot\.mp4 \d+ kB, dot\.png \d+ kB; 9 frames, [\d.]+ s\n", said
    )
    assert gif_seconds(output / "dot.gif") == pytest.approx(0.9)
    with Image.open(output / "dot.png") as png:
        assert png.size == (240, 136)


def test_a_still_comes_as_png_and_svg(render: Render, output: Path) -> None:
    said = render(timeline=STILL)
    assert names(output) == ["dot.png", "dot.svg"]
    assert "1 frame," in said
    root = xml.etree.ElementTree.parse(output / "dot.svg").getroot()
    assert root.tag.endswith("svg")
    text = (output / "dot.svg").read_text(encoding="utf-8")
    assert "<text" not in text and "<dc:date>" not in text


@pytest.mark.parametrize(
    ("formats", "timeline", "expected"),
    [
        (["gif"], SWEEP, ["dot.gif"]),
        (["mp4"], SWEEP, ["dot.mp4"]),
        (["png"], SWEEP, ["dot.png"]),
        (["png", "svg", "png"], SWEEP, ["dot.png"]),
        (["svg"], STILL, ["dot.svg"]),
        (["gif", "png"], STILL, ["dot.png"]),
    ],
    ids=repr,
)
def test_formats(
    formats: list[str], timeline: str, expected: list[str], render: Render, output: Path
) -> None:
    render("--formats", *formats, timeline=timeline)
    assert names(output) == expected


def test_each_theme_has_its_own_file(render: Render, output: Path) -> None:
    render("--theme", "both", "--formats", "gif", "png")
    assert names(output) == ["dot-dark.gif", "dot-dark.png", "dot.gif", "dot.png"]
    with Image.open(output / "dot.png") as light, Image.open(output / "dot-dark.png") as dark:
        assert light.getpixel((0, 0)) == (255, 255, 255)
        assert max(dark.getpixel((0, 0))) < 64  # type: ignore[arg-type, type-var]
    before = digests(output)
    (output / "dot-dark.gif").unlink()
    render("--theme", "dark", "--formats", "gif")
    assert digests(output) == before


def test_the_poster_is_the_frame_that_was_chosen(render: Render, output: Path) -> None:
    render("--formats", "png")
    film = Film(load(output.parent / "dot.py"), scale=0.25, fps=10)
    with Image.open(output / "dot.png") as png:
        assert np.array_equal(np.asarray(png), film.redraw(film.timeline.at(1.0))[..., :3])


@pytest.mark.parametrize(
    ("at", "timeline", "name"),
    [
        ("0.3", SWEEP, "dot-at-0.3"),
        ("-2", SWEEP, "dot-at--2"),
        ("2.0", SWEEP, "dot-at-2"),
        ("-0", SWEEP, "dot-at-0"),
        ("-1e-1", SWEEP, "dot-at--0.1"),
        ("1", STEPS, "dot-at-1"),
        ("-1.0", STEPS, "dot-at--1"),
    ],
)
def test_at_writes_one_still(
    at: str, timeline: str, name: str, render: Render, output: Path
) -> None:
    render("--at", at, "--theme", "both", timeline=timeline)
    assert names(output) == sorted([f"{name}.png", f"{name}-dark.png"])
    film = Film(load(output.parent / "dot.py"), scale=0.25, fps=10)
    with Image.open(output / f"{name}.png") as png:
        shown = film.redraw(film.timeline.at(float(at)))
        assert np.array_equal(np.asarray(png), shown[..., :3])


def test_at_writes_vector_graphics(render: Render, output: Path) -> None:
    """The page of the PDF, drawn by another program, is the picture at that shift."""
    render("--at", "0.3", "--formats", "svg", "pdf", "--scale", "1")
    assert names(output) == ["dot-at-0.3.pdf", "dot-at-0.3.svg"]
    before = digests(output)
    with pypdfium2.PdfDocument(output / "dot-at-0.3.pdf") as document:
        page = document[0]
        drawn = np.asarray(page.render(scale=960 / page.get_width()).to_pil().convert("RGB"))
    film = Film(load(output.parent / "dot.py"), fps=10)
    shown = {t: film.redraw(film.timeline.at(t))[..., :3] for t in (-0.5, 0, 0.3, 0.6, 2)}
    off = {t: float(np.abs(drawn.astype(int) - pixels).mean()) for t, pixels in shown.items()}
    assert min(off, key=lambda t: off[t]) == 0.3 and off[0.3] < 2
    render("--at", "0.3", "--formats", "svg", "pdf", "--scale", "1")
    assert digests(output) == before


def test_a_narrow_twin_on_the_background_of_a_page(render: Render, output: Path) -> None:
    look = ["--layout", "both", "--theme", "dark", "--background", "000000"]
    said = render("--formats", "png", *look)
    assert names(output) == ["dot-dark.png", "dot-narrow-dark.png"]
    for file, size in (("dot-dark.png", (240, 136)), ("dot-narrow-dark.png", (120, 150))):
        with Image.open(output / file) as png:
            assert png.size == size
            assert png.getpixel((0, 0)) == (0, 0, 0)
    assert "dot-narrow-dark.png" in said


def test_scale_and_fps(render: Render, output: Path) -> None:
    render("--scale", "0.5", "--fps", "50")
    with Image.open(output / "dot.png") as png:
        assert png.size == (480, 270)
    assert gif_seconds(output / "dot.gif") == pytest.approx(0.9, abs=0.1)


@pytest.mark.parametrize("timeline", [SWEEP, STEPS, STILL])
def test_two_runs_write_the_same_bytes(timeline: str, render: Render, output: Path) -> None:
    render("--theme", "both", timeline=timeline)
    first = digests(output)
    render("--theme", "both", "--force", timeline=timeline)
    assert digests(output) == first


def test_quiet_says_nothing(render: Render) -> None:
    assert render("--quiet") == ""


def test_strangers_in_the_output_folder_stay(render: Render, output: Path) -> None:
    output.mkdir()
    mine = ["mine.gif", ".dot.gif.part", "dot.txt", ".rendering", "rendering-1.lock"]
    for name in mine:
        (output / name).write_text("mine")
    render("--formats", "png")
    assert names(output) == sorted([*mine, "dot.png"])


def test_a_bug_in_a_script_shows_where_it_is(render: Render, output: Path) -> None:
    said = render("--formats", "gif", timeline="1 / 0", status=1)
    assert "Traceback" in said and "1 / 0" in said
    assert said.endswith("\ndot.py: dot failed: ZeroDivisionError: division by zero\n")
    assert not output.exists()


def test_a_file_that_a_script_misses_is_its_own_fault(render: Render, output: Path) -> None:
    missing = "(lambda: open('data.csv'))()"
    said = render("--formats", "png", timeline=f"({missing},)", status=1)
    assert said.endswith(
        "dot.py: dot failed: FileNotFoundError: [Errno 2] No such file or "
        + "directory: 'data.csv'\n"
    )
    assert not output.exists()


def test_a_script_that_exits_is_a_failure(render: Render) -> None:
    said = render(timeline="exit('no data')", status=1)
    assert said.endswith("dot.py: dot failed: SystemExit: no data\n")


def test_a_folder_in_the_way_is_named_and_nothing_is_written(render: Render, output: Path) -> None:
    (output / "dot.mp4").mkdir(parents=True)
    said = render(status=1)
    assert said == f"dot.py: dot failed: cannot write {output / 'dot.mp4'}: it is a folder\n"
    assert names(output) == ["dot.mp4"]


@pytest.mark.parametrize("kind", ["gif", "mp4", "webp", "png"])
def test_no_room_on_the_disk_is_named_and_what_was_there_stays(
    kind: str, render: Render, tmp_path: Path, output: Path
) -> None:
    render("--formats", kind)
    before = digests(output)
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300));"
    code = f"{limited} import runpy; runpy.run_path({str(tmp_path / 'dot.py')!r}, None, '__main__')"
    options = ["--output", str(output), "--formats", kind, "--force", "--theme", "both"]
    done = subprocess.run(
        [sys.executable, "-c", code, *options], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert re.fullmatch(rf"dot.py: dot failed: cannot write dot.{kind}: .+\n", done.stderr)
    assert "File too large" in done.stderr and "Traceback" not in done.stderr
    assert digests(output) == before


@pytest.mark.parametrize("descriptor", [1, 2])
def test_closed_and_broken_streams_change_nothing(
    descriptor: int, tmp_path: Path, output: Path
) -> None:
    script = write_script(tmp_path, "dot")
    command = f"exec '{sys.executable}' '{script}' --scale 0.25 --fps 10 --output '{output}'"
    closed = subprocess.run(
        ["sh", "-c", f"{command} {descriptor}>&-"], capture_output=True, check=False
    )
    assert closed.returncode == 0
    expected = digests(output)
    reader, writer = os.pipe()
    os.close(reader)
    streams = {1: subprocess.PIPE, 2: subprocess.PIPE, descriptor: writer}
    broken = subprocess.run(
        ["sh", "-c", command], stdout=streams[1], stderr=streams[2], check=False
    )
    os.close(writer)
    assert broken.returncode == 0
    assert digests(output) == expected
    assert b"Traceback" not in closed.stderr + (broken.stderr or b"")
