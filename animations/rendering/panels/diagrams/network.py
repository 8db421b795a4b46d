"""Stacked causal layers as nodes and edges: what one output sees."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from matplotlib.lines import Line2D

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.framing.room import LEAST, Room, View
from animations.rendering.framing.subject import Subject
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame, step_within
from signals.causal_layers import Edge, causal_edges, causal_field

NODE, EDGE = 14.0, 2.4  # points
PAST = 0.55  # of its colour, for an output that has been computed
MARGINS = 156.0, 92.0, RIGHT + 32, 20.0  # left, bottom, right and top in design pixels
LOW, HIGH = 48.0, 76.0  # from row to row, at least, and where there is room for two names between
LEAST_COLUMN = 14.0  # what a column takes at least
ROOMY, NEAR = 28.0, 0.5  # a column that has room, in design pixels; a node's points in a narrow one
SIDE = 12.0  # left of names, where columns have no room
FIELD, TIME, BARB = 56.0, 22.0, 9.0  # how high up words, and the arrow of time; and its barbs
SINK, RAISED = 6.0, 11.0  # of baselines: under the middle of what is named, and over that
UNDER, OVER = 0.4, 0.4  # from the lowest row down and from the highest up, in rows
MIDDLE = 0.5  # of its edge, where a weight stands,
BESIDE, CLEAR = 8.0, 12.0  # so far beside it and, of a slanted one, above it in design pixels
WEIGHT = 40.0  # what it takes across


@dataclass(frozen=True)
class NetworkPanel(Panel):
    """Layers above the input, each node seeing earlier nodes below; the past of y(t) is lit.

    In the first steps one layer after the other is put on top; then t goes on.

    Attributes
    ----------
    dilations : sequence of int
        Of each layer, from the lowest: how far apart the nodes are that a node sees.
    kernel : int
        How many nodes a node sees.
    count : int
        How many samples the input has, as many at least as an output sees.
    """

    dilations: Sequence[int]
    kernel: int
    count: int

    def __post_init__(self) -> None:
        if self.count < self._field:
            raise ValueError(
                f"NetworkPanel: an output sees {self._field} samples, but count is {self.count}"
            )

    @property
    def _field(self) -> int:
        return causal_field(self.kernel, self.dilations)

    def subject(self) -> Subject:
        """Return a step for each layer, and one for each later output that sees all it can."""
        return Subject(last=len(self.dilations) - 1 + self.count - self._field)

    def room(self, view: View) -> Room:
        """Return the room in which nodes keep apart, or as much more as there is."""
        beside = SIDE + MARGINS[0] - LEFT + BESIDE + WEIGHT
        high = MARGINS[1] + MARGINS[3] + LOW * (len(self.dilations) + UNDER + OVER)
        return Room(above=high - LEAST, stretches=True, wide=beside + LEAST_COLUMN * self.count)

    def build(self, stage: Stage) -> Update:
        """Draw all nodes and edges faintly; return what lights those that y(t) depends on."""
        top, last = len(self.dilations), self.subject().last or 0
        drawing = _Network(stage, self)

        def show(frame: Frame) -> None:
            t = min(max(frame.t, 0.0), float(last))
            step = step_within(frame, 0, last)
            part = min(max(t - step, 0.0), 1.0)
            built = min(step + 1, top)
            if built < top:
                drawing.grow(self._field - 1, built, part)
            else:
                drawing.stand(self._field - top + t, built)

        return show


class _Network:
    """The nodes and edges of layers, faint, and over them those that are lit."""

    def __init__(self, stage: Stage, panel: NetworkPanel) -> None:
        self._kernel, self._dilations = panel.kernel, panel.dilations
        self._stage, self._top = stage, len(panel.dilations)
        limits = (-0.5, panel.count - 0.5), (-UNDER, self._top + OVER)
        # Where nodes come too near to each other, margins are narrower.
        lacking = panel.count * ROOMY - (stage.width - MARGINS[0] - MARGINS[2])
        self._names = LEFT - min(max(lacking, 0.0), LEFT - SIDE)
        self._start = MARGINS[0] - (LEFT - self._names)
        self._end = MARGINS[2] - min(
            max(lacking - (LEFT - SIDE), 0.0), MARGINS[2] - BESIDE - WEIGHT + 4
        )
        axes = stage.axes(*limits, (self._start, MARGINS[1], self._end, MARGINS[3]))
        axes.set_xticks([])
        axes.set_yticks([])
        self._unit = (stage.height - MARGINS[1] - MARGINS[3]) / (self._top + UNDER + OVER)
        self._column = (stage.width - self._start - self._end) / panel.count
        node = min(NODE, NEAR * self._column)
        theme, nodes = stage.theme, np.arange(panel.count)
        everything = {edge for t in nodes.tolist() for edge in self._seen(t, self._top)}
        axes.plot(*_drawn(_ends(everything)).T, color=theme.grid, linewidth=1.6, zorder=1)
        for row in range(self._top + 1):
            role = "muted" if row else "x"  # which row is the output's, changes
            axes.plot(
                nodes, np.full(panel.count, row), "o",
                color=theme.ghost(role), markersize=node, markeredgewidth=0.0, zorder=2,
            )  # fmt: skip
        self._lit = stage.line("h", EDGE, 1, axes.transData)
        dots = partial(stage.markers, size=node, transform=axes.transData)
        self._dots = {role: dots(role, zorder=2) for role in ("x", "muted", "y")}
        self._past = dots("y", zorder=1.5)
        self._past.set_color(theme.tint("y", PAST))
        self._bracket = stage.line("x", 2.0, 1, axes.transData)
        self._field = stage.label(NOTE, "x", ha="center", fontfamily=PROSE_FONT)
        rows = range(self._top + 1)
        self._newest = [stage.label(LABEL, "ink", wording="$t$", ha="center") for _ in rows]
        # Each layer has weights of its own, told apart by its number.
        self._weights = [
            [
                stage.label(LABEL, "h", wording=f"$w_{{{n}}}^{{({row + 1})}}$")
                for n in range(panel.kernel)
            ]
            for row, _ in enumerate(panel.dilations)
        ]
        style = {"fontfamily": PROSE_FONT, "va": "baseline"}
        self._named = [
            stage.label(NOTE, "y", (self._names, self._up(row) - SINK), **style) for row in rows
        ]
        self._dilated = [
            stage.label(
                LABEL,
                "h",
                (
                    self._names,
                    self._up(row + 0.5) - SINK - RAISED * (not row and self._unit >= HIGH),
                ),
                f"$d = {dilation}$",
            )
            for row, dilation in enumerate(panel.dilations)
        ]
        self._name_what_stays(style)

    def grow(self, t: int, built: int, part: float) -> None:
        """Show that the next layer is put on top of those built, from its output down."""
        layers = built + (part > 0)
        before = _ends(self._seen(t, built))
        whole, drawn = [*before], [*before]
        for (below, low), (node, high) in _ends(self._seen(t, layers) - self._seen(t, built)):
            on = min(max(layers * part - (layers - high), 0.0), 1.0)
            ends = (node + on * (below - node), high + on * (low - high)), (node, high)
            drawn += [ends] if on > 0 else []
            whole += [ends] if on == 1 else []
        self._show(t, layers, drawn, whole)
        small, large = (causal_field(self._kernel, self._dilations[:n]) for n in (built, layers))
        self._tell(t, small + part * (large - small), small, built, layers)

    def stand(self, t: float, layers: int) -> None:
        """Show the past of the output at t, or on the way to it, through so many layers."""
        step = int(t + 1e-9)
        edges = [
            ((below + t - step, low), (node + t - step, high))
            for (below, low), (node, high) in _ends(self._seen(step, layers))
        ]
        self._show(t, layers, edges, edges)
        size = causal_field(self._kernel, self._dilations[:layers])
        self._tell(t, size, size, layers, layers)
        first = causal_field(self._kernel, self._dilations) - 1
        if layers == self._top:
            past = np.arange(first, step + (t > step))
            self._past.set_data(past, np.full(past.shape, layers))

    def _seen(self, t: int, layers: int) -> set[Edge]:
        return causal_edges(t, self._kernel, self._dilations[:layers])

    def _show(
        self, t: float, layers: int, edges: "Sequence[Ends]", whole: "Sequence[Ends]"
    ) -> None:
        """Light edges, the output, and the nodes to which whole ones lead."""
        self._lit.set_data(_drawn(edges).T)
        output = (t, float(layers))
        nodes = {node for ends in whole for node in ends} - {output}
        inputs = {node for node in nodes if node[1] == 0}
        for role, there in (("x", inputs), ("muted", nodes - inputs), ("y", {output})):
            self._dots[role].set_data(np.array(sorted(there)).reshape(-1, 2).T)
        self._past.set_data([], [])

    def _tell(self, t: float, size: float, said: int, layers: int, top: int) -> None:
        """Put a bracket under so many samples, and write how many, and the weights."""
        first, field = t - size + 1, self._field
        ends = first - 0.32, t + 0.32
        self._bracket.set_data([ends[0], ends[0], ends[1], ends[1]], [-0.22, -0.32, -0.32, -0.22])
        field.set_text(f"sees {said} sample{'s' if said != 1 else ''}")
        half = self._stage.measure(field, field.get_text()) / 2
        middle = self._across((first + t) / 2)
        field.set_position((min(max(middle, half + 4), self._stage.width - half - 4), FIELD))
        for row, (newest, name) in enumerate(zip(self._newest, self._named, strict=True)):
            newest.set_visible(row == top)
            newest.set_position((self._across(t), self._up(row) + 17))
            name.set_text("" if row > top or not row else "output" if row == top else "hidden")
            name.set_color(self._stage.theme.color("y" if row == top else "muted"))
        for row, label in enumerate(self._dilated):
            label.set_visible(row < top)
        for row, (labels, dilation) in enumerate(zip(self._weights, self._dilations, strict=True)):
            for number, label in enumerate(labels):
                between = 0 < number < self._kernel - 1  # two edges, if there is room
                roomy = MIDDLE * dilation * self._column > WEIGHT
                clear = not number or row >= top - 1 or self._is_clear(row)
                label.set_visible(row < layers and clear and (roomy or not between))
                side = -BESIDE if number else BESIDE
                label.set_horizontalalignment("right" if number else "left")
                reach = number * dilation
                slope = self._unit / (reach * self._column) if reach else 0.0
                above = max(2.0, CLEAR - BESIDE * slope) if reach else -2.0
                across = self._across(t - MIDDLE * reach) + side
                label.set_position((across, self._up(row + 1 - MIDDLE) + above))

    def _is_clear(self, row: int) -> bool:
        """Whether the last weight of a layer has room before the tree of an earlier node."""
        reach = (self._kernel - 1) * self._dilations[row]
        return (self._dilations[row + 1] - MIDDLE * reach) * self._column >= BESIDE + WEIGHT

    def _name_what_stays(self, style: dict[str, str]) -> None:
        """Name the input, what d is, and the direction of time, with an arrow."""
        stage = self._stage
        stage.text(self._names, self._up(0) - SINK, "input", NOTE, "x", **style)
        if self._unit >= HIGH:
            stage.text(self._names, self._up(0.5) + RAISED, "dilation", NOTE, "h", **style)
        stage.text(self._names, TIME - SINK, "time", NOTE, "muted", **style)
        start, tip = self._start, stage.width - self._end
        way = [(start, TIME), (tip, TIME), (np.nan, np.nan)]
        head = [(tip - BARB, TIME + BARB / 2), (tip, TIME), (tip - BARB, TIME - BARB / 2)]
        across, up = np.array(way + head).T
        arrow = Line2D(across, up, color=stage.theme.axis, linewidth=1.4, transform=stage.pixels)
        stage.figure.add_artist(arrow)

    def _across(self, node: float) -> float:
        return self._start + (node + 0.5) * self._column

    def _up(self, row: float) -> float:
        return MARGINS[1] + (row + UNDER) * self._unit


Point = tuple[float, float]
Ends = tuple[Point, Point]
"""The node below and the one above, each as where it is across and up."""


def _ends(edges: Iterable[Edge]) -> list[Ends]:
    """Return where edges start and end."""
    return [
        ((float(below), layer - 1.0), (float(node), float(layer)))
        for layer, node, below in sorted(edges)
    ]


def _drawn(edges: Sequence[Ends]) -> Values:
    """Return edges as lines with gaps between them."""
    gap = (np.nan, np.nan)
    return np.array([(*ends, gap) for ends in edges], dtype=float).reshape(-1, 2)
