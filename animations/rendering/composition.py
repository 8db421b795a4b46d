"""An animation composed on a figure, or on a part of one."""

from collections.abc import Hashable, Iterator

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from animations.rendering.animation import Animation, Panel
from animations.rendering.columns import places
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import View, rows
from animations.rendering.theme import Theme
from animations.rendering.timeline import Frame, Timeline

EDGE = 12.0  # over a plot or a diagram that no heading stands on, in design pixels

Box = tuple[float, float, float, float]
"""Left, bottom, width and height in design pixels."""


class Composition:
    """The panels of an animation on their stages, and what moves them to a frame.

    Attributes
    ----------
    boxes : list of (Panel, tuple of float)
        Each panel with its left, bottom, width and height in design pixels.
    moving : list of Artist
        What may move.

    Raises
    ------
    ValueError
        If there is no room for it; the message says what is needed.
    """

    def __init__(
        self, figure: Figure, animation: Animation, theme: Theme, timeline: Timeline, box: Box
    ) -> None:
        self.moving: list[Artist] = []
        self._figure, self._theme = figure, theme
        stages = [*self._stages(animation, timeline, box)]
        self.boxes = [(panel, stage.box) for panel, stage in stages]
        self._updates = [panel.build(stage) for panel, stage in stages]

    def move(self, frame: Frame) -> None:
        """Move the artists to a frame."""
        for update in self._updates:
            update(frame)

    def _stages(
        self, animation: Animation, timeline: Timeline, box: Box
    ) -> Iterator[tuple[Panel, Stage]]:
        """Yield each panel with its part of the figure; panels in a row share the width."""
        start, bottom, width, height = box
        found = places(animation.rows, View(animation.span, timeline.shifts, width))
        rooms = [[place.room for place in beside] for beside in found]
        columns: dict[Hashable, list[float]] = {}
        edge = EDGE * any(room.takes_rest for room in rooms[0])
        for beside, row in zip(found, rows(rooms, height, edge), strict=True):
            for panel, _, left, wide, column in beside:
                yield (
                    panel,
                    Stage(
                        self._figure,
                        self._theme,
                        timeline,
                        (start + left, bottom + row.bottom, wide, row.height),
                        animation.span,
                        self.moving,
                        row,
                        columns.setdefault(column, []),
                        (width, height),
                    ),
                )
