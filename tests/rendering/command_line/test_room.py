"""Files are whole or absent, rooms are put away, and runs in one folder leave each other alone."""

import os
import pkgutil
import signal
from pathlib import Path

import pytest
from scripts import names

from animations.rendering.command_line.interruption import interruptible
from animations.rendering.command_line.options import UsageError
from animations.rendering.command_line.room import alone_in, publish, room_in
from animations.rendering.writing import WritingError


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "new" / "output"


def finished(room: Path, *names: str) -> list[Path]:
    for name in names:
        (room / name).write_bytes(b"whole")
    return [room / name for name in names]


def test_files_are_renamed_out_of_a_room_that_is_gone_afterwards(output: Path) -> None:
    with room_in(output) as room:
        files = finished(room, "one.gif", "two.gif")
        assert not list(output.glob("[!.]*"))
        publish(files, output)
    assert names(output) == ["one.gif", "two.gif"]


def test_where_nothing_is_published_no_folder_stays(output: Path, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), room_in(output) as room:
        finished(room, "one.gif")
        1 / 0  # noqa: B018
    assert names(tmp_path) == []


def test_one_run_at_a_time_publishes(output: Path) -> None:
    output.mkdir(parents=True)
    reader, writer = os.pipe()
    with alone_in(output):
        child = os.fork()
        if child == 0:
            with alone_in(output):
                os.write(writer, b"second")
            os._exit(0)
        os.write(writer, b"first")
    os.waitpid(child, 0)
    assert os.read(reader, 100) == b"firstsecond"
    assert names(output) == []


def test_a_folder_in_the_way_is_named_and_no_file_is_published(output: Path) -> None:
    (output / "two.gif").mkdir(parents=True)
    with room_in(output) as room, pytest.raises(WritingError, match=r"two\.gif: it is a folder"):
        publish(finished(room, "one.gif", "two.gif"), output)
    assert names(output) == ["two.gif"]


def test_what_cannot_be_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="it is a file"), room_in(tmp_path / "file"):
        pass
    assert names(tmp_path) == ["file"]


@pytest.mark.parametrize(
    "moment", ["shutil.rmtree", "os.unlink", "os.rmdir", "pathlib.Path.replace"]
)
def test_an_interrupt_while_things_are_put_away(
    moment: str, tmp_path: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything is put away all the same, and all files of a figure are there or none."""
    target, _, name = moment.rpartition(".")
    real = getattr(pkgutil.resolve_name(target.replace(".Path", ":Path")), name)

    def interrupt(*arguments: object, **more: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return real(*arguments, **more)

    with pytest.raises(KeyboardInterrupt), interruptible(), room_in(output) as room:
        files = finished(room, "one.gif", "two.gif")
        finished(room, "frames")
        monkeypatch.setattr(moment, interrupt)
        publish(files, output)
    monkeypatch.undo()
    assert names(output) == ["one.gif", "two.gif"]
