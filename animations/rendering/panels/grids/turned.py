"""What the flip is in two dimensions: weights as they are, and turned by 180 degrees."""

from dataclasses import dataclass
from math import pi

import numpy as np
from numpy.typing import ArrayLike

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.plane import RIGHT
from animations.rendering.drawing.squares import LEAST, Outline
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME, Tiles
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.grids.arrangement import refusal
from animations.rendering.panels.grids.picture_places import Picture
from animations.rendering.panels.grids.receptive_field import frame_width
from animations.rendering.theme import NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals.arguments import FloatArray
from signals.window import times

SIDE = 66.0  # of a tile at most, in design pixels
ABOVE = 12.0  # from a photograph over it down to the room that a grid turns in
BELOW, PITCH = 24.0, 26.0  # from the room that a grid turns in to its label, and from line to line
LABELS = ("deep learning:", "as they are"), ("convolution:", "turned by 180°")


@dataclass(frozen=True)
class TurnPanel(Panel):
    """Weights, numbered, as deep learning takes them, and a copy that turns as in convolution.

    It stands in one place with a `PhotographPanel`.

    Attributes
    ----------
    photo : ndarray
        Grey levels from 0 to 99.
    kernel : array_like
        The numbers, in rows and columns.
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
        kernel, photo = np.array(self.kernel, dtype=float), Picture.of(stage, self.photo)
        start, top = photo.left + photo.width, photo.top
        if photo.over_others:
            start, top = photo.left, photo.bottom - ABOVE
        half = (stage.width - RIGHT - start) / 2
        diagonal = float(np.hypot(*kernel.shape))  # in tiles: the room that it turns in
        free = top - BELOW - 1.5 * PITCH
        side = min(SIDE, 0.95 * half / diagonal, free / diagonal)
        if side < LEAST:
            least = LEAST * diagonal
            needed = (
                stage.width + max(0.0, 2 * (least / 0.95 - half)),
                stage.height + max(0.0, least - free),
            )
            raise refusal(stage, f"{times(kernel.shape)} weights to turn", [needed])
        middle = top - diagonal * side / 2
        below = middle - diagonal * side / 2 - BELOW
        # Numbers here are but places: all in one tint.
        tint = stage.theme.tint("h", 0.2), stage.theme.ink

        def paint(number: float) -> tuple[str, str]:
            return tint

        grids = []
        for n, lines in enumerate(LABELS):
            center = start + (n + 0.5) * half
            left = center - kernel.shape[1] * side / 2
            grids.append(
                Tiles(
                    stage, left, middle, kernel.shape, side, "h", kernel, moving=True, paint=paint
                )
            )
            grids[-1].show(kernel)
            for at, words in zip((below, below - PITCH), lines, strict=True):
                stage.label(NOTE, "ink", (center, at), words, ha="center", fontfamily=PROSE_FONT)
        kept, turning = grids
        over = kept.left + 1.5, kept.top + NAME
        stage.label(NOTE, "h", over, "weights, numbered", fontfamily=PROSE_FONT)
        chosen = Outline(stage, "h", frame_width(side))

        def show(frame: Frame) -> None:
            turned = min(max(frame.t - self.first, 0.0), 1.0)
            turning.turn(-pi * turned)
            chosen.show(*([kept.frame] if turned == 1 else []))

        return show
