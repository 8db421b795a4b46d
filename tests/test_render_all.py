"""Many figures side by side: what one does to itself is no matter to the others."""

import os
import pty
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from figures import FIGURES
from scripts import (
    LONG,
    ROOT,
    STEPS,
    STILL,
    children,
    digests,
    is_running,
    names,
    needs_proc,
    render_all,
    start,
    wait_for,
    write_script,
)

SMALL = ("--scale", "0.25", "--fps", "10")
Done = subprocess.CompletedProcess[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three scripts in a folder."""
    folder = tmp_path / "animations"
    folder.mkdir()
    write_script(folder, "sweeping")
    write_script(folder, "stepping", STEPS)
    write_script(folder, "resting", STILL)
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def render(folder: Path, output: Path, *arguments: str) -> Done:
    return subprocess.run(
        render_all(folder, *arguments, "--output", str(output), *SMALL),
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


ALL = [
    *("resting.png", "resting.svg"),
    *("stepping.gif", "stepping.mp4", "stepping.png"),
    *("sweeping.gif", "sweeping.mp4", "sweeping.png"),
]


def test_parallel_serial_and_alone_give_the_same_bytes(folder: Path, output: Path) -> None:
    serial, parallel = output / "serial", output / "parallel"
    done = render(folder, serial, "--jobs", "1")
    assert (done.returncode, done.stdout) == (0, "")
    lines = sorted(done.stderr.splitlines())
    assert [line.split(":")[0] for line in lines] == ["page", "resting", "stepping", "sweeping"]
    assert re.fullmatch(r"page: index.html and \d more", lines.pop(0))
    assert all(re.search(r" kB; \d+ frames?, [\d.]+ s$", line) for line in lines)
    assert names(serial) == ALL
    assert render(folder, parallel, "--jobs", "3", "--quiet").stderr == ""
    assert digests(parallel) == digests(serial)
    script = [sys.executable, str(folder / "sweeping.py"), "--output", str(output / "alone")]
    subprocess.run([*script, *SMALL, "--quiet"], check=True)
    assert digests(output / "alone").items() <= digests(serial).items()


def test_only_what_is_named(folder: Path, output: Path) -> None:
    assert render(folder, output, "resting", "--formats", "png", "stepping").returncode == 2
    assert not output.exists()
    done = render(folder, output, "resting", "--quiet", "sweeping", "--formats", "png")
    assert (done.returncode, done.stderr) == (0, "")
    assert names(output) == ["resting.png", "sweeping.png"]


def test_a_figure_that_fits_no_format_is_left_out(folder: Path, output: Path) -> None:
    done = render(folder, output, "--formats", "gif")
    assert done.returncode == 0
    assert (
        "left out: resting is a still: the formats it comes in are pdf, png, svg\n" in done.stderr
    )
    assert names(output) == ["stepping.gif", "sweeping.gif"]


def test_failures_are_named_and_the_others_rendered(folder: Path, output: Path) -> None:
    broken = {
        "imports": "import nowhere_at_all\ndef animation(): ...",
        "raises": "def animation(): raise ValueError('two\\nlines')",
        "misspelt": "def animation(:",
        "exits": "def animation(): raise SystemExit(3)",
        "dies": "import os\ndef animation(): os._exit(7)",
        "killed": "import os\ndef animation(): os.kill(os.getpid(), 9)",
        "nothing": "def animation(): ...",
    }
    for name, text in broken.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    done = render(folder, output, "--jobs", "2")
    assert (done.returncode, done.stdout) == (1, "")
    for failure in [
        "imports failed: ModuleNotFoundError: No module named 'nowhere_at_all'",
        "raises failed: ValueError: two lines",
        "misspelt failed: SyntaxError: ",
        "exits failed: SystemExit: 3",
        "dies failed: its process ended by itself, before the figure was done (status 7)",
        "killed failed: its process died (signal 9)",
        "nothing failed: TypeError: animation() returns NoneType, not an Animation",
    ]:
        assert f"\nrender_all.py: {failure}" in f"\n{done.stderr}"
    assert names(output) == ALL
    quiet = render(folder, output, "raises", "--quiet")
    assert quiet.returncode == 1
    assert quiet.stderr.startswith("Traceback ")
    assert quiet.stderr.endswith("render_all.py: raises failed: ValueError: two lines\n")


def test_hostile_scripts_are_named_and_the_others_rendered(folder: Path, output: Path) -> None:
    sound = (folder / "resting.py").read_text(encoding="utf-8")
    (folder / "exec.py").write_text(
        "import os\ndef animation(): os.execv('/bin/sleep', ['sleep', '300'])"
    )
    (folder / "mute.py").write_text(
        "class E(Exception):\n def __str__(self): raise SystemExit(9)\ndef animation(): raise E"
    )
    (folder / "record.json.py").write_text(sound, encoding="utf-8")
    (folder / "a**b.py").write_text(sound, encoding="utf-8")
    (folder / "kinds.py").write_text(
        f"{sound}\nimport enum\nclass T(enum.StrEnum): A = 'words'\nfine = animation\n"
        "def animation():\n import dataclasses\n return dataclasses.replace(fine(), title=T.A)\n"
    )
    (folder / "forks.py").write_text(
        f"{sound}\nimport os\nfine = animation\ndef animation():\n os.fork()\n return fine()\n"
    )
    (folder / "unguarded.py").write_text(sound.split("if __name__")[0] + "raise SystemExit(2)")
    (folder / "value.py").write_text("animation = 3")
    (folder / "bom.py").write_text(f"\ufeff{sound}", encoding="utf-8")
    done = render(folder, output, "--jobs", "2", "--formats", "png")
    assert done.returncode == 1
    for failure in [
        "exec failed: its process goes on, but has closed the connection to this one",
        "mute failed: E",
        "unguarded failed: RuntimeError: it exits when it is imported: its last lines must be if ",
        "value failed: TypeError: animation must be a function, not int",
    ]:
        assert f"\nrender_all.py: {failure}" in f"\n{done.stderr}"
    healthy = ["a**b", "bom", "forks", "kinds", "record.json", "resting", "stepping", "sweeping"]
    assert names(output) == [f"{name}.png" for name in healthy]
    assert render(folder, output, *healthy, "--formats", "png").stderr.startswith("up to date: a")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_a_script_changes_reaches_no_other_figure(
    jobs: str, folder: Path, output: Path
) -> None:
    assert render(folder, output / "sound", "--jobs", jobs).returncode == 0
    text = (folder / "sweeping.py").read_text(encoding="utf-8")
    (folder / "aaa.py").write_text(
        f"{text}\nimport math, matplotlib as mpl, numpy as np, signals.post as post\n"
        "from animations.rendering.theme import THEMES\n"
        "post.h = post.x; math.cos = math.sin; np.cos = np.sin\n"
        "mpl.rcParams['lines.linewidth'] = 9; mpl.rcParamsDefault['lines.markersize'] = 40.0\n"
        "THEMES['light'] = THEMES['dark']\n",
        encoding="utf-8",
    )
    assert render(folder, output / "both", "--jobs", jobs).returncode == 0
    assert digests(output / "sound").items() <= digests(output / "both").items()
    changed = next((output / "both").glob("aaa*.png"))
    assert changed.read_bytes() != (output / "both" / "sweeping.png").read_bytes()


@needs_proc
def test_what_a_script_has_started_ends_with_it(folder: Path, output: Path) -> None:
    note = folder.parent / "number"
    for name in ("starts", "hangs"):
        timeline = "()" if name == "starts" else LONG
        path = write_script(folder, name, timeline)
        text = path.read_text(encoding="utf-8").replace(
            "def animation():\n",
            (
                "def animation():\n    import subprocess\n"
                "    child = subprocess.Popen(['sleep', '300'], stdout=subprocess.DEVNULL)\n"
                f"    open({str(note)!r}, 'w').write(str(child.pid))\n"
            ),
        )
        path.write_text(text, encoding="utf-8")
    assert render(folder, output, "starts", "--formats", "png").returncode == 0
    wait_for(lambda: not is_running(int(note.read_text())))
    note.unlink()
    process = start(render_all(folder, "hangs", "--output", str(output), *SMALL))
    wait_for(lambda: note.exists() and note.read_text())
    process.send_signal(signal.SIGTERM)
    assert process.communicate(timeout=20)[1] == "render_all.py: interrupted\n"
    wait_for(lambda: not is_running(int(note.read_text())))


def test_a_figure_without_news_is_named(folder: Path, output: Path) -> None:
    (folder / "loops.py").write_text("def animation():\n while True: pass", encoding="utf-8")
    command = render_all(folder, "loops", "resting", "--jobs", "2", "--output", str(output))
    soon = "import animations.rendering.command_line.workers as w; w._LONG = 0.2; "
    command[2] = soon + command[2]
    process = start([*command, *SMALL])
    assert process.stderr is not None
    said = ""
    while "loops: nothing new for" not in said:
        said = process.stderr.readline()
        assert said, "it has ended"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == 130


def test_figures_that_would_write_the_same_files_are_refused(folder: Path, output: Path) -> None:
    write_script(folder, "resting-dark", STILL)
    done = render(folder, output, "--theme", "both")
    assert done.returncode == 2
    assert "resting and resting-dark would write the same files" in done.stderr
    assert not output.exists()


def test_a_full_output_is_an_error() -> None:
    command = [sys.executable, str(ROOT / "render_all.py")]
    for unbuffered in ("", "1"):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*command, "--list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False,
                env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            )  # fmt: skip
            assert done.returncode == 1
            assert done.stderr == (
                "render_all.py: cannot write to the standard output: No space left on device\n"
            )
            assert subprocess.run([*command, "nonsense"], stderr=full, check=False).returncode == 2


def test_too_few_descriptors_are_no_bug(folder: Path, output: Path) -> None:
    command = render_all(folder, "sweeping", "--output", str(output), *SMALL)
    code = f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (8, 8)); {command[2]}"
    done = subprocess.run(
        [command[0], "-c", code, *command[3:]], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == (
        "render_all.py: sweeping failed: the system refuses more: Too many open files\n"
    )


def test_the_list_goes_on_after_a_script_that_fails(folder: Path, output: Path) -> None:
    (folder / "broken.py").write_text("def animation(): 1 / 0", encoding="utf-8")
    done = render(folder, output, "--list")
    assert done.returncode == 1
    assert done.stdout == (
        "resting   The resting\nstepping  The stepping\nsweeping  The sweeping\n"
    )
    assert done.stderr.endswith(
        "render_all.py: broken failed: ZeroDivisionError: division by zero\n"
    )
    assert not output.exists()


def test_a_collection_without_scripts(tmp_path: Path, output: Path) -> None:
    done = render(tmp_path, output)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not output.exists()


def test_the_real_ones_are_listed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "render_all.py"), "--list"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    listed = [line.split()[0] for line in done.stdout.splitlines()]
    assert set(FIGURES) <= set(listed)
    assert listed[:2] == ["definitions", "continuous"]


def test_output_that_nobody_reads_on(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, str(ROOT / "render_all.py")]
    for option in ("--list", "--help"):
        done = subprocess.run(
            [*command, option], stdout=writer, stderr=subprocess.PIPE, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")
    os.close(writer)


def test_output_in_letters_that_the_terminal_has_not(folder: Path) -> None:
    path = write_script(folder, "greek")
    path.write_text(path.read_text().replace("The greek", "The τ"), encoding="utf-8")
    ascii_ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for option in ("--list", "--help"):
        done = subprocess.run(
            render_all(folder, option), env=ascii_, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")


@needs_proc
@pytest.mark.parametrize(
    ("number", "times"), [(signal.SIGINT, 1), (signal.SIGINT, 2), (signal.SIGTERM, 1)]
)
def test_an_interrupted_collection_leaves_nothing(
    number: signal.Signals, times: int, folder: Path, output: Path
) -> None:
    for name in ("one", "two"):
        write_script(folder, name, LONG)
    command = render_all(folder, "one", "two", "--jobs", "2", "--output", str(output), *SMALL)
    process = start(command)
    wait_for(lambda: len(list(output.glob("*/*/*.mp4"))) == 2)  # both have begun
    family = children(process.pid)
    for _ in range(times):
        process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, "", "render_all.py: interrupted\n")
    assert not output.exists()
    wait_for(lambda: not any(map(is_running, family)))


@needs_proc
def test_ctrl_c_in_a_terminal_reaches_all_and_is_said_once(folder: Path, output: Path) -> None:
    """At any moment, also while the processes are still starting."""
    write_script(folder, "one", LONG)
    write_script(folder, "two", LONG)
    command = render_all(folder, "one", "two", "--jobs", "2", "--output", str(output), *SMALL)
    for begun in (False, True):
        process = subprocess.Popen(
            command, process_group=0, stderr=subprocess.PIPE, text=True
        )  # fmt: skip
        if begun:
            wait_for(lambda: list(output.glob("*/*/*.mp4")))
        else:
            wait_for(lambda: len(children(process.pid)) == 2)  # noqa: B023
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert (process.returncode, err) == (130, "render_all.py: interrupted\n")
        assert not output.exists()


@needs_proc
def test_a_killed_collection_takes_its_processes_along(folder: Path, output: Path) -> None:
    write_script(folder, "one", LONG)
    command = render_all(folder, "one", "resting", "--jobs", "2", "--output", str(output), *SMALL)
    process = start(command)
    wait_for(lambda: list(output.glob("*/*/*.mp4")))
    wait_for(lambda: (output / "resting.svg").exists())
    family = children(process.pid)
    assert family
    process.kill()
    process.communicate(timeout=20)
    wait_for(lambda: not any(map(is_running, family)))
    # The locks end with the last of its processes: the next run puts everything away.
    wait_for(lambda: not render(folder, output, "resting").returncode and len(names(output)) == 2)
    assert names(output) == ["resting.png", "resting.svg"]


def test_a_terminal_gets_bars_and_a_table(folder: Path, output: Path) -> None:
    ours, theirs = pty.openpty()
    shown = b""

    def read() -> None:
        nonlocal shown
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:
                return

    reader = threading.Thread(target=read)
    reader.start()
    write_script(folder, "slow", "sweep(-2, 2, seconds=40)")
    done = subprocess.run(
        render_all(folder, "slow", "resting", "--output", str(output), *SMALL),
        stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "80"}, check=False,
    )  # fmt: skip
    os.close(theirs)
    reader.join()
    os.close(ours)
    assert done.returncode == 0
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())
    assert re.search(r"slow .*\d+/428", text)
    table = text[text.rindex("file") :]
    assert table.split()[:4] == ["file", "size", "frames", "seconds"]
    for file in names(output):
        assert re.search(rf"{re.escape(file)} +\d+ kB +\d+", table)
