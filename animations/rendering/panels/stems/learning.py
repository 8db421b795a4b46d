"""A kernel on its way from a first guess to what the data ask for, and its loss."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import LEFT, NUMBERED, RIGHT, TOP, Plane, room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import Stems, ghost_stems
from animations.rendering.framing.room import Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import one_of
from animations.rendering.theme import LABEL, MATH_FONT, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals.learning import Descent


@dataclass(frozen=True)
class KernelPanel(Panel):
    """The weights in stems after t steps, over a ghost of what they come to.

    Attributes
    ----------
    descent : Descent
        The weights, step by step.
    name : str
        What they are called; their colour follows from it.
    wording : str
        LaTeX of the name as it is written.
    """

    descent: Descent
    name: str
    wording: str

    def __post_init__(self) -> None:
        one_of(self, "descent", Descent)

    def subject(self) -> Subject:
        """Return the steps of the descent."""
        return Subject(last=len(self.descent.kernels) - 1)

    def room(self, view: View) -> Room:
        """Return the room for the weights on their way."""
        return room_for(np.concatenate([each.values for each in self.descent.kernels]), labels=1)

    def build(self, stage: Stage) -> Update:
        """Draw the axes and the ghost; return what shows a frame."""
        kernels = self.descent.kernels
        final = kernels[-1]
        plane = Plane(stage, "j")
        at: Values = np.arange(final.start, final.stop, dtype=float)
        ghost_stems(plane, self.name, at, final.values, head=11)
        stems = Stems(plane, self.name, zorder=2)
        side, ha = (stage.width - RIGHT, "right") if final.stop <= 1 else (LEFT, "left")
        stage.text(side, stage.height - 50, self.wording, LABEL, self.name, ha=ha)

        def show(frame: Frame) -> None:
            stems.show(at, kernels[stage.step(frame)].values)

        return show


@dataclass(frozen=True)
class LossPanel(Panel):
    """The losses over the steps on a logarithmic scale, as far as t has come, and their numbers.

    Attributes
    ----------
    descents : sequence of Descent
        One curve each.
    names : sequence of (str, str)
        The role that colours each curve, and what it is called.
    """

    descents: Sequence[Descent]
    names: Sequence[tuple[str, str]]

    def __post_init__(self) -> None:
        if len(self.descents) != len(self.names):
            raise ValueError(
                f"LossPanel: a name is needed for each of {len(self.descents)} descents, "
                f"got {len(self.names)}"
            )

    def build(self, stage: Stage) -> Update:
        """Draw the axes; return what shows a frame."""
        theme = stage.theme
        powers = [np.log10(descent.losses) for descent in self.descents]
        steps = np.arange(len(powers[0]))
        low, high = floor(np.min(powers)), ceil(np.max(powers))
        axes = stage.axes((0, len(steps) - 1), (low, high), (LEFT + 12, NUMBERED, RIGHT, TOP))
        grades = [*range(high, low - 1, -3)]
        axes.set_yticks(grades, [f"$10^{{{power}}}$" for power in grades])
        for label in axes.get_yticklabels():
            label.set_math_fontfamily(MATH_FONT)
        axes.grid(axis="y", color=theme.grid, linewidth=1.0)
        edge, line = stage.width - RIGHT, stage.height - 30
        step = stage.label(LABEL, "ink", (edge, line), ha="right")
        parts = []
        for row, (role, wording) in enumerate(self.names):
            trace = stage.line(role, 3.0, zorder=2, transform=axes.transData)
            dot = stage.markers(role, 11.0, 3, axes.transData, markeredgecolor=theme.background)
            dot.set_markeredgewidth(1.0)
            number = stage.label(LABEL, role, (edge, line - 31 * (row + 1)), ha="right")
            parts.append((trace, dot, number, wording))
        stage.text(LEFT + 20, 40, "loss", NOTE, "muted", fontfamily=PROSE_FONT)

        def show(frame: Frame) -> None:
            now = stage.step(frame)
            step.set_text(f"step {now}")
            for (trace, dot, number, wording), power, descent in zip(
                parts, powers, self.descents, strict=True
            ):
                trace.set_data(steps[: now + 1], power[: now + 1])
                dot.set_data([now], [power[now]])
                number.set_text(f"{wording}:  {_scientific(float(descent.losses[now]))}")

        return show


def _scientific(value: float) -> str:
    """Return a positive number as a factor from 1 to 10 and a power of ten."""
    power = floor(log10(value))
    factor = round(value / 10**power, 1)
    if factor >= 10:
        factor, power = factor / 10, power + 1
    return f"{factor:.1f} · $10^{{{power}}}$"
