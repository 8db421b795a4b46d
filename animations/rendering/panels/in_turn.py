"""Panels that take turns in one place."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist

from animations.rendering.animation import Panel, Show
from animations.rendering.drawing.stage import Stage
from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class InTurn:
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
    rigid: bool = False

    def build(self, stage: Stage) -> Show:
        """Draw all of them; return what shows the one whose turn it is."""
        shows = [panel.build(stage) for panel in self.always]
        parts = [_Part(stage, panel) for _, panel in self.turns]

        def show(frame: Frame) -> None:
            now = max((n for n, (at, _) in enumerate(self.turns) if frame.t >= at), default=0)
            for number, part in enumerate(parts):
                if number != now:
                    part.hide()
            for show_panel in (*shows, parts[now].show):
                show_panel(frame)

        return show


class _Part:
    """A panel with all that it drew: as it comes and goes, its still artists are moving ones."""

    def __init__(self, stage: Stage, panel: Panel) -> None:
        box = stage.left, stage.bottom, stage.width, stage.height
        before = set(stage.figure.get_children())
        own = Stage(stage.figure, stage.theme, stage.timeline, box, stage.span, [])
        self._show = panel.build(own)
        self._artists = [artist for artist in stage.figure.get_children() if artist not in before]
        self._hidden: list[Artist] = []
        for artist in self._artists:
            stage.adopt(artist)

    def show(self, frame: Frame) -> None:
        """Show a frame, with everything that was hidden."""
        for artist in self._hidden:
            artist.set_visible(True)
        self._hidden = []
        self._show(frame)

    def hide(self) -> None:
        """Hide what is seen."""
        seen = [artist for artist in self._artists if artist.get_visible()]
        for artist in seen:
            artist.set_visible(False)
        self._hidden += seen
