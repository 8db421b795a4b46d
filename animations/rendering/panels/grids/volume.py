"""A kernel moves through a volume: its box, what it holds times weights, and the output."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.floors import Floors
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Tiles, by, tinted
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.text.layer_sums import slice_sum
from animations.rendering.theme import LABEL, PROSE_FONT, SUM, TICK
from animations.rendering.timeline import Frame, nearest_step
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.window import times

ShowStep = Callable[[int], None]

MIDDLE = 446.0  # where the right half starts, in design pixels
NAME, TOP, BOTTOM = 28.0, 40.0, 24.0  # of names and drawings, from the panel's top or bottom
BETWEEN, OVER = 20.0, 32.0  # left of the middle, and over the output for its name
TOTAL = 190.0  # room for the total, left of the output
BESIDE = 120.0  # twice how far up the sum stands beside the output
SIDE, SIGN, APART = 36.0, 52.0, 14.0  # a tile, a sign's room, between two slices
SLICE, SUM_AT = 66.0, 62.0  # left of the grids for a slice's name, from them to the middle of a sum
READABLE = 14.0  # a tile on which a number can be read
OUTSIDE = 0.25  # how much of its tint a cell keeps that is outside of the box


@dataclass(frozen=True)
class VolumePanel(Panel):
    """The input in floors with the kernel's box, what it holds laid out flat, and the output.

    The layer has three dimensions (slices, rows and columns), without padding or dilation. What is
    larger than 3 × 3 × 4 under a kernel of 2 × 2 × 2 is drawn smaller, and raises a `ValueError`
    where no number could be read.
    """

    layer: LayerSteps

    def build(self, stage: Stage) -> Update:
        """Lay out the parts and return what shows a step."""
        right = stage.part(MIDDLE, 0, stage.width - MIDDLE - RIGHT, stage.height)
        show_slices, room = _slices(right, self.layer)
        parts = [
            _input(stage, self.layer),
            show_slices,
            slice_sum(right.part(-LEFT, BOTTOM, right.width, BESIDE), self.layer),
            _output(right, self.layer, room),
        ]

        def show(frame: Frame) -> None:
            for part in parts:
                part(nearest_step(frame.t, 0, self.layer.last))

        return show


def sized(wording: str, numbers: FloatArray) -> str:
    """Name a volume and say how large it is."""
    return f"{wording}   ${by(numbers)}$"


def _input(stage: Stage, layer: LayerSteps) -> ShowStep:
    stage.text(LEFT, stage.height - NAME, sized("input $x$", layer.x), LABEL, "x")
    shape, room = layer.x.shape, stage.height - TOP
    scale = Floors.fit(shape, MIDDLE - LEFT - BETWEEN, room)
    bottom = room - Floors.size(shape, scale)[1]
    seen, unseen = (tinted(stage.theme, "x", layer.x / share) for share in (1, OUTSIDE))

    def faint(value: float) -> tuple[str, str]:
        return unseen(value)[0], stage.theme.muted

    floors = Floors(stage, (LEFT, bottom), shape, "h", scale, seen, faint)

    def show(step: int) -> None:
        window = layer.seen(layer.places[step])
        outside = np.ones(shape, dtype=bool)
        outside[np.ix_(*window)] = False
        floors.show(layer.x, outside)
        floors.box(window)

    return show


def _slices(stage: Stage, layer: LayerSteps) -> tuple[ShowStep, float]:
    """Lay out values × weights = products, slice under slice, each with its sum.

    What shows a step comes with the room that is left underneath, in design pixels.
    """
    slices, rows, columns = layer.w.shape
    widest = (stage.width - SLICE - 2 * SIGN - 1.2 * SUM_AT) / (3 * columns)
    highest = ((stage.height / 2 - TOP) / slices - APART) / rows
    side = min(SIDE, widest, highest)
    if side < READABLE:
        raise ValueError(f"there is no room for {times(layer.w.shape)} weights")
    wide, high = columns * side, rows * side
    lefts = [SLICE + part * (wide + SIGN) for part in range(3)]
    column = lefts[-1] + wide + SUM_AT
    every = [layer.products(place) for place in layer.places]
    tints = ("x", layer.x), ("h", layer.w), ("y", every)
    paints = [tinted(stage.theme, role, numbers) for role, numbers in tints]
    names = (("values", "x"), ("weights $w$", "h"), ("products", "y"))
    for (wording, role), left in zip(names, lefts, strict=True):
        middle = left + wide / 2
        stage.text(middle, stage.height - NAME, wording, LABEL, role, ha="center")
    stage.text(column, stage.height - NAME, "sum", LABEL, "y", ha="center")

    grids, labels, sums = [], [], []
    for number in range(slices):
        center = stage.height - TOP - number * (high + APART) - high / 2
        row = [
            Tiles(stage, left, center, (rows, columns), side, paint, moving=True)
            for left, paint in zip(lefts, paints, strict=True)
        ]
        grids.append(row)
        Outline(stage, "h").show(row[0].frame)
        for sign, left in zip("×=", lefts[1:], strict=True):
            stage.text(left - SIGN / 2, center - 7, sign, SUM, "muted", ha="center")
        labels.append(stage.label(TICK, "muted", (0, center - 6), fontfamily=PROSE_FONT))
        sums.append(stage.label(SUM, "y", (column, center - 7), ha="center"))

    def show(step: int) -> None:
        place = layer.places[step]
        shown = layer.patch(place), layer.w, every[step]
        for number, floor in enumerate(layer.seen(place)[0]):
            for tiles, numbers in zip(grids[number], shown, strict=True):
                tiles.show(numbers[number])
            labels[number].set_text(f"slice {floor}")
            value = float(every[step][number].sum())
            color = stage.theme.color("negative" if value < 0 else "y")
            sums[number].set(text=shortest(value), color=color)

    return show, stage.height - TOP - slices * (high + APART)


def _output(stage: Stage, layer: LayerSteps, room: float) -> ShowStep:
    """Draw the output below the rest, which leaves so much room."""
    shape = layer.y.shape
    scale = Floors.fit(shape, stage.width - TOTAL, room - BOTTOM - OVER)
    width, height = Floors.size(shape, scale)
    left = stage.width - width
    stage.text(left, BOTTOM + height + 14, sized("output $y$", layer.y), LABEL, "y")
    paint = tinted(stage.theme, "y", layer.y)
    floors = Floors(stage, (left, BOTTOM), shape, "y", scale, paint)

    def show(step: int) -> None:
        floors.show(layer.drawn(step))
        floors.box([(n,) for n in layer.places[step]])

    return show
