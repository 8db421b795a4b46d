"""An impulse is answered by h; any input is a row of impulses, and its output a sum of echoes."""

import numpy as np

from animations.rendering import Animation, InputPanel, Narration, OutputPanel, follow, run, sweep
from signals import concentrate, convolve, decompose, impulse
from signals.post import h
from signals.post import x as curve


def animation() -> Animation:
    x = curve.shift(16)
    pulses = impulse() + impulse(6) + impulse(9, weight=0.5)
    y = convolve(h, pulses + x)
    slices = [
        (at, np.linspace(16, 21, count + 1).tolist())
        for at, count in ((16, 5), (24, 10), (26, 20), (28, 25))
    ]
    rows = [(at, decompose(concentrate(x, cuts))) for at, cuts in slices[:-1]]
    rows.append((28, decompose(x, slices[-1][1])))
    formula = (
        r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty}"
        r"\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}d\tau"
    )
    words = [
        (0, "an impulse is answered by an echo"),
        (6, "two impulses: two echoes"),
        (16, "any input: a row of impulses"),
        (24, "finer slices: nearer to the output"),
        (28, "ever finer: the output itself"),
    ]
    return Animation(
        title="Impulse response",
        caption=(
            "An impulse is answered by h: hence the name impulse response. Two impulses give two "
            "echoes, scaled and delayed. Any input is a row of impulses, so its output is a sum "
            "of echoes: the finer the row, the nearer."
        ),
        alt=(
            "Above, an input over time: one impulse, later two of weights 1 and 1/2, then a ramp "
            "with a step, cut into slices. Below, the output: one decaying exponential, then two "
            "that pile up, then an echo for each of 5, 10 and 20 slices; their jagged sum comes "
            f"nearer to the smooth hump, {y(19):.2f} high."
        ),
        panels=[
            Narration(formula, words),
            InputPanel(
                pulses + x,
                slices,
                notes=[
                    (0, r"$\delta(t)$"),
                    (6, r"$\delta(t-6)$"),
                    (9, r"$\frac{1}{2}\delta(t-9)$"),
                ],
            ),
            OutputPanel(
                y,
                layers=[convolve(h, pulse) for pulse in decompose(pulses)],
                echoes=[(at, [convolve(h, part) for part in parts]) for at, parts in rows],
                notes=[(0, "$h(t)$"), (6, "$h(t-6)$"), (9, r"$\frac{1}{2}h(t-9)$")],
            ),
        ],
        timeline=follow(y, 0, 22, end=1.2)
        + sweep(22, 24, 0.4, pause=0, end=1.8)
        + sweep(24, 26, 0.4, pause=0, end=1.8)
        + sweep(26, 28, 0.4, pause=0, end=2.4),
        span=(-2, 29.5),
        poster=24,
    )


if __name__ == "__main__":
    run(animation)
