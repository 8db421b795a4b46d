"""From an impulse response and an input to a figure of impulses and their echoes."""

from math import floor, log10

import numpy as np

from animations.rendering.animation import Animation
from animations.rendering.beats import sweep
from animations.rendering.framing.pace import follow
from animations.rendering.panels.curves.trace import InputPanel, OutputPanel
from animations.rendering.panels.text.heading import Narration
from animations.rendering.storyboards.formulas import formula_of
from signals import ContinuousSignal, concentrate, convolve, decompose, impulse, latex
from signals.extent import bounded

# All times are in fifths of the input or, if that is longer, of half an echo.
FINER = {12: 5, 18.5: 10, 20.5: 20, 22.5: 25}  # from which t on there are how many slices
WORDS = {
    0: "each impulse is answered by an echo",
    12: "any input: a row of impulses",
    15.5: "coarse slices: roughly the output",
    18.5: "finer slices: nearer to the output",
    22.5: "ever finer: the output itself",
}


def animate_impulses(h: ContinuousSignal, x: ContinuousSignal) -> Animation:
    """Tell why h is called the impulse response, in a figure with everything that belongs to one.

    First h answers one impulse, then three; then x, cut into ever finer slices, is a row of them.

    Parameters
    ----------
    h : ContinuousSignal
        The impulse response.
    x : ContinuousSignal
        The input, wherever it begins.

    Raises
    ------
    ValueError
        If the input goes on without end and does not decay, or there is no such convolution.
    """
    if x.impulses:
        raise ValueError("an input of impulses cannot be cut into slices: give a curve")
    start, stop = bounded(x)
    reach = 0.5 * max(map(abs, bounded(h)))  # of an echo, so that three can be told apart
    unit = _round(max(stop - start, reach) / 5)
    pulses = impulse() + impulse(3 * unit) + impulse(6 * unit, weight=0.5)
    course = x.shift(12 * unit - start)
    y = convolve(h, pulses + course)
    first, last = 12 * unit, 12 * unit + stop - start
    cuts = [(at * unit, np.linspace(first, last, many + 1).tolist()) for at, many in FINER.items()]
    rows = [(at, decompose(concentrate(course, each))) for at, each in cuts[:-1]]
    rows += [(at, decompose(course, each)) for at, each in cuts[-1:]]
    echoes = [(at, [convolve(h, part) for part in parts]) for at, parts in rows]
    sent = [(at, f"${latex.impulse(at, weight)}$") for at, weight in pulses.impulses]
    if not (unit.is_integer() and 6 * unit < 10):  # long numbers: they are called T and 2T
        late = r"$\delta(t - T)$", r"$\frac{1}{2}\,\delta(t - 2T)$"
        sent[1:] = zip([3 * unit, 6 * unit], late, strict=True)
    heard = [(at, name.replace(r"\delta", "h").replace("$", "$+", at > 0)) for at, name in sent]
    words = [(at * unit, text) for at, text in WORDS.items()]
    beats = [sweep(at * unit, (at + 2) * unit, 0.6, pause=0) for at in (18, 20, 22)]
    return Animation(
        title="Impulse response",
        caption=(
            "An impulse is answered by h, the impulse response; two by two echoes, scaled and "
            "delayed. Any input is a row of impulses: the finer, the nearer is the sum of echoes."
        ),
        alt=(
            "Above, impulses, then an input. Below, what h makes of each, then an echo for each of "
            f"5, 10, 20 slices: they come near to y, {y(15 * unit):.2f} at its middle."
        ),
        panels=[
            Narration(formula_of("x", "h"), words),
            InputPanel(pulses + course, cuts, sent, "arrow: area of its slice"),
            OutputPanel(y, [convolve(h, pulse) for pulse in decompose(pulses)], echoes, heard),
        ],
        timeline=sum(beats, start=follow(y, 0, 18 * unit, end=1.2)),
        span=(-2 * unit, 25.4 * unit),
        poster=20 * unit,
    )


def _round(length: float) -> float:
    """Return the next larger of 1, 2, 3 and 5, times a power of ten."""
    power = 10.0 ** floor(log10(length))
    return power * next(each for each in (1, 2, 3, 5, 10) if each > length / power - 1e-9)
