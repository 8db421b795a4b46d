"""An impulse makes the system answer h; any input is many impulses, answered by as many echoes."""

from animations.rendering import Animation, InputPanel, Marks, Narration, OutputPanel, follow, run
from signals import convolve, decompose, impulse
from signals.post import h, x


def animation() -> Animation:
    drive = impulse() + impulse(10) + impulse(12, weight=0.5) + x.shift(23)
    y = convolve(h, drive)
    echoes = [convolve(h, part) for part in decompose(drive, cuts=range(23, 29))]
    formula = (
        r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty}"
        r"\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}d\tau"
    )
    words = [
        (-1, "a system at rest"),
        (0, "an impulse is answered by h"),
        (10, "two impulses: two echoes of h"),
        (23, "any input: an echo for every slice"),
    ]
    sent = [(0, r"$\delta(t)$", "x"), (10, r"$\delta(t - 10) + \frac{1}{2}\delta(t - 12)$", "x")]
    heard = [(0, "$h(t)$", "h"), (10, r"$h(t - 10) + \frac{1}{2}h(t - 12)$", "h")]
    return Animation(
        title="Impulse response",
        caption=(
            "An impulse is answered by h: hence the name impulse response. Two impulses give two "
            "echoes, scaled and delayed. Any input is a row of impulses, so its output is a sum "
            "of echoes."
        ),
        alt=(
            "Above, an input over time: one impulse, later two of weights 1 and 1/2, then a ramp "
            "with a step. Below, the output: one decaying exponential, then two that pile up, then "
            "a hump piled up from many such echoes."
        ),
        panels=[
            Narration(formula, words),
            Marks([*sent, (23, "$x(t - 23)$", "x")]),
            InputPanel(drive, cuts=range(24, 28)),
            Marks([*heard, (23, "all echoes add up", "y")]),
            OutputPanel(y, layers=echoes),
        ],
        timeline=follow(y, -1, 36),
        span=(-3.5, 37),
        poster=36,
    )


if __name__ == "__main__":
    run(animation)
