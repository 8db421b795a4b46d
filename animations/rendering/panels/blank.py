"""A place where nothing stands, beside others."""

from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, line
from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class Blank(Panel):
    """Nothing, as wide as the panels that it stands beside."""

    def room(self, view: View) -> Room:
        """Return no room."""
        return line(0)

    def build(self, stage: Stage) -> Update:
        """Draw nothing."""
        return _rest


def _rest(frame: Frame) -> None:
    """Move nothing."""
