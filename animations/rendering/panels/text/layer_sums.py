"""Sums of a layer written out: an element of the output as the numbers it is added up from."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.channels import Channels
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import factor, shortest, sign
from animations.rendering.panels.grids.channels import COLORS
from animations.rendering.panels.text.sum_line import SumLine, Term, Word
from animations.rendering.scan import Place, Scan
from animations.rendering.spread import Spread
from animations.rendering.timeline import Frame, nearest_step


@dataclass(frozen=True)
class LayerSumPanel:
    """y(i, j) = w(m, n) · x(…) + …: one term for every weight that is not zero.

    Where a figure goes on after the last step, there is nothing more to say.

    Attributes
    ----------
    scan : Scan or Spread
        What happens.
    """

    scan: Scan | Spread
    height: float = 62
    rigid: bool = True

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        scan = self.scan
        line = SumLine(stage, int(np.count_nonzero(scan.w)))

        def show(frame: Frame) -> None:
            place = scan.target(nearest_step(frame.t, 0, scan.last))
            terms = [
                Term([(factor(weight), "h"), (factor(value), "x")])
                for weight, value in scan.terms(place)
                if weight
            ]
            if stage.step(frame) <= scan.last:
                line.show([_named("y", place)], terms, (shortest(float(scan.y[place])), "y"))
            else:
                line.write([])

        return show


@dataclass(frozen=True)
class BiasSumPanel:
    """Each output's newest element as the sum of what its channels give, and its bias.

    Attributes
    ----------
    channels : Channels
        What happens.
    """

    channels: Channels
    height: float = 62
    rigid: bool = True

    def build(self, stage: Stage) -> Update:
        """Return what writes the sums, side by side."""
        channels = self.channels
        lines = [SumLine(half, len(COLORS) + 1) for half in stage.split(0.46)]

        def show(frame: Frame) -> None:
            place = channels.place(nearest_step(frame.t, 0, channels.last))
            for output, line in enumerate(lines):
                numbers = [*channels.sums(output, place), float(channels.bias[output])]
                terms = [
                    Term([(factor(value), role)])
                    for value, role in zip(numbers, (*COLORS, "ink"), strict=True)
                ]
                total = shortest(float(channels.y[output][place]))
                line.show([_named(f"y_{output + 1}", place)], terms, (total, "y"))

        return show


def slice_sum(stage: Stage, scan: Scan) -> Callable[[int], None]:
    """Return what writes an element of an output as the sum of what a volume's slices give."""
    line = SumLine(stage, len(scan.w))

    def colored(value: float) -> str:
        return "negative" if value < 0 else "y"

    def show(step: int) -> None:
        place = scan.place(step)
        total = float(scan.y[place])
        terms = [
            Term([(shortest(abs(part)), colored(part))], (sign(part), colored(part)))
            for part in scan.products(place).sum(axis=(1, 2)).tolist()
        ]
        line.show([_named("y", place)], terms, (shortest(total), colored(total)))

    return show


def _named(name: str, place: Place) -> Word:
    return f"${name}({', '.join(map(str, place))})  = $ ", "y"
