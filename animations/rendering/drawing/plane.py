"""The axes that curves and stems share: limits, lines and ticks, and what points at t."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.markers import CARETUP, MarkerStyle
from matplotlib.patches import Polygon
from matplotlib.transforms import Bbox, TransformedBbox, blended_transform_factory, offset_copy

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.stage import DESIGN_DPI, DOT, Stage
from animations.rendering.drawing.wording import shortest
from animations.rendering.theme import LABEL, PROSE_FONT, TICK

LEFT, BOTTOM, RIGHT, TOP = 54.0, 30.0, 36.0, 6.0  # margins in design pixels


class Plane:
    """Axes over the figure's span with a line at zero, light grid lines and the variable's name.

    `reach` are values that must be seen, as zero always is; `headroom` is the free space above
    the greatest, as a part of their extent. Without numbers, which count the unit, the horizontal
    axis needs less room. A design pixel is `pixel` and `pixel_up` units wide and high.
    """

    def __init__(
        self,
        stage: Stage,
        reach: Sequence[float],
        variable: str,
        headroom: float,
        numbered: bool = True,
        unit: str = "",
    ) -> None:
        self.stage, self.span = stage, stage.span
        low, high = min(0.0, *reach), max(0.0, *reach)
        self._high, extent = high, high - low
        limits = (low - 0.08 * extent, high + headroom * extent)
        bottom = BOTTOM if numbered else TOP
        self.axes = axes = stage.axes(self.span, limits, (LEFT, bottom, RIGHT, TOP))
        self.data = axes.transData
        self.pixel = (self.span[1] - self.span[0]) / (stage.width - LEFT - RIGHT)
        self.pixel_up = (limits[1] - limits[0]) / (stage.height - bottom - TOP)
        self.ground = bottom - limits[0] / self.pixel_up
        across = ticks(*self.span, most=9) if numbered else []
        up = [tick for tick in ticks(low, high, most=3 if stage.height > 150 else 2) if tick]
        axes.set_xticks(across, [shortest(tick) for tick in across])
        axes.set_yticks(up, [shortest(tick) for tick in up])
        axes.grid(axis="y", color=stage.theme.grid, linewidth=1.0)
        axes.set_axisbelow(True)
        color = stage.theme.axis
        axes.plot(self.span, (0, 0), color=color, linewidth=1.0, zorder=1.5, clip_on=False)
        end = stage.width - RIGHT
        stage.text(end + 9, self.ground, f"${variable}$", LABEL, "muted", va="center")
        stage.text(end + 6, bottom - 7, unit, TICK, "muted", fontfamily=PROSE_FONT, va="top")
        # The axis's coordinate across, the stage's pixels up.
        self._column = blended_transform_factory(self.data, stage.pixels)
        window = Bbox([[self.span[0], 0], [self.span[1], stage.height]])
        self._window = TransformedBbox(window, self._column)

    def line(self, role: str, width: float, zorder: float) -> Line2D:
        """Add a moving curve in the role's colour, seen within the span."""
        return self._clipped(self.stage.line(role, width, zorder, self.data))

    def markers(self, role: str, size: float, zorder: float, kind: MarkerStyle = DOT) -> Line2D:
        """Add moving marks in the role's colour, seen within the span."""
        return self._clipped(self.stage.markers(role, size, zorder, self.data, marker=kind))

    def face(self, color: str, zorder: float) -> Polygon:
        """Add a moving area without an edge."""
        face = Polygon(np.zeros((1, 2)), transform=self.data, facecolor=color, linewidth=0)
        return self.stage.move(face, zorder)

    def dot(self, role: str) -> Line2D:
        """Add the dot that marks the newest value."""
        dot = self.markers(role, 11.0, zorder=5)
        dot.set(markeredgecolor=self.stage.theme.background, markeredgewidth=1.0)
        return dot

    def marker(self) -> Line2D:
        """Add the arrowhead under the axis that points at t."""
        return self.markers("ink", 8.0, zorder=8, kind=MarkerStyle(CARETUP))

    def tie(self) -> Line2D:
        """Add the thin upright line that ties panels together; up is in the stage's pixels."""
        return self.stage.line("axis", 1.0, 0.5, self._column)

    def _clipped(self, line: Line2D) -> Line2D:
        line.set_clip_on(True)
        line.set_clip_box(self._window)
        return line

    def name(
        self, wording: str, role: str, height: float, peak: float | None = None
    ) -> tuple[float, float, float]:
        """Name what does not move: over its peak, unless something that rises higher crosses there.

        Then, or if no peak is given, the name stands over the height at the end of the plane that
        the sweep does not reach. Returned are its left, right and top in the axes' coordinates.
        """
        low, high = self.span
        first, last = self.stage.timeline.shifts
        if peak is not None and self._high <= height:
            at, side = peak, "center"
        else:
            at, side = (low, "left") if first - low > high - last else (high, "right")
        label = self.label(LABEL, role, up=13, ha=side)
        label.set(text=wording, position=(at, height))
        box = label.get_window_extent().transformed(self.data.inverted())
        return box.x0, box.x1, box.y1

    def label(self, size: float, role: str, up: float = 0.0, **style: Any) -> Label:
        """Add a moving label, placed in the axes' coordinates, `up` design pixels above."""
        above = offset_copy(self.data, self.stage.figure, 0, up / DESIGN_DPI, units="inches")
        return self.stage.label(size, role, transform=above, **style)

    def height(self, value: float) -> float:
        """Return the design pixel of a value on the vertical axis."""
        return self.ground + value / self.pixel_up


def ticks(low: float, high: float, most: int) -> Sequence[float]:
    """Return at most about `most` round numbers within [low, high], zero among them."""
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * (1 - 1e-9))
    return [step * n for n in range(ceil(low / step), floor(high / step) + 1)]
