"""The live numbers of a continuous figure: t, and the area that is y(t)."""

from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import number
from animations.rendering.theme import READOUT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal


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
    height: float = 36
    rigid: bool = True

    def build(self, stage: Stage) -> Update:
        """Return what writes the numbers."""
        t = stage.label(READOUT, "ink", (LEFT, 10))
        area = stage.label(READOUT, "y", (LEFT + (180 if self.units[0] else 140), 10))
        y = stage.values(self.y)
        per_t, per_y = (f" {unit}" if unit else "" for unit in self.units)

        def show(frame: Frame) -> None:
            t.set_text(f"$t =${number(frame.t)}{per_t}")
            area.set_text(f"$y(t) =\\mathrm{{area}}=${number(y(frame.t))}{per_y}")
            for label in (t, area):
                label.set_visible(frame.sweeping)

        return show
