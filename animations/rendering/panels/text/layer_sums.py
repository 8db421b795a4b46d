"""Sums of a layer written out: an element of the output as the numbers it is added up from."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import SumLine, Term, Word
from animations.rendering.drawing.wording import factor, sign
from animations.rendering.framing.numbers import shortest
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.grids.channels import COLORS
from animations.rendering.timeline import Frame, nearest_step
from signals import ChannelSteps, LayerSteps, TransposedSteps


@dataclass(frozen=True)
class LayerSumPanel(Panel):
    """y(i, j) = w(m, n) · x(…) + …: one term for every weight that is not zero.

    Where a figure goes on after the last step, there is nothing more to say.
    """

    layer: LayerSteps | TransposedSteps

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(62)

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        layer = self.layer
        line = SumLine(stage)

        def show(frame: Frame) -> None:
            place = layer.target(nearest_step(frame.t, 0, layer.last))
            terms = [
                Term([(factor(weight), "h"), (factor(value), "x")])
                for weight, value in layer.terms(place)
                if weight
            ]
            if stage.step(frame) <= layer.last:
                line.show([_named("y", place)], terms, (shortest(float(layer.y[place])), "y"))
            else:
                line.write([])

        return show


@dataclass(frozen=True)
class BiasSumPanel(Panel):
    """Each output's newest element as the sum of what its channels give, and its bias."""

    layer: ChannelSteps

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(62)

    def build(self, stage: Stage) -> Update:
        """Return what writes the sums, side by side."""
        layer, outputs = self.layer, len(self.layer.y)
        roles = [*islice(cycle(COLORS), len(layer.x)), "ink"]
        wide = 0.92 * stage.width / outputs
        lines = [
            SumLine(stage.part(output * wide, 0, wide, stage.height), room=wide + LEFT - 12)
            for output in range(outputs)
        ]

        def show(frame: Frame) -> None:
            place = layer.places[nearest_step(frame.t, 0, layer.last)]
            for output, written in enumerate(lines):
                numbers = [*layer.sums(output, place), float(layer.bias[output])]
                terms = [
                    Term([(factor(value), role)])
                    for value, role in zip(numbers, roles, strict=True)
                ]
                total = shortest(float(layer.y[output][place]))
                written.show([_named(f"y_{output + 1}", place)], terms, (total, "y"))

        return show


def slice_sum(stage: Stage, layer: LayerSteps) -> Callable[[int], None]:
    """Return what writes an element of an output as the sum of what a volume's slices give."""
    line = SumLine(stage)

    def colored(value: float) -> str:
        return "negative" if value < 0 else "y"

    def show(step: int) -> None:
        place = layer.places[step]
        total = float(layer.y[place])
        terms = [
            Term([(shortest(abs(part)), colored(part))], (sign(part), colored(part)))
            for part in layer.products(place).sum(axis=(1, 2)).tolist()
        ]
        line.show([_named("y", place)], terms, (shortest(total), colored(total)))

    return show


def _named(name: str, place: tuple[int, ...]) -> Word:
    return f"${name}({', '.join(map(str, place))})  = $ ", "y"
