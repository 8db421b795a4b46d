"""The line on top of a figure that tells a story: a formula, and what happens just now."""

from collections.abc import Sequence
from dataclasses import dataclass

from animations.rendering.animation import Show
from animations.rendering.drawing.formula import write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.theme import FORMULA, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame


@dataclass(frozen=True)
class Narration:
    r"""A formula in the colours of what it names, and a few words that change with t.

    Attributes
    ----------
    formula : str
        Mathtext with ``\textcolor``; see `write_formula`.
    words : sequence of (float, str)
        From which t on to say what, in ascending order; nothing is said before the first.
    """

    formula: str
    words: Sequence[tuple[float, str]] = ()
    height: float = 98
    rigid: bool = True

    def build(self, stage: Stage) -> Show:
        """Write the formula and return what says the words."""
        write_formula(stage, LEFT, 38, self.formula, FORMULA)
        said = stage.label(NOTE, "muted", ha="right", fontfamily=PROSE_FONT)
        said.set_position((stage.width - RIGHT, 38))

        def show(frame: Frame) -> None:
            said.set_text(next((text for at, text in self.words[::-1] if frame.t >= at), ""))

        return show
