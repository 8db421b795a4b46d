"""Shades that tell samples, and what each of them starts, from those that came before."""

from animations.rendering.arrays import Values
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stems import Stems
from animations.rendering.theme import Theme
from signals import DiscreteSignal

STRENGTHS = (0.95, 0.78, 0.62, 0.48)  # from the newest back; those before them take turns
EARLIER = (0.62, 0.48)  # none as pale as what is still to come


def shade(theme: Theme, role: str, age: int) -> str:
    """Return the colour of what so many others have followed: the newest is the strongest."""
    earlier = EARLIER[(age - len(STRENGTHS)) % 2]
    return theme.tint(role, STRENGTHS[age] if age < len(STRENGTHS) else earlier)


def age(signal: DiscreteSignal, at: int, now: int) -> int:
    """Return how many samples have come in after the one at an index; zeros start nothing."""
    places = range(at + 1, min(now, signal.stop - 1) + 1)
    return sum(bool(signal(place)) for place in places)


class ShadedStems:
    """Stems, each in the shade of its age."""

    def __init__(self, plane: Plane, role: str, signal: DiscreteSignal) -> None:
        self._theme, self._role, self._signal = plane.stage.theme, role, signal
        count = len(signal.values)
        self._stems = [Stems(plane, role, zorder=2 + n / count) for n in range(count)]

    def show(self, at: Values, values: Values) -> None:
        """Stand at the positions `at`, which have come in, as high as `values`."""
        for n, stem in enumerate(self._stems):
            stem.show(at[n : n + 1], values[n : n + 1])
            if n < len(at):
                place, now = round(at[n]), round(at[-1])
                stem.paint(shade(self._theme, self._role, age(self._signal, place, now)))
