"""Fixtures that write files and read them as signals."""

import warnings

import pytest

from signals.samples import FileError, from_file


@pytest.fixture
def written(tmp_path):
    """Write a file, and read it."""

    def write(name, contents, stretch=""):
        data = contents if isinstance(contents, bytes) else contents.encode()
        (tmp_path / name).write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return from_file(str(tmp_path / name) + stretch)

    return write


@pytest.fixture
def refused(written, tmp_path):
    """Write a file, and read in one line why it cannot be read."""

    def refuse(name, contents, stretch=""):
        with pytest.raises(FileError) as caught:
            written(name, contents, stretch)
        told = str(caught.value)
        assert told.startswith(str(tmp_path / name))
        assert "\n" not in told
        return told

    return refuse
