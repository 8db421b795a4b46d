"""Who learns, as pictures tell it apart: a colour, and heads that are filled or hollow."""

from dataclasses import dataclass

from matplotlib.lines import Line2D
from matplotlib.transforms import Transform

from animations.rendering.drawing.stage import Stage
from signals.learning import Descent

RIM, WIDER = 2.0, 3.5  # points: the rim of what is hollow, and how much wider that is


@dataclass(frozen=True)
class Learner:
    r"""A descent, and how its kernel and its output look.

    Attributes
    ----------
    descent : Descent
        The weights, step by step.
    role : str
        What colours it.
    wording : str
        What it is trained with, in a word.
    hollow : bool
        Whether its heads and dots are rings.
    formula : str
        What that computes: mathtext with ``\textcolor``; see `write_formula`.
    """

    descent: Descent
    role: str
    wording: str
    hollow: bool = False
    formula: str = ""

    def heads(self, stage: Stage, size: float, zorder: float, transform: Transform) -> Line2D:
        """Add its moving heads or dots; rings are larger, so that a dot may stand in one."""
        size = size + WIDER if self.hollow else size
        heads = stage.markers(self.role, size, zorder - 0.05 * self.hollow, transform)
        if self.hollow:
            heads.set(markerfacecolor=stage.theme.background, markeredgewidth=RIM)
        return heads
