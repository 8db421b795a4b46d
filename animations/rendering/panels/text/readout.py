"""The live numbers of a continuous figure: t, and the area that is y(t)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.names import roles_of, symbol
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.prose import MARGIN, math_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import PITCH, SumLine
from animations.rendering.drawing.wording import arguments
from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.profile import profile
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Interval, Subject
from animations.rendering.panels.curves.asides import probed
from animations.rendering.panels.kinds import continuous
from animations.rendering.theme import READOUT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal

LOOKS = 200  # places at which factors are looked at for their size
HEIGHT = 36.0  # of a line, in design pixels
APART = 40.0  # from t to y, in design pixels


@dataclass(frozen=True)
class ReadoutPanel(Panel):
    """t and y(t) in numbers that keep their places while they count.

    Attributes
    ----------
    y : ContinuousSignal
        The output.
    units : tuple of str
        The units of t and of y; none unless given.
    factors : tuple of ContinuousSignal, optional
        What rests and what slides: in the aside ``"probe"``, their product at one τ is told.
    names, flip, colors
        Of the factors, as in `OverlapPanel`.
    """

    y: ContinuousSignal
    units: tuple[str, str] = ("", "")
    factors: tuple[ContinuousSignal, ContinuousSignal] | None = None
    names: tuple[str, str] = ("h", "x")
    flip: bool = True
    colors: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        continuous(self, "y")

    def subject(self) -> Subject:
        """Return what the numbers follow."""
        return Subject(outputs=(self.y,))

    def room(self, view: View) -> Room:
        """Return the room of a line or, where that is too narrow, of two."""
        per_t, per_y = self._units
        seen = profile(self.y, *view.sweep)
        values = Numbers.of(seen.values)
        told = {f"$y(t) =${values(value)}{per_y}" for value in seen.values.tolist()}
        times = Numbers.told_apart(seen.t, _across(view.span, view.width))
        t, y = (
            max(math_width(wording, READOUT) for wording in wordings)
            for wordings in ([f"$t =${times(end)}{per_t}" for end in view.sweep], told)
        )
        lines = 1 if LEFT + t + APART + y <= view.width - MARGIN else 2
        return replace(line(HEIGHT + PITCH * (lines - 1)), wide=LEFT + max(t, y) + MARGIN)

    @property
    def _units(self) -> tuple[str, str]:
        """The units with the space before them."""
        per_t, per_y = (f" {unit}" if unit else "" for unit in self.units)
        return per_t, per_y

    def build(self, stage: Stage) -> Update:
        """Return what writes the numbers."""
        y = stage.values(self.y)
        shifts = [frame.t for frame in stage.timeline]
        times = Numbers.told_apart(shifts, _across(stage.span, stage.width))
        values = Numbers.of(map(y, shifts))
        per_t, per_y = self._units

        def at(t: float) -> str:
            return f"$t =${times(t)}{per_t}"

        two = stage.height > HEIGHT
        t = stage.label(READOUT, "ink", (LEFT, 10 + PITCH * two))
        start = LEFT + APART + max(stage.measure(t, at(end)) for end in (min(shifts), max(shifts)))
        area = stage.label(READOUT, "y", (LEFT if two else start, 10))
        tell = self._product(stage, start, at)

        def show(frame: Frame) -> None:
            tell(frame)
            t.set_text(at(frame.t))
            area.set_text(f"$y(t) =${values(y(frame.t))}{per_y}")
            for label in (t, area):
                label.set_visible(frame.sweeping and frame.aside != "probe")

        return show

    def _product(self, stage: Stage, start: float, at: Callable[[float], str]) -> Update:
        """Return what tells the product at the τ of a probe, after t."""
        if self.factors is None:
            return lambda frame: None
        own, sliding = self.factors
        turned = sliding.flip() if self.flip else sliding
        roles = self.colors or roles_of(self.names)
        rest, slides = map(symbol, self.names)
        line = SumLine(stage)
        moving = arguments(slides, self.flip)[-1]
        names = (rf"${rest}(\tau)$", roles[0]), (rf"$\,{moving}$", roles[1])
        looks = np.linspace(*stage.span, LOOKS)
        numbers = Numbers.of([*own(looks), *sliding(looks)])
        places = Numbers.told_apart(looks, looks[1] - looks[0])

        def tell(frame: Frame) -> None:
            tau = probed(own, sliding, self.flip, stage.span, frame)
            if tau is None:
                line.write([])
                return
            values = float(own(tau)), float(turned(tau - frame.t))
            first, second = (
                (numbers.steady(v), role) for v, role in zip(values, roles, strict=True)
            )
            place = rf"$\tau =${places.steady(tau)}     "
            equals, times = ("  =  ", "muted"), (" · ", "muted")
            total = ("  ≈  ", "muted"), (numbers.steady(values[0] * values[1]), "y")
            words = [equals, first, times, second, *total]
            long, short = (f"{at(frame.t)}     {place}", "ink"), (place, "ink")
            said = [*names, *words]
            line.write_first([[long, *said], [short, *said], said, words[1:]])

        return tell


def _across(span: Interval, width: float) -> float:
    """Return how far apart two shifts are that can be told apart."""
    return (span[1] - span[0]) / (width - LEFT - RIGHT)
