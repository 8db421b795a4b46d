"""The sum written out: an element of the output as the products it is added up from."""

from dataclasses import dataclass

import numpy as np

from animations.rendering.animation import Show
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import factor, whole
from animations.rendering.panels.text.sums import SumLine, Word
from animations.rendering.timeline import Frame, nearest_step
from signals import LayerSteps, TransposedSteps


@dataclass(frozen=True)
class ScanSumPanel:
    """y(i, j) = w(m, n) · x(…) + …: one term for every weight that is not zero.

    Where a figure goes on after the last step, there is nothing more to say.

    Attributes
    ----------
    scan : LayerSteps or TransposedSteps
        What happens.
    """

    scan: LayerSteps | TransposedSteps
    height: float = 62
    rigid: bool = True

    def build(self, stage: Stage) -> Show:
        """Return what writes the sum."""
        scan = self.scan
        line = SumLine(stage, 4 * int(np.count_nonzero(scan.w)) + 3)

        def show(frame: Frame) -> None:
            place = scan.target(nearest_step(frame.t, 0, scan.last))
            words: list[Word] = [(f"$y({', '.join(map(str, place))})  = $ ", "y")]
            for weight, value in scan.terms(place):
                if weight:
                    words += [("  +  ", "muted")] if len(words) > 1 else []
                    words += [(factor(weight), "h"), (" · ", "muted"), (factor(value), "x")]
            words += [("  =  ", "muted"), (whole(float(scan.y[place])), "y")]
            line.show(words if stage.step(frame) <= scan.last else [])

        return show
