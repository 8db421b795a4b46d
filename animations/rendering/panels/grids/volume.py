"""A kernel moves through a volume: its box in the input, and the output that grows."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.floors import Floors
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import greatest, tinted
from animations.rendering.drawing.wording import shortest
from animations.rendering.panels.grids.scan import by
from animations.rendering.panels.grids.slices import slice_sums
from animations.rendering.panels.text.layer_sums import slice_sum
from animations.rendering.scan import Numbers, Scan
from animations.rendering.theme import LABEL
from animations.rendering.timeline import Frame

ShowStep = Callable[[int], None]

MIDDLE = 446.0  # where the right half starts, in design pixels
NAME, TOP, BOTTOM = 28.0, 40.0, 24.0  # of names and drawings, from the panel's top or bottom
BESIDE = 120.0  # twice how far up the sum stands beside the output
OUTSIDE = 0.25  # how much of its tint a cell keeps that is outside of the box


@dataclass(frozen=True)
class VolumePanel:
    """The input in floors with the kernel's box, what it holds laid out flat, and the output.

    Attributes
    ----------
    scan : Scan
        What happens; of three dimensions (slices, rows and columns), without padding or dilation.
        The canvas has room for an input of 3 × 3 × 4 and a kernel of 2 × 2 × 2, or the like.
    """

    scan: Scan
    height: float = 1.0
    rigid: bool = False

    def build(self, stage: Stage) -> Update:
        """Lay out the parts and return what shows a step."""
        right = stage.part(MIDDLE, 0, stage.width - MIDDLE - RIGHT, stage.height)
        parts = [
            _input(stage, self.scan),
            slice_sums(right, self.scan, NAME, TOP),
            slice_sum(right.part(-LEFT, BOTTOM, right.width, BESIDE), self.scan),
            _output(right, self.scan),
        ]

        def show(frame: Frame) -> None:
            for part in parts:
                part(self.scan.step(frame))

        return show


def sized(wording: str, numbers: Numbers) -> str:
    """Name a volume and say how large it is."""
    return f"{wording}   ${by(numbers)}$"


def _input(stage: Stage, scan: Scan) -> ShowStep:
    stage.text(LEFT, stage.height - NAME, sized("input $x$", scan.x), LABEL, "x")
    bottom = stage.height - TOP - Floors.size(scan.x.shape)[1]
    floors = Floors(stage, (LEFT, bottom), scan.x.shape, "h")
    most = greatest([scan.x])
    seen, unseen = tinted(stage.theme, "x", most), tinted(stage.theme, "x", most / OUTSIDE)

    def show(step: int) -> None:
        window = scan.seen(scan.place(step))

        def look(place: tuple[int, ...]) -> tuple[str, str, str]:
            value = float(scan.x[place])
            if all(n in part for n, part in zip(place, window, strict=True)):
                return shortest(value), *seen(value)
            return shortest(value), unseen(value)[0], stage.theme.muted

        floors.show(look)
        floors.box(window)

    return show


def _output(stage: Stage, scan: Scan) -> ShowStep:
    width, height = Floors.size(scan.y.shape)
    left = stage.width - width
    stage.text(left, BOTTOM + height + 14, sized("output $y$", scan.y), LABEL, "y")
    floors = Floors(stage, (left, BOTTOM), scan.y.shape, "y")
    paint = tinted(stage.theme, "y", greatest([scan.y]))

    def show(step: int) -> None:
        drawn = scan.drawn(step)

        def look(place: tuple[int, ...]) -> tuple[str, str, str] | None:
            value = float(drawn[place])
            return None if np.isnan(value) else (shortest(value), *paint(value))

        floors.show(look)
        floors.box([(n,) for n in scan.place(step)])

    return show
