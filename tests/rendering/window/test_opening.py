"""Opening a window, as far as that can be seen without one."""

from pathlib import Path

import pytest
from scripts import write_script

from animations.rendering import Film
from animations.rendering.collection import load
from animations.rendering.window import WindowError, show


@pytest.mark.parametrize("backend", ["agg", "no such"])
def test_what_opens_no_window_is_refused_in_one_line(tmp_path: Path, backend: str) -> None:
    import matplotlib as mpl

    film = Film(load(write_script(tmp_path, "dot")), scale=0.25)
    before = mpl.get_backend()
    try:
        with pytest.raises(WindowError, match="window") as error:
            show(film, backend)
    finally:
        mpl.use(before)
    assert "\n" not in str(error.value)
