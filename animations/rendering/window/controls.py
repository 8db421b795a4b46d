"""What is under a film that moves: a button, a slider for t, and t in numbers."""

from collections.abc import Callable

from matplotlib.widgets import Button, Slider

from animations.rendering.film import Film
from animations.rendering.framing.numbers import Numbers
from animations.rendering.theme import DIGIT_FONT, MATH_FONT, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from animations.rendering.window.sheet import MARGIN, ROW, TYPE, Sheet

_BUTTON = 84.0  # wide, in design pixels
_VALUE = 104.0  # what t in numbers takes, to the right of the slider
_APART = 24.0  # from the button to the slider
_TRACK, _ELAPSED = 0.1, 0.16  # of the row's height


class Controls:
    """A button that plays and pauses, a slider for the shift t, and its value.

    Parameters
    ----------
    sheet : Sheet
        What to draw on.
    film : Film
        Whose timeline the slider runs along; one that moves.
    bottom : float
        How high on the sheet, in design pixels.
    toggle : callable
        What the button calls.
    choose : callable
        What the slider calls, with a shift.

    Attributes
    ----------
    button, slider : Button, Slider
        The widgets.
    value : Text
        t in numbers.
    """

    def __init__(
        self,
        sheet: Sheet,
        film: Film,
        bottom: float,
        toggle: Callable[[], None],
        choose: Callable[[float], None],
    ) -> None:
        self._sheet = sheet
        theme, timeline = film.theme, film.timeline
        first, last = timeline.shifts
        start, stop = MARGIN
        left = start + _BUTTON + _APART
        # The handle at t = first and last reaches half of its width beyond the slider.
        self.slider = Slider(
            sheet.add(lambda w, h: (left, bottom, w - left - stop - _VALUE, ROW), measured=False),
            "",
            first,
            last,
            valinit=first,
            valstep=1 if timeline.is_discrete else None,
            color=theme.muted,
            track_color=theme.tint("axis", 0.35),
            initcolor="none",
            handle_style={"facecolor": theme.ink, "edgecolor": theme.background, "size": 11},
        )
        self.slider.track.set(y=0.5 - _TRACK / 2, height=_TRACK)
        self.slider.poly.set(y=0.5 - _ELAPSED / 2, height=_ELAPSED)
        self.slider.valtext.set_visible(False)
        self.slider.on_changed(choose)
        self.button = Button(
            sheet.add(lambda w, h: (start, bottom, _BUTTON, ROW)),
            "Play",
            color=theme.grid,
            hovercolor=theme.tint("axis", 0.35),
        )
        self.button.label.set(
            color=theme.ink, fontsize=TYPE, fontfamily=PROSE_FONT, va="center_baseline"
        )
        self.button.on_clicked(lambda event: toggle())
        self._is_discrete = timeline.is_discrete
        shifts = [first, last] if self._is_discrete else [frame.t for frame in timeline]
        self._numbers = Numbers.told_apart(shifts, (last - first) / film.size[0])
        self._axes = value = sheet.add(lambda w, h: (w - stop - _VALUE, bottom, _VALUE, ROW))
        value.set_axis_off()
        self.value = value.text(
            1, 0.5, "", transform=value.transAxes, ha="right", va="center_baseline",
            color=theme.ink, fontsize=NOTE, fontfamily=DIGIT_FONT, math_fontfamily=MATH_FONT,
        )  # fmt: skip
        self.show(timeline[0])

    def show(self, frame: Frame) -> None:
        """Have the slider and the number follow a frame; until the sweep they are at its start."""
        t = frame.t if frame.sweeping else self.slider.valmin
        told = frame.step if self._is_discrete else t
        self.value.set_text(f"$t =${self._numbers(told)}")
        if self.slider.val != t:
            self.slider.eventson = False
            self.slider.set_val(t)
            self.slider.eventson = True

    def set_playing(self, playing: bool) -> None:
        """Say on the button what it does."""
        self.button.label.set_text("Pause" if playing else "Play")

    def remove(self) -> None:
        """Take everything away."""
        for widget in (self.slider, self.button):
            widget.disconnect_events()
        for axes in (self.slider.ax, self.button.ax, self._axes):
            self._sheet.remove(axes)
