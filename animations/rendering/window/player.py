"""Plays a film in a figure, and shows what is asked for by keys, mouse and texts."""

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import TYPE_CHECKING, Any

from matplotlib.backend_tools import Cursors

from animations.rendering.animation import Animation
from animations.rendering.film import Film
from animations.rendering.timeline import Frame
from animations.rendering.window.controls import Controls
from animations.rendering.window.fields import Fields
from animations.rendering.window.grip import Grip
from animations.rendering.window.note import Note
from animations.rendering.window.picture import Picture
from animations.rendering.window.sheet import Box, Sheet, row, strip

if TYPE_CHECKING:
    from matplotlib.backend_bases import KeyEvent, MouseEvent
    from matplotlib.figure import Figure

Texts = Mapping[str, str]
Build = Callable[[Texts], Animation]

_KEYS = "space plays and pauses · ← → step · home, end"
_DRAG = " · drag the curve"
_TYPING = "enter draws · escape restores · tab changes fields"
_FIELDS = "click a field to type"


def room_for(film: Film, fields: bool = False) -> dict[str, Any]:
    """Return how matplotlib is asked for an empty figure with room for a player."""
    dpi = film.figure.dpi
    width, tall = film.size
    tall += round(strip((not film.animation.is_still) + fields) * film.scale)
    background = film.theme.background
    return {"figsize": (width / dpi, tall / dpi), "dpi": dpi, "facecolor": background}


class Player:
    """Plays a film on an empty figure that can be clicked at; `room_for` says how large it is.

    Parameters
    ----------
    film : Film
        What to play first.
    figure : Figure
        What to draw on.
    texts : mapping of str to str, optional
        Names, and what is in their fields at first. Without any there are no fields.
    build : callable, optional
        Makes the figure of other texts, or raises ValueError.

    Attributes
    ----------
    film, frame : Film, Frame
        What is on view.
    is_playing : bool
        Whether t goes on by itself.
    controls : Controls or None
        The button and the slider; stills have none.
    fields : Fields or None
        The fields, if there are texts.
    picture : Picture
        What is seen of the film.
    note : Note
        The line of text under them.
    """

    def __init__(
        self,
        film: Film,
        figure: "Figure",
        texts: Texts | None = None,
        build: Build | None = None,
    ) -> None:
        self.film, self.frame = film, film.timeline[0]
        self.is_playing = False
        self.controls: Controls | None = None
        self.fields: Fields | None = None
        self._started = 0.0
        self._sheet = sheet = Sheet(figure)
        if texts and build:
            self.fields = Fields(
                sheet, film.theme, texts, row(0), lambda texts: self._change(build(texts))
            )
        self.note = Note(sheet, film.theme)
        self._axes = sheet.add(self._place, measured=False)
        self.picture = Picture(self._axes, film.pixels(self.frame))
        self._equip()
        canvas = figure.canvas
        canvas.mpl_connect("key_press_event", self._press)
        canvas.mpl_connect("button_press_event", self._take)
        canvas.mpl_connect("motion_notify_event", self._follow)
        canvas.mpl_connect("button_release_event", self._release)
        canvas.mpl_connect("resize_event", self._resize)
        self._timer = canvas.new_timer(interval=round(1000 / film.timeline.fps))
        self._timer.add_callback(self.tick)
        # It also runs during a pause: some toolkits hear Ctrl-C only while Python does something.
        self._timer.start()

    @property
    def is_typing(self) -> bool:
        """Whether keys go to a field."""
        return self.fields is not None and self.fields.opened is not None

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
        if self.is_playing:
            self._set_playing(False)

    def go(self, frame: Frame) -> None:
        """Show a frame; the slider follows."""
        self.frame = frame
        self.picture.pixels = self.film.pixels(frame)
        if self.controls:
            self.controls.show(frame)
        self._sheet.redraw()

    def stop_at(self, t: float) -> None:
        """Stop at a shift, or where the sweep ends; discrete figures stop at whole ones."""
        timeline = self.film.timeline
        first, last = timeline.shifts
        frame = timeline.at(min(max(round(t) if timeline.is_discrete else t, first), last))
        self.pause()
        if frame.scene != self.frame.scene:
            self.go(frame)

    def step(self, direction: int) -> None:
        """Go to the next picture, or with −1 to the previous.

        Frames that repeat one are passed and, where t rests at whole shifts, those in between.
        """
        timeline = self.film.timeline
        stretch = timeline[self.frame.index :: direction]
        others = (
            frame
            for frame in stretch[1:]
            if frame.scene != self.frame.scene
            if not (timeline.is_discrete and (frame.gliding or frame.aside))
        )
        self.pause()
        self.go(next(others, stretch[-1]))

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

    def _change(self, animation: Animation) -> None:
        """Show another figure: from its start if the old one plays, else at the same t.

        Raises
        ------
        ValueError
            If it cannot be drawn. The old one stays.
        """
        film, before = self.film.another(animation), self.frame
        first = film.pixels(film.timeline[0])  # before anything has changed
        played, self.is_playing = self.is_playing, False
        self.film, self.frame = film, film.timeline[0]
        self.picture.pixels = first
        self._equip()
        if played:
            self.play()
        elif before.sweeping and not animation.is_still:
            self.stop_at(before.t)

    def _equip(self) -> None:
        """Give the film its controls."""
        if self.controls:
            self.controls.remove()
        self.controls = None
        self._grip = Grip(self.film, self._axes)
        if not self.film.animation.is_still:
            bottom = row(1 if self.fields else 0)
            self.controls = Controls(self._sheet, self.film, bottom, self._toggle, self.stop_at)
        self._arrange()

    def _arrange(self) -> None:
        """Lay everything out in the room that there is."""
        self._sheet.arrange()
        if self.fields:
            self.fields.refresh()
        self._tell()

    def _place(self, width: float, tall: float) -> Box:
        below = strip(bool(self.controls) + bool(self.fields))
        return 0, below, width, tall - below

    def _tell(self) -> None:
        """Say what is wrong, or what can be done now."""
        fields = self.fields
        if fields and fields.wrong:
            self.note.complain(fields.message, fields.wrong.left)
        elif self.is_typing:
            self.note.hint(_TYPING)
        elif self.controls:
            self.note.hint(_KEYS + (_DRAG if self._grip else ""))
        else:
            self.note.hint(_FIELDS if fields else "")
        self._sheet.redraw()

    def _toggle(self) -> None:
        (self.pause if self.is_playing else self.play)()

    def _set_playing(self, playing: bool) -> None:
        self.is_playing = playing
        if self.controls:
            self.controls.set_playing(playing)
        self._sheet.redraw()

    def _press(self, event: "KeyEvent") -> None:
        key, timeline = event.key or "", self.film.timeline
        if self.fields and self.fields.press(key):
            self._tell()
        elif not self.controls:
            return
        elif key == " ":
            self._toggle()
        elif key in ("left", "right"):
            self.step(1 if key == "right" else -1)
        elif key in ("home", "end"):
            self.pause()
            self.go(timeline[0 if key == "home" else -1])

    def _take(self, event: "MouseEvent") -> None:
        if self.fields:
            self.fields.click(event)
            self._tell()
        if event.button == 1 and self._grip.take(event, self.frame.t):
            self.pause()

    def _follow(self, event: "MouseEvent") -> None:
        t = self._grip.follow(event)
        if t is not None:
            self.stop_at(t)
        else:
            over = self._grip.over(event)
            event.canvas.set_cursor(Cursors.HAND if over else Cursors.POINTER)

    def _release(self, event: "MouseEvent") -> None:
        self._grip.release()

    def _resize(self, event: object) -> None:
        self._arrange()
