"""Where the parts of a figure of a volume stand: the input, the table, the output and its sum."""

from typing import NamedTuple

from animations.rendering.drawing.floors import DEEP, MARGIN, Floors
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import LEAST
from animations.rendering.drawing.stage import Place, Stage
from animations.rendering.panels.grids.arrangement import refusal
from animations.rendering.panels.grids.slices import LINE, SIDE, TOP, WIRES, SliceTable
from signals import LayerSteps
from signals.window import times

HALF = 446 / 960  # of the width, where the right half starts
BOTTOM, BETWEEN, OVER = 24.0, 20.0, 44.0  # under the output, left of the middle, for its name
ABOVE, NAME_WIDE = 14.0, 100.0  # from the output up to its name, and what this takes across
BASELINE = 7.0  # from the middle of a line down to its baseline
SHARE = 0.55  # of the height, that the table may take from a large output
NOTED, EDGE = 36.0, 8.0  # for a note under the input, and for none
SMALL = 20.0  # tiles of a table that the input gives way to
FLOORS = 1.7  # how much more the scale of floors counts than that of the table under them
LINED, UNDER = 44.0, 8.0  # for the sum under a table, and over the table's names
BUS = 18.0  # from the right edge of sums to the wire that adds them


class VolumePlaces(NamedTuple):
    """Lower left corners, scales and margins of the input and the output, and parts for the rest.

    Parts are given by their left and lower edges, their widths and heights. The `table` may take so
    much `room` of its part. `named` is where the output's name ends. Of a `stacked` figure the
    input and the output stand over the table.
    """

    corner: Place
    scale: float
    margin: float
    table: tuple[float, float, float, float]
    room: float
    side: float
    output: Place
    output_scale: float
    output_margin: float
    named: Place
    sum: tuple[float, float, float]
    bus: float
    stacked: bool

    @classmethod
    def of(cls, stage: Stage, layer: LayerSteps, longest: float) -> "VolumePlaces":
        """Return the arrangement with the larger parts; `longest` is how long a sum can be.

        Raises
        ------
        ValueError
            If there is no room for any.
        """
        found = [cls.beside(stage, layer, longest), cls.above(stage, layer)]
        fitting = [each for each in found if min(each._smallest) >= LEAST]
        if not fitting:
            what = f"a volume of {times(layer.padded.shape)} numbers and weights of "
            what += times(layer.w.shape)
            raise refusal(stage, what, [_beside_needs(layer), _above_needs(layer)])
        return max(fitting, key=lambda each: each.scale * each.side * each.output_scale)

    @property
    def _smallest(self) -> tuple[float, float, float]:
        return self.scale * DEEP, self.side, self.output_scale * DEEP

    @classmethod
    def beside(cls, stage: Stage, layer: LayerSteps, longest: float) -> "VolumePlaces":
        """Place the input on the left, and on the right the table over the output."""
        shape, result = layer.padded.shape, layer.y.shape
        middle = min(HALF * stage.width, stage.width - RIGHT - SliceTable.width(layer, SMALL))
        wide, foot = stage.width - middle - RIGHT, NOTED if layer.unusual else EDGE
        scale = Floors.scale(shape, middle - LEFT - BETWEEN, stage.height - TOP - foot)
        room = max(SHARE * stage.height, stage.height - Floors.size(result)[1] - BOTTOM - OVER)
        side, pitch = SliceTable.fitting(layer, wide, room)
        left_over = stage.height - TOP - len(layer.w) * pitch
        free = left_over - BOTTOM - OVER
        # The sum stands beside the output's name, where both have room.
        fits = longest + NAME_WIDE <= wide - WIRES
        second = Floors.scale(result, wide, free if fits else free - LINE)
        across, height = Floors.size(result, second)
        if fits:
            at, left = BOTTOM + height + ABOVE + BASELINE - LINE / 2, WIRES
        else:
            at, left = left_over - LINE, WIRES if longest <= wide - WIRES else 0.0
        return cls(
            (LEFT, stage.height - TOP - Floors.size(shape, scale)[1]), scale, MARGIN,
            (middle, 0.0, wide, stage.height), room, side,
            (middle + wide - across, BOTTOM), second, MARGIN,
            (middle + wide, BOTTOM + height + ABOVE),
            (middle + left, at, wide - left), middle + wide + RIGHT / 2, False,
        )  # fmt: skip

    @classmethod
    def above(cls, stage: Stage, layer: LayerSteps) -> "VolumePlaces":
        """Place the input and the output side by side, and the table under them."""
        sides = range(int(LEAST), int(SIDE) + 1)
        found = [cls._above(stage, layer, float(side)) for side in sides]
        fitting = [each for each in found if min(each._smallest) >= LEAST] or found[:1]
        return max(fitting, key=lambda each: each.scale**FLOORS * each.side)

    @classmethod
    def _above(cls, stage: Stage, layer: LayerSteps, side: float) -> "VolumePlaces":
        """Place them with tiles of this side in the table."""
        shape, result = layer.padded.shape, layer.y.shape
        table = SliceTable.height(layer, side)
        wide = stage.width - RIGHT + WIRES - LEFT
        fitting, _ = SliceTable.fitting(layer, wide, table)
        foot = LINED + table + UNDER + (NOTED - EDGE if layer.unusual else 0.0)
        free = stage.height - TOP - foot
        high = min(1.0, *(free / Floors.size(each)[1] for each in (shape, result)))
        cells = sum(Floors.size(each)[0] - MARGIN for each in (shape, result))
        scale = min(high, (stage.width - LEFT - RIGHT - BETWEEN) / cells)
        (_, height), (across, under) = (Floors.size(each, scale) for each in (shape, result))
        top = stage.height - TOP - max(0.0, free - height) / 2
        right, middle = stage.width - RIGHT, top - height / 2
        # Wires turn where names of slices would stand.
        return cls(
            (LEFT, top - height), scale, 0.0,
            (LEFT - WIRES, LINED, wide, table), table, min(side, fitting),
            (right - (across - MARGIN), middle - under / 2), scale, 0.0,
            (right, middle + under / 2 + ABOVE),
            (LEFT, LINED - LINE - BASELINE, right - LEFT), right + BUS, True,
        )  # fmt: skip


def _beside_needs(layer: LayerSteps) -> tuple[float, float]:
    """Return the width and the height that they take side by side at least."""
    least, result = LEAST / DEEP, layer.y.shape
    left = LEFT + Floors.size(layer.padded.shape, least)[0] + BETWEEN
    right = max(SliceTable.width(layer, SMALL), Floors.size(result, least)[0]) + RIGHT
    table = SliceTable.height(layer, LEAST)
    column = table + Floors.size(result, least)[1] + BOTTOM + OVER + LINE
    table_share = table / SHARE
    high = TOP + Floors.size(layer.padded.shape, least)[1] + NOTED
    return max(left / HALF, left + right), max(high, column, table_share)


def _above_needs(layer: LayerSteps) -> tuple[float, float]:
    """Return the width and the height that they take at least where the table is under them."""
    least, grids = LEAST / DEEP, (layer.padded.shape, layer.y.shape)
    cells = sum(Floors.size(shape, least)[0] - MARGIN for shape in grids)
    volumes = LEFT + cells + BETWEEN + RIGHT
    table = SliceTable.width(layer, LEAST) - WIRES + LEFT + RIGHT
    high = max(Floors.size(shape, least)[1] for shape in grids)
    foot = LINED + SliceTable.height(layer, LEAST) + UNDER + NOTED - EDGE
    return max(volumes, table), TOP + high + foot
