"""A kernel moves through a volume: its box, what it holds times weights, and the output."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.floors import DEEP, GAP, MARGIN, SLANT, Floors
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.drawing.sum_line import SumLine, Term
from animations.rendering.drawing.tiles import tinted
from animations.rendering.drawing.wires import Wire, draw_sum
from animations.rendering.drawing.wording import sign
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.receptive_field import settings
from animations.rendering.panels.grids.slices import APART, LINE, NAME, TOP, WIRES, Slices
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.panels.text.layer_sums import Sum, longest
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.layer_steps import Place as Index
from signals.window import times

MIDDLE = 446.0  # where the right half starts, in design pixels
BOTTOM, BETWEEN, OVER = 24.0, 20.0, 32.0  # under the output, left of the middle, for its name
CLEAR = 10.0  # from the sum beside the output to the name over it, at least
BESIDE, NAMED = 1.2, 54.0  # twice how far up a slice the sum stands beside it, if that is so high
NAME_WIDE = 190.0  # what the output's name takes across at most
SHARE = 0.58  # of the height, that the table may take from a large output
NOTED, EDGE = 36.0, 8.0  # for a note under the input, and for none
BEND, PITCH = 10.0, 8.0  # from the middle to where a wire bends, and on to the next one
DROP = 30.0  # from the last sum down to where sums are added
OUTSIDE = 0.25  # how much of its tint a cell keeps that is outside of the box


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
        slices = Slices(right, layer, max(SHARE * stage.height, stage.height - output))
        result = _Output(right, layer, slices)
        wire = Wire(stage, "h", zorder=3)
        pitch = min(PITCH, (WIRES - 2 * BEND) / len(slices.values))

        def show(frame: Frame) -> None:
            step = self.step(frame)
            starts = volume.show(frame.t, step)[:, 1].tolist()
            lines = []
            for number, ((x, y), grid) in enumerate(zip(starts, slices.values, strict=True)):
                # Straight where that leads to the values, else to their next corner.
                bend, end = MIDDLE + BEND + number * pitch, min(max(y, grid.bottom), grid.top)
                lines.append([(x, y), (bend, y), (bend, end), (MIDDLE + grid.left, end)])
            wire.show(*lines)
            slices.show(step)
            result.show(step)

        return show


class _Input:
    """The floors of the input, and the box of what the kernel sees."""

    def __init__(self, stage: Stage, layer: LayerSteps) -> None:
        self._layer, shape = layer, layer.padded.shape
        _name(stage, (LEFT, stage.height - NAME), "input", layer.x, "x")
        room = stage.height - TOP - EDGE
        if layer.unusual:
            room -= NOTED - EDGE
            said = [";  ".join(words) for words in settings(layer)]
            note = Caption(said, "muted", (LEFT, NOTED - 24), note=True)
            write(stage.part(0, 0, MIDDLE, stage.height), [[note]], [])
        scale = Floors.fit(shape, MIDDLE - LEFT - BETWEEN, room)
        bottom = stage.height - TOP - Floors.size(shape, scale)[1]
        names = [_named(layer, floor) for floor in range(shape[0])]
        unseen = tinted(stage.theme, "x", layer.x / OUTSIDE)

        def faint(value: float) -> tuple[str, str]:
            return unseen(value)[0], stage.theme.muted

        at = LEFT, bottom
        self._floors = Floors(stage, at, shape, "h", scale, "x", layer.padded, faint, names)
        self._unused = ~layer.used

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

    The sum stands left of the output where it fits, and over it otherwise.
    """

    def __init__(self, stage: Stage, layer: LayerSteps, slices: Slices) -> None:
        self._layer = layer
        shape, free = layer.y.shape, slices.left_over - BOTTOM - OVER
        at, high = slices.left_over - LINE, LINE
        # Over the name of the last slice a sum may come as near as its slanting row.
        beside = stage.width - _longest_sum(layer) + MARGIN + SLANT - APART
        scale = Floors.scale(shape, beside, free)
        pitch = scale * (shape[1] * DEEP + GAP)
        clear = scale * (Floors.size(shape)[1]) > BESIDE / 2 * pitch + CLEAR
        if clear and pitch >= NAMED and scale >= Floors.scale(shape, stage.width, free - LINE):
            high, at = BESIDE * pitch, BOTTOM
        else:
            scale = Floors.fit(shape, stage.width, free - LINE)
        width, height = Floors.size(shape, scale)
        self._line = SumLine(stage.part(-LEFT, at, stage.width, high), room=LEFT + stage.width)
        left = stage.width - width
        flush = width < NAME_WIDE
        across = stage.width if flush else left
        ha = "right" if flush else "left"
        _name(stage, (across, BOTTOM + height + 14), "output", layer.y, "y", ha)
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


def _name(
    stage: Stage, at: Place, wording: str, numbers: FloatArray, role: str, ha: str = "left"
) -> None:
    """Name a volume and say how large it is."""
    named = f"{wording}, {times(numbers.shape)}"
    stage.text(*at, named, NOTE, role, ha=ha, fontfamily=PROSE_FONT)


def _named(layer: LayerSteps, floor: int) -> str:
    """Return what a slice of the padded input is called."""
    number = floor - layer.padding[0]
    return f"slice {number}" if 0 <= number < len(layer.x) else "zeros"


def _longest_sum(layer: LayerSteps) -> float:
    """Return how long the longest of the sums of slices is, in design pixels."""
    return longest("y", layer.places, (_slice_sum(layer, place) for place in layer.places))


def _slice_sum(layer: LayerSteps, place: Index) -> Sum:
    """Return the name, the terms and the total of an element of the output."""
    terms = [
        Term([(shortest(abs(part)), _role(part))], (sign(part), _role(part)))
        for part in layer.sums(place)
    ]
    total = float(layer.y[place])
    return Sum.of("y", place, terms, total, _role(total))


def _role(value: float) -> str:
    return "negative" if value < 0 else "y"
