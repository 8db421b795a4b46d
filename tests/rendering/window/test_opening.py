"""Opening a window, as far as that can be seen without one."""

import signal
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from scripts import write_script

from animations.rendering import Film
from animations.rendering.collection import load
from animations.rendering.window import WindowError, show
from animations.rendering.window.opening import _closing_on_interrupt


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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_is_heard_once_the_window_is_closed(number: signal.Signals) -> None:
    heard: list[int] = []
    before = signal.signal(number, lambda number, frame: heard.append(number))
    try:
        with _closing_on_interrupt(Figure()):
            signal.raise_signal(number)
            assert not heard, "a toolkit would swallow it"
        assert heard == [number]
    finally:
        signal.signal(number, before)
