"""A row of names, each above the time that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.theme import DIGIT_FONT, LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

BASELINE = 24.0  # under the upper edge, in design pixels
CLEAR = 6.0  # from a name to the line that leads down from t


@dataclass(frozen=True)
class Marks(Panel):
    """Names that appear, each when t reaches its place, and then stay.

    Those before the first t are always there. Names with mathematics are set as such, others as
    prose.

    Attributes
    ----------
    names : sequence of (float, str, str)
        The time over which a name begins, its wording, and the role that colours it.
    height : float
        Of the row, in design pixels; where it is low, the names hang into the panel below.
    after : bool
        Whether a name waits until t has left it behind, as it must where the line that leads down
        from t would cross it.
    """

    names: Sequence[tuple[float, str, str]]
    height: float = 30.0
    after: bool = False

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(self.height)

    def build(self, stage: Stage) -> Update:
        """Place the names; return what makes them appear."""
        low, high = stage.span
        first, _ = stage.timeline.shifts
        pixel = (high - low) / (stage.width - LEFT - RIGHT)
        labels = []
        for at, wording, role in self.names:
            place = LEFT + (at - low) / pixel, stage.height - BASELINE
            prose = "$" not in wording
            size, family = (NOTE, PROSE_FONT) if prose else (LABEL, DIGIT_FONT)
            label = stage.label(size, role, place, wording, fontfamily=family)
            wide = stage.measure(label, wording) + CLEAR if self.after else 0.0
            labels.append((at, at + wide * pixel, label))

        def show(frame: Frame) -> None:
            for at, due, label in labels:
                label.set_visible(at < first or (frame.sweeping and due <= frame.t))

        return show
