"""A photograph, beside which others show what is made of it."""

from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.picture import Raster, greys
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import NAME
from animations.rendering.photograph import WHITE
from animations.rendering.theme import LABEL
from signals.arguments import FloatArray

PIXEL, OVER = 3.0, 36.0  # a pixel's side and the room over the first, in design pixels


@dataclass(frozen=True)
class PhotographPanel(Panel):
    """A photograph, of grey levels from 0 to 99, on the left."""

    photo: FloatArray
    height: float = 1.0

    def build(self, stage: Stage) -> Update:
        """Draw everything; nothing moves."""
        where = pixels(stage, self.photo)
        stage.figure.add_artist(Raster(stage, where, greys(self.photo, WHITE)))
        stage.text(where.left, where.top + NAME, "photograph", LABEL, "x")
        return lambda frame: None


def pixels(stage: Stage, photo: FloatArray) -> Squares:
    """Return where the pixels of a photograph stand."""
    middle = stage.height - OVER - len(photo) * PIXEL / 2
    return Squares(LEFT, middle, photo.shape, PIXEL)
