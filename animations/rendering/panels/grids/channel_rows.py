"""Channels of one dimension as rows of tiles, under kernels that slide over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan

import numpy as np

from animations.rendering.animation import Panel, Update
from animations.rendering.drawing.color_image import is_color_image
from animations.rendering.drawing.names import symbol
from animations.rendering.drawing.plane import LEFT
from animations.rendering.drawing.sliding import SlidingStage
from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import SumLine, Term, added, length, product, versions
from animations.rendering.drawing.tiles import Tiles
from animations.rendering.drawing.wires import Wire, draw_sum
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.grids.pixel_row import draw_pixels
from animations.rendering.panels.grids.receptive_field import frame_width
from animations.rendering.panels.grids.row_places import EQUALS, FINE, RowPlaces, fit
from animations.rendering.panels.kinds import discrete
from animations.rendering.theme import (
    CHANNELS,
    LABEL,
    NOTE,
    PROSE_FONT,
    SUM,
    TICK,
)
from animations.rendering.timeline import Frame
from signals import DiscreteSignal, convolve, convolve_channels, correlate
from signals.arguments import FloatArray

BASELINE = 7.0  # from the middle of a line down to its baseline, in design pixels
LONGEST, HEADED = 250.0, 96.0  # of a written sum, and at least for what stands over it
NAMED = 20.0  # the side from which on each of several kernels has a name
HEAD = 10.0  # from the first channel up to what stands beside it
ABOVE = 12.0  # from the output up to where the channels' sums come from


@dataclass(frozen=True)
class ChannelRowsPanel(Panel):
    """Up to six channels as rows of numbers, what the kernel makes of each, and the output.

    A frame that slides along shows which numbers meet the kernel's; beside each row, or under all
    of them, stands the sum of their products, and all sums are added to the output's newest number.
    Three channels that are nowhere negative are the colours of a line of pixels, which stands over
    them in a frame of its own that moves along.

    Attributes
    ----------
    channels : sequence of DiscreteSignal
        The inputs.
    kernels : DiscreteSignal, or sequence of them
        One that all channels share, or one per channel.
    names : sequence of str
        What the channels are called, as LaTeX.
    flip : bool
        Convolution flips the kernel, cross-correlation does not.
    """

    channels: Sequence[DiscreteSignal]
    kernels: DiscreteSignal | Sequence[DiscreteSignal]
    names: Sequence[str]
    flip: bool = True

    def __post_init__(self) -> None:
        discrete(self, "channels", "kernels")
        count = len(self.channels)
        if not 1 <= count <= len(CHANNELS):
            raise ValueError(
                f"ChannelRowsPanel: there must be 1 to {len(CHANNELS)} channels, got {count}"
            )
        for what, given in (("names", len(self.names)), ("kernels", len(self._own))):
            if given != count:
                raise ValueError(
                    f"ChannelRowsPanel: {count} channels need {count} {what}, got {given}"
                )

    def subject(self) -> Subject:
        """Return what has to be seen."""
        sliding = tuple((kernel, self.flip) for kernel in self._moving)
        return Subject(resting=tuple(self.channels), sliding=sliding, outputs=(self.output,))

    @cached_property
    def output(self) -> DiscreteSignal:
        """What all channels give together."""
        y = convolve_channels(list(self.channels), self.kernels, flip=self.flip)
        assert isinstance(y, DiscreteSignal)
        return y

    @cached_property
    def given(self) -> list[DiscreteSignal]:
        """What each channel gives."""
        combine = convolve if self.flip else correlate
        return [combine(x, h) for x, h in zip(self.channels, self._own, strict=True)]

    @property
    def _moving(self) -> list[DiscreteSignal]:
        """The kernels that differ."""
        return [self.kernels] if isinstance(self.kernels, DiscreteSignal) else list(self.kernels)

    @property
    def _own(self) -> list[DiscreteSignal]:
        """The kernel of each channel."""
        shared = isinstance(self.kernels, DiscreteSignal)
        return self._moving * (len(self.channels) if shared else 1)

    @cached_property
    def indices(self) -> range:
        """The indices of all kernels, in the order in which they meet what they slide over."""
        start = min(kernel.start for kernel in self._moving)
        stop = max(kernel.stop for kernel in self._moving)
        return range(stop - 1, start - 1, -1) if self.flip else range(start, stop)

    def window(self, t: int) -> range:
        """Return where the kernels lie at a shift."""
        first = t - self.indices[0] if self.flip else t + self.indices[0]
        return range(first, first + len(self.indices))

    def terms(self, channel: int, t: int) -> list[tuple[float, float]]:
        """Return the weights at a shift and what they meet, as far as the channel goes."""
        x, h = self.channels[channel], self._own[channel]
        pairs = zip(self.indices, self.window(t), strict=True)
        return [(h(index), x(tau)) for index, tau in pairs if x.start <= tau < x.stop]

    def build(self, stage: Stage) -> Update:
        """Draw the channels; return what shows a shift."""
        start, stop = (round(t) for t in stage.timeline.shifts)
        shifts = range(start, stop + 1)
        columns = self._columns(shifts)
        colors = np.array([channel(np.array(columns)) for channel in self.channels])
        picture = is_color_image(colors)
        words = [added(_written(self.terms(channel, t), "ink"))
                 for channel in range(len(self.channels)) for t in shifts]  # fmt: skip
        longest = min(LONGEST, max(HEADED, *map(length, words)))
        count = len(self.channels)
        places = RowPlaces.of(stage, columns, self._letters, count, picture, longest)
        kernels = self._kernels(stage, places)
        if picture:
            kernels.append(draw_pixels(stage, places, colors, self.window(start)))
        rows = [_Row(stage, self, places, number, shifts) for number in range(count)]
        output = _Output(stage, self, places, shifts)
        level = places.lines[0] + places.side / 2 + HEAD
        heads = (
            ("products", places.written, "left"),
            ("sum", places.sums + places.side / 2, "center"),
        )
        for wording, at, ha in heads:
            stage.text(at, level, wording, NOTE, "muted", ha=ha, fontfamily=PROSE_FONT)

        def show(frame: Frame) -> None:
            t = stage.step(frame)
            for kernel in kernels:
                kernel.slide((frame.t - start) * places.side)
            for row in rows:
                row.show(frame.t - start, t)
            output.show(t)

        return show

    def _named(self, number: int) -> str:
        """Return what a kernel is called."""
        return "h" if len(self._moving) == 1 else f"h_{number + 1}"

    @property
    def _letters(self) -> list[list[str]]:
        """What the numbers of each kernel are called."""
        names = map(self._named, range(len(self._moving)))
        return [[f"${name}({index})$" for index in self.indices] for name in names]

    def _columns(self, shifts: range) -> range:
        """Return the columns for all that is seen while t goes through some shifts."""
        ends = [shifts[0], shifts[-1], *self.window(shifts[0]), *self.window(shifts[-1])]
        ends += [end for each in self.channels for end in (each.start, each.stop - 1)]
        return range(min(ends), max(ends) + 1)

    def _kernels(self, stage: Stage, places: RowPlaces) -> list[SlidingStage]:
        """Draw the kernels at the first shift, on stages that slide."""
        start = round(stage.timeline.shifts[0])
        left, side = places.column(self.window(start)[0]), places.side
        found = []
        lowest = [*places.channels[: len(places.kernels) - 1], places.channels[-1]]
        every = [kernel.values for kernel in self._moving]
        for number, (kernel, middle) in enumerate(zip(self._moving, places.kernels, strict=True)):
            sliding = SlidingStage.on(stage)
            values = kernel(np.array(self.indices))[None]
            tiles = Tiles(
                sliding, left, middle, values.shape, side, "h", np.concatenate(every), moving=True
            )
            tiles.show(values)
            Outline(sliding, "h", frame_width(side)).show(tiles.frame)
            bottom, ends = tiles.bottom, (left, left + tiles.width)
            wire = Wire(sliding, "h", zorder=0)
            wire.show(*([(x, bottom), (x, lowest[number] + side / 2)] for x in ends))
            name, letters = self._named(number), self._letters[number]
            size = next((size for size in (NOTE, TICK, FINE) if fit(letters, size, side)), None)
            for column, wording in enumerate(letters if size else ()):
                at = left + (column + 0.5) * side, tiles.top + 8
                sliding.label(size or TICK, "h", at, wording, ha="center")
            argument = r"t - \tau" if self.flip else r"\tau - t"
            if len(self._moving) == 1 or side >= NAMED:
                _name(stage, places, f"${name}({argument})$", "h", middle)
            found.append(sliding)
        return found


class _Row:
    """A channel's numbers, the frame on them, and what the kernel makes of them."""

    def __init__(
        self, stage: Stage, panel: ChannelRowsPanel, places: RowPlaces, number: int, shifts: range
    ) -> None:
        self._panel, self._places, self._number = panel, places, number
        self._role, middle, side = CHANNELS[number], places.channels[number], places.side
        channel = panel.channels[number]
        left = places.column(channel.start)
        every = np.concatenate([each.values for each in panel.channels])
        tiles = Tiles(stage, left, middle, (1, len(channel.values)), side, self._role, every)
        tiles.show(channel.values[None])
        name, line = f"${symbol(panel.names[number])}$", places.lines[number]
        for level in {middle, line}:
            _name(stage, places, name, self._role, level)
        self._sliding = SlidingStage.on(stage)
        window = panel.window(shifts[0])
        frame = Squares(places.column(window[0]), middle, (1, len(window)), side)
        Outline(self._sliding, "h", frame_width(side)).show(frame.frame)
        part = stage.part(places.written - LEFT, line - side / 2, stage.width, side)
        self._line = SumLine(part, room=LEFT + places.terms + 1)
        given = np.concatenate([each(np.array(shifts)) for each in panel.given])
        self._sum = Tiles(stage, places.sums, line, (1, 1), side, self._role, given, moving=True)
        equals = places.sums - EQUALS / 2
        stage.text(equals, line - BASELINE, "=", SUM, "muted", ha="center")

    def show(self, moved: float, t: int) -> None:
        """Show the frame moved by so many columns, and the sum at a shift."""
        self._sliding.slide(moved * self._places.side)
        self._line.write_first(versions(_written(self._panel.terms(self._number, t), self._role)))
        self._sum.show(np.array([[self._panel.given[self._number](t)]]))


class _Output:
    """The output as far as it is known, and how the channels' sums lead to its newest number."""

    def __init__(
        self, stage: Stage, panel: ChannelRowsPanel, places: RowPlaces, shifts: range
    ) -> None:
        self._shifts, self._places = shifts, places
        self._values: FloatArray = panel.output(np.array(shifts))
        left, side = places.column(shifts[0]), places.side
        self._tiles = Tiles(
            stage, left, places.output, (1, len(shifts)), side, "y", self._values, moving=True
        )
        self._newest = Outline(stage, "y", frame_width(side))
        self._wire = Wire(stage, "y")
        self._sums = [(places.sums + side, line) for line in places.lines]
        self._bus = self._tiles.top + ABOVE
        draw_sum(stage, "y", (places.join, self._bus))
        _name(stage, places, "$y(t)$", "y", places.output)
        places.number(stage, "$t$", shifts, self._tiles.bottom - 18)

    def show(self, t: int) -> None:
        """Show the output at a shift."""
        known = t - self._shifts[0]
        values = np.where(np.arange(len(self._values)) <= known, self._values, nan)
        self._tiles.show(values[None])
        cell = self._tiles.cell((0, known))
        self._newest.show(cell)
        join, (x, top) = self._places.join, self._tiles.at(0, known + 0.5)
        first, *others = self._sums
        feet = [[at, (join, at[1])] for at in others]
        self._wire.show(
            [first, (join, first[1]), (join, self._bus), (x, self._bus), (x, top)], *feet
        )


def _name(stage: Stage, places: RowPlaces, wording: str, role: str, middle: float) -> None:
    stage.text(places.left - 14, middle - BASELINE, wording, LABEL, role, ha="right")


def _written(pairs: Sequence[tuple[float, float]], role: str) -> list[Term]:
    """Return products as terms; where there is no room for factors, as numbers."""
    # In blue a weight could not be told from a number of the channel B.
    return [product(weight, value, ("ink", role)) for weight, value in pairs]
