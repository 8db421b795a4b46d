"""A line of pixels over its channels, and the frame on those that the kernel meets."""

from animations.rendering.drawing.color_image import ColorImage
from animations.rendering.drawing.sliding import SlidingStage
from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.tiles import greatest
from animations.rendering.drawing.wires import Wire
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.receptive_field import frame_width
from animations.rendering.panels.grids.row_places import RowPlaces
from animations.rendering.theme import NOTE, PROSE_FONT
from signals.arguments import FloatArray

BASELINE = 7.0  # from the middle of a line down to its baseline, in design pixels
NUMBERS = 8.0  # from the pixels up to their numbers


def draw_pixels(stage: Stage, places: RowPlaces, colors: FloatArray, window: range) -> SlidingStage:
    """Draw the pixels, and a frame around some of them on a stage that slides.

    `colors` has shape (3, pixels). The frame leads down to the first kernel.
    """
    side, level = places.side, places.picture - BASELINE
    picture = ColorImage(stage, places.column(places.first), places.picture, colors[:, None], side)
    style = {"fontfamily": PROSE_FONT}
    stage.text(places.left - 14, level, "pixels", NOTE, "x", ha="right", **style)
    if not places.stacked:
        said = f"brightness 0 to {shortest(greatest(colors))}"
        stage.text(places.written, level, said, NOTE, "muted", **style)
    columns = range(places.first, places.last + 1)
    places.number(stage, r"$\tau$", columns, picture.top + NUMBERS)

    sliding = SlidingStage.on(stage)
    frame = Squares(places.column(window[0]), places.picture, (1, len(window)), side)
    Outline(sliding, "h", frame_width(side)).show(frame.frame)
    below = places.kernels[0] + side / 2
    ends = frame.left, frame.left + frame.width
    Wire(sliding, "h", zorder=0).show(*([(x, frame.bottom), (x, below)] for x in ends))
    return sliding
