"""Panels that take turns in one place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from matplotlib.artist import Artist

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.stage import Stage
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
    height: float = 1.0

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
