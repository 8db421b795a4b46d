"""Interrupted or killed, a script leaves whole files only, and no litter."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from scripts import (
    LONG,
    digests,
    names,
    start,
    wait_for,
    write_script,
)

from animations.rendering.command_line.interruption import (
    interruptible,
    stop_if_interrupted,
    uninterrupted,
)


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


def test_what_must_not_end_halfway_can_hold_the_same() -> None:
    steps = []
    with interruptible(), pytest.raises(KeyboardInterrupt), uninterrupted():
        with uninterrupted():
            signal.raise_signal(signal.SIGTERM)
        steps.append("whole")
    assert steps == ["whole"]


def test_nohup_is_respected() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with interruptible():
            signal.raise_signal(signal.SIGHUP)
            stop_if_interrupted()
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize(
    ("number", "times"),
    [(signal.SIGINT, 1), (signal.SIGINT, 2), (signal.SIGTERM, 1), (signal.SIGHUP, 1)],
)
def test_an_interrupted_script_leaves_nothing(
    number: signal.Signals, times: int, tmp_path: Path
) -> None:
    script, output = write_script(tmp_path, "dot", LONG), tmp_path / "output"
    process = start([sys.executable, str(script), "--scale", "0.25"])
    wait_for(lambda: list(output.glob("*/*/*.mp4")))  # it has begun
    for _ in range(times):
        process.send_signal(number)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (130, "", "dot.py: interrupted\n")
    assert not output.exists()


def test_a_killed_script_leaves_what_was_there(tmp_path: Path) -> None:
    """The next run tidies up."""
    script, output = write_script(tmp_path, "dot"), tmp_path / "output"
    quick = ["--scale", "0.25", "--fps", "10", "--quiet"]
    subprocess.run([sys.executable, str(script), *quick], check=True)
    before = digests(output)
    write_script(tmp_path, "dot", LONG)
    process = start([sys.executable, str(script), *quick])
    wait_for(lambda: list(output.glob("*/*/*.mp4")))
    process.kill()
    process.communicate()
    litter = set(names(output)) - set(before)
    assert litter and all(name.startswith(".") for name in litter)
    write_script(tmp_path, "dot")
    subprocess.run([sys.executable, str(script), *quick], check=True)
    assert digests(output) == before
