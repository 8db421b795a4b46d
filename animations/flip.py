"""One kernel, flipped and not flipped, over an impulse: it comes out itself, and mirrored."""

from math import inf

from animations.rendering import (
    Animation,
    Marks,
    Narration,
    ResponsePanel,
    Signal,
    StemOverlapPanel,
    course,
    formula_of,
    reflect,
    run,
    samples_of,
    steps,
)
from signals import DiscreteSignal, convolve, correlate, latex

ANSWERED = " An impulse is answered by the kernel itself, or by its mirror image."
TITLES = "convolution: the kernel is flipped", "cross-correlation: the kernel as it is"


def animation(h: str | Signal = "[1, 0.5, 0.25]", x: str | Signal = "[1]@4") -> Animation:
    h, x = samples_of(h), samples_of(x)
    one, other, at = convolve(h, x), correlate(x, h), x.start
    first, last = min(one.start, other.start) - 1, max(one.stop, other.stop)
    pulse = x == DiscreteSignal([1], at)
    itself, turned = (f"$h({latex.argument(flip, at)})$" for flip in (False, True))
    answers = [(one, itself, "the kernel itself"), (other, turned, "its mirror image")]
    left, right = (course(y, first, last) for y in (one, other))
    return Animation(
        title="Flipped or not",
        caption=f"Convolution flips the kernel, cross-correlation does not.{ANSWERED * pulse}",
        alt=f"Left, the flipped kernel slides over an input: y {left}. Right, as it is: y {right}.",
        panels=[
            [Marks([(-inf, title, "ink")], height=30, drop=4) for title in TITLES],
            [Narration(formula_of("x", "h", flip, discrete=True)) for flip in (True, False)],
            [Marks([(at, "impulse", "x")] * pulse, 22, drop=5, always=True) for _ in TITLES],
            [StemOverlapPanel(x, h, ("x", "h"), flip, ticks=False) for flip in (True, False)],
            [ResponsePanel(y, y if pulse else None, *told) for y, *told in answers],
        ],
        timeline=reflect(first) + steps(first, last),
        span=(min(first, 0) - h.stop + 0.6, max(last + h.stop - 1, x.stop - 1) + 0.6),
        poster=one.stop - 1,
    )


if __name__ == "__main__":
    run(animation)
