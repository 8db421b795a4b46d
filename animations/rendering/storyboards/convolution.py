"""From signals to their convolution as a whole figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from animations.rendering.animation import FROM_PANELS, Animation, Panel
from animations.rendering.drawing.formula import check_latex
from animations.rendering.drawing.names import OWN, roles_of, symbol
from animations.rendering.framing.moments import beats_for
from animations.rendering.framing.subject import Interval, Signal, Subject, interval
from animations.rendering.panels.blank import Blank
from animations.rendering.panels.curves.overlap import OverlapPanel
from animations.rendering.panels.curves.trace import OutputPanel
from animations.rendering.panels.stems.overlap import StemOverlapPanel
from animations.rendering.panels.stems.trace import StemOutputPanel
from animations.rendering.panels.text.heading import Heading
from animations.rendering.panels.text.readout import ReadoutPanel
from animations.rendering.panels.text.sums import ChannelSumPanel, SumPanel
from animations.rendering.storyboards import formulas
from animations.rendering.storyboards.course import course, listed
from signals import ContinuousSignal, DiscreteSignal, convolve, correlate

COLUMNS = ((3, 1), (4, 2), (6, 3))  # up to how many channels, in how many columns
CHANNELS = ("x", "k", "red", "muted", "ink", "blue")  # colours of channels without one
COURSE = "{course}"  # what a text says where the course of the output is to be told


def animate(
    h: Signal | Sequence[Signal],
    x: Signal | Sequence[Signal],
    *,
    flip: bool = True,
    names: Sequence[str] = (),
    sweep: Interval = FROM_PANELS,
    span: Interval = FROM_PANELS,
    poster: float = FROM_PANELS,
    title: str = "",
    caption: str = "",
    alt: str = "",
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
    sweep : tuple of float, optional
        The first and the last shift; by default what is worth seeing of the output, within the
        span if that is given.
    span, poster : optional
        As in `Animation`.
    title, caption, alt : str, optional
        In place of those that follow from the signals; ``{course}`` stands for how the output
        goes, in numbers.

    Raises
    ------
    TypeError
        If something else than signals of one kind, or names, is given.
    ValueError
        If there are no channels or too many, not as many kernels or names, or what is asked for
        cannot be shown.
    """
    channels, kernels = _signals(x, "x"), _signals(h, "h")
    several = not isinstance(h, ContinuousSignal | DiscreteSignal)
    kernels = kernels if several else kernels * len(channels)
    if len(kernels) != len(channels):
        raise ValueError(
            f"animate: one kernel for each channel is needed, or one for all, got "
            f"{len(kernels)} for {len(channels)}"
        )
    if len(channels) > COLUMNS[-1][0]:
        raise ValueError(
            f"animate: at most {COLUMNS[-1][0]} channels fit in a picture, got {len(channels)}"
        )
    story = _Story(kernels, channels, flip, _called(names, len(channels), several))
    window = None if span is FROM_PANELS else interval(span, "span")
    if sweep is FROM_PANELS:
        start, stop = story.subject.sweep_within(window)
    else:
        start, stop = interval(sweep, "sweep")
    told = course(story.y, start, stop)
    return Animation(
        title=title or story.title,
        caption=(caption or story.caption).replace(COURSE, told),
        alt=(alt or story.alt).replace(COURSE, told),
        panels=story.panels,
        timeline=beats_for(story.subject, (start, stop)),
        span=span,
        poster=poster,
    )


@dataclass(frozen=True)
class _Story:
    """Kernels that are convolved with channels, and what there is to say about it.

    `names` are those of each kernel and its channel.
    """

    kernels: Sequence[Any]
    channels: Sequence[Any]
    flip: bool
    names: Sequence[tuple[str, str]]

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
        return [(x, h) if self.kernel_slides else (h, x) for h, x in self.names]

    @property
    def colors(self) -> list[tuple[str, str]]:
        """The roles that colour what rests and what slides: h's are the kernels'."""
        found = []
        for (h, x), usual in zip(self.names, CHANNELS, strict=False):
            kernel, channel = roles_of((h, x if x in OWN else ""), ("h", usual))
            found.append((channel, kernel) if self.kernel_slides else (kernel, channel))
        return found

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
        formula = formulas.convolution(self.pairs, self.colors, self.flip, self.is_discrete)
        heading = Heading(formula, self.resting, self.sliding, self.flip)
        columns = next(columns for most, columns in COLUMNS if count <= most)
        kind: Any = StemOverlapPanel if self.is_discrete else OverlapPanel
        look = {"ticks": columns > 1}
        overlaps: list[Panel] = [
            kind(*both, names, self.flip, colors=colors, **look)
            for *both, names, colors in zip(
                self.resting, self.sliding, self.pairs, self.colors, strict=True
            )
        ]
        overlaps += [Blank()] * (-count % columns)
        rows = [overlaps[at : at + columns] for at in range(0, len(overlaps), columns)]
        if isinstance(y, ContinuousSignal):
            return [heading, ReadoutPanel(y), *rows, OutputPanel(y)]
        written: Panel
        if count > 1:
            channels, roles = ([rest for rest, _ in each] for each in (self.pairs, self.colors))
            written = ChannelSumPanel(self.parts, channels, roles)
        else:
            (names,), (colors,) = self.pairs, self.colors
            written = SumPanel(self.resting[0], self.sliding[0], names, self.flip, colors)
        return [heading, written, *rows, StemOutputPanel(y)]

    @property
    def caption(self) -> str:
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


def _signals(given: Any, name: str) -> list[Any]:
    """Return one signal or several, all of one kind, as a list."""
    kinds = ContinuousSignal, DiscreteSignal
    listed_ = [given] if isinstance(given, kinds) or not isinstance(given, Sequence) else [*given]
    for signal in listed_:
        if not isinstance(signal, kinds):
            raise TypeError(
                f"animate: {name} must be a signal, or one for each channel, got "
                f"{type(signal).__name__}"
            )
    if not listed_ or len({type(signal) for signal in listed_}) > 1:
        raise TypeError(f"animate: {name} must be signals of one kind, and at least one")
    return listed_


def _called(names: Sequence[str], channels: int, several: bool) -> list[tuple[str, str]]:
    """Return what each kernel and its channel are called."""
    usual = ["x"] if channels == 1 else [f"x_{n}" for n in range(1, channels + 1)]
    given = ["h", *usual[:channels]] if not names else list(names)
    for name in given:
        if not isinstance(name, str) or not name.strip():
            raise TypeError(f"animate: names must be texts, got {name!r}")
        if name == "y" or name.count("{") != name.count("}"):
            what = "names the output" if name == "y" else "has braces that do not pair"
            raise ValueError(f"animate: the name {name!r} {what}")
        if not name.isalnum():  # which takes a while, and is known of plain names
            check_latex(symbol(name), f"animate: the name {name!r}")
    if len(given) != channels + 1:
        raise ValueError(
            f"animate: names are needed for h and for each channel, {channels + 1} in all, got "
            f"{len(given)}"
        )
    h, *others = given
    kernels = [f"{h}_{n}" if several and channels > 1 else h for n in range(1, channels + 1)]
    return list(zip(kernels, others, strict=True))
