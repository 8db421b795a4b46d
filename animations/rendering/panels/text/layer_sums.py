"""Sums of a layer written out: an element of the output as the numbers it is added up from."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import ceil, isnan

import numpy as np

from animations.rendering.animation import Update
from animations.rendering.drawing.plane import LEFT, RIGHT
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import (
    SumLine,
    Term,
    Word,
    added,
    length,
    product,
    role_of,
    summed,
)
from animations.rendering.drawing.wording import factor, sign
from animations.rendering.framing.numbers import shortest
from animations.rendering.framing.pace import stops
from animations.rendering.framing.room import Room, View, line
from animations.rendering.panels.steps import StepsPanel
from animations.rendering.panels.text.sum_lines import (
    LINES,
    PITCH,
    UNDER,
    Sum,
    SumLines,
    form_of,
    height_of,
    longest,
    named,
)
from animations.rendering.theme import CHANNELS, NOTE, PROSE_FONT, TICK
from animations.rendering.timeline import Frame
from signals import ChannelSteps, LayerSteps, TransposedSteps
from signals.layer_steps import Place

HEAD = 18.0  # from the middle of a line up to words over it
MARGINS = 76.8  # what sums leave free of a figure across
AFTER = 12.0  # what is free after a sum, and for saying how many more there are:
MORE = (226.0, "… {} more output{}"), (110.0, "… {} more"), (AFTER, "")


@dataclass(frozen=True)
class LayerSumPanel(StepsPanel):
    """y(i, j) = w(m, n) · x(…) + …: a term for every weight or, where there is no room, a product.

    What is too long for a line has a few of them; what is too long for these is shortened.
    Of a transposed layer it is what was there before, and the product that is added to it now.
    Before the first step it is the sum without padding and dilation; where a figure goes on after
    the last one, there is nothing to say.
    """

    layer: LayerSteps | TransposedSteps
    kinds = LayerSteps, TransposedSteps

    def room(self, view: View) -> Room:
        """Return the room of its lines, where it has the width of a figure to itself."""
        return line(height_of(self._form(view.width)[1]))

    def build(self, stage: Stage) -> Update:
        """Return what writes the sum."""
        if isinstance(self.layer, TransposedSteps):
            return self._build_transposed(stage, self.layer)
        layer, (short, count) = self.layer, self._form(stage.width)
        usual = layer.plain if stage.timeline.shifts[0] < 0 else None
        plain = _whole(usual, usual.places[0], ("$y = $ ", "y")) if usual else None
        every = cache(lambda step: self._sum(step).shortened if short else self._sum(step))
        if short:
            plain = plain and plain.shortened
        lines = SumLines(stage, count if stage.height > height_of(count) - 1 else 1, self._named)

        def show(frame: Frame) -> None:
            said = every(self.step(frame)) if frame.step >= 0 else plain
            lines.show(said if stage.step(frame) <= layer.last else None)

        return show

    def _sum(self, step: int) -> Sum:
        assert isinstance(self.layer, LayerSteps)
        place = self.layer.places[step]
        return _whole(self.layer, place, named("y", place))

    @property
    def _named(self) -> float:
        """How long the longest of their names is."""
        return length([named("y", self.layer.places[-1])])

    def _form(self, width: float) -> tuple[bool, int]:
        """Return whether sums are shortened, and how many lines they have."""
        if isinstance(self.layer, TransposedSteps):
            return False, 1
        shown = [self._sum(step) for step in stops(0, self.layer.last)]
        short, count = form_of(shown, self._named, width)
        return short, count or 1

    def _build_transposed(self, stage: Stage, layer: TransposedSteps) -> Update:
        """Return what writes how a number that was there before and another one are added."""
        targets = [layer.target(step) for step in range(layer.last + 1)]
        before = [float(layer.drawn(n - 1)[target]) for n, target in enumerate(targets)]
        known = [shortest(value) for value in before if not isnan(value)]
        alone = SumLine(stage)
        line = SumLine(stage, [[named("y", targets[-1])[0]], known or [""]])
        heads = [
            stage.label(TICK, "muted", wording=word, fontfamily=PROSE_FONT)
            for word in ("before", "added")
        ]

        def show(frame: Frame) -> None:
            step = self.step(frame)
            added = product(float(layer.w.flat[0]), float(layer.x[layer.places[step]]))
            whole = Sum.of("y", targets[step], [added], float(layer.y[targets[step]]))
            overlapping = not isnan(before[step])
            if overlapping:
                start = [(shortest(before[step]), "y"), ("  +  ", "muted")]
                line.show(*whole._replace(name=[*whole.name, *start]))
                alone.write([])
            else:
                alone.show(*whole)
                line.write([])
            for head, word in zip(heads, (1, 3), strict=True):
                head.set_visible(overlapping)
                if overlapping:
                    head.set_position((line.starts[word], stage.height / 2 + HEAD))

        return show


@dataclass(frozen=True)
class BiasSumPanel(StepsPanel):
    """Each output's newest element as the sum of what its channels give, and its bias.

    The sums stand side by side where they fit, otherwise one below the other; a single one may have
    several lines. Of more outputs than
    there are lines, the first are written and the others counted. Beside some that stand below each
    other it is said how the first of their numbers is made, if there is room.
    """

    layer: ChannelSteps
    kinds = (ChannelSteps,)

    def room(self, view: View) -> Room:
        """Return the room of its lines, where it has the width of a figure to itself."""
        return line(
            height_of(self._broken(view.width)[1] or self._lines(self._columns(view.width)))
        )

    def build(self, stage: Stage) -> Update:
        """Return what writes the sums."""
        layer, outputs, columns = self.layer, len(self.layer.y), self._columns(stage.width)
        short, broken = self._broken(stage.width)
        if broken and stage.height > height_of(broken) - 1:
            whole = SumLines(stage, broken, length(self._sum(0, layer.places[-1]).name))

            def show_whole(frame: Frame) -> None:
                said = self._sum(0, layer.places[self.step(frame)])
                whole.show(said.shortened if short else said)

            return show_whole
        lines = min(self._lines(columns), max(1, int((stage.height - UNDER) / PITCH)))
        under = UNDER if lines > 1 else 0.0
        wide, high = (stage.width - MARGINS) / columns, (stage.height - under) / lines
        parts = [
            stage.part(column * wide, stage.height - (row + 1) * high, wide, high)
            for row in range(lines)
            for column in range(columns)
        ]
        written = [SumLine(part, room=wide + LEFT - AFTER) for part in parts[:outputs]]
        left = outputs - len(parts)
        if left > 0:
            least = self._least(len(parts) - 1)
            taken, more = next((each for each in MORE if least <= wide - each[0]), MORE[-1])
            written[-1] = SumLine(parts[-1], room=wide + LEFT - taken)
            end = stage.width - RIGHT, under + high / 2 - 7
            said = more.format(left, "s" if left > 1 else "")
            stage.text(*end, said, NOTE, "muted", ha="right", fontfamily=PROSE_FONT)

        example = self._example(stage, parts) if 1 < outputs == len(parts) == lines else None

        def show(frame: Frame) -> None:
            place = layer.places[self.step(frame)]
            for output, sum_line in enumerate(written):
                sum_line.show(*self._sum(output, place))
            if example:
                example.show(*self._first(place))

        return show

    def _example(self, stage: Stage, parts: Sequence[Stage]) -> SumLine | None:
        """Return the line, under a few words, for how the first number is made."""
        channel = self.layer.channels(0)[0]
        name = "RGB"[channel] if len(self.layer.x) == 3 else f"channel {channel + 1}"
        firsts = (self._first(place) for place in self.layer.places)
        wide = max(length(summed([], added(each.terms), *each[2:])) for each in firsts)
        left = stage.width - RIGHT - wide
        if left < LEFT + self._longest + 3 * AFTER:
            return None
        top, under = parts[:2]
        at = left, top.bottom - stage.bottom + top.height / 2 - 7
        stage.text(*at, f"weights 1 times {name}", NOTE, "muted", fontfamily=PROSE_FONT)
        part = stage.part(left - LEFT, under.bottom - stage.bottom, stage.width, under.height)
        return SumLine(part, room=LEFT + wide + 1)

    def _first(self, place: Place) -> Sum:
        """Return the products that make what the first channel gives to the first output."""
        layer, channel = self.layer, self.layer.channels(0)[0]
        seen, value = layer.padded[channel][np.ix_(*layer.seen(place))], layer.sums(0, place)[0]
        pairs = zip(layer.w[0, 0].ravel().tolist(), seen.ravel().tolist(), strict=True)
        role = CHANNELS[channel % len(CHANNELS)]
        terms = [Term([(factor(w), "h"), (factor(x), role)]) for w, x in pairs]
        return Sum.of("y", place, terms, value, role_of(value, role))._replace(name=[])

    def _broken(self, width: float) -> tuple[bool, int]:
        """Return how a single sum is broken that is too long for a line, as in `form_of`."""
        if len(self.layer.y) > 1 or self._longest <= width - LEFT - RIGHT:
            return False, 0
        every = [self._sum(0, place) for place in self.layer.places]
        return form_of(every, length(every[-1].name), width)

    def _columns(self, width: float) -> int:
        """Return how many sums stand side by side on a stage."""
        return min(len(self.layer.y), max(1, int((width - MARGINS) / (self._longest + AFTER))))

    def _lines(self, columns: int) -> int:
        """Return how many lines so many columns of sums have."""
        return min(LINES, ceil(len(self.layer.y) / columns))

    @cached_property
    def _longest(self) -> float:
        """How long the longest sum is."""
        places, outputs = self.layer.places, range(len(self.layer.y))
        sums = (self._sum(output, place) for output in outputs for place in places)
        return longest(f"y_{len(outputs)}", places, sums)

    def _least(self, output: int) -> float:
        """Return how long the longest sum of an output is at least, however short of room."""
        sums = (self._sum(output, place) for place in self.layer.places)
        short = (each._replace(terms=[Term([(f"{len(each.terms)} terms", "")])]) for each in sums)
        return longest(f"y_{output + 1}", self.layer.places, short)

    def _sum(self, output: int, place: Place) -> Sum:
        """Return the name, the terms and the total of an element of an output."""
        layer = self.layer
        sums, bias = layer.sums(output, place), float(layer.bias[output])
        numbers = zip(layer.channels(output), sums, strict=True)
        terms = [_given(value, CHANNELS[channel % len(CHANNELS)]) for channel, value in numbers]
        if layer.bias.any():
            terms.append(_given(bias, "ink"))
        return Sum.of(f"y_{output + 1}", place, terms, float(layer.y[output][place]))


def _whole(layer: LayerSteps, place: Place, name: Word) -> Sum:
    """Return the sum with a term for every weight that an element of the output is."""
    terms = [product(w, x) for w, x in layer.terms(place)]
    return Sum.of("", place, terms, float(layer.y[place]))._replace(name=[name])


def _given(value: float, role: str) -> Term:
    """Return what a channel gives, or the bias; where room is short, without parentheses.

    What is negative is so in its own colour, as on tiles, but in parentheses of the channel's.
    """
    own, wording = role_of(value, role), shortest(abs(value))
    short = (sign(value), "muted"), (wording, own)
    if value < 0:
        return Term([("(", role), (sign(value) + wording, own), (")", role)], times="", short=short)
    return Term([(wording, own)], short=short)
