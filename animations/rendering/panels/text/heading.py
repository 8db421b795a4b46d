"""The line on top: the formula, and words on what happens just now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.wording import limits, preparation
from animations.rendering.framing.room import Room, View, line
from animations.rendering.theme import FORMULA, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal, DiscreteSignal
from signals.overlap import overlap, support

HEIGHT, BASELINE = 90.0, 35.0  # of the line, and of what is written on it, in design pixels
APART = 16.0  # from the formula to the words


@dataclass(frozen=True)
class Heading(Panel):
    r"""A formula in the colours of what it names, and the state of the overlap.

    Attributes
    ----------
    formula : str
        Mathtext with ``\textcolor``; see `write_formula`.
    fixed : sequence of signals
        What is slid over; several channels count as one.
    sliding : signal
        What slides.
    flip : bool
        Whether it is flipped.
    """

    formula: str
    fixed: Sequence[ContinuousSignal | DiscreteSignal]
    sliding: ContinuousSignal | DiscreteSignal
    flip: bool = True

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Write the formula and return what shows the state."""
        say = _write(stage, self.formula)
        starts, stops = zip(*map(support, self.fixed), strict=True)
        fixed, sliding = (min(starts), max(stops)), support(self.sliding)
        closed = any(map(has_points, (*self.fixed, self.sliding)))

        def show(frame: Frame) -> None:
            if frame.sweeping:
                seen = overlap(fixed, sliding, frame.t, self.flip, closed)
                state = f"{seen.extent} overlap"
                where = "" if seen.extent == "no" else f",  ${limits(seen)}$"
                say(state + where, state)
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
        say = _write(stage, self.formula)

        def show(frame: Frame) -> None:
            say(next((text for at, text in self.words[::-1] if frame.t >= at), ""))

        return show


def has_points(signal: ContinuousSignal | DiscreteSignal) -> bool:
    """Whether there is something at single points, so that to touch one is to overlap."""
    return isinstance(signal, DiscreteSignal) or bool(signal.impulses)


def _write(stage: Stage, formula: str) -> Callable[..., None]:
    """Write the formula, and return what says the first of some words for which there is room."""
    edge = stage.width - RIGHT
    start = write_formula(stage, LEFT, BASELINE, formula, FORMULA, room=edge - LEFT)
    label = stage.label(NOTE, "muted", (edge, BASELINE), ha="right", fontfamily=PROSE_FONT)

    def say(*wordings: str) -> None:
        room = edge - start - APART
        fitting = (words for words in wordings if stage.measure(label, words) <= room)
        label.set_text(next(fitting, ""))

    return say
