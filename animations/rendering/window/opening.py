"""Opens a window on a figure, and closes it in good order."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import matplotlib as mpl

from animations.rendering.film import Film
from animations.rendering.window.player import Build, Player, Texts, room_for

if TYPE_CHECKING:
    from matplotlib.backend_bases import KeyEvent
    from matplotlib.figure import Figure


class WindowError(Exception):
    """No window can be opened; the message says what it takes."""


def show(
    film: Film, backend: str = "", texts: Texts | None = None, build: Build | None = None
) -> None:
    """Show a film in a window, and return when the window is closed.

    Space plays and pauses, the arrow keys step to the next or previous picture, home and end go
    to the first and last. What slides can be dragged, where the figure has a horizontal axis.

    Parameters
    ----------
    film : Film
        What to show.
    backend : str, optional
        Matplotlib's choice, unless one is named.
    texts : mapping of str to str, optional
        Names, and what is in their fields at first. Without any there are no fields.
    build : callable, optional
        Makes the figure of the texts that were typed; or raises ValueError, whose first line says
        what is wrong. An `ExpressionError`, or one that comes of it, tells the place, too.

    Raises
    ------
    WindowError
        If there is no display, or matplotlib has no backend for windows.
    """
    figure = _open_window(film, backend, bool(texts and build))
    player = Player(film, figure, texts, build)
    _keep_two_keys(figure, player)
    with _closing_on_interrupt(figure):
        from matplotlib import pyplot

        player.play()
        pyplot.show(block=True)


def _open_window(film: Film, backend: str, fields: bool) -> "Figure":
    try:
        if backend:
            mpl.use(backend)
        from matplotlib import pyplot

        with mpl.rc_context({"toolbar": "None"}):
            figure = pyplot.figure(film.animation.title, **room_for(film, fields))
    except Exception as error:  # each toolkit has its own
        raise WindowError(f"cannot open a window: {error}") from None
    if figure.canvas.required_interactive_framework is None:
        pyplot.close(figure)  # which a notebook would show
        raise WindowError(
            "needs a display and a matplotlib backend for windows, such as TkAgg or QtAgg, "
            f"not {mpl.get_backend()}"
        )
    return figure


def _keep_two_keys(figure: "Figure", player: Player) -> None:
    """Let q close the window and f fill the screen, unless they are typed.

    Matplotlib's other keys would change the axes under the mouse, such as l to logarithms.
    """
    from matplotlib.backend_bases import key_press_handler

    canvas = figure.canvas
    if canvas.manager is not None and canvas.manager.key_press_handler_id is not None:
        canvas.mpl_disconnect(canvas.manager.key_press_handler_id)
    kept = {*mpl.rcParams["keymap.quit"], *mpl.rcParams["keymap.fullscreen"]}

    def press(event: "KeyEvent") -> None:
        if event.key in kept and not player.is_typing:
            key_press_handler(event)

    canvas.mpl_connect("key_press_event", press)


@contextmanager
def _closing_on_interrupt(figure: "Figure") -> Iterator[None]:
    """Close the window at Ctrl-C or SIGTERM, and only then let whoever heeds these hear of it.

    Toolkits swallow what is raised in their callbacks.
    """
    from matplotlib import pyplot

    came = []

    def close(number: int, frame: FrameType | None) -> None:
        came.append(number)
        pyplot.close(figure)

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, close) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if came:
        signal.raise_signal(came[0])
