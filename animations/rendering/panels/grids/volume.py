"""A kernel moves through a volume: its box, what it holds times weights, and the output."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.floors import DEEP, Floors, draw_axes
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.sum_line import SumLine, Term, role_of
from animations.rendering.drawing.wires import Wire, draw_sum
from animations.rendering.drawing.wording import sign
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.receptive_field import settings
from animations.rendering.panels.grids.slices import LINE, NAME, TOP, WIRES, SliceTable, named
from animations.rendering.panels.grids.volume_places import NOTED, VolumePlaces
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.panels.text.sum_lines import Sum, longest
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.layer_steps import Place as Index

AXES, CLEAR = 64.0, 22.0  # what axes take across and down, and from there to a slice's name
BEND, PITCH = 10.0, 8.0  # from the middle to where a wire bends, and on to the next one
LEVEL = 4.0  # up to which difference a wire doesn't bend
DROP = 30.0  # from the sum next to the output on to where sums are added
BELOW = 24.0  # from the input down to a note
OUTSIDE = 0.13  # the tint of cells outside of the box


@dataclass(frozen=True)
class VolumePanel(StepsPanel):
    """The input in floors with the kernel's box, what it holds laid out flat, and the output.

    They stand beside each other or, where this gives larger parts, what is laid out under the rest.
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
        places = VolumePlaces.of(stage, layer, _longest_sum(layer))
        volume = _Input(stage, layer, places)
        slices = SliceTable(stage.part(*places.table), layer, places.room)
        result = _Output(stage, layer, places, slices)
        wire = Wire(stage, "h", zorder=3)
        left, bottom, *_ = places.table
        pitch = min(PITCH, (WIRES - 2 * BEND) / len(slices.values))

        def show(frame: Frame) -> None:
            step = self.step(frame)
            # From the right corner at the back or, to what stands under it, the left one.
            starts = volume.show(frame.t, step)[:, 0 if places.stacked else 1].tolist()
            lines = []
            for number, ((x, y), grid) in enumerate(zip(starts, slices.values, strict=True)):
                bend = left + BEND + (len(starts) - number if places.stacked else number) * pitch
                goal = bottom + grid.top
                end = y if abs(y - goal) < LEVEL else goal
                lines.append([(x, y), (bend, y), (bend, end), (left + grid.left, end)])
            wire.show(*lines)
            slices.show(step)
            result.show(step)

        return show


class _Input:
    """The floors of the input, and the box of what the kernel sees."""

    def __init__(self, stage: Stage, layer: LayerSteps, places: VolumePlaces) -> None:
        self._layer, shape = layer, layer.padded.shape
        high = Floors.size(shape, places.scale)[1]
        over = places.corner[1] + high + TOP - NAME if places.stacked else stage.height - NAME
        _name(stage, (LEFT, over), "input", "x")
        if layer.unusual:
            said = [";  ".join(words) for words in settings(layer)]
            low = places.corner[1] - BELOW if places.stacked else NOTED - BELOW
            note = Caption(said, "muted", (LEFT, low), note=True)
            wide = stage.width if places.stacked else places.table[0]
            write(stage.part(0, 0, wide, stage.height), [[note]], [])
        names = [named(layer, floor) for floor in range(shape[0])]
        pale = stage.theme.tint("x", OUTSIDE), stage.theme.muted

        def faint(value: float) -> tuple[str, str]:
            return pale

        self._floors = Floors(
            stage, places.corner, shape, "h", places.scale, "x", layer.padded, faint, names,
            places.margin,
        )  # fmt: skip
        self._unused = ~layer.used
        if not places.stacked and places.scale * shape[1] * DEEP >= AXES + CLEAR:
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
    """The output, its sum, and the wires that lead to its newest number."""

    def __init__(
        self, stage: Stage, layer: LayerSteps, places: VolumePlaces, slices: SliceTable
    ) -> None:
        self._layer, shape = layer, layer.y.shape
        left, bottom, wide = places.sum
        part = stage.part(left - LEFT, bottom, wide + LEFT, LINE)
        self._line = SumLine(part, room=LEFT + wide)
        _name(stage, places.named, "output", "y", "right")
        self._floors = Floors(
            stage, places.output, shape, "y", places.output_scale, "y", layer.y,
            margin=places.output_margin,
        )  # fmt: skip
        aside, under, *_ = places.table
        exits = [(aside + x, under + y) for x, y in slices.exits]
        self._bus, self._exits = places.bus, exits[::-1] if places.stacked else exits
        self._wire = Wire(stage, "y", zorder=10.0 * shape[0] + 2)
        drop = -DROP if places.stacked else DROP
        draw_sum(stage, "y", (self._bus, self._exits[-1][1] - drop))

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
