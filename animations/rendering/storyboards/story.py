"""What there is to see, and to say, where kernels are convolved with channels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from animations.rendering.animation import Panel
from animations.rendering.drawing.names import OWN, roles_of
from animations.rendering.framing.scaling import Scaling
from animations.rendering.framing.subject import Subject
from animations.rendering.panels.blank import Blank
from animations.rendering.panels.curves.overlap import OverlapPanel
from animations.rendering.panels.curves.trace import OutputPanel
from animations.rendering.panels.stems.blocks import BlocksPanel
from animations.rendering.panels.stems.overlap import StemOverlapPanel
from animations.rendering.panels.stems.trace import StemOutputPanel
from animations.rendering.panels.text.heading import Heading
from animations.rendering.panels.text.readout import ReadoutPanel
from animations.rendering.panels.text.sums import ChannelSumPanel, SumPanel
from animations.rendering.storyboards import formulas
from animations.rendering.storyboards.course import listed
from signals import ContinuousSignal, DiscreteSignal, convolve, correlate

COLUMNS = ((3, 1), (4, 2), (6, 3))  # up to how many channels, in how many columns
CHANNEL_ROLES = ("x", "k", "red", "muted", "ink", "blue")  # colours of channels without one
HIGHEST = 12.0  # times the lowest of several signals, that what they add up to may be high
COURSE = "{course}"  # what a text says where the course of the output is to be told


@dataclass(frozen=True)
class Story:
    """Kernels that are convolved with channels, and what there is to say about it.

    `names` are those of each kernel and its channel.
    """

    kernels: Sequence[Any]
    channels: Sequence[Any]
    flip: bool
    names: Sequence[tuple[str, str]]
    curves: tuple[ContinuousSignal, ContinuousSignal] | None = None
    compared: bool = False

    @cached_property
    def parts(self) -> list[Any]:
        """What each channel gives to the output."""
        return self._parts(self.flip)

    def _parts(self, flip: bool) -> list[Any]:
        both = zip(self.kernels, self.channels, strict=True)
        return [convolve(h, x) if flip else correlate(x, h) for h, x in both]

    @cached_property
    def y(self) -> Any:
        """The output."""
        return sum(self.parts[1:], start=self.parts[0])

    @property
    def other(self) -> Any:
        """What the output would be the other way, if that is to be seen."""
        if not self.compared:
            return None
        first, *others = self._parts(not self.flip)
        return sum(others, start=first)

    @property
    def is_discrete(self) -> bool:
        """Whether t is an index."""
        return isinstance(self.channels[0], DiscreteSignal)

    @property
    def kernel_slides(self) -> bool:
        """Whether it is the kernel that slides, and not the input."""
        return not self.flip or len(self.channels) > 1

    @property
    def resting(self) -> Sequence[Any]:
        """What is slid over, of each channel."""
        return self.channels if self.kernel_slides else self.kernels

    @property
    def sliding(self) -> Sequence[Any]:
        """What slides over it."""
        return self.kernels if self.kernel_slides else self.channels

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """For each channel the names of what rests and of what slides."""
        return [(x, h) if self.kernel_slides else (h, x) for h, x in self.names]

    @property
    def colors(self) -> list[tuple[str, str]]:
        """The roles that colour what rests and what slides: h's are the kernels'."""
        found = []
        for (h, x), usual in zip(self.names, CHANNEL_ROLES, strict=False):
            kernel, channel = roles_of((h, x if x in OWN else ""), ("h", usual))
            found.append((channel, kernel) if self.kernel_slides else (kernel, channel))
        return found

    @cached_property
    def subject(self) -> Subject:
        """What framing follows from."""
        sliding = tuple((signal, self.flip) for signal in self.sliding)
        return Subject(tuple(self.resting), sliding, (self.y,))

    @property
    def stacks(self) -> bool:
        """Whether products stack up to the output."""
        return self.is_discrete and len(self.channels) == 1

    @property
    def title(self) -> str:
        """A name for the figure."""
        what = "convolution" if self.flip else "cross-correlation"
        kind = "Discrete" if self.is_discrete else "Continuous"
        many = f", {len(self.channels)} channels" if len(self.channels) > 1 else ""
        return f"{kind} {what}{many}"

    @property
    def panels(self) -> list[Panel | list[Panel]]:
        """What is seen, from top to bottom."""
        y, count = self.y, len(self.channels)
        formula = formulas.convolution(self.pairs, self.colors, self.flip, self.is_discrete)
        heading = Heading(formula, self.resting, self.sliding, self.flip)
        columns = next(columns for most, columns in COLUMNS if count <= most)
        overlaps = [*self._overlaps(columns), *[Blank()] * (-count % columns)]
        rows = [overlaps[at : at + columns] for at in range(0, count, columns)]
        if not self.is_discrete:
            return [heading, self._readout, *rows, OutputPanel(y)]
        if count > 1 and columns == 1 and self._at_one_scale:
            return [replace(heading, claim=self.claim, counts=True), *self._added_up(overlaps)]
        if count > 1:
            names, roles = ([rest for rest, _ in each] for each in (self.pairs, self.colors))
            return [heading, ChannelSumPanel(self.parts, names, roles), *rows, StemOutputPanel(y)]
        factors = self.resting[0], self.sliding[0]
        written = SumPanel(*factors, self.pairs[0], self.flip, self.colors[0])
        return [heading, written, *rows, StemOutputPanel(y, factors=factors, flip=self.flip)]

    @property
    def _at_one_scale(self) -> bool:
        """Whether rows and what they add up to can be drawn at one scale."""
        both = zip(self.resting, self.sliding, strict=True)
        divided = any(Scaling.of(*(each.values.tolist() for each in pair)).is_used for pair in both)
        values = [signal.values for signal in (*self.resting, *self.sliding)]
        lowest = min(float(np.max(np.abs(each), initial=0.0)) for each in values)
        sums = [float(np.max(np.abs(part.values), initial=0.0)) for part in (*self.parts, self.y)]
        return not divided and max(sums) <= HIGHEST * lowest

    def _overlaps(self, columns: int) -> list[Panel]:
        """Return an overlap for each channel, which are numbered where there are columns."""
        kind: Any = StemOverlapPanel if self.is_discrete else OverlapPanel
        look: dict[str, Any] = {"ticks": columns > 1}
        if self.curves and len(self.channels) == 1:
            look["curves"] = self.curves[::-1] if self.kernel_slides else self.curves
        overlaps: list[Panel] = []
        each = zip(self.resting, self.sliding, self.pairs, self.colors, strict=True)
        for number, (*both, names, colors) in enumerate(each):
            if columns == 1:  # what slides is named once
                look["tagged"] = number == 0 or names[1] != self.pairs[0][1]
            if self.is_discrete and columns == 1 < len(self.channels) and self._at_one_scale:
                look["title"] = f"channel {number + 1}"
            overlaps.append(kind(*both, names, self.flip, colors=colors, **look))
        return overlaps

    def _added_up(self, overlaps: Sequence[Panel]) -> list[list[Panel]]:
        """Return the rows of channels and of the output, with blocks that add up beside them."""
        look: dict[str, Any] = {"parts": self.parts, "colors": [role for role, _ in self.colors]}
        both = "with the flip", "without the flip"
        told = both if self.flip else both[::-1]
        output = StemOutputPanel(self.y, False, other=self.other, told=told, **look)
        rows = [[row, BlocksPanel(**look, only=n)] for n, row in enumerate(overlaps)]
        return [*rows, [output, BlocksPanel(**look)]]

    @property
    def _readout(self) -> ReadoutPanel:
        """What tells the area and, where there is a probe, the product at its τ."""
        factors = self.resting[0], self.sliding[0]
        return ReadoutPanel(self.y, ("", ""), factors, self.pairs[0], self.flip, self.colors[0])

    @property
    def claim(self) -> str:
        """Say what channels do."""
        if not self.flip:
            return "no flip: another output"
        many = {2: "two", 3: "three"}[len(self.channels)]
        shared = len({h for h, _ in self.names}) == 1
        return f"{many} channels under one kernel" if shared else f"{many} channels, one output"

    @property
    def caption(self) -> str:
        """A sentence for under it."""
        rest, slides = self.pairs[0]
        if len(self.channels) > 1:
            rest, slides = "every channel", "kernel"
        how = (
            f"The sliding {slides} is reflected about the vertical axis and shifted by t: "
            if self.flip
            else f"The sliding {slides} is shifted by t, not reflected (cross-correlation): "
        )
        sums = (
            "the bars are its products with {}, and their sum is y(t)."
            if self.is_discrete
            else "the area under its product with {} is y(t)."
        )
        return how + sums.format(rest)

    @property
    def alt(self) -> str:
        """Tell what is seen, and how the output goes."""
        flipped = ", flipped," if self.flip else ", not flipped,"
        over = listed([rest for rest, _ in self.pairs])
        slides = self.pairs[0][1] if len(set(self.pairs)) == 1 else "The kernel"
        drawn = "sum of products" if self.is_discrete else "area under the product"
        return (
            f"{slides}{flipped} slides over {over}. Below, the {drawn} is drawn as y, which "
            f"{COURSE}."
        )
