"""What a kernel sees of a volume, slice by slice: values times weights, and the sum of it all."""

from collections.abc import Callable

from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import Tiles, tinted
from animations.rendering.drawing.wording import whole
from animations.rendering.theme import LABEL, PROSE_FONT, SUM, TICK
from signals import LayerSteps
from signals.window import times

SIDE, SIGN, GAP = 36.0, 52.0, 14.0  # design pixels: a tile, a sign's room, between two slices
MARGIN = 66.0  # left of the grids, for the slices' names
SUMS = 62.0  # from the grids to the middle of the sums
SMALLEST = 14.0  # a tile on which a number can be read


def slice_sums(
    stage: Stage, layer: LayerSteps, name: float, top: float
) -> tuple[Callable[[int], None], float]:
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
    float
        How much room is left under it, in design pixels.

    Raises
    ------
    ValueError
        If there is no room for so many weights.
    """
    slices, rows, columns = layer.w.shape
    widest = (stage.width - MARGIN - 2 * SIGN - 1.2 * SUMS) / (3 * columns)
    highest = ((stage.height / 2 - top) / slices - GAP) / rows
    side = min(SIDE, widest, highest)
    if side < SMALLEST:
        raise ValueError(f"there is no room for {times(layer.w.shape)} weights")
    wide, high = columns * side, rows * side
    lefts = [MARGIN + part * (wide + SIGN) for part in range(3)]
    column = lefts[-1] + wide + SUMS
    every = [layer.products(place) for place in layer.places]
    tints = ("x", layer.x), ("h", layer.w), ("y", every)
    paints = [tinted(stage.theme, role, numbers) for role, numbers in tints]
    names = (("values", "x"), ("weights $w$", "h"), ("products", "y"))
    for (wording, role), left in zip(names, lefts, strict=True):
        middle = left + wide / 2
        stage.text(middle, stage.height - name, wording, LABEL, role, ha="center")
    stage.text(column, stage.height - name, "sum", LABEL, "y", ha="center")

    grids, labels, sums = [], [], []
    for number in range(slices):
        center = stage.height - top - number * (high + GAP) - high / 2
        grids.append(
            [
                Tiles(stage, left, center, (rows, columns), side, paint, moving=True)
                for left, paint in zip(lefts, paints, strict=True)
            ]
        )
        Outline(stage, "h").show(grids[-1][0].frame)
        for sign, left in zip("×=", lefts[1:], strict=True):
            stage.text(left - SIGN / 2, center - 7, sign, SUM, "muted", ha="center")
        labels.append(stage.label(TICK, "muted", fontfamily=PROSE_FONT))
        labels[-1].set_position((0, center - 6))
        sums.append(stage.label(SUM, "y", ha="center"))
        sums[-1].set_position((column, center - 7))

    def show(step: int) -> None:
        place = layer.place(step)
        shown = layer.patch(place), layer.w, every[step]
        for number, floor in enumerate(layer.seen(place)[0]):
            for tiles, numbers in zip(grids[number], shown, strict=True):
                tiles.show(numbers[number])
            labels[number].set_text(f"slice {floor}")
            value = float(every[step][number].sum())
            color = stage.theme.color("negative" if value < 0 else "y")
            sums[number].set(text=whole(value), color=color)

    return show, stage.height - top - slices * (high + GAP)
