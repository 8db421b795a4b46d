"""Input elements spread: copies of the kernel, scaled by them, add up to the output."""

from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.squares import Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import shortest
from animations.rendering.panels.grids.arrangement import arrange
from animations.rendering.timeline import Frame, nearest_step
from signals import TransposedSteps


@dataclass(frozen=True)
class TransposedPanel(Panel):
    """Input, weights, the copy of them that is added, and the sums, in two dimensions, as tiles."""

    layer: TransposedSteps
    height: float = 1.0

    def build(self, stage: Stage) -> Update:
        """Draw the input and the weights; return what shows a step."""
        layer = self.layer
        drawn = [layer.drawn(step) for step in range(layer.last + 1)]
        image, _, copy, output = arrange(stage, layer, layer.x, 0.5, drawn, drawn)
        image.show(layer.x)
        output.note(f"stride $s = {max(layer.stride)}$")
        name = copy.label("y")
        source, stamp, newest = Outline(stage, "x"), Outline(stage, "h"), Outline(stage, "y")

        def show(frame: Frame) -> None:
            step = nearest_step(frame.t, 0, layer.last)
            place = layer.places[step]
            name.set_text(f"weights times {shortest(float(layer.x[place]))}")
            copy.show(layer.copy(place))
            output.show(drawn[step])
            source.show(image.cell(place))
            stamp.show(output.box(*layer.reached(place)))
            newest.show(output.cell(layer.target(step)))

        return show
