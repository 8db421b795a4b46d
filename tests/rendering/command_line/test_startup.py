"""What a process that renders sees to before anything heavy is loaded, and to its end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from scripts import ROOT, digests, write_script

Done = subprocess.CompletedProcess[str]
NUMBERS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
SMALL = ("--scale", "0.25", "--formats", "png", "--quiet")


OURS = "from animations.rendering import Animation, hold, reflect, steps, sweep\n"


def run(script: Path, *arguments: str, cwd: Path | None = None, **environment: str) -> Done:
    return subprocess.run(
        [sys.executable, str(script), *arguments],
        cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
        timeout=120,
    )  # fmt: skip


@pytest.fixture
def dot(tmp_path: Path) -> Path:
    """A script whose first import is ours: what is loaded before is not prepared for."""
    return write_own(tmp_path, "dot")


def write_own(folder: Path, name: str) -> Path:
    path = write_script(folder, name)
    line = "from matplotlib.lines import Line2D\n"
    before, after = path.read_text(encoding="utf-8").split(line)
    path.write_text(f"{before}{after.replace(OURS, OURS + line)}", encoding="utf-8")
    return path


def with_line(script: Path, line: str) -> Path:
    """Put a line after a script's imports."""
    text = script.read_text(encoding="utf-8")
    assert OURS in text
    script.write_text(text.replace(OURS, f"{OURS}\n{line}\n"), encoding="utf-8")
    return script


@pytest.mark.parametrize("number", NUMBERS)
def test_a_signal_during_the_imports(number: signal.Signals, dot: Path, tmp_path: Path) -> None:
    line = f"import os, time; os.kill(os.getpid(), {int(number)}); time.sleep(60); import numpy"
    done = run(with_line(dot, line), *SMALL)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "dot.py: interrupted\n"
    assert not (tmp_path / "output").exists()


def test_an_interrupt_that_an_import_made_something_else_of(dot: Path) -> None:
    line = (
        "import os, signal\ntry:\n    os.kill(os.getpid(), signal.SIGINT)\n    signal.pause()\n"
        "except KeyboardInterrupt:\n    raise ImportError('initialization failed') from None"
    )
    done = run(with_line(dot, line), *SMALL)
    assert (done.returncode, done.stderr) == (130, "dot.py: interrupted\n")


@pytest.mark.parametrize("number", NUMBERS)
def test_signals_after_the_work_are_late(number: signal.Signals, dot: Path) -> None:
    line = (
        "import atexit, os\n"
        f"atexit.register(lambda: [os.kill(os.getpid(), {int(number)}) for _ in range(9)])"
    )
    done = run(with_line(dot, line), *SMALL)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_script_that_swallows_interrupts_ends_at_a_second_one(dot: Path) -> None:
    line = (
        "import os, signal, threading, time\n"
        "def impatient():\n"
        "    for _ in range(9):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "        time.sleep(0.5)\n"
        "threading.Thread(target=impatient, daemon=True).start()\n"
        "while True:\n"
        "    try:\n"
        "        time.sleep(60)\n"
        "    except BaseException:\n"
        "        pass"
    )
    assert run(with_line(dot, line), *SMALL).returncode == 130


def test_children_of_a_script_hear_signals_as_usual(dot: Path) -> None:
    line = (
        "import multiprocessing, time\n"
        "def rest(ready): ready.set(); time.sleep(60)\n"
        "context = multiprocessing.get_context('fork'); ready = context.Event()\n"
        "child = context.Process(target=rest, args=(ready,)); child.start(); ready.wait()\n"
        "child.terminate(); child.join(); assert child.exitcode == -15"
    )
    done = run(with_line(dot, line), *SMALL)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_program_of_ones_own_keeps_its_signals(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import signal, animations.rendering\n"
        "assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL\n"
    )
    assert run(program).returncode == 0


def test_no_setting_of_the_users_own_reaches_a_picture(tmp_path: Path) -> None:
    plain = ROOT / "animations" / "continuous.py"
    small = ("--scale", "0.5", "--fps", "10", "--formats", "png")
    assert run(plain, *small, "--output", str(tmp_path / "a")).returncode == 0
    rc = tmp_path / "matplotlibrc"
    settings = {
        "MPLBACKEND": "nonsense",
        "FREETYPE_PROPERTIES": "truetype:interpreter-version=35",
        "MATPLOTLIBRC": str(rc),
    }
    for text in (b"font.family: serif\nlines.antialiased: False\n", b"\xff\xfe\n"):
        rc.write_bytes(text)
        output = tmp_path / "b"
        done = run(plain, *small, "--output", str(output), "--force", cwd=tmp_path, **settings)
        assert (done.returncode, done.stdout) == (0, "")
        assert "Traceback" not in done.stderr
        assert digests(output) == digests(tmp_path / "a")


def test_the_window_takes_the_backend_that_is_asked_for(dot: Path) -> None:
    done = run(dot, "--show", MPLBACKEND="nonsense")
    assert done.returncode == 2
    assert "dot.py: error: --show cannot open a window: 'nonsense' is not a valid" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_home_that_cannot_be_written_to(dot: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    homeless = {"HOME": "/dev/null/home", "TMPDIR": str(temporary)}
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR"):
        homeless[name] = ""
    killed = with_line(write_own(tmp_path, "killed"), "import os; os.kill(os.getpid(), 9)")
    assert run(killed, *SMALL, **homeless).returncode == -9
    assert list(temporary.iterdir())
    done = run(dot, *SMALL, **homeless)
    assert (done.returncode, done.stderr) == (0, "")
    assert not list(temporary.iterdir()), "what was killed is put away, too"
    done = run(dot, *SMALL, **{**homeless, "TMPDIR": "/dev/null"}, cwd=Path("/proc"))
    assert done.returncode in (0, 2)  # a system may have other folders for what is temporary
    assert "Traceback" not in done.stderr


def test_a_python_without_the_packages(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-S", str(ROOT / "render_all.py")],
        env={**os.environ, "PYTHONPATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"render_all.py: error: {sys.executable} has no package av; ")
    assert done.stderr.endswith("pip install -r requirements.txt -e .\n")


def test_a_python_that_is_too_old(dot: Path) -> None:
    text = dot.read_text(encoding="utf-8")
    dot.write_text(f"import sys; sys.version_info = (3, 9, 18)\n{text}", encoding="utf-8")
    done = run(dot)
    assert done.returncode == 2
    assert done.stderr.startswith("dot.py: error: Python 3.11 or newer is needed, and this is 3.9")
