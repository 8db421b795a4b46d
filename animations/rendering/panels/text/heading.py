"""The line on top: the formula, and words on what happens just now."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from typing import NamedTuple

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.formula import SMALLEST, formula_width, write_formula
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.prose import MARGIN, PITCH, broken, math_width, text_width
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
SHRUNK, BESIDE = 0.75, 0.75  # of its size, that a formula has at least beside words, or a limit
ABOVE, CLEAR = 22.0, 26.0  # of what is over a formula, and under it, what does not shrink with it
UNDER, BELOW = 53.0, 14.0  # from the formula down to words under it, and from these on down
LOWER = 28.0  # from line to line, where mathematics has one of its own

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
        """Return the room of a line or, where that is too narrow, of several."""
        return _room(self.formula, self._said(view), view.width)

    def build(self, stage: Stage) -> Update:
        """Write the formula and return what shows the state."""
        view = View(stage.span, stage.timeline.shifts, stage.width)
        state, whole = self._state(view), stage.timeline.is_discrete
        say = _write(stage, self.formula, self._said(view))

        def show(frame: Frame) -> None:
            t = frame.step if whole else frame.t
            say(state(t) if frame.sweeping else preparation(frame, self.flip))

        return show

    def _said(self, view: View) -> set[Said]:
        """Return all that is said at shifts that are looked at, and the longest before."""
        state = self._state(view)
        shifted = "then the shift", r"$-\tau \to t - \tau$"
        before = shifted if self.flip else ("no flip", r"$\tau \to \tau - t$")
        shifts = map(round, _shifts(view)) if self._is_discrete else self._looks(view)
        return {state(t) for t in shifts} | {before}

    def _looks(self, view: View) -> list[float]:
        """Return shifts at which words are looked at, among them all at which limits change."""
        ends = {
            one + (other if self.flip else -other)
            for fixed, sliding in self._pairs
            for one in support(fixed)
            for other in support(sliding)
        }
        apart = (view.sweep[1] - view.sweep[0]) / LOOKS**2
        turns = [end + side for end in ends for side in (-apart, apart)]
        return _shifts(view) + [t for t in turns if view.sweep[0] <= t <= view.sweep[1]]

    @property
    def _pairs(self) -> list[tuple[Signal, Signal]]:
        """What rests in each channel, and what slides over it."""
        moving = self.sliding if isinstance(self.sliding, Sequence) else (self.sliding,)
        return list(zip(self.fixed, moving if len(moving) > 1 else cycle(moving), strict=False))

    @property
    def _is_discrete(self) -> bool:
        return isinstance(self.fixed[0], DiscreteSignal)

    def _state(self, view: View) -> Callable[[float], Said]:
        """Return what tells how the signals overlap at a shift."""
        pairs = self._pairs
        looked_at = [(support(one), support(other), has_points(one, other)) for one, other in pairs]

        discrete = self._is_discrete
        across = (view.span[1] - view.span[0]) / (view.width - LEFT - RIGHT)
        times = Numbers.told_apart([0] if discrete else _shifts(view), across)

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

        return state


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
        """Return the room of a line or, where that is too narrow, of several."""
        return _room(self.formula, {_parted(text) for _, text in self.words}, view.width)

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


def _shifts(view: View) -> list[float]:
    """Return shifts at which words are looked at."""
    shifts: list[float] = np.linspace(*view.sweep, LOOKS).tolist()
    return shifts


class _Lines(NamedTuple):
    """What stands under a formula that leaves no room beside it.

    How many lines words take, how wide the formula may be, the scale that follows for it, and how
    far under the first line of words mathematics stands; None at the side of the formula.
    """

    words: int
    room: float
    scale: float
    down: float | None

    @property
    def top(self) -> float:
        """How far down the formula's baseline is."""
        return ABOVE + (HEIGHT - BASELINE - ABOVE) * self.scale

    @property
    def first(self) -> float:
        """How far down that of the first words is."""
        return self.top + CLEAR + (UNDER - CLEAR) * self.scale

    @property
    def height(self) -> float:
        """What all of it takes."""
        return self.first + max(PITCH * (self.words - 1), self.down or 0.0) + BELOW


def _under(formula: str, said: Iterable[Said], width: float) -> _Lines | None:
    """Return how lines are laid out under a formula, if words have no room beside it."""
    wide = formula_width(formula, FORMULA)
    longest = max((letters(part) for both in said for part in both), default=0)
    if not said or longest * WIDEST <= width - LEFT - RIGHT - wide - APART:
        return None
    prose = max(text_width(words) for words, _ in said)
    mathematics = max(math_width(each, LABEL) for _, each in said)
    if width - LEFT - RIGHT - APART - max(prose, mathematics) >= SHRUNK * wide:
        return None
    room = width - LEFT - MARGIN
    lines = max(len(broken(words, room)) for words, _ in said)
    beside = room - (mathematics + APART if mathematics else 0.0)
    if beside >= BESIDE * wide or not mathematics:
        return _Lines(lines, beside, min(1.0, beside / wide), None)
    fits = all(text_width(one) + APART + math_width(other, LABEL) <= room for one, other in said)
    down = PITCH * (lines - 1) + (0.0 if fits else LOWER)
    return _Lines(lines, room, min(1.0, room / wide), down)


def _room(formula: str, said: set[Said], width: float) -> Room:
    """Return the room of a formula and of what is said, beside it or under it."""
    lines = _under(formula, said, width)
    words = {word for both in said for word in both[0].split(" ")}
    wide = max(map(text_width, words), default=0.0)
    wide = max(wide, SMALLEST / FORMULA * formula_width(formula, FORMULA))
    return replace(line(lines.height if lines else HEIGHT), wide=LEFT + wide + RIGHT)


def _write(stage: Stage, formula: str, said: set[Said]) -> Callable[[Said], None]:
    """Write the formula, smaller where the words need the room, and return what says these."""
    lines = _under(formula, said, stage.width)
    if lines:
        return _write_under(stage, formula, lines)
    if not said:
        write_formula(stage, LEFT, BASELINE, formula, FORMULA, stage.width - LEFT - MARGIN)
        return lambda now: None
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


def _write_under(stage: Stage, formula: str, lines: _Lines) -> Callable[[Said], None]:
    """Write the formula, and return what says words under it."""
    base, edge = stage.height - lines.top, stage.width - MARGIN
    write_formula(stage, LEFT, base, formula, FORMULA, room=lines.room)
    levels = [stage.height - lines.first - PITCH * number for number in range(lines.words)]
    words = [stage.label(NOTE, "muted", (LEFT, up), fontfamily=PROSE_FONT) for up in levels]
    up = base if lines.down is None else levels[0] - lines.down
    own = up < levels[-1]
    at, side = (LEFT, "left") if own else (edge, "right")
    mathematics = stage.label(LABEL, "muted", (at, up), ha=side)
    known: dict[str, list[str]] = {}

    def say(now: Said) -> None:
        if now[0] not in known:
            known[now[0]] = broken(now[0], edge - LEFT)
        told = [*known[now[0]], *[""] * len(words)]
        for label, part in zip(words, told, strict=False):
            label.set_text(part)
        mathematics.set_text(now[1])

    return say
