"""The output in stems, and in it what an impulse is answered by."""

from dataclasses import dataclass, replace

import numpy as np
from matplotlib.transforms import blended_transform_factory

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.panels.stems.trace import StemOutputPanel
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import DiscreteSignal

UNDER = 69.0  # what bracket, name and words take under the numbers of the axis, design pixels
BRACKET, HOOK = 63.0, 6.0  # heights of the bracket and of its ends
AROUND = 9.5  # from a stem to the outline
NAME, WORDS = 37.0, 11.0  # of the name under it, and of the words under that


@dataclass(frozen=True)
class ResponsePanel(Panel):
    """The output as `StemOutputPanel` draws it; an outline and a bracket show a response in it.

    Attributes
    ----------
    y : DiscreteSignal
        The output, at the scale of the others.
    response : DiscreteSignal, optional
        What is outlined where it is: a kernel as it was defined, or its mirror image.
    name, words : str
        What it is called, in mathematics, and what is to be said of it, in prose under that; all
        of this appears when the whole response has been drawn.
    """

    y: DiscreteSignal
    response: DiscreteSignal | None = None
    name: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        discrete(self, "y", *["response"] * (self.response is not None))

    @property
    def _output(self) -> StemOutputPanel:
        return StemOutputPanel(self.y, own_scale=False)

    def subject(self) -> Subject:
        """Return what has to be seen, and what the sweep follows."""
        return self._output.subject()

    def room(self, view: View) -> Room:
        """Return the room for the output in the sweep, and for the bracket."""
        room = self._output.room(view)
        if self.response is None:
            return room
        low, high = room.reach or (0.0, 0.0)
        seen = [low, high, *self.response.values]
        return replace(room, below=room.below + UNDER, reach=(min(seen), max(seen)))

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        show_output = self._output.build(stage)
        response = self.response
        if response is None:
            return show_output
        axes = stage.figure.axes[-1]
        outline = stage.line("h", 1.6, 3, axes.transData)
        around = AROUND * (stage.span[1] - stage.span[0]) / (stage.width - LEFT - RIGHT)
        outline.set_data(stairs(response, around).T)
        left, right = response.start - around, response.stop - 1 + around
        column = blended_transform_factory(axes.transData, stage.pixels)
        corners = [
            (left, BRACKET + HOOK),
            (left, BRACKET),
            (right, BRACKET),
            (right, BRACKET + HOOK),
        ]
        bracket = stage.line("h", 1.6, 3, column)
        bracket.set_data(*zip(*corners, strict=True))
        under = {"ha": "center", "transform": column}
        middle = (left + right) / 2
        name = stage.label(LABEL, "h", (middle, NAME), self.name, **under)
        words = stage.label(
            NOTE, "muted", (middle, WORDS), self.words, fontfamily=PROSE_FONT, **under
        )

        def show(frame: Frame) -> None:
            show_output(frame)
            done = frame.sweeping and frame.step >= response.stop - 1
            for artist in (outline, bracket, name, words):
                artist.set_visible(done)

        return show


def stairs(signal: DiscreteSignal, around: float) -> Vertices:
    """Return the outline of samples, so far around the higher of neighbours, closed on the axis."""
    at: Values = np.arange(signal.start, signal.stop, dtype=float)
    falls = np.diff(signal.values) < 0
    inner = np.where(falls, at[:-1] + around, at[1:] - around)
    edges = np.array([at[0] - around, *inner, at[-1] + around])
    steps = np.column_stack([edges.repeat(2)[1:-1], signal.values.repeat(2)])
    return np.vstack([(edges[0], 0), steps, (edges[-1], 0), (edges[0], 0)])
