"""From signals to their convolution as a whole figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from animations.rendering.animation import FROM_PANELS, Animation, Panel
from animations.rendering.drawing.names import roles
from animations.rendering.framing.moments import beats_for
from animations.rendering.framing.subject import Interval, Signal, Subject
from animations.rendering.panels.curves.overlap import OverlapPanel
from animations.rendering.panels.curves.trace import OutputPanel
from animations.rendering.panels.stems.overlap import StemOverlapPanel
from animations.rendering.panels.stems.trace import StemOutputPanel
from animations.rendering.panels.text.heading import Heading
from animations.rendering.panels.text.marks import Marks
from animations.rendering.panels.text.readout import ReadoutPanel
from animations.rendering.panels.text.sums import ChannelSumPanel, SumPanel
from animations.rendering.storyboards import formulas
from animations.rendering.storyboards.course import course, listed
from signals import ContinuousSignal, DiscreteSignal, convolve, correlate

COLUMNS = ((3, 1), (4, 2), (6, 3), (10**9, 4))  # up to how many channels, in how many columns
NAMED = 2  # channels that a formula names one by one
KINDS = ContinuousSignal | DiscreteSignal


def animate(
    h: Signal | Sequence[Signal],
    x: Signal | Sequence[Signal],
    *,
    flip: bool = True,
    names: Sequence[str] = (),
    title: str = "",
    sweep: Interval = FROM_PANELS,
    span: Interval = FROM_PANELS,
    poster: float = FROM_PANELS,
) -> Animation:
    """Tell how h and x are convolved, in a figure with everything that belongs to one.

    Parameters
    ----------
    h : ContinuousSignal or DiscreteSignal, or one for each channel
        The impulse response, or the kernels.
    x : ContinuousSignal or DiscreteSignal, or several, its channels
        The input. One that is convolved slides over h; else the kernels slide over the channels.
    flip : bool
        False for cross-correlation, which deep learning calls convolution: h slides over x as it
        is.
    names : sequence of str, optional
        What h is called, and then x, or each of its channels.
    title : str, optional
        Of the figure.
    sweep : tuple of float, optional
        The first and the last shift; by default what is worth seeing of the output.
    span, poster : optional
        As in `Animation`.

    Raises
    ------
    TypeError
        If the signals are not of one kind.
    ValueError
        If there are no channels, or not as many kernels or names.
    """
    channels = [x] if isinstance(x, KINDS) else list(x)
    kernels = [h] * len(channels) if isinstance(h, KINDS) else list(h)
    if not channels or len(kernels) != len(channels):
        raise ValueError(
            f"animate: one kernel for each channel is needed, or one for all, got "
            f"{len(kernels)} for {len(channels)}"
        )
    story = _Story(kernels, channels, flip, _called(names, len(channels)))
    start, stop = story.subject.sweep if sweep is FROM_PANELS else sweep
    return Animation(
        title=title or story.title,
        caption=story.caption,
        alt=story.alt(start, stop),
        panels=story.panels,
        timeline=beats_for(story.subject, (start, stop)),
        span=span,
        poster=poster,
    )


@dataclass(frozen=True)
class _Story:
    """Kernels that are convolved with channels, and what there is to say about it."""

    kernels: Sequence[Any]
    channels: Sequence[Any]
    flip: bool
    names: Sequence[str]

    @cached_property
    def parts(self) -> list[Any]:
        """What each channel gives to the output."""
        both = zip(self.kernels, self.channels, strict=True)
        return [convolve(h, x) if self.flip else correlate(x, h) for h, x in both]

    @cached_property
    def y(self) -> Any:
        """The output."""
        first, *others = self.parts
        return sum(others, start=first)

    @property
    def is_discrete(self) -> bool:
        return isinstance(self.channels[0], DiscreteSignal)

    @property
    def kernel_slides(self) -> bool:
        """Whether it is the kernel that slides, and not the input."""
        return not self.flip or len(self.channels) > 1

    @property
    def resting(self) -> Sequence[Any]:
        return self.channels if self.kernel_slides else self.kernels

    @property
    def sliding(self) -> Sequence[Any]:
        return self.kernels if self.kernel_slides else self.channels

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """For each channel the names of what rests and of what slides."""
        h, *others = self.names
        return [(x, h) if self.kernel_slides else (h, x) for x in others]

    @cached_property
    def subject(self) -> Subject:
        sliding = tuple((signal, self.flip) for signal in self.sliding)
        return Subject(tuple(self.resting), sliding, (self.y,))

    @property
    def title(self) -> str:
        what = "convolution" if self.flip else "cross-correlation"
        kind = "Discrete" if self.is_discrete else "Continuous"
        many = f", {len(self.channels)} channels" if len(self.channels) > 1 else ""
        return f"{kind} {what}{many}"

    @property
    def panels(self) -> list[Panel | list[Panel]]:
        y, count = self.y, len(self.channels)
        heading = Heading(self.formula, self.resting, self.sliding[0], self.flip)
        columns = next(columns for most, columns in COLUMNS if count <= most)
        kind = StemOverlapPanel if self.is_discrete else OverlapPanel
        overlaps: list[Panel] = [
            kind(fixed, sliding, names, self.flip, ticks=count == 1)
            for fixed, sliding, names in zip(self.resting, self.sliding, self.pairs, strict=True)
        ]
        overlaps += [Marks(())] * (-count % columns)
        rows = [overlaps[at : at + columns] for at in range(0, len(overlaps), columns)]
        if isinstance(y, ContinuousSignal):
            return [heading, *rows, ReadoutPanel(y), OutputPanel(y)]
        if count > 1:
            colors = [roles(pair)[0] for pair in self.pairs]
            written: Panel = ChannelSumPanel(self.parts, colors)
        else:
            written = SumPanel(self.resting[0], self.sliding[0], self.pairs[0], self.flip)
        return [heading, *rows, written, StemOutputPanel(y)]

    @property
    def formula(self) -> str:
        if len(self.channels) > NAMED:
            return formulas.over_channels(self.names[0], self.flip, self.is_discrete)
        return formulas.convolution(self.pairs, self.flip, self.is_discrete)

    @property
    def caption(self) -> str:
        rest, slides = self.pairs[0]
        if len(self.channels) > 1:
            rest = "every channel"
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

    def alt(self, start: float, stop: float) -> str:
        """Tell what is seen, and how the output goes."""
        flipped = ", flipped," if self.flip else ", not flipped,"
        slides = self.pairs[0][1]
        over = listed([rest for rest, _ in self.pairs])
        drawn = "sum of products" if self.is_discrete else "area under the product"
        return (
            f"{slides}{flipped} slides over {over}. Below, the {drawn} is drawn as y, which "
            f"{course(self.y, start, stop)}."
        )


def _called(names: Sequence[str], channels: int) -> Sequence[str]:
    """Return what h and each channel are called."""
    if not names:
        return ("h", *("xk" if channels <= NAMED else [f"x_{n}" for n in range(1, channels + 1)]))[
            : channels + 1
        ]
    if len(names) != channels + 1:
        raise ValueError(
            f"animate: names are needed for h and for {channels} channels, got {len(names)}"
        )
    return names
