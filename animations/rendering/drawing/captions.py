"""Names over grids and notes under them: as long as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any

from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

from animations.rendering.drawing.label import width
from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import DESIGN_DPI, Place, Stage
from animations.rendering.theme import DIGIT_FONT, LABEL, MATH_FONT, NOTE, PROSE_FONT

Box = tuple[float, float, float, float]

EDGE, APART = 4.0, 9.0  # to the stage's edge, and between two captions, in design pixels
UP, DOWN = 0.98, 0.33  # what letters take over and under the baseline, in pixels per point


@dataclass(frozen=True)
class Caption:
    """What is written at a grid, in the first of its wordings that there is room for.

    Prose is a little smaller than mathematics, which has a face of its own; a note is prose even
    with some mathematics in it. What `moves` can be changed. `at` is where the baseline begins, or
    ends if it is flush right.
    """

    wordings: Sequence[str]
    role: str
    at: Place
    ha: str = "left"
    note: bool = False
    moves: bool = False

    def box(self, wording: str) -> Box:
        """Return the box that a wording takes: left, bottom, right and top."""
        family, size = self._type(wording)
        font = FontProperties(family=family, size=size, math_fontfamily=MATH_FONT)
        wide, (x, y) = width(wording, font, DESIGN_DPI), self.at
        left = x - wide if self.ha == "right" else x
        return left, y - DOWN * size, left + wide, y + UP * size

    def write(self, stage: Stage, wording: str) -> Text:
        """Write it, whether there is room or not."""
        family, size = self._type(wording)
        style: dict[str, Any] = {"ha": self.ha, "fontfamily": family}
        if self.moves:
            return stage.label(size, self.role, self.at, wording, **style)
        return stage.text(*self.at, wording, size, self.role, **style)

    def _type(self, wording: str) -> tuple[str, float]:
        """Return the face and the size of the type that a wording is set in."""
        prose = self.note or "$" not in wording
        return (PROSE_FONT, NOTE) if prose else (DIGIT_FONT, LABEL)


def write(
    stage: Stage, families: Sequence[Sequence[Caption]], grids: Sequence[Squares]
) -> list[Text | None]:
    """Write captions so that none touches another, a grid or the stage's edge.

    Those of a family all have their first wording, or all their second, and so on. The first
    families have first choice, but leave the others their shortest wordings. A family that has no
    room at all is left out.
    """
    taken = [(grid.left, grid.bottom, grid.left + grid.width, grid.top) for grid in grids]
    shortest = [[each.box(each.wordings[-1]) for each in family] for family in families]
    written: list[Text | None] = []
    for number, family in enumerate(families):
        others = [*taken, *chain.from_iterable(shortest[number + 1 :])]
        for wordings in zip(*(each.wordings for each in family), strict=True):
            boxes = [each.box(wording) for each, wording in zip(family, wordings, strict=True)]
            if _fit(stage, boxes, others):
                taken += boxes
                pairs = zip(family, wordings, strict=True)
                written += [each.write(stage, wording) for each, wording in pairs]
                break
        else:
            written += [None] * len(family)
    return written


def _fit(stage: Stage, boxes: Sequence[Box], others: Sequence[Box]) -> bool:
    """Whether boxes lie on the stage, and touch neither others nor each other."""
    touching = any(_touch(box, other) for box in boxes for other in others)
    among = any(_touch(one, other) for one, other in combinations(boxes, 2))
    return all(_inside(stage, box) for box in boxes) and not touching and not among


def _inside(stage: Stage, box: Box) -> bool:
    left, bottom, right, top = box
    return left >= EDGE and right <= stage.width - EDGE and bottom >= 0 and top <= stage.height


def _touch(one: Box, other: Box) -> bool:
    across = one[0] < other[2] + APART and other[0] < one[2] + APART
    return across and one[1] < other[3] and other[1] < one[3]
