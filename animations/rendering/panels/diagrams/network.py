"""Stacked causal layers as nodes and edges: what one output sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals.causal_layers import Edge, causal_edges, causal_field

NODE, EDGE = 14.0, 2.4  # points
MARGINS = 156.0, 62.0, RIGHT, 16.0  # left, bottom, right and top in design pixels


@dataclass(frozen=True)
class NetworkPanel(Panel):
    """Layers above the input, each node seeing earlier nodes below; the past of y(t) is lit.

    Attributes
    ----------
    dilations : sequence of int
        Of each layer, from the lowest: how far apart the nodes are that a node sees.
    kernel : int
        How many nodes a node sees.
    count : int
        How many samples the input has.
    """

    dilations: Sequence[int]
    kernel: int
    count: int

    def build(self, stage: Stage) -> Update:
        """Draw all nodes and edges faintly; return what lights those that y(t) depends on."""
        theme, top = stage.theme, len(self.dilations)
        axes = stage.axes((-0.5, self.count - 0.5), (-0.35, top + 0.25), MARGINS)
        axes.set_xticks([])
        axes.set_yticks([])
        roles = ["x", *["h"] * (top - 1), "y"]
        seen = partial(causal_edges, kernel=self.kernel, dilations=self.dilations)
        everything = {edge for t in range(self.count) for edge in seen(t)}
        axes.plot(*_drawn(everything).T, color=theme.grid, linewidth=1.6, zorder=1)
        names = ["input", *(f"dilation {dilation}" for dilation in self.dilations)]
        unit = (stage.height - MARGINS[1] - MARGINS[3]) / (top + 0.6)
        lit = stage.line("h", EDGE, 1, axes.transData)
        dots = []
        for row, (role, name) in enumerate(zip(roles, names, strict=True)):
            axes.plot(
                np.arange(self.count), np.full(self.count, row), "o",
                color=theme.ghost(role), markersize=NODE, markeredgewidth=0.0, zorder=2,
            )  # fmt: skip
            dots.append(stage.markers(role, NODE, 2, axes.transData))
            height = MARGINS[1] + (row + 0.35) * unit
            stage.text(LEFT, height, name, NOTE, role, fontfamily=PROSE_FONT, va="center_baseline")
        bracket = stage.line("x", 2.0, 1, axes.transData)
        size = causal_field(self.kernel, self.dilations)
        field = stage.label(LABEL, "x", wording=f"receptive field: {size} samples", ha="center")
        half = stage.measure(field, field.get_text()) / 2
        column = (stage.width - MARGINS[0] - MARGINS[2]) / self.count

        def show(frame: Frame) -> None:
            now = stage.step(frame)
            edges = seen(now)
            lit.set_data(_drawn(edges).T)
            for row, dot in enumerate(dots):
                nodes = sorted({below for layer, _, below in edges if layer == row + 1})
                if row == top:
                    nodes = list(range(now + 1))
                dot.set_data(nodes, [row] * len(nodes))
            first = frame.t - size + 1
            ends = max(first, 0) - 0.32, frame.t + 0.32
            bracket.set_data([ends[0], ends[0], ends[1], ends[1]], [-0.2, -0.3, -0.3, -0.2])
            middle = MARGINS[0] + ((first + frame.t) / 2 + 0.5) * column
            field.set_position((min(max(middle, half + 4), stage.width - half - 4), 30))

        return show


def _drawn(edges: set[Edge]) -> Values:
    """Return edges as lines with gaps between them."""
    gap = (np.nan, np.nan)
    points = [
        point
        for layer, node, below in sorted(edges)
        for point in ((below, layer - 1), (node, layer), gap)
    ]
    return np.array(points, dtype=float).reshape(-1, 2)
