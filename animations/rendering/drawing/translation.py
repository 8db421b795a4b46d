"""Names that turn into other names, one after another, between two steps."""

from dataclasses import dataclass
from typing import NamedTuple

from animations.rendering.drawing.label import Label
from animations.rendering.drawing.stage import Place
from animations.rendering.theme import Theme

TURNS = 2  # of the outputs' names, and of the names in the sum
RISE = 4.0  # design pixels, by which a name goes up as it fades, and the next one comes up
GONE = 0.4  # of the time, after which the first name has gone, and before the end the second comes
FAINT = 0.12  # of its colour, under which a name is not there


class Name(NamedTuple):
    """What a row of stems is called, as LaTeX: an element with its index, the row, its axis."""

    element: str
    row: str
    axis: str

    def of(self, index: int) -> str:
        """Return the name of an element."""
        return f"${self.element.format(index)}$"


Names = tuple[Name, Name]
"""What a row is called at first, and then."""


@dataclass(frozen=True)
class Translation:
    """The names of a sum of products in one notation and in another, and when they turn.

    By default they are those of signals and systems, and deep learning's. At the shift `at` the
    output's names turn first, then, with what is summed over, those of weights and inputs, which
    mean nothing without each other; each while t goes on by one. After that the shifts go on.

    Attributes
    ----------
    outputs, weights, inputs : (Name, Name)
        What they are called at first, and then.
    summed : (str, str)
        What is summed over.
    at : int
        The shift.
    """

    outputs: Names = Name("y({})", "y(t)", "t"), Name("y_{{{}}}", "y_i", "t = i")
    weights: Names = (
        Name("h({})", r"h(\tau - t)", r"\tau"),
        Name("w_{{{}}}", "w_j", r"\tau = i + j"),
    )
    inputs: Names = (
        Name("x({})", r"x(\tau)", r"\tau"),
        Name("x_{{{}}}", "x_{i + j}", r"\tau = i + j"),
    )
    summed: tuple[str, str] = (r"\tau", "j")
    at: int = 0

    def shift(self, t: float) -> float:
        """Return the shift that t comes to, which rests while names turn."""
        return min(t, self.at) + max(t - self.at - TURNS, 0.0)

    def part(self, names: Names, t: float) -> float:
        """Return how far some of its names have turned."""
        number = 0 if names is self.outputs else 1
        return min(max(t - self.at - number, 0.0), 1.0)


def moving(first: float, second: float, part: float) -> float:
    """Return where what follows a name is: it moves once the first has gone, before the second."""
    moved = min(max((part - GONE) / (1 - 2 * GONE), 0.0), 1.0)
    return first + (second - first) * moved


def turn(
    label: Label, theme: Theme, role: str, wordings: tuple[str, str], part: float, at: Place
) -> None:
    """Show the first wording, the second, or the one as it goes or the other as it comes."""
    strength, lift = 1.0, 0.0
    if wordings[0] != wordings[1]:
        strength = max(1 - part / GONE, 1 - (1 - part) / GONE, 0.0)
        lift = (1 - strength) * (RISE if part < 0.5 else -RISE)
    label.set(
        text=wordings[part >= 0.5],
        color=theme.tint(role, strength),
        visible=strength > FAINT,
        position=(at[0], at[1] + lift),
    )
