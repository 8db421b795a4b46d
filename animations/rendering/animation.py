"""What a figure script returns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from animations.rendering.timeline import Beat, Frame

if TYPE_CHECKING:
    from animations.rendering.drawing.stage import Stage

Update = Callable[[Frame], None]
"""Moves a panel's artists to a frame."""


class Panel(Protocol):
    """One part of a figure.

    A panel is a description and keeps no state: `build` draws its still part on a stage once and
    returns the function that moves its artists to any frame, in any order.
    """

    @property
    def height(self) -> float:
        """The panel's share of what the rigid panels leave; for a rigid one, design pixels."""

    @property
    def rigid(self) -> bool:
        """Whether the panel keeps its height, as a line of text does; by default not."""
        return False

    def build(self, stage: "Stage") -> Update:
        """Draw what stays; return what moves the rest."""


@dataclass(frozen=True)
class Animation:
    """A figure as a storyboard: what it shows and when, not how.

    Attributes
    ----------
    title, caption, alt : str
        Its name, a sentence or two for under the figure, and a description for those who cannot
        see it.
    panels : sequence of Panel, or of sequences of them
        From top to bottom; an inner sequence stands side by side.
    timeline : sequence of Beat
        What happens when; empty for a still.
    span : tuple of float
        Limits of the horizontal axes; all panels share them, so that t lines up.
    poster : float
        The shift t that stands for the whole figure.
    """

    title: str
    caption: str
    alt: str
    panels: Sequence[Panel | Sequence[Panel]]
    timeline: Sequence[Beat] = ()
    span: tuple[float, float] = (0.0, 1.0)
    poster: float = 0.0

    @property
    def is_still(self) -> bool:
        """Whether nothing moves."""
        return not self.timeline
