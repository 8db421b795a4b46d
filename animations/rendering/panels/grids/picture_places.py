"""Where a photograph stands, with what is made of it beside it or below."""

from math import ceil

from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.panels.grids.arrangement import refusal
from signals.arguments import FloatArray
from signals.window import times

PIXEL, WIDE = 3, 240.0  # a pixel's side, and that of a photograph, as large as they become
OVER, FOOT = 36.0, 76.0  # over a picture, and under it for weights or a scale, in design pixels
UPPER, NAMED, LOWEST = 30.0, 38.0, 10.0  # over the upper of two, over the lower one and under it
APART, NARROWEST = 18.0, 150.0  # between two pictures, and how wide they are, at least


class Picture(Squares):
    """The pixels of a photograph on the left of a stage, in its upper half if it is `over_others`.

    Other pictures stand beside it, or under it. It is large enough for two of them to be as large
    or, where they stand beside it, at least as wide as can be seen well.
    """

    over_others = False

    @classmethod
    def of(cls, stage: Stage, photo: FloatArray) -> "Picture":
        """Return the arrangement with the larger pixels, a whole number of design pixels large.

        Raises
        ------
        ValueError
            If there is no room for it.
        """
        largest = max(PIXEL, int(WIDE // max(photo.shape)))
        smallest = min(largest, ceil(NARROWEST / max(photo.shape)))
        for side in range(largest, smallest - 1, -1):
            for below in (False, True) if side == largest else (True, False):
                wide, high = _needs(photo, side, below)
                if stage.width >= wide and stage.height >= high:
                    top = stage.height - (UPPER if below else OVER)
                    found = cls(LEFT, top - len(photo) * side / 2, photo.shape, side)
                    found.over_others = below
                    return found
        what = f"a photograph of {times(photo.shape)} pixels and copies of it"
        raise refusal(stage, what, [_needs(photo, smallest, below) for below in (False, True)])

    def lowered(self, down: float) -> "Picture":
        """Return the same as seen from so much further up."""
        middle = (self.top + self.bottom) / 2 - down
        found = Picture(self.left, middle, self.shape, self.side)
        found.over_others = self.over_others
        return found


def _needs(photo: FloatArray, side: int, below: bool) -> tuple[float, float]:
    """Return the width and the height that a photograph takes with others beside it or below."""
    high, wide = (side * size for size in photo.shape)
    if below:
        return LEFT + 2 * wide + APART + RIGHT, UPPER + 2 * high + NAMED + LOWEST
    others = 2 * (APART + min(NARROWEST, wide))
    return LEFT + wide + others + RIGHT, OVER + high + FOOT
