"""What the flip means in two dimensions: the weights as they are, and turned by 180 degrees."""

from dataclasses import dataclass
from math import pi

import numpy as np
from numpy.typing import ArrayLike

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.squares import LEAST, Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME, Tiles
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.grids.photograph import OVER, pixels
from animations.rendering.panels.grids.receptive_field import frame_width
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals.arguments import FloatArray
from signals.window import times

SIDE = 70.0  # of a tile at most, in design pixels
BELOW, PITCH = 26.0, 34.0  # from a grid that turns to what is said of it, and from line to line
AS_THEY_ARE = (
    "cross-correlation",
    r"\textcolor{h}{w(m, n)}\,\textcolor{x}{x(i + m, j + n)}",
)
AROUND = "convolution", r"\textcolor{h}{w(m, n)}\,\textcolor{x}{x(i - m, j - n)}"


@dataclass(frozen=True)
class TurnPanel(Panel):
    """Weights as cross-correlation takes them, beside a copy that turns as convolution needs it.

    It stands in one place with a `PhotographPanel`.

    Attributes
    ----------
    photo : ndarray
        Grey levels from 0 to 99.
    kernel : array_like
        The weights, in rows and columns.
    first : int
        The step in which the copy is not turned yet; in the next one it is.
    """

    photo: FloatArray
    kernel: ArrayLike
    first: int = 0

    def subject(self) -> Subject:
        """Return that it goes on to the turned copy."""
        return Subject(last=max(0, self.first + 1))

    def build(self, stage: Stage) -> Update:
        """Draw the weights; return what turns their copy."""
        kernel, photo = np.array(self.kernel, dtype=float), pixels(stage, self.photo)
        start = photo.left + photo.width
        half = (stage.width - RIGHT - start) / 2
        diagonal = float(np.hypot(*kernel.shape))  # in tiles: the room that it turns in
        top = photo.top + OVER - NAME
        side = min(SIDE, 0.95 * half / diagonal, (top - BELOW - 1.5 * PITCH) / diagonal)
        if side < LEAST:
            raise ValueError(f"there is no room for {times(kernel.shape)} weights to turn")
        middle = top - diagonal * side / 2
        below = middle - diagonal * side / 2 - BELOW
        grids = []
        for n, (name, product) in enumerate((AS_THEY_ARE, AROUND)):
            center = start + (n + 0.5) * half
            left = center - kernel.shape[1] * side / 2
            grids.append(Tiles(stage, left, middle, kernel.shape, side, "h", kernel, moving=True))
            grids[-1].show(kernel)
            stage.label(NOTE, "ink", (center, below), name, ha="center", fontfamily=PROSE_FONT)
            left = center - formula_width(product, LABEL) / 2
            write_formula(stage, left, below - PITCH, product, LABEL)
        as_is = grids[0].left + 1.5, grids[0].top + NAME
        stage.label(NOTE, "h", as_is, "weights", fontfamily=PROSE_FONT)
        at = grids[1].left + 1.5, grids[1].top + NAME
        said = stage.label(NOTE, "h", at, "turned by 180°", fontfamily=PROSE_FONT)
        chosen = Outline(stage, "h", frame_width(side))

        def show(frame: Frame) -> None:
            turned = min(max(frame.t - self.first, 0.0), 1.0)
            grids[1].turn(pi * turned)
            said.set_visible(turned == 1)
            chosen.show(*([grids[0].frame] if turned == 1 else []))

        return show
