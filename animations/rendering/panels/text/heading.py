"""The line on top: the formula, and words on what happens just now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import limits, preparation
from animations.rendering.framing.numbers import letters
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Signal
from animations.rendering.theme import FORMULA, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import DiscreteSignal
from signals.overlap import overlap, support

HEIGHT, BASELINE = 94.0, 35.0  # of the line, and of what is written on it, in design pixels
APART = 12.0  # from the formula to the words
LITTLE_SMALLER = 0.88  # of its usual size, that a formula may be beside words
WIDEST = 15.0  # of a letter, on average, in design pixels
LOOKS = 200  # shifts at which words are looked at for their length


@dataclass(frozen=True)
class Heading(Panel):
    r"""A formula in the colours of what it names, and the state of the overlap.

    Attributes
    ----------
    formula : str
        Mathtext with ``\textcolor``; see `write_formula`.
    fixed : sequence of signals
        What is slid over: one signal, or one for each channel.
    sliding : signal, or sequence of them
        What slides over it: one signal, or one for each channel.
    flip : bool
        Whether it is flipped.
    """

    formula: str
    fixed: Sequence[Signal]
    sliding: Signal | Sequence[Signal]
    flip: bool = True

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Write the formula and return what shows the state."""
        moving = self.sliding if isinstance(self.sliding, Sequence) else (self.sliding,)
        pairs = list(zip(self.fixed, moving if len(moving) > 1 else cycle(moving), strict=False))
        looked_at = [(support(one), support(other), has_points(one, other)) for one, other in pairs]

        def state(t: float, limited: bool) -> str:
            seen = [overlap(one, by, t, self.flip, closed) for one, by, closed in looked_at]
            extents = {each.extent for each in seen}
            extent = extents.pop() if len(extents) == 1 else "partial"
            where = {limits(each) for each in seen}
            if not limited or extent == "no" or len(where) > 1:
                return f"{extent} overlap"
            return f"{extent} overlap,  ${where.pop()}$"

        shifts = np.linspace(*stage.timeline.shifts, LOOKS).tolist()
        say, limited = _write(
            stage, self.formula, *({state(t, limited) for t in shifts} for limited in (True, False))
        )

        def show(frame: Frame) -> None:
            if frame.sweeping:
                say(state(frame.t, limited == 0))
            else:
                say(preparation(frame))

        return show


@dataclass(frozen=True)
class Narration(Panel):
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

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Write the formula and return what says the words."""
        say, _ = _write(stage, self.formula, {text for _, text in self.words})

        def show(frame: Frame) -> None:
            say(next((text for at, text in self.words[::-1] if frame.t >= at), ""))

        return show


def has_points(*signals: Signal) -> bool:
    """Whether there is something at single points, so that to touch one is to overlap."""
    return any(isinstance(each, DiscreteSignal) or each.impulses for each in signals)


def _write(stage: Stage, formula: str, *wordings: set[str]) -> tuple[Callable[[str], None], int]:
    """Write the formula, and return what says words beside it, and which wordings fit.

    The first of them for which there is room beside a formula that is little smaller than usual.
    """
    edge = stage.width - RIGHT
    label = stage.label(NOTE, "muted", (edge, BASELINE), ha="right", fontfamily=PROSE_FONT)
    wide = formula_width(formula, FORMULA)
    fitting, room = 0, edge - LEFT - APART - wide
    if (
        max(map(letters, wordings[0]), default=0) * WIDEST > room or room < 0
    ):  # else there is room anyhow
        rooms = [
            room - max((stage.measure(label, text) for text in words), default=0.0)
            for words in wordings
        ]
        least = (LITTLE_SMALLER - 1) * wide
        fitting = next((n for n, spare in enumerate(rooms) if spare >= least), len(rooms) - 1)
        wide += min(rooms[fitting], 0.0)
    write_formula(stage, LEFT, BASELINE, formula, FORMULA, room=wide)
    return label.set_text, fitting
