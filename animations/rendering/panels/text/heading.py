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
from animations.rendering.framing.numbers import Numbers, letters
from animations.rendering.framing.room import Room, View, line
from animations.rendering.framing.subject import Signal
from animations.rendering.theme import FORMULA, LABEL, NOTE, PROSE_FONT
from animations.rendering.timeline import Frame
from signals import ContinuousSignal, DiscreteSignal
from signals.overlap import overlap, support

HEIGHT, BASELINE = 90.0, 30.0  # of the line, and of what is written on it, in design pixels
LIFT = 14.0  # of words over that, where mathematics has a line of its own under them
APART = 12.0  # from the formula to the words
WIDEST = 15.0  # of a letter, on average, in design pixels
QUIET = "no overlap", "all products are 0"
CLAIMS = "the shaded area is the output", "the bars add up to the output"
ARROWS = "the arrows add up to the output"  # where impulses cut all that is under them
LOOKS = 200  # shifts at which words are looked at for their length

Said = tuple[str, str]
"""Words, and mathematics in a line of its own under them."""


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
    claim : str
        What is said while they overlap; by default, how the output comes about.
    counts : bool
        Whether t is told under it, in place of the limits.
    """

    formula: str
    fixed: Sequence[Signal]
    sliding: Signal | Sequence[Signal]
    flip: bool = True
    claim: str = ""
    counts: bool = False

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Write the formula and return what shows the state."""
        moving = self.sliding if isinstance(self.sliding, Sequence) else (self.sliding,)
        pairs = list(zip(self.fixed, moving if len(moving) > 1 else cycle(moving), strict=False))
        looked_at = [(support(one), support(other), has_points(one, other)) for one, other in pairs]

        shifts = np.linspace(*stage.timeline.shifts, LOOKS).tolist()
        whole = stage.timeline.is_discrete
        across = (stage.span[1] - stage.span[0]) / (stage.width - LEFT - RIGHT)
        times = Numbers.told_apart([0] if whole else shifts, across)

        discrete = isinstance(self.fixed[0], DiscreteSignal)
        struck = all(_strikes(one) or _strikes(by) for one, by in pairs)
        claim = self.claim or (ARROWS if struck else CLAIMS[discrete])

        def state(t: float) -> Said:
            if self.counts:
                return claim, f"$t = {times(t)}$"
            seen = [overlap(one, by, t, self.flip, closed) for one, by, closed in looked_at]
            if all(each.extent == "no" for each in seen):
                return QUIET[discrete], ""
            where = {limits(each) for each in seen}
            told = len(where) == 1 and not discrete and not struck
            return claim, f"${where.pop()}$" if told else ""

        said = {state(t) for t in shifts} | {("", r"$\tau \to \tau - t$")}
        say = _write(stage, self.formula, said)

        def show(frame: Frame) -> None:
            t = frame.step if whole else frame.t
            say(state(t) if frame.sweeping else preparation(frame, self.flip))

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
        Mathematics after a line feed stands in a line of its own.
    """

    formula: str
    words: Sequence[tuple[float, str]] = ()

    def room(self, view: View) -> Room:
        """Return the room of a line."""
        return line(HEIGHT)

    def build(self, stage: Stage) -> Update:
        """Write the formula and return what says the words."""
        told = [(at, _parted(text)) for at, text in self.words]
        say = _write(stage, self.formula, {said for _, said in told})

        def show(frame: Frame) -> None:
            say(next((said for at, said in told[::-1] if frame.t >= at), ("", "")))

        return show


def _strikes(signal: Signal) -> bool:
    """Whether a signal is impulses alone."""
    return isinstance(signal, ContinuousSignal) and bool(signal.impulses) and not signal.pieces


def _parted(text: str) -> Said:
    """Return words, and the mathematics under them."""
    words, _, mathematics = text.partition("\n")
    return words, mathematics


def has_points(*signals: Signal) -> bool:
    """Whether there is something at single points, so that to touch one is to overlap."""
    return any(isinstance(each, DiscreteSignal) or each.impulses for each in signals)


def _write(stage: Stage, formula: str, said: set[Said]) -> Callable[[Said], None]:
    """Write the formula, smaller where the words need the room, and return what says these."""
    edge = stage.width - RIGHT
    lifted = any(mathematics for _, mathematics in said)
    up = BASELINE + (LIFT if lifted else 0.0)
    words = stage.label(NOTE, "muted", (edge, up), ha="right", fontfamily=PROSE_FONT)
    under = stage.label(LABEL, "muted", (edge, BASELINE - LIFT), ha="right")
    wide = formula_width(formula, FORMULA)
    room = edge - LEFT - APART - wide
    longest = max((letters(part) for both in said for part in both), default=0)
    if longest * WIDEST > room or room < 0:  # else there is room anyhow
        texts = [(words, each) for each, _ in said] + [(under, each) for _, each in said]
        room -= max((stage.measure(label, text) for label, text in texts if text), default=0.0)
        wide += min(room, 0.0)
    write_formula(stage, LEFT, BASELINE, formula, FORMULA, room=wide)

    def say(now: Said) -> None:
        words.set_text(now[0])
        under.set_text(now[1])

    return say
