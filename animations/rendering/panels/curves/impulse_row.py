"""Slices of an input: each an impulse of its area, in the shade that its echo has, too."""

from collections.abc import Sequence

import numpy as np

from animations.rendering.drawing.arrows import HEAD, Arrows
from animations.rendering.drawing.curve import SPACING, closed, outline
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stems import stalks
from animations.rendering.theme import Theme
from signals import ContinuousSignal, concentrate, decompose

FIRST, LAST = 0.28, 0.8  # strengths of the first slice and of the last
NARROW, THIN = 9.0, 7.0  # design pixels of a slice under which it has no arrow, and no edges
SPLIT = 0.045  # of the span, in which t goes while slices split
SPARE = 0.75  # of a slice, that its arrow's head may take


def shades(theme: Theme, count: int) -> list[str]:
    """Return the colours of so many slices, or echoes: the newest is the strongest."""
    strengths = np.linspace(FIRST, LAST, count) if count > 1 else [(FIRST + LAST) / 2]
    return [theme.tint("h", float(strength)) for strength in strengths]


def origins(count: int, before: int) -> list[int]:
    """Return which of those before each splits off from; none unless each becomes as many."""
    return [n * before // count for n in range(count)] if before and count % before == 0 else []


def way(since: float, t: float, span: tuple[float, float]) -> float:
    """Return which part of the way to their places slices have come at t."""
    return min(1.0, (t - since) / (SPLIT * (span[1] - span[0])))


class ImpulseRow:
    """The part of a signal that is no impulses, in slices: gaps between them, areas and arrows.

    Its impulses split off from those `before`, if each of these becomes as many.
    """

    def __init__(
        self,
        plane: Plane,
        signal: ContinuousSignal,
        cuts: Sequence[float],
        before: "ImpulseRow | None" = None,
    ) -> None:
        self._x, self._cuts = signal, np.array(cuts, dtype=float)
        parts = decompose(ContinuousSignal(signal.pieces), cuts)
        struck = [(part.support, concentrate(part, ()).impulses) for part in parts]
        ends = [support for support, some in struck if some]  # of those with an area
        self.row = np.reshape([some for _, some in struck if some], (-1, 2))
        ways = origins(len(self.row), len(before.row)) if before else []
        self._origins = before.row[ways] if before and ways else self.row
        spacing = SPACING * plane.pixel
        colors = shades(plane.stage.theme, len(struck))
        self._faces = []
        for part, color, (support, some) in zip(parts, colors, struck, strict=True):
            if some:
                face = plane.face(color, zorder=1.5)
                face.set_xy(closed(outline(part, *support, spacing)))
                self._faces.append((support[1], face))
        self._slits = plane.line("background", 1.4, zorder=2)
        slim = min((stop - start for start, stop in ends), default=0.0) / plane.pixel
        self._edged = slim >= THIN
        self.has_arrows = slim >= NARROW
        count = len(self.row) if self.has_arrows else 0
        head = min(HEAD, SPARE * slim)
        self._arrows = Arrows(plane, "x", count, width=2.8 * head / HEAD, head=head)

    def show(self, t: float, visible: bool, part: float = 1.0) -> None:
        """Show what has come in by t, part of the way from what it was before, or nothing."""
        inner = self._cuts[(self._cuts <= t) & visible & self._edged]
        self._slits.set_data(stalks(inner, self._x(inner)).T)
        for stop, face in self._faces:
            face.set_visible(visible and stop <= t)
        come = (self.row[:, 0] <= t) & visible
        self._arrows.show((self._origins + part * (self.row - self._origins))[come])
