"""A kernel moves through a volume: its box, what it holds times weights, and the output."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.floors import DEEP, Floors, draw_axes
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.sum_line import SumLine, Term, role_of
from animations.rendering.drawing.wires import Wire, draw_sum
from animations.rendering.drawing.wording import sign
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.receptive_field import settings
from animations.rendering.panels.grids.slices import LINE, NAME, TOP, WIRES, SliceTable, named
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.panels.text.layer_sums import Sum, longest
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.layer_steps import Place as Index

MIDDLE = 446.0  # where the right half starts, in design pixels
BOTTOM, BETWEEN, OVER = 24.0, 20.0, 44.0  # under the output, left of the middle, for its name
ABOVE, NAME_WIDE = 14.0, 100.0  # from the output up to its name, and what this takes across
BASELINE = 7.0  # from the middle of a line down to its baseline
SUM_LEFT = WIRES  # where the sum begins, flush with the values
AXES, CLEAR = 64.0, 22.0  # what axes take across and down, and from there to a slice's name
SHARE = 0.55  # of the height, that the table may take from a large output
NOTED, EDGE = 36.0, 8.0  # for a note under the input, and for none
BEND, PITCH = 10.0, 8.0  # from the middle to where a wire bends, and on to the next one
LEVEL = 4.0  # up to which difference a wire doesn't bend
DROP = 30.0  # from the last sum down to where sums are added
OUTSIDE = 0.13  # the tint of cells outside of the box


@dataclass(frozen=True)
class VolumePanel(StepsPanel):
    """The input in floors with the kernel's box, what it holds laid out flat, and the output.

    The layer has three dimensions: slices, rows and columns. What is larger than 3 × 3 × 4 under a
    kernel of 2 × 2 × 2 is drawn smaller, down to shades of its numbers; what is too large even
    for these is refused (`ValueError`). The box spans all that a dilated kernel sees; what it sees
    of that keeps its tint.
    """

    layer: LayerSteps
    kinds = (LayerSteps,)
    axes = (3,)

    def build(self, stage: Stage) -> Update:
        """Lay out the parts and return what shows a step."""
        layer = self.layer
        right = stage.part(MIDDLE, 0, stage.width - MIDDLE - RIGHT, stage.height)
        volume = _Input(stage, layer)
        output = Floors.size(layer.y.shape)[1] + BOTTOM + OVER
        slices = SliceTable(right, layer, max(SHARE * stage.height, stage.height - output))
        result = _Output(right, layer, slices)
        wire = Wire(stage, "h", zorder=3)
        pitch = min(PITCH, (WIRES - 2 * BEND) / len(slices.values))

        def show(frame: Frame) -> None:
            step = self.step(frame)
            starts = volume.show(frame.t, step)[:, 1].tolist()
            lines = []
            for number, ((x, y), grid) in enumerate(zip(starts, slices.values, strict=True)):
                bend = MIDDLE + BEND + number * pitch
                end = y if abs(y - grid.top) < LEVEL else grid.top
                lines.append([(x, y), (bend, y), (bend, end), (MIDDLE + grid.left, end)])
            wire.show(*lines)
            slices.show(step)
            result.show(step)

        return show


class _Input:
    """The floors of the input, and the box of what the kernel sees."""

    def __init__(self, stage: Stage, layer: LayerSteps) -> None:
        self._layer, shape = layer, layer.padded.shape
        _name(stage, (LEFT, stage.height - NAME), "input", "x")
        room = stage.height - TOP - EDGE
        if layer.unusual:
            room -= NOTED - EDGE
            said = [";  ".join(words) for words in settings(layer)]
            note = Caption(said, "muted", (LEFT, NOTED - 24), note=True)
            write(stage.part(0, 0, MIDDLE, stage.height), [[note]], [])
        scale = Floors.fit(shape, MIDDLE - LEFT - BETWEEN, room)
        bottom = stage.height - TOP - Floors.size(shape, scale)[1]
        names = [named(layer, floor) for floor in range(shape[0])]
        pale = stage.theme.tint("x", OUTSIDE), stage.theme.muted

        def faint(value: float) -> tuple[str, str]:
            return pale

        at = LEFT, bottom
        self._floors = Floors(stage, at, shape, "h", scale, "x", layer.padded, faint, names)
        self._unused = ~layer.used
        if scale * shape[1] * DEEP >= AXES + CLEAR:
            draw_axes(stage, (LEFT + AXES / 2, stage.height - TOP - AXES / 8))

    def show(self, t: float, step: int) -> FloatArray:
        """Show a step, the box on its way to the next one; return the box's footprints."""
        layer = self._layer
        outside = np.ones(layer.padded.shape, dtype=bool)
        outside[np.ix_(*layer.seen(layer.places[step]))] = False
        self._floors.show(layer.padded, outside, self._unused)
        corners = self._corners(step)
        if step < layer.last and t > step:
            corners = corners + (t - step) * (self._corners(step + 1) - corners)
        self._floors.box(corners)
        return corners

    def _corners(self, step: int) -> FloatArray:
        return self._floors.corners(self._layer.seen(self._layer.places[step]))


class _Output:
    """The output below the rest, its sum, and the wires that lead to its newest number.

    The sum stands beside the output's name where it fits, and over it otherwise.
    """

    def __init__(self, stage: Stage, layer: LayerSteps, slices: SliceTable) -> None:
        self._layer = layer
        shape, free = layer.y.shape, slices.left_over - BOTTOM - OVER
        # Beside the output's name, where both have room.
        beside = _longest_sum(layer) + NAME_WIDE <= stage.width - SUM_LEFT
        scale = Floors.fit(shape, stage.width, free if beside else free - LINE)
        width, height = Floors.size(shape, scale)
        if beside:
            at, left = BOTTOM + height + ABOVE + BASELINE - LINE / 2, SUM_LEFT
        else:
            at, left = slices.left_over - LINE, 0.0
        part = stage.part(left - LEFT, at, stage.width, LINE)
        self._line = SumLine(part, room=LEFT + stage.width - left)
        _name(stage, (stage.width, BOTTOM + height + ABOVE), "output", "y", "right")
        left = stage.width - width
        self._floors = Floors(stage, (left, BOTTOM), shape, "y", scale, "y", layer.y)
        self._bus, self._exits = stage.width + RIGHT / 2, slices.exits
        self._wire = Wire(stage, "y", zorder=10.0 * shape[0] + 2)
        draw_sum(stage, "y", (self._bus, self._exits[-1][1] - DROP))

    def show(self, step: int) -> None:
        """Show the output as far as it is known after a step, and the step's sum."""
        layer, place = self._layer, self._layer.places[step]
        self._floors.show(layer.drawn(step))
        corners = self._floors.corners([(n,) for n in place])
        self._floors.box(corners)
        x, y = corners[0, 1].tolist()
        first, *others = ([at, (self._bus, at[1])] for at in self._exits)
        self._wire.show([*first, (self._bus, y), (x, y)], *others)
        self._line.show(*_slice_sum(layer, place))


def _name(stage: Stage, at: Place, wording: str, role: str, ha: str = "left") -> None:
    """Name a volume."""
    stage.text(*at, wording, NOTE, role, ha=ha, fontfamily=PROSE_FONT)


def _longest_sum(layer: LayerSteps) -> float:
    """Return how long the longest of the sums of slices is, in design pixels."""
    return longest("y", layer.places, (_slice_sum(layer, place) for place in layer.places))


def _slice_sum(layer: LayerSteps, place: Index) -> Sum:
    """Return the name, the terms and the total of an element of the output."""
    terms = [
        Term([(shortest(abs(part)), role_of(part))], (sign(part), role_of(part)))
        for part in layer.sums(place)
    ]
    total = float(layer.y[place])
    return Sum.of("y", place, terms, total, role_of(total))
