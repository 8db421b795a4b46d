"""A row of names, each above the time that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class Marks(Panel):
    """Names that appear, each when t reaches its place, and then stay.

    Those before the first t are always there.

    Attributes
    ----------
    names : sequence of (float, str, str)
        The time over which a name begins, its wording, and the role that colours it.
    """

    names: Sequence[tuple[float, str, str]]

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(30)

    def build(self, stage: Stage) -> Update:
        """Place the names; return what makes them appear."""
        low, high = stage.span
        first, _ = stage.timeline.shifts
        pixel = (stage.width - LEFT - RIGHT) / (high - low)
        labels = [
            (at, stage.label(LABEL, role, (LEFT + (at - low) * pixel, 6), wording))
            for at, wording, role in self.names
        ]

        def show(frame: Frame) -> None:
            for at, label in labels:
                label.set_visible(at < first or (frame.sweeping and at <= frame.t))

        return show
