"""What a kernel sees of a volume, slice by slice: values times weights, and the sum of it all."""

from collections.abc import Callable

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Tiles, tinted
from animations.rendering.drawing.wording import whole
from animations.rendering.theme import LABEL, PROSE_FONT, SUM, TICK
from signals import LayerSteps

SIDE, SIGN, GAP = 36.0, 52.0, 14.0  # design pixels: a tile, a sign's room, between two slices
MARGIN = 66.0  # left of the grids, for the slices' names
SUMS = 62.0  # from the grids to the middle of the sums


def slice_sums(stage: Stage, layer: LayerSteps, name: float, top: float) -> Callable[[int], None]:
    """Lay out values × weights = products, slice under slice, each with its sum.

    Parameters
    ----------
    stage : Stage
        Where to.
    layer : LayerSteps
        What happens; of three dimensions.
    name, top : float
        How far below the stage's top the names stand and the grids start, in design pixels.

    Returns
    -------
    callable
        Shows a step.
    """
    slices, rows, columns = layer.w.shape
    wide, high = columns * SIDE, rows * SIDE
    lefts = [MARGIN + part * (wide + SIGN) for part in range(3)]
    column = lefts[-1] + wide + SUMS
    every = [layer.products(place) for place in layer.places]
    shown = ("x", layer.x), ("h", layer.w), ("y", every)
    paints = [tinted(stage.theme, role, numbers) for role, numbers in shown]
    names = (("values", "x"), ("weights $w$", "h"), ("products", "y"))
    for (wording, role), left in zip(names, lefts, strict=True):
        middle = left + wide / 2
        stage.text(middle, stage.height - name, wording, LABEL, role, ha="center")
    stage.text(column, stage.height - name, "sum", LABEL, "y", ha="center")

    grids: list[list[Tiles]] = []
    labels: list[tuple[Label, Label]] = []
    for number in range(slices):
        upper = stage.height - top - number * (high + GAP)
        middle = upper - high / 2 - 7
        grids.append(
            [
                Tiles(stage, left, upper - high / 2, (rows, columns), SIDE, paint, moving=True)
                for left, paint in zip(lefts, paints, strict=True)
            ]
        )
        Outline(stage, "h").show(grids[-1][0].frame)
        for sign, left in zip("×=", lefts[1:], strict=True):
            stage.text(left - SIGN / 2, middle, sign, SUM, "muted", ha="center")
        label = stage.label(TICK, "muted", fontfamily=PROSE_FONT)
        label.set_position((0, middle + 1))
        labels.append((label, _number(stage, column, middle)))

    def show(step: int) -> None:
        place = layer.place(step)
        seen, products = layer.patch(place), every[step]
        for number, (floor, part) in enumerate(zip(layer.seen(place)[0], products, strict=True)):
            for tiles, numbers in zip(grids[number], (seen, layer.w, products), strict=True):
                tiles.show(numbers[number])
            label, partial = labels[number]
            label.set_text(f"slice {floor}")
            _write(stage, partial, float(part.sum()))

    return show


def _number(stage: Stage, x: float, y: float) -> Label:
    label = stage.label(SUM, "y", ha="center")
    label.set_position((x, y))
    return label


def _write(stage: Stage, label: Label, value: float) -> None:
    label.set_text(whole(value))
    label.set_color(stage.theme.color("negative" if value < 0 else "y"))
