"""An RC low-pass, driven by pulses: h(t - tau) is its memory of the past, y its answer."""

from animations.rendering import (
    Animation,
    CircuitPanel,
    Marks,
    Narration,
    OutputPanel,
    OverlapPanel,
    ReadoutPanel,
    follow,
    run,
)
from signals import convolve, from_transfer_function, piecewise


def animation() -> Animation:
    h = from_transfer_function([1], [2, 1])  # 1 / (1 + RC s), where RC = 1 kΩ · 2 µF = 2 ms
    x = piecewise((0, 3, 1.0), (6, 9, 1.0), (11, 12, 1.0), (14, 15, 1.0))
    y = convolve(h, x)
    product = r"\textcolor{x}{x(\tau)}\textcolor{h}{h(t - \tau)}d\tau"
    response = r"$h(t) = \frac{1}{RC}\ e^{-t/RC},\ \ RC = 2\ \mathrm{ms}$"
    sliding = [(-3.4, "1/ms", "h"), (0, "flipped: a fading memory of the input", "h")]
    circuit = CircuitPanel(r"R = 1\ \mathrm{k\Omega}", r"C = 2\ \mathrm{\mu F}")
    return Animation(
        title="A real system",
        caption=(
            "A resistor and a capacitor, RC = 2 ms, driven by pulses of 1 V. The circuit's output "
            "is x convolved with its impulse response h, which weights the recent past most."
        ),
        alt=(
            "Above, pulses of 1 V; the flipped exponential h slides over them. Below, the voltage: "
            f"{y(3):.2f} V after one pulse, down to {y(6):.2f} V, {y(9):.2f} V after the second."
        ),
        panels=[
            [Narration(r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty}" + product), circuit],
            [ReadoutPanel(y, units=("ms", "V")), Marks([(-3.5, response, "h")])],
            Marks(sliding, height=12, drop=5),
            OverlapPanel(x, h, names=("x", "h"), ticks=False, measured="V"),
            Marks([(0, "charges", "y"), (3, "decays", "y")], height=12, drop=10),
            OutputPanel(y, unit="ms", measured="V"),
        ],
        timeline=follow(y, -1, 21, speed=1.4),
        span=(-3.5, 22),
        poster=8,
    )


if __name__ == "__main__":
    run(animation)
