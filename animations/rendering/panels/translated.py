"""Panels about weights that slide over an input, under names that turn into others."""

from dataclasses import dataclass
from functools import cached_property

from animations.rendering.animation import Panel
from animations.rendering.drawing.translation import TURNS, Translation
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.kinds import discrete
from signals import DiscreteSignal, correlate


@dataclass(frozen=True)
class TranslatedPanel(Panel):
    """A panel about an input and weights, both from index 0 on, and what they are called.

    Attributes
    ----------
    x, w : DiscreteSignal
        The input and the weights.
    translation : Translation
        Their names, and when these turn.
    """

    x: DiscreteSignal
    w: DiscreteSignal
    translation: Translation

    def __post_init__(self) -> None:
        discrete(self, "x", "w")
        for name, signal in (("x", self.x), ("w", self.w)):
            if signal.start:
                raise ValueError(f"{type(self).__name__}: {name} must start at index 0")
        if len(self.w.values) > len(self.x.values):
            raise ValueError(f"{type(self).__name__}: there must not be more weights than inputs")

    @property
    def last(self) -> int:
        """The last shift at which all weights meet an input."""
        return max(0, len(self.x.values) - len(self.w.values))

    @cached_property
    def y(self) -> DiscreteSignal:
        """The output at the shifts at which all weights meet an input."""
        everywhere = correlate(self.x, self.w)
        return DiscreteSignal([everywhere(i) for i in range(self.last + 1)])

    def subject(self) -> Subject:
        """Return the shifts, and the turns of the names."""
        return Subject(last=self.last + TURNS)

    def shift(self, t: float) -> float:
        """Return where the weights are."""
        return min(max(self.translation.shift(t), 0.0), float(self.last))

    def step(self, t: float) -> int:
        """Return the shift that they came to last."""
        return int(self.shift(t) + 1e-9)
