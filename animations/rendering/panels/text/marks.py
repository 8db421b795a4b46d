"""A row of names, each above the time that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.prose import MARGIN, PITCH, broken, math_width, text_width
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.theme import DIGIT_FONT, LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame

BASELINE, APART = 24.0, 14.0  # under the upper edge, and between names, in design pixels


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
        """Return the room of a line, or of more where names have no room in one."""
        placed = self._placed(view.span, view.width)
        lines = max((place.line + len(place.lines) for place in placed), default=1)
        words = [word for _, wording, _ in self.names for word in _unbreakable(wording)]
        wide = MARGIN + max(map(_width, words), default=0.0) + MARGIN
        return replace(line(self.height + PITCH * (lines - 1)), wide=wide)

    def build(self, stage: Stage) -> Update:
        """Place the names; return what makes them appear."""
        labels = []
        top = stage.height - BASELINE - self.drop
        placed = self._placed(stage.span, stage.width)
        for (at, wording, role), (x, first, lines) in zip(self.names, placed, strict=True):
            size, family = (NOTE, PROSE_FONT) if _is_prose(wording) else (LABEL, DIGIT_FONT)
            side = "center" if self.always else "left"
            for number, part in enumerate(lines, first):
                place = x, top - PITCH * number
                label = stage.label(size, role, place, part, fontfamily=family, ha=side)
                labels.append((at, label))

        low = stage.span[0]

        def show(frame: Frame) -> None:
            for at, label in labels:
                label.set_visible(self.always or at <= low or (frame.sweeping and at <= frame.t))

        return show

    def _placed(self, span: tuple[float, float], width: float) -> list["_Place"]:
        """Return where each name stands, and how it breaks."""
        pixel = (span[1] - span[0]) / (width - LEFT - RIGHT)
        edge, found, end, below = width - MARGIN, list[_Place](), -inf, 0
        for at, wording, _ in self.names:
            x, wide = LEFT + (max(at, span[0]) - span[0]) / pixel, _width(wording)
            if self.always:
                found.append(_Place(min(max(x, wide / 2), width - wide / 2), 0, [wording]))
                continue
            line, place = 0, max(x, end + APART)
            whole = max(map(_width, _unbreakable(wording)))
            if place + whole > edge:  # not beside the one before
                line, place = below, min(x, edge - whole)
            lines = broken(wording, edge - place) if _is_prose(wording) else [wording]
            if len(lines) > 1 and at <= span[0]:  # what belongs to no time may begin further left
                fewer = broken(wording, edge - MARGIN)
                if len(fewer) < len(lines):
                    lines, place = fewer, edge - max(map(_width, fewer))
            found.append(_Place(place, line, lines))
            end, below = place + max(map(_width, lines)), max(below, line + len(lines))
        return found


class _Place(NamedTuple):
    """Where a name begins, in which line, and its lines."""

    x: float
    line: int
    lines: Sequence[str]


def _is_prose(wording: str) -> bool:
    return "$" not in wording


def _unbreakable(wording: str) -> list[str]:
    """Return the parts of a name that stay whole."""
    return wording.split(" ") if _is_prose(wording) else [wording]


def _width(wording: str) -> float:
    return text_width(wording) if _is_prose(wording) else math_width(wording, LABEL)
