"""A window on a figure: a slider for t, a button and keys."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from types import FrameType
from typing import TYPE_CHECKING

import matplotlib as mpl

from animations.rendering.drawing.stage import DESIGN_DPI
from animations.rendering.film import Film
from animations.rendering.timeline import Frame

if TYPE_CHECKING:
    from matplotlib.backend_bases import Event
    from matplotlib.figure import Figure

_CONTROLS = 56  # pixels below the figure, for the slider and the button


class WindowError(Exception):
    """No window can be opened; the message says what it takes."""


def show(film: Film, backend: str = "") -> None:
    """Show a film in a window, and return when the window is closed.

    The backend is matplotlib's choice, unless one is named.

    Space plays and pauses, the arrow keys step to the next or previous picture, home and end go
    to the first and last.

    Raises
    ------
    WindowError
        If there is no display, or matplotlib has no backend for windows.
    """
    figure = _open_window(film, backend)
    player = Player(film, figure)
    with _closing_on_interrupt(figure):
        from matplotlib import pyplot

        player.play()
        pyplot.show(block=True)


class Player:
    """Plays a film on an empty figure, `_CONTROLS` pixels higher, that can be clicked at.

    `frame` is the one on view. Stills have no `slider` for the shift t, and no `button` that plays
    and pauses.
    """

    def __init__(self, film: Film, figure: "Figure") -> None:
        self.film = film
        self.frame = film.timeline[0]
        self.is_playing = False
        self._figure = figure
        self._started = 0.0
        share = _CONTROLS / (film.size[1] + _CONTROLS)
        axes = figure.add_axes((0, share, 1, 1 - share))
        axes.set_axis_off()
        self._image = axes.imshow(film.pixels(self.frame))
        if film.animation.is_still:
            return
        self._add_controls(share)
        figure.canvas.mpl_connect("key_press_event", self._press)
        self._timer = figure.canvas.new_timer(interval=round(1000 / film.timeline.fps))
        self._timer.add_callback(self.tick)
        # It also runs during a pause: some toolkits hear Ctrl-C only while Python does something.
        self._timer.start()

    def play(self) -> None:
        """Play on; after the last frame, from the first."""
        if self.film.animation.is_still:
            return
        if self.frame.index == len(self.film.timeline) - 1:
            self.go(self.film.timeline[0])
        self._started = perf_counter() - self.frame.seconds
        self._set_playing(True)

    def pause(self) -> None:
        """Stay at the frame."""
        self._set_playing(False)

    def go(self, frame: Frame) -> None:
        """Show a frame; the slider follows."""
        self.frame = frame
        self._image.set_data(self.film.pixels(frame))
        t = frame.t if frame.sweeping else self.slider.valmin
        if self.slider.val != t:
            self.slider.eventson = False
            self.slider.set_val(t)
            self.slider.eventson = True
        self._figure.canvas.draw_idle()

    def step(self, direction: int) -> None:
        """Go to the next picture, or with −1 to the previous; frames that repeat one are passed."""
        stretch = self.film.timeline[self.frame.index :: direction]
        others = (frame for frame in stretch[1:] if frame.scene != self.frame.scene)
        self._stop_at(next(others, stretch[-1]))

    def tick(self) -> None:
        """Show what is due by the clock, so that a slow machine leaves out frames, not time."""
        if not self.is_playing:
            return
        timeline = self.film.timeline
        due = int((perf_counter() - self._started) * timeline.fps)
        frame = timeline[min(due, len(timeline) - 1)]
        if frame.scene != self.frame.scene:
            self.go(frame)
        self.frame = frame
        if frame.index == len(timeline) - 1:
            self.pause()

    def _add_controls(self, share: float) -> None:
        from matplotlib.widgets import Button, Slider

        theme, timeline = self.film.theme, self.film.timeline
        first, last = timeline.shifts
        self.slider = Slider(
            self._figure.add_axes((0.17, 0.2 * share, 0.7, 0.6 * share)),
            "t",
            first,
            last,
            valinit=first,
            valstep=1 if timeline.is_discrete else None,
            valfmt="%d" if timeline.is_discrete else "%.2f",
            color=theme.x,
            track_color=theme.grid,
            initcolor="none",
        )
        self.slider.label.set_color(theme.ink)
        self.slider.valtext.set_color(theme.ink)
        self.slider.on_changed(lambda t: self._stop_at(timeline.at(t)))
        self.button = Button(
            self._figure.add_axes((0.02, 0.2 * share, 0.1, 0.6 * share)),
            "Play",
            color=theme.grid,
            hovercolor=theme.tint("axis", 0.4),
        )
        self.button.label.set_color(theme.ink)
        self.button.ax.spines[:].set_visible(False)
        self.button.on_clicked(lambda event: self._toggle())

    def _stop_at(self, frame: Frame) -> None:
        self.pause()
        self.go(frame)

    def _toggle(self) -> None:
        (self.pause if self.is_playing else self.play)()

    def _set_playing(self, playing: bool) -> None:
        self.is_playing = playing
        self.button.label.set_text("Pause" if playing else "Play")
        self._figure.canvas.draw_idle()

    def _press(self, event: "Event") -> None:
        key, timeline = getattr(event, "key", None), self.film.timeline
        if key == " ":
            self._toggle()
        elif key in ("left", "right"):
            self.step(1 if key == "right" else -1)
        elif key in ("home", "end"):
            self._stop_at(timeline[0 if key == "home" else -1])


def _open_window(film: Film, backend: str) -> "Figure":
    width, height = film.size
    try:
        if backend:
            mpl.use(backend)
        from matplotlib import pyplot

        with mpl.rc_context({"toolbar": "None"}):
            figure = pyplot.figure(
                film.animation.title,
                figsize=(width / DESIGN_DPI, (height + _CONTROLS) / DESIGN_DPI),
                dpi=DESIGN_DPI,
                facecolor=film.theme.background,
            )
    except Exception as error:  # each toolkit has its own
        raise WindowError(f"cannot open a window: {error}") from None
    if figure.canvas.required_interactive_framework is None:
        pyplot.close(figure)  # which a notebook would show
        raise WindowError(
            "needs a display and a matplotlib backend for windows, such as TkAgg or QtAgg, "
            f"not {mpl.get_backend()}"
        )
    return figure


@contextmanager
def _closing_on_interrupt(figure: "Figure") -> Iterator[None]:
    """Close the window at Ctrl-C or SIGTERM; toolkits swallow what is raised in their callbacks."""
    from matplotlib import pyplot

    interrupted = False

    def close(number: int, frame: FrameType | None) -> None:
        nonlocal interrupted
        interrupted = True
        pyplot.close(figure)

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, close) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if interrupted:
        raise KeyboardInterrupt
