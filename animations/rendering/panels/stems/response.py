"""The output in stems, and in it what an impulse is answered by."""

from dataclasses import dataclass, replace

import numpy as np
from matplotlib.transforms import blended_transform_factory

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Vertices
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from animations.rendering.panels.stems.trace import StemOutputPanel
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import DiscreteSignal

UNDER = 46.0  # what the bracket and its name take under the numbers of the axis, design pixels
BRACKET, HOOK, NAME = 40.0, 6.0, 12.0  # heights of the bracket, of its ends, and of its name
APART = 14.0  # from the bracket to the words


@dataclass(frozen=True)
class ResponsePanel(Panel):
    """The output as `StemOutputPanel` draws it; a bracket and an outline show a response in it.

    Attributes
    ----------
    y : DiscreteSignal
        The output, at the scale of the others.
    response : DiscreteSignal
        What is outlined where it is: a kernel as it was defined, or its mirror image.
    name, words : str
        What it is called, in mathematics, and what is to be said of it, in prose; both appear
        when all of it has been drawn.
    """

    y: DiscreteSignal
    response: DiscreteSignal
    name: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        discrete(self, "y", "response")

    @property
    def _output(self) -> StemOutputPanel:
        return StemOutputPanel(self.y, own_scale=False)

    def subject(self) -> Subject:
        """Return what has to be seen, and what the sweep follows."""
        return self._output.subject()

    def room(self, view: View) -> Room:
        """Return the room for the output in the sweep, and for the bracket."""
        room = self._output.room(view)
        return replace(room, below=room.below + UNDER)

    def build(self, stage: Stage) -> Update:
        """Draw the axes, the ghost, the outline and the bracket; return what shows a frame."""
        show_output = self._output.build(stage)
        axes, color = stage.figure.axes[-1], stage.theme.h
        outline = stage.line("h", 1.6, 3, axes.transData)
        outline.set_data(stairs(self.response).T)
        left, right = self.response.start - 0.5, self.response.stop - 0.5
        column = blended_transform_factory(axes.transData, stage.pixels)
        corners = [
            (left, BRACKET + HOOK),
            (left, BRACKET),
            (right, BRACKET),
            (right, BRACKET + HOOK),
        ]
        axes.plot(*zip(*corners, strict=True), color=color, linewidth=1.6, transform=column,
                  clip_on=False)  # fmt: skip
        middle = (left + right) / 2
        name = stage.label(LABEL, "h", (middle, NAME), self.name, ha="center", transform=column)
        beside = axes.transData + stage.pixels.inverted()
        across = float(beside.transform((right, 0))[0]) + APART
        words = stage.label(NOTE, "muted", (across, NAME), self.words, fontfamily=PROSE_FONT)

        def show(frame: Frame) -> None:
            show_output(frame)
            done = frame.sweeping and frame.step >= self.response.stop - 1
            for label in (name, words):
                label.set_visible(done)

        return show


def stairs(signal: DiscreteSignal) -> Vertices:
    """Return the outline of samples as blocks that touch, closed along the axis."""
    edges = np.arange(signal.start, signal.stop + 1) - 0.5
    steps = np.column_stack([edges.repeat(2)[1:-1], signal.values.repeat(2)])
    return np.vstack([(edges[0], 0), steps, (edges[-1], 0), (edges[0], 0)])
