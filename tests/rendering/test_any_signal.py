"""Any signals frame themselves: the rules of the collection hold for all of these."""

import re
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from artists import marks, swept, wordings
from films import check_labels

from animations.rendering import Animation, Film, animate
from signals import (
    ContinuousSignal,
    DiscreteSignal,
    convolve,
    correlate,
    exponential,
    from_transfer_function,
    impulse,
    piecewise,
    rect,
    sample,
    step,
    triangle,
)
from signals.post import h, k, x

FRAMES = 4  # of each film, that are looked at
INF = float("inf")


def gauss(width: float = 1.0) -> ContinuousSignal:
    return piecewise((-INF, INF, lambda t: np.exp(-t * t / (2 * width * width))))


def noise(count: int, seed: int = 3) -> DiscreteSignal:
    return DiscreteSignal(np.random.default_rng(seed).normal(size=count))


TRAIN = sum([impulse(2), impulse(4, -0.5), impulse(6)], start=impulse())
BURST = piecewise((0, 10, lambda t: np.cos(20 * t)))
STEPS = piecewise((0, 1, 1.0), (1, 2, -2.0), (3, 4, 0.5), (5, 9, np.sin))
SAW = piecewise(*((n, n + 1, lambda t, n=n: t - n) for n in range(12)))
COSINE = piecewise((-INF, INF, np.cos))

CONTINUOUS = {
    "the post": (h, x),
    "zero under x": (h * 0, x),
    "zero over h": (h, x * 0),
    "nothing at all": (h * 0, x * 0),
    "an impulse over h": (h, impulse()),
    "x over an impulse": (impulse(1, 0.83), x),
    "two impulses": (impulse(), impulse(2, 3)),
    "a train": (TRAIN, rect(0, 1)),
    "curve and impulse": (h + impulse(1, 0.5), x),
    "negative h": (-h, x),
    "negative both": (-h, -x),
    "1e-6 high": (h * 1e-6, x),
    "1e6 high": (h * 1e6, x),
    "1e6 and 1e-6 high": (h * 1e6, x * 1e-6),
    "both 1e-6 high": (h * 1e-6, x * 1e-6),
    "2000 high": (h * 1000, x),
    "1e3 long": (rect(0, 1000), triangle(0, 300, 1000)),
    "1e-3 long": (rect(0, 1e-3), rect(0, 1e-3)),
    "1e3 and 1 long": (rect(0, 1000), rect(0, 1)),
    "a slow decay": (exponential(1, 1e-3), rect(0, 100)),
    "a Gaussian": (gauss(), x),
    "two Gaussians": (gauss(), gauss(0.5)),
    "a narrow Gaussian": (gauss(0.01), rect(0, 5)),
    "a step": (step(), rect(0, 2)),
    "a step and h": (step(), h),
    "a cosine without end": (COSINE, rect(0, 2)),
    "a burst": (BURST, h),
    "two bursts": (BURST, BURST),
    "jumps": (STEPS, x),
    "far apart": (h.shift(100), x.shift(-40)),
    "ringing": (from_transfer_function([1], [1, 0.2, 4]), rect(0, 3)),
    "a saw": (SAW, rect(0, 1.5)),
}

DISCRETE = {
    "the post": (sample(h, 0, 17), sample(x, 0, 5)),
    "one sample each": (DiscreteSignal([2]), DiscreteSignal([3.5], 4)),
    "zero": (DiscreteSignal([0]), DiscreteSignal([1, 2])),
    "nothing at all": (DiscreteSignal([0, 0]), DiscreteSignal([0])),
    "7 samples": (DiscreteSignal([1, 2, 3, 4, 3, 2, 1]), noise(7)),
    "13 samples": (noise(13), noise(13, seed=4)),
    "40 samples": (noise(40), DiscreteSignal([1 / 7] * 7)),
    "400 samples": (noise(400), DiscreteSignal(np.hanning(40))),
    "400 and 400": (DiscreteSignal(np.hanning(400)), noise(400)),
    "2000 high": (DiscreteSignal([2000, 1000, 500]), DiscreteSignal([1, 2, 3])),
    "1e6 and 1e-6 high": (DiscreteSignal([1e6, -2e6]), DiscreteSignal([1e-6, 3e-6])),
    "1e-6 high": (DiscreteSignal([1e-6, 2e-6]), DiscreteSignal([1, 0.5])),
    "negative both": (DiscreteSignal([-1, -2]), DiscreteSignal([-3, -1, -2], -7)),
    "whole numbers": (DiscreteSignal([12, -34, 56]), DiscreteSignal([78, 90, -1])),
    "far apart": (DiscreteSignal([1, 2], 1000), DiscreteSignal([1, 1], -500)),
    "sparse": (DiscreteSignal([1, *[0] * 30, 1]), DiscreteSignal([1, 2, 1])),
}

FEW = ["the post", "one sample each", "zero", "13 samples", "400 samples", "negative both"]
UNFLIPPED = ["the post", "an impulse over h", "a train", "negative h", "a step", "a Gaussian"]


def channels(count: int, flip: bool = True) -> Animation:
    kernels = [noise(3, seed=n) for n in range(count)]
    return animate(kernels, [noise(4, seed=9 + n).shift(n) for n in range(count)], flip=flip)


def curves(count: int) -> Animation:
    return animate(h, [x.shift(n) * (1 + n) for n in range(count)])


LONG = ("impulse response of the room", "voltage at the input")

FIGURES: dict[str, Callable[[], Animation]] = {
    **{name: partial(animate, *pair) for name, pair in CONTINUOUS.items()},
    **{f"{name}, unflipped": partial(animate, *CONTINUOUS[name], flip=False) for name in UNFLIPPED},
    **{f"samples: {name}": partial(animate, *pair) for name, pair in DISCRETE.items()},
    **{
        f"samples: {name}, unflipped": partial(animate, *DISCRETE[name], flip=False) for name in FEW
    },
    **{f"{count} channels": partial(channels, count) for count in range(1, 7)},
    **{f"{count} channels, unflipped": partial(channels, count, False) for count in (2, 3, 5)},
    **{f"{count} channels of curves": partial(curves, count) for count in range(1, 7)},
    "one h for two channels": partial(animate, sample(h, 0, 9), [sample(x, 0, 5), sample(k, 0, 6)]),
    "a thousand times as high": partial(animate, sample(h * 1e3, 0, 9), [noise(5), noise(4)]),
    "a probe": partial(animate, h, x, probe=3),
    "curves": partial(animate, sample(h, 0, 9), sample(x, 0, 5), curves=(h, x)),
    "compared": partial(animate, sample(h, 0, 9), [noise(5), noise(4)], compared=True),
    "long names": partial(animate, h, x, names=LONG),
    "names of others": partial(animate, h, x, names=("f", "g")),
    "LaTeX": partial(animate, h, x, names=(r"\tilde{h}", "x_0")),
}


@pytest.fixture(params=FIGURES)
def film(request: pytest.FixtureRequest) -> Film:
    """A film of each of these; what is looked at counts as any warning does."""
    dark = len(request.param) % 2 == 0
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return Film(FIGURES[request.param](), theme="dark" if dark else "light")


def test_any_signals_frame_themselves(film: Film) -> None:
    """Labels keep apart and on the canvas, pixels are a redraw's, totals and the dot are true."""
    check_labels(film, most=FRAMES)
    figure = film.animation
    assert figure.span[0] <= film.timeline.shifts[0] < film.timeline.shifts[1] <= figure.span[1]
    assert np.array_equal(film.pixels(film.poster), film.redraw(film.poster))
    y = figure.rows[-1][0].y  # type: ignore[attr-defined]
    frames = [*swept(film)]
    near = float(np.max(np.abs(y(np.array([frame.t for frame in frames]))))) / 60
    for frame in frames[:: max(1, len(frames) // FRAMES)]:
        ((dot,),) = marks(film, frame, film.figure.axes[-1], "y")[-1:]
        assert dot.tolist() == pytest.approx([frame.t, y(frame.t)], rel=1e-9, abs=1e-300)
        assert any(said(words, y(frame.t), near) for words in wordings(film, frame))
    assert 2.5 <= film.timeline.seconds <= 30


def said(wording: str, value: float, near: float) -> bool:
    """Whether words end with a number that is about this one."""
    found = re.search(r"([\N{MINUS SIGN}]?)([\d.]+)(?:·\$10\^\{(-?\d+)\}\$)?$", wording.strip())
    if not found:
        return False
    read = float(found[2]) * 10.0 ** int(found[3] or 0)
    return bool(np.isclose(-read if found[1] else read, value, rtol=0.06, atol=near))


@pytest.mark.parametrize("name", ["the post", "a train", "a Gaussian"])
def test_one_call_is_the_convolution_it_says(name: str) -> None:
    first, second = CONTINUOUS[name]
    t = np.linspace(-3, 9, 50)
    for flip, expected in ((True, convolve(first, second)), (False, correlate(second, first))):
        figure = animate(first, second, flip=flip)
        assert np.array_equal(figure.panels[-1].y(t), expected(t))  # type: ignore[union-attr]
        assert ("cross-correlation" in figure.caption) != flip


@pytest.mark.parametrize(
    ("h", "x", "shown", "message"),
    [
        (h, [x, k], {"probe": 3}, "probe is for two continuous signals"),
        (sample(h, 0, 9), sample(x, 0, 5), {"probe": 3}, "probe is for two continuous signals"),
        (h, x, {"probe": 2.5}, r"probe: the timeline does not rest at t = 2\.5"),
        (h, x, {"curves": (h, x)}, "curves are for two discrete signals"),
        (sample(h, 0, 9), noise(5), {"compared": True}, "compared is for two or three discrete"),
        (h, [x, k], {"compared": True}, "compared is for two or three discrete channels"),
    ],
)
def test_what_cannot_be_shown_in_passing_is_refused(
    h: Any, x: Any, shown: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        animate(h, x, **shown)


@pytest.mark.parametrize(
    ("h", "x", "k", "compared"),
    [([1, 2, 3], DiscreteSignal([5], 20), [1, -1, 1], False), ([0, 0, 1, 0], [1], [2, 1], True)],
)
def test_names_of_rows_keep_to_the_canvas(h: Any, x: Any, k: Any, compared: bool) -> None:
    first, second = (DiscreteSignal(each) if isinstance(each, list) else each for each in (x, k))
    figure = animate(DiscreteSignal(h), [first, second], flip=not compared, compared=compared)
    check_labels(Film(figure), most=FRAMES)
