"""What overlaps show in passing: the product place by place, and mirror images."""

from math import cos, pi

import numpy as np

from animations.rendering.arrays import Vertices
from animations.rendering.drawing.plane import Plane
from animations.rendering.framing.subject import Interval
from animations.rendering.timeline import Frame
from signals import ContinuousSignal
from signals.overlap import Support, overlap

TRAVEL = 0.4  # the part of the time in which a mirror image comes down, before it turns
DASH = 5.0  # design pixels
SHORT = 0.5  # of the row above, as far as the mirror reaches into it


def probed(
    fixed: ContinuousSignal, sliding: ContinuousSignal, flip: bool, span: Interval, frame: Frame
) -> float | None:
    """Return the τ that a probe has come to, from one end of the overlap in view to the other."""
    part = frame.aside_part("probe")
    if part is None:
        return None
    start, stop = _met(fixed.support, sliding.support, frame.t, flip)
    start, stop = max(start, span[0]), min(stop, span[1])
    return start + part * (stop - start)


def _met(fixed: Support, sliding: Support, t: float, flip: bool) -> Interval:
    """Return from where to where two supports overlap."""
    seen = overlap(fixed, sliding, t, flip)
    start, stop = (end.value + (t if end.moves else 0.0) for end in (seen.lower, seen.upper))
    return start, stop


class Probe:
    """An upright line at one τ, with the values of both factors and, in green, their product."""

    def __init__(self, plane: Plane, still: str, slides: str) -> None:
        self._line = plane.line("muted", 1.2, zorder=5)
        self._height = plane.line("y", 5.0, zorder=5.1)
        self._dots = [plane.markers(role, 8.0, zorder=6) for role in (still, slides, "y")]

    def show(self, tau: float | None, first: float, second: float) -> None:
        """Stand at τ, with the values of both factors there; vanish without one."""
        values = first, second, first * second
        for dot, value in zip(self._dots, values, strict=True):
            dot.set(data=([tau], [value]), visible=tau is not None)
        self._line.set(
            data=([tau, tau], [min(0.0, *values), max(0.0, *values)]), visible=tau is not None
        )
        self._height.set(data=([tau, tau], [0, values[-1]]), visible=tau is not None)


class Mirror:
    """An outline that comes down from the row above and turns about t/2, until it lies on its own.

    Both rows show the same product once over τ and once over t − τ.
    """

    def __init__(self, plane: Plane) -> None:
        stage = plane.stage
        above, _ = stage.marks[-2:]
        self._up = (above - stage.bottom - plane.ground) * plane.pixel_up
        self._outline = stage.line("y", 3.4, 6, plane.data)
        self._axis = stage.line("muted", 1.2, 5.9, plane.data)
        self._dashes = np.arange(0.0, self._up + SHORT * plane.high, 2 * DASH * plane.pixel_up)
        self._dash = DASH * plane.pixel_up

    def show(self, frame: Frame, area: Vertices) -> None:
        """Draw what the aside has come to; nothing outside of it."""
        part = frame.aside_part("mirror")
        for line in (self._outline, self._axis):
            line.set_visible(part is not None)
        if part is None:
            return
        down = min(1.0, part / TRAVEL)
        turn = -cos(pi * max(0.0, (part - TRAVEL) / (1 - TRAVEL)))
        middle = frame.t / 2
        across = middle + (area[:, 0] - middle) * turn
        self._outline.set_data(across, area[:, 1] + (1 - down) * self._up)
        gaps = np.full_like(self._dashes, np.nan)
        up = np.column_stack([self._dashes, self._dashes + self._dash, gaps]).ravel()
        self._axis.set_data(np.full(up.shape, middle), up)
