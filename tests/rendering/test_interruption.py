"""Interrupted or killed, a script leaves whole files only, and no litter."""

import os
import pkgutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from scripts import (
    LONG,
    children,
    digests,
    is_running,
    names,
    needs_proc,
    start,
    wait_for,
    write_script,
)

from animations.rendering.command_line.interruption import (
    interruptible,
    stop_if_interrupted,
    uninterrupted,
)
from animations.rendering.command_line.publication import output_folder, publish, workspace


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


class Destroyed:
    """Is interrupted while it is being destroyed, where Python drops what is raised."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


def test_an_interrupt_that_python_drops_is_raised_later() -> None:
    with interruptible():
        stop_if_interrupted()
        doomed = Destroyed()
        del doomed
        with pytest.raises(KeyboardInterrupt):
            stop_if_interrupted()
    with interruptible():
        stop_if_interrupted()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_impatience_does_not_disturb_the_cleaning_up(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with interruptible():
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(number)
        signal.raise_signal(number)
    assert signal.getsignal(number) == before


def test_what_must_not_end_halfway_does_not() -> None:
    steps = []
    with interruptible(), pytest.raises(KeyboardInterrupt), uninterrupted():
        signal.raise_signal(signal.SIGTERM)
        steps.append("whole")
    assert steps == ["whole"]


@pytest.mark.parametrize(
    "moment", ["shutil.rmtree", "os.unlink", "os.rmdir", "pathlib.Path.replace"]
)
def test_an_interrupt_while_things_are_put_away(
    moment: str, tmp_path: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is put away all the same, and all files of a figure are there or none."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    finished = [tmp_path / "one.gif", tmp_path / "two.gif"]
    for file in finished:
        file.write_bytes(b"whole")
    target, _, name = moment.rpartition(".")
    real = getattr(pkgutil.resolve_name(target.replace(".Path", ":Path")), name)

    def interrupt(*arguments: object, **more: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return real(*arguments, **more)

    with (
        pytest.raises(KeyboardInterrupt),
        interruptible(),
        output_folder(output),
        workspace() as folder,
    ):
        (folder / "frames").write_bytes(b"half")
        monkeypatch.setattr(moment, interrupt)
        publish(finished, output)
    monkeypatch.undo()
    assert names(tmp_path) == ["one.gif", "output", "two.gif"]
    assert names(output) == ["one.gif", "two.gif"]


def test_nohup_is_respected() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with interruptible():
            signal.raise_signal(signal.SIGHUP)
            stop_if_interrupted()
    finally:
        signal.signal(signal.SIGHUP, before)


@needs_proc
@pytest.mark.parametrize(
    ("number", "times"),
    [(signal.SIGINT, 1), (signal.SIGINT, 2), (signal.SIGTERM, 1), (signal.SIGHUP, 1)],
)
def test_an_interrupted_script_leaves_nothing(
    number: signal.Signals, times: int, tmp_path: Path, output: Path
) -> None:
    script = write_script(tmp_path, "dot", LONG)
    arguments = ["--output", str(output), "--scale", "0.25"]
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    process = start([sys.executable, str(script), *arguments], temporary)
    wait_for(lambda: children(process.pid))  # ffmpeg: it has begun
    ffmpeg = children(process.pid)
    for _ in range(times):
        process.send_signal(number)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (130, "", "dot.py: interrupted\n")
    assert names(output) == names(temporary) == []
    wait_for(lambda: not any(map(is_running, ffmpeg)))


@needs_proc
def test_a_killed_script_leaves_what_was_there(tmp_path: Path, output: Path) -> None:
    """Killed while it draws, and while it publishes; the next run tidies up."""
    script = write_script(tmp_path, "dot")
    arguments = ["--output", str(output), "--scale", "0.25", "--fps", "10", "--quiet", "--force"]
    subprocess.run([sys.executable, str(script), *arguments], check=True)
    before = digests(output)
    slow = (
        "import os, runpy, sys, time; sync = os.fsync;"
        "os.fsync = lambda file: (sync(file), time.sleep(60));"
        "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", slow, str(script), *arguments],
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    part = output / f".dot.gif.{process.pid}.part"
    wait_for(part.exists)
    process.kill()
    process.wait()
    assert {**digests(output), part.name: ""} == {**before, part.name: ""}
    subprocess.run([sys.executable, str(script), *arguments], check=True)
    assert digests(output) == before
