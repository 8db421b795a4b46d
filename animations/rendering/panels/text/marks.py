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


@dataclass(frozen=True)
class Marks(Panel):
    """Names that appear, each when t reaches its place, and then stay.

    Names with mathematics are set as such, others as prose.

    Attributes
    ----------
    names : sequence of (float, str, str)
        The time over which a name begins, −inf for the left end, its wording, and the role that
        colours it.
    height, drop : float
        Design pixels that the row is high, and by which names hang lower than they do by default:
        of a low row into the panel below.
    always : bool
        Whether names are always there, and stand right over their times.
    """

    names: Sequence[tuple[float, str, str]]
    height: float = 30.0
    drop: float = 0.0
    always: bool = False

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(self.height)

    def build(self, stage: Stage) -> Update:
        """Place the names; return what makes them appear."""
        low, high = stage.span
        pixel = (high - low) / (stage.width - LEFT - RIGHT)
        labels = []
        for at, wording, role in self.names:
            place = LEFT + (max(at, low) - low) / pixel, stage.height - BASELINE - self.drop
            prose = "$" not in wording
            size, family = (NOTE, PROSE_FONT) if prose else (LABEL, DIGIT_FONT)
            side = "center" if self.always else "left"
            label = stage.label(size, role, place, wording, fontfamily=family, ha=side)
            labels.append((at, label))

        def show(frame: Frame) -> None:
            for at, label in labels:
                label.set_visible(self.always or at <= low or (frame.sweeping and at <= frame.t))

        return show
