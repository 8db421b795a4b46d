"""Panels about layers, which films go through step by step."""

from typing import Any

from animations.rendering.animation import Panel
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import dimensions, one_of
from animations.rendering.timeline import Frame, step_within


class StepsPanel(Panel):
    """A panel that goes through all places of its `layer`, and refuses other kinds of them.

    It takes one of `kinds`, of as many dimensions as one of `axes` says.
    """

    layer: Any
    kinds: tuple[type, ...]
    axes: tuple[int, ...] = (1, 2, 3)

    def __post_init__(self) -> None:
        one_of(self, "layer", *self.kinds)
        dimensions(self, *self.axes)

    def subject(self) -> Subject:
        """Return that it goes through all places."""
        return Subject(last=self.layer.last)

    def step(self, frame: Frame) -> int:
        """Return the step of a frame; after the last one, the last."""
        return step_within(frame, 0, self.layer.last)
