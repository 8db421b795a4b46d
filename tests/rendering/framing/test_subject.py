"""Span, sweep and poster follow from supports, breakpoints and values."""

import numpy as np
import pytest

from animations.rendering import (
    Animation,
    OutputPanel,
    OverlapPanel,
    StemOutputPanel,
    StemOverlapPanel,
    animate,
    sweep,
)
from signals import DiscreteSignal, convolve, exponential, impulse, rect
from signals.extent import extent
from signals.post import h, x


def figure(**given: object) -> Animation:
    panels = [OverlapPanel(h, x), OutputPanel(convolve(h, x))]
    return Animation("t", "c", "a", **{"panels": panels, **given})  # type: ignore[arg-type]


def test_all_that_is_there_is_seen() -> None:
    animation = figure()
    (start, stop), (first, last) = animation.span, animation.sweep
    assert start <= first - 5  # x, at the first shift
    assert first < 0 and last >= extent(convolve(h, x))[1]
    assert stop >= last
    assert animation.poster == 3  # where y is greatest


def test_99_percent_of_a_signal_without_end_are_seen() -> None:
    animation = animate(exponential(1, 0.01), rect(0, 10))
    last = animation.sweep[1]
    inside, beyond = (1 - np.exp(-0.01 * at) for at in (last, np.inf))
    assert 0.99 <= inside / beyond < 0.999


def test_a_sweep_of_indices_is_whole() -> None:
    animation = animate(DiscreteSignal([1, 2, 3], -7), DiscreteSignal([1, 1, 1, 1], 2))
    assert animation.sweep == (-6, 1)  # one step before the first and after the last of y
    assert all(beat.stop.t == round(beat.stop.t) for beat in animation.timeline)


def test_a_sweep_keeps_to_the_span_that_is_given() -> None:
    assert figure(span=(2, 9)).sweep == (2, 9)
    assert animate(h, x, span=(-3, 4)).sweep == (-1, 4)
    assert animate(DiscreteSignal([1, 2]), DiscreteSignal([1]), span=(-0.5, 9)).sweep == (0, 2)


def test_what_a_script_gives_is_kept() -> None:
    animation = figure(span=(-8, 16), poster=4.2)
    assert (animation.span, animation.poster) == ((-8, 16), 4.2)
    assert animate(h, x, sweep=(-2, 15), span=(-7.5, 16)).sweep == (-2, 15)
    assert figure(timeline=()).is_still


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"span": (2, 9), "timeline": sweep(0, 9, 2)},
            "t must stay within the span, from 2 to 9, but it goes from 0 to 9",
        ),
        ({"poster": 99}, "poster must be a shift that the timeline comes to"),
        (
            {"span": (-9, -6), "timeline": ()},
            "the span, from -9 to -6, shows nothing of a signal that is there from 0 to inf",
        ),
        (
            {"span": (-1, 9), "timeline": sweep(0, 9, 2), "panels": [OverlapPanel(h, x.shift(40))]},
            "the span, from -1 to 9, shows nothing of a signal that is there from -45 to -31",
        ),
    ],
)
def test_what_contradicts_the_signals_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        figure(**given)


@pytest.mark.parametrize("at", [0.0, 5.0, -300.0])
def test_a_single_impulse_has_a_view(at: float) -> None:
    animation = animate(impulse(at), impulse())
    assert animation.span[0] < at < animation.span[1]
    assert animation.poster == at


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: OverlapPanel(DiscreteSignal([1]), x), "fixed must be a continuous signal"),
        (lambda: StemOverlapPanel(DiscreteSignal([1]), x), "sliding must be a discrete signal"),
        (lambda: StemOutputPanel([1, 2]), "StemOutputPanel: y must be a discrete signal, .* int"),
        (lambda: OutputPanel("y"), "OutputPanel: y must be a continuous signal, .* got str"),
        (lambda: animate(h, DiscreteSignal([1])), "convolve"),
    ],
)
def test_a_wrong_kind_is_refused_where_it_is_given(make: object, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        make()  # type: ignore[operator]


def test_kernels_and_channels_go_together() -> None:
    with pytest.raises(ValueError, match=r"one kernel for each channel is needed.* 2 for 3"):
        animate([h, h], [x, x, x])
    with pytest.raises(ValueError, match=r"names are needed .* 2 in all, got 3"):
        animate(h, x, names=("a", "b", "c"))
