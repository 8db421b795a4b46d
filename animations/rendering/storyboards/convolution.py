"""From signals to their convolution as a whole figure."""

from collections.abc import Sequence
from typing import Any

from animations.rendering.animation import FROM_PANELS, Animation
from animations.rendering.beats import aside, pause_for
from animations.rendering.drawing.formula import check_latex
from animations.rendering.drawing.names import symbol
from animations.rendering.framing.moments import beats_for
from animations.rendering.framing.subject import Interval, Signal, interval
from animations.rendering.storyboards.course import course
from animations.rendering.storyboards.story import COLUMNS, COURSE, Story
from signals import ContinuousSignal, DiscreteSignal

PROBED, SAMPLED = 2.4, 2.0  # seconds in which an overlap is probed, and curves are sampled


def animate(
    h: Signal | Sequence[Signal],
    x: Signal | Sequence[Signal],
    *,
    flip: bool = True,
    names: Sequence[str] = (),
    sweep: Interval = FROM_PANELS,
    span: Interval = FROM_PANELS,
    poster: float = FROM_PANELS,
    probe: float | None = None,
    curves: tuple[ContinuousSignal, ContinuousSignal] | None = None,
    compared: bool = False,
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
        As in `Animation`; around a sweep that is given, if the span is not.
    probe : float, optional
        A shift at which t rests and the product of two continuous signals is shown τ by τ, before
        its area is.
    curves : tuple of ContinuousSignal, optional
        What h and a single x are samples of: how these are taken is shown first.
    compared : bool
        Of two or three discrete channels, whether hollow stems show what they would give with the
        flip or, where there is one, without it.
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
    _check_asides(channels, probe, curves, compared)
    story = Story(kernels, channels, flip, _called(names, len(channels), several), curves, compared)
    window = None if span is FROM_PANELS else interval(span, "span")
    if sweep is FROM_PANELS:
        start, stop = story.subject.sweep_within(window)
    else:
        start, stop = interval(sweep, "sweep")
        span = story.subject.near((start, stop)) if window is None else span
    told = course(story.y, start, stop)
    beats = beats_for(story.subject, (start, stop), story.stacks)
    if curves:
        beats = aside("sample", beats[0].start, SAMPLED, rest=0.8) + beats
    if probe is not None:
        beats = pause_for("probe", probe, PROBED, beats)
    return Animation(
        title=title or story.title,
        caption=(caption or story.caption).replace(COURSE, told),
        alt=(alt or story.alt).replace(COURSE, told),
        panels=story.panels,
        timeline=beats,
        span=span,
        poster=poster,
    )


def _check_asides(
    channels: Sequence[Any], probe: float | None, curves: object, compared: bool
) -> None:
    """Refuse what cannot be shown of such signals."""
    discrete, count = isinstance(channels[0], DiscreteSignal), len(channels)
    if probe is not None and (discrete or count > 1):
        raise ValueError("animate: probe is for two continuous signals")
    if curves and (not discrete or count > 1):
        raise ValueError("animate: curves are for two discrete signals, which are their samples")
    if compared and not (discrete and 1 < count <= COLUMNS[0][0]):
        raise ValueError("animate: compared is for two or three discrete channels")


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
