"""The copies of h that samples start as they come in one by one."""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import PathPatch

from animations.rendering.animation import Panel, Update
from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.stems import bars
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, convolve

HALF = 0.4  # half a block's width
STRENGTHS = (0.9, 0.66, 0.46, 0.3)  # of the layers of a pile, in turn


@dataclass(frozen=True)
class EchoPanel(Panel):
    """The copies x(n)·h(t − n) that the samples up to now have started, one on top of another.

    Neither the impulse response nor the input is ever negative.
    """

    h: DiscreteSignal
    x: DiscreteSignal
    height: float = 2.0

    def build(self, stage: Stage) -> Update:
        """Draw the axes; return what shows a frame."""
        t: Values = np.arange(np.ceil(stage.span[0]), stage.span[1])
        copies = [self.x(n) * self.h(t - n) for n in range(self.x.start, self.x.stop)]
        tops = np.cumsum(copies, axis=0)
        plane = Plane(stage, tops[-1].tolist(), "t", headroom=0.2, numbered=False)
        layers: list[tuple[int, PathPatch]] = []
        for number, (copy, top) in enumerate(zip(copies, tops, strict=True)):
            if not np.any(copy):
                continue
            color = stage.theme.tint("h", STRENGTHS[len(layers) % len(STRENGTHS)])
            layer = stage.patch(1, transform=plane.data, facecolor=color, linewidth=0)
            layer.set_path(bars(t[copy > 0], (top - copy)[copy > 0], top[copy > 0], HALF))
            layers.append((self.x.start + number, layer))
        y = convolve(self.h, self.x)
        tie = plane.tie()
        total = plane.dot("y")
        plane.name("copies of $h$", "h", 0.3 * float(np.max(tops)))

        def show(frame: Frame) -> None:
            now = round(frame.t)
            for start, layer in layers:
                layer.set_visible(start <= now)
            height = y(now)
            total.set_data([now], [height])
            tie.set_data([now, now], [plane.height(height), 0])

        return show
