"""A room is put away by who made it or, after a kill, by who comes next; nobody else's is."""

import os
import signal
from pathlib import Path

import pytest
from scripts import names

from animations.rendering.room import HIDDEN, locked, remove_stale, room_in


def kill_in_a_room(folder: Path) -> None:
    """Make a room in another process, with half a file in it, and kill that."""
    child = os.fork()
    if child == 0:
        try:
            with room_in(folder) as room:
                (room / "half.gif").write_bytes(b"half")
                os.kill(os.getpid(), signal.SIGKILL)
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def test_a_room_is_gone_afterwards_whatever_happens(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), room_in(tmp_path) as room:
        assert room.parent == tmp_path and room.is_dir()
        (room / "half.gif").write_bytes(b"half")
        1 / 0  # noqa: B018
    assert names(tmp_path) == []


def test_what_was_left_is_removed_and_what_is_in_use_stays(tmp_path: Path) -> None:
    with room_in(tmp_path) as used:
        (used / "one.gif").write_bytes(b"whole")
        before = names(tmp_path)
        kill_in_a_room(tmp_path)
        assert len(names(tmp_path)) == len(before) + 2
        remove_stale(tmp_path)
        assert names(tmp_path) == before and names(used) == ["one.gif"]
    assert names(tmp_path) == []


def test_a_folder_without_a_lock_is_somebody_elses(tmp_path: Path) -> None:
    mine = tmp_path / f"{HIDDEN}mine"
    mine.mkdir()
    remove_stale(tmp_path)
    assert names(tmp_path) == [mine.name]


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    with room_in(tmp_path) as room, pytest.raises(TimeoutError):
        locked(room)


def test_where_there_is_no_folder_nothing_is_removed_and_no_room_made(tmp_path: Path) -> None:
    remove_stale(tmp_path / "none")
    with pytest.raises(FileNotFoundError), room_in(tmp_path / "none"):
        pass
    assert names(tmp_path) == []
