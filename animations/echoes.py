"""Every sample of x starts its own copy of h; what has piled up at t is y(t)."""

from animations.rendering import (
    Animation,
    EchoPanel,
    Narration,
    Signal,
    StemInputPanel,
    StemOutputPanel,
    SumPanel,
    course,
    formula_of,
    run,
    samples_of,
    visit,
)
from signals import convolve, post


def animation(h: Signal = post.h, x: Signal = post.x) -> Animation:
    h, x = samples_of(h), samples_of(x)
    y, first, last = convolve(h, x), x.start, x.stop - 1
    shifts = range(first, last + 5)
    words = [(first, "each sample starts an echo"), (last + 1, "the echoes ring out")]
    words.insert(1, (first + 2, "the echoes pile up to the output"))
    return Animation(
        title="Sum of echoes",
        caption=(
            "The same sum, seen from the input: each sample x(τ) starts a copy of h, scaled by the "
            "sample and shifted to it. The copies pile up to the very y(t) that sliding gives."
        ),
        alt=(
            "Stems come in, and each starts a copy of h on top of those before, hollow after t. At "
            f"t the top of the pile is the output, which {course(y, first, shifts[-1])}."
        ),
        panels=[
            Narration(formula_of("x", "h", discrete=True), words),
            SumPanel(fixed=x, sliding=h, names=("x", "h")),
            StemInputPanel(x, shaded=True),
            EchoPanel(h, x, shown=4),
            StemOutputPanel(y),
        ],
        timeline=visit(shifts, [min(1.8, 9 / len(shifts)) if t <= last else 0.7 for t in shifts]),
        span=(first - 3.8, last + 10.4),
        poster=last,
    )


if __name__ == "__main__":
    run(animation)
