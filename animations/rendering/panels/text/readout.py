"""The live numbers of a continuous figure: t, and the area that is y(t)."""

from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import continuous
from animations.rendering.theme import READOUT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal

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
    """

    y: ContinuousSignal
    units: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        continuous(self, "y")

    def subject(self) -> Subject:
        """Return what the numbers follow."""
        return Subject(outputs=(self.y,))

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(36)

    def build(self, stage: Stage) -> Update:
        """Return what writes the numbers."""
        y = stage.values(self.y)
        shifts = [frame.t for frame in stage.timeline]
        across = (stage.span[1] - stage.span[0]) / (stage.width - LEFT - RIGHT)
        times = Numbers.told_apart(shifts, across)
        values = Numbers.of(map(y, shifts))
        per_t, per_y = (f" {unit}" if unit else "" for unit in self.units)

        def at(t: float) -> str:
            return f"$t =${times(t)}{per_t}"

        t = stage.label(READOUT, "ink", (LEFT, 10))
        start = LEFT + APART + max(stage.measure(t, at(end)) for end in (min(shifts), max(shifts)))
        area = stage.label(READOUT, "y", (start, 10))

        def show(frame: Frame) -> None:
            t.set_text(at(frame.t))
            area.set_text(f"$y(t) =\\mathrm{{area}}=${values(y(frame.t))}{per_y}")
            for label in (t, area):
                label.set_visible(frame.sweeping)

        return show
