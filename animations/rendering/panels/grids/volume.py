"""A kernel moves through a volume: its box in the input, and the output that grows."""

from collections.abc import Callable
from dataclasses import dataclass

from animations.rendering.animation import Show
from animations.rendering.drawing.floors import Floors
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import by, tinted
from animations.rendering.drawing.wording import whole
from animations.rendering.panels.grids.slices import slice_sums
from animations.rendering.panels.text.sums import SumLine, Word
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame, nearest_step
from signals import LayerSteps
from signals.arguments import FloatArray

ShowStep = Callable[[int], None]

MIDDLE = 446.0  # where the right half starts, in design pixels
NAME, TOP, BOTTOM = 28.0, 40.0, 24.0  # of names and drawings, from the panel's top or bottom
BETWEEN, OVER = 20.0, 32.0  # left of the middle, and over the output for its name
BESIDE = 120.0  # twice how far up the sum stands beside the output
OUTSIDE = 0.25  # how much of its tint a cell keeps that is outside of the box


@dataclass(frozen=True)
class VolumePanel:
    """The input in floors with the kernel's box, what it holds laid out flat, and the output.

    Attributes
    ----------
    layer : LayerSteps
        What happens; of three dimensions (slices, rows and columns), without padding or dilation.
        What is larger than 3 × 3 × 4 under a kernel of 2 × 2 × 2 is drawn smaller.
    """

    layer: LayerSteps
    height: float = 1.0
    rigid: bool = False

    def build(self, stage: Stage) -> Show:
        """Lay out the parts and return what shows a step.

        Raises
        ------
        ValueError
            If there is no room for so many numbers.
        """
        right = stage.part(MIDDLE, 0, stage.width - MIDDLE - RIGHT, stage.height)
        show_sums, room = slice_sums(right, self.layer, NAME, TOP)
        parts = [
            _input(stage, self.layer),
            show_sums,
            _total(right, self.layer),
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
    floors = Floors(stage, (LEFT, bottom), shape, "h", scale)
    seen, unseen = (tinted(stage.theme, "x", layer.x / share) for share in (1, OUTSIDE))

    def show(step: int) -> None:
        window = layer.seen(layer.place(step))

        def look(place: tuple[int, ...], value: float) -> tuple[str, str]:
            if all(n in part for n, part in zip(place, window, strict=True)):
                return seen(value)
            return unseen(value)[0], stage.theme.muted

        floors.show(layer.x, look)
        floors.box(window)

    return show


def _total(stage: Stage, layer: LayerSteps) -> ShowStep:
    """Write how the slices' sums add up, beside the output."""
    beside = stage.part(-LEFT, BOTTOM, stage.width, BESIDE)
    line = SumLine(beside, 2 * len(layer.w) + 2)

    def show(step: int) -> None:
        place = layer.place(step)
        words: list[Word] = [(f"$y({', '.join(map(str, place))})  = $ ", "y")]
        for part in layer.products(place).sum(axis=(1, 2)).tolist():
            role, sign = ("negative", "\N{MINUS SIGN}") if part < 0 else ("y", "+")
            follows = len(words) > 1
            words += [(f"  {sign}  ", role)] if follows else []
            words += [(whole(abs(part) if follows else part), role)]
        value = float(layer.y[place])
        words += [("  =  ", "muted"), (whole(value), "negative" if value < 0 else "y")]
        line.show(words)

    return show


def _output(stage: Stage, layer: LayerSteps, room: float) -> ShowStep:
    """Draw the output below the rest, which leaves so much room."""
    shape = layer.y.shape
    scale = Floors.fit(shape, stage.width, room - BOTTOM - OVER)
    width, height = Floors.size(shape, scale)
    left = stage.width - width
    stage.text(left, BOTTOM + height + 14, sized("output $y$", layer.y), LABEL, "y")
    floors = Floors(stage, (left, BOTTOM), shape, "y", scale)
    paint = tinted(stage.theme, "y", layer.y)

    def show(step: int) -> None:
        floors.show(layer.drawn(step), lambda place, value: paint(value))
        floors.box([(n,) for n in layer.place(step)])

    return show
