"""What channels give to the output at t: blocks beside their rows, which add up like a column."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.path import Path

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.piles import STRENGTH, piled
from animations.rendering.drawing.plane import room_for
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import bars, stacked
from animations.rendering.framing.numbers import FINER, Numbers, letters, shortest
from animations.rendering.framing.profile import profile
from animations.rendering.framing.room import Room, View
from animations.rendering.panels.kinds import discrete
from animations.rendering.theme import SUM
from animations.rendering.timeline import Frame
from signals import DiscreteSignal

SHARE = 0.27  # of the width of the row that they stand beside
ROOMY, LEAST = 204.0, 160.0  # widths where all is as large as it is meant to be, and the least
SIGN, MIDDLE, NUMBER = 10.0, 68.0, 104.0  # across, in design pixels: of the block its middle
HALF = 22.0  # a block's width
EDGE, NET = 1.2, 2.4  # points, of a block's edge and of the outline of the sum


@dataclass(frozen=True)
class BlocksPanel(Panel):
    """What one of several signals is at t, or all of them piled up, at the scale of its row.

    Negative values hang from the axis; a pile is outlined as high as the sum.

    Attributes
    ----------
    parts : sequence of DiscreteSignal
        What adds up.
    colors : sequence of str
        Their roles.
    only : int, optional
        Which of them is shown alone.
    """

    parts: Sequence[DiscreteSignal]
    colors: Sequence[str]
    only: int | None = None

    def __post_init__(self) -> None:
        discrete(self, "parts")

    @property
    def _shown(self) -> Sequence[DiscreteSignal]:
        return self.parts if self.only is None else [self.parts[self.only]]

    def room(self, view: View) -> Room:
        """Return the room for the highest and the lowest pile of the sweep."""
        reach = piled(self._shown, view.sweep)
        share = max(SHARE, LEAST / max(view.width - LEAST, LEAST))
        return replace(room_for(reach, labels=0, numbered=False), share=share, wide=LEAST)

    def build(self, stage: Stage) -> Update:
        """Draw the axis and the sign; return what shows a frame."""
        theme, room, (low, high) = stage.theme, stage.row.room, stage.row.limits
        unit = (stage.height - room.above - room.below) / (high - low)
        ground = room.below - low * unit
        tight = min(1.0, stage.width / ROOMY)
        middle, half, beside = tight * MIDDLE, tight * HALF, tight * NUMBER
        ends = [middle - half - 8 * tight, middle + half + 8 * tight]
        axis = stage.line("axis", 1.0, 0.5, stage.pixels)
        axis.set_data(ends, [ground] * 2)
        sign = stage.label(SUM, "muted", (tight * SIGN, ground - 6), "+" if self.only else "")
        colors = self.colors if self.only is None else [self.colors[self.only]]
        faces = []
        for color in colors:
            look = {"facecolor": theme.tint(color, STRENGTH), "edgecolor": theme.color(color)}
            faces.append(stage.patch(1, linewidth=EDGE, **look))
        net = stage.patch(2, edgecolor=theme.color("y"), linewidth=NET)
        role = "y" if self.only is None else colors[0]
        totals = sum(profile(part, *stage.timeline.shifts).values for part in self.parts)
        numbers = Numbers.of(np.atleast_1d(totals), FINER if self.only is not None else 1.0)
        number = stage.label(SUM, role, (beside, ground - 6))
        each = sum(profile(part, *stage.timeline.shifts).values for part in self._shown)
        words = {self._written(float(value), numbers) for value in np.atleast_1d(each)}
        longest = max(stage.measure(number, wording) for wording in words)
        number.set_fontsize(SUM * min(1.0, (stage.width - beside - 8) / longest))

        def block(bottom: float, value: float) -> Path:
            return bars(
                np.array([middle]), np.array([ground + bottom * unit]),
                np.array([ground + (bottom + value) * unit]), half,
            )  # fmt: skip

        def show(frame: Frame) -> None:
            values = self._values(frame)
            total = float(values.sum())
            for face, bottom, value in zip(faces, stacked(values), values, strict=True):
                face.set_path(block(float(bottom), float(value)))
                face.set_visible(frame.sweeping and bool(value))
            net.set_path(block(0.0, total))
            net.set_visible(frame.sweeping and self.only is None)
            axis.set_visible(frame.sweeping)
            number.set(text=self._written(total, numbers), visible=frame.sweeping)
            sign.set_visible(frame.sweeping)
            if self.only is None:
                sign.set_text("=" if numbers.exact(total) else "≈")

        return show

    def _written(self, value: float, numbers: Numbers) -> str:
        if abs(value) <= numbers.noise:
            return "0"
        short = self.only is not None or numbers.exact(value)
        return min((shortest(value), numbers(value)), key=letters) if short else numbers(value)

    def _values(self, frame: Frame) -> Values:
        return np.array([float(part(frame.step)) for part in self._shown])
