"""Panels that take turns in one place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from matplotlib.artist import Artist

from animations.rendering.animation import Panel, Update, room_of, subject_of
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View, together
from animations.rendering.framing.subject import Subject
from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class InTurn(Panel):
    """Panels that share one place, each seen during its part of the timeline.

    Attributes
    ----------
    turns : sequence of (float, Panel)
        From which t on to see which, in ascending order; the first is seen before that, too.
    always : sequence of Panel
        What is seen all the time, in the same place.
    """

    turns: Sequence[tuple[float, Panel]]
    always: Sequence[Panel] = ()

    def __post_init__(self) -> None:
        if not self.turns:
            raise ValueError("InTurn: turns must be at least one panel, with the t from which on")

    def subject(self) -> Subject:
        """Return what all of them are about."""
        return reduce(or_, map(subject_of, self._panels))

    def room(self, view: View) -> Room:
        """Return room that suffices for each of them."""
        return together([room_of(panel, view) for panel in self._panels])

    @property
    def _panels(self) -> list[Panel]:
        return [*(panel for _, panel in self.turns), *self.always]

    def build(self, stage: Stage) -> Update:
        """Draw all of them; return what shows those whose time it is."""
        always = [panel.build(stage) for panel in self.always]
        parts = [_part(stage, panel) for _, panel in self.turns]

        def show(frame: Frame) -> None:
            now = max((n for n, (at, _) in enumerate(self.turns) if frame.t >= at), default=0)
            for number, part in enumerate(parts):
                part(frame if number == now else None)
            for show_panel in always:
                show_panel(frame)

        return show


def _part(stage: Stage, panel: Panel) -> Callable[[Frame | None], None]:
    """Draw a panel, even its still part as what moves; return what shows it, or hides it all."""
    others = set(stage.figure.get_children())
    show_panel = panel.build(replace(stage, moving=[]))
    artists = [artist for artist in stage.figure.get_children() if artist not in others]
    stage.moving.extend(artists)
    hidden: list[Artist] = []

    def show(frame: Frame | None) -> None:
        if frame is None:
            hidden.extend(artist for artist in artists if artist.get_visible())
        for artist in hidden:
            artist.set_visible(frame is not None)
        if frame is not None:
            hidden.clear()
            show_panel(frame)

    return show
