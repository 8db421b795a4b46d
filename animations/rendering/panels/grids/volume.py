"""A kernel moves through a volume: its box, what it holds times weights, and the output."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.captions import Caption, write
from animations.rendering.drawing.floors import DEEP, GAP, MARGIN, SLANT, Floors
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST, Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import SumLine, Term
from animations.rendering.drawing.tiles import Tiles, by, tinted
from animations.rendering.drawing.wording import sign
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.receptive_field import frame_width, settings
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.panels.text.layer_sums import Sum, longest
from animations.rendering.theme import LABEL, PROSE_FONT, SUM, TICK
from animations.rendering.timeline import Frame
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.layer_steps import Place
from signals.window import times

ShowStep = Callable[[int], None]

MIDDLE = 446.0  # where the right half starts, in design pixels
NAME, TOP, BOTTOM = 28.0, 40.0, 24.0  # of names and drawings, from the panel's top or bottom
BETWEEN, OVER = 20.0, 32.0  # left of the middle, and over the output for its name
CLEAR = 10.0  # from the sum beside the output to the name over it, at least
BESIDE, NAMED = 1.2, 54.0  # twice how far up a slice the sum stands beside it, if that is so high
SIDE, SIGN, APART = 36.0, 52.0, 14.0  # a tile, a sign's room, between two slices
NAME_WIDE = 190.0  # what the output's name takes across at most
COLUMN = 100.0  # from one column of the table to the next at least, for their names
SLICE, SUM_AT = 66.0, 62.0  # left of the grids for a slice's name, from them to the middle of a sum
SHARE = 0.58  # of the height, that the table may take from a large output
LINE, NOTED, EDGE = 28.0, 36.0, 8.0  # for a line of numbers, and for a note under the input
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
        right = stage.part(MIDDLE, 0, stage.width - MIDDLE - RIGHT, stage.height)
        show_slices, room = _slices(right, self.layer)
        parts = [_input(stage, self.layer), show_slices, *_output(right, self.layer, room)]

        def show(frame: Frame) -> None:
            for part in parts:
                part(self.step(frame))

        return show


def sized(wording: str, numbers: FloatArray) -> str:
    """Name a volume and say how large it is."""
    return f"{wording}   ${by(numbers)}$"


def _input(stage: Stage, layer: LayerSteps) -> ShowStep:
    stage.text(LEFT, stage.height - NAME, sized("input $x$", layer.x), LABEL, "x")
    shape, room = layer.padded.shape, stage.height - TOP - EDGE
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

    floors = Floors(stage, (LEFT, bottom), shape, "h", scale, "x", layer.padded, faint, names)
    unused = ~layer.used

    def show(step: int) -> None:
        window = layer.seen(layer.places[step])
        outside = np.ones(shape, dtype=bool)
        outside[np.ix_(*window)] = False
        floors.show(layer.padded, outside, unused)
        floors.box(window)

    return show


def _named(layer: LayerSteps, floor: int) -> str:
    """Return what a slice of the padded input is called."""
    number = floor - layer.padding[0]
    return f"slice {number}" if 0 <= number < len(layer.x) else "zeros"


def _slices(stage: Stage, layer: LayerSteps) -> tuple[ShowStep, float]:
    """Lay out values × weights = products, slice under slice, each with its sum.

    What shows a step comes with the room that is left underneath, in design pixels.
    """
    slices, rows, columns = layer.w.shape
    output = Floors.size(layer.y.shape)[1] + BOTTOM + OVER
    free = max(SHARE * stage.height, stage.height - output) - TOP
    widest = (stage.width - SLICE - 2 * SIGN - 1.2 * SUM_AT) / (3 * columns)
    side = min(SIDE, widest, free / slices / (rows + APART / SIDE))
    pitch = max(rows * side + APART * side / SIDE, LINE)
    if side < LEAST or slices * pitch > free + 1e-6:
        raise ValueError(
            f"there is no room for {times(layer.w.shape)} weights: "
            f"at most {max(0.0, free) // LINE:.0f} slices, and {widest * columns // LEAST:.0f} "
            "columns of each, fit"
        )
    wide = columns * side
    sign_wide = max(SIGN, COLUMN - wide)
    lefts = [SLICE + part * (wide + sign_wide) for part in range(3)]
    column = lefts[-1] + wide + SUM_AT
    every = [layer.products(place) for place in layer.places]
    shown = ("x", layer.padded), ("h", layer.w), ("y", np.array(every))
    names = (("values", "x"), ("weights $w$", "h"), ("products", "y"))
    for (wording, role), left in zip(names, lefts, strict=True):
        middle = left + wide / 2
        stage.text(middle, stage.height - NAME, wording, LABEL, role, ha="center")
    stage.text(column, stage.height - NAME, "sum", LABEL, "y", ha="center")

    grids, labels, sums = [], [], []
    for number in range(slices):
        center = stage.height - TOP - number * pitch - rows * side / 2
        row = [
            Tiles(stage, left, center, (rows, columns), side, role, numbers, moving=True)
            for left, (role, numbers) in zip(lefts, shown, strict=True)
        ]
        grids.append(row)
        Outline(stage, "h", frame_width(side)).show(row[0].frame)
        for symbol, left in zip("×=", lefts[1:], strict=True):
            stage.text(left - sign_wide / 2, center - 7, symbol, SUM, "muted", ha="center")
        labels.append(stage.label(TICK, "muted", (0, center - 6), fontfamily=PROSE_FONT))
        sums.append(stage.label(SUM, "y", (column, center - 7), ha="center"))

    def show(step: int) -> None:
        place = layer.places[step]
        parts, given = (layer.patch(place), layer.w, every[step]), layer.sums(place)
        for number, floor in enumerate(layer.seen(place)[0]):
            for tiles, part in zip(grids[number], parts, strict=True):
                tiles.show(part[number])
            labels[number].set_text(_named(layer, floor))
            value = given[number]
            sums[number].set(text=shortest(value), color=stage.theme.color(_role(value)))

    return show, stage.height - TOP - slices * pitch


def _output(stage: Stage, layer: LayerSteps, room: float) -> list[ShowStep]:
    """Draw the output below the rest, which leaves so much room, and its sum.

    The sum stands left of the output where it fits, and over it otherwise.
    """
    shape, free = layer.y.shape, room - BOTTOM - OVER
    at, high = room - LINE, LINE
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
    show_sum = _show_sum(stage.part(-LEFT, at, stage.width, high), layer, LEFT + stage.width)
    left = stage.width - width
    name, flush = sized("output $y$", layer.y), width < NAME_WIDE
    at = stage.width if flush else left
    ha = "right" if flush else "left"
    stage.text(at, BOTTOM + height + 14, name, LABEL, "y", ha=ha)
    floors = Floors(stage, (left, BOTTOM), shape, "y", scale, "y", layer.y)

    def show(step: int) -> None:
        floors.show(layer.drawn(step))
        floors.box([(n,) for n in layer.places[step]])

    return [show, show_sum]


def _longest_sum(layer: LayerSteps) -> float:
    """Return how long the longest of the sums of slices is, in design pixels."""
    return longest("y", layer.places, (_slice_sum(layer, place) for place in layer.places))


def _show_sum(stage: Stage, layer: LayerSteps, room: float) -> ShowStep:
    """Return what writes an element of an output as the sum of what a volume's slices give."""
    line = SumLine(stage, room=room)

    def show(step: int) -> None:
        line.show(*_slice_sum(layer, layer.places[step]))

    return show


def _slice_sum(layer: LayerSteps, place: Place) -> Sum:
    """Return the name, the terms and the total of an element of the output."""
    terms = [
        Term([(shortest(abs(part)), _role(part))], (sign(part), _role(part)))
        for part in layer.sums(place)
    ]
    total = float(layer.y[place])
    return Sum.of("y", place, terms, total, _role(total))


def _role(value: float) -> str:
    return "negative" if value < 0 else "y"
