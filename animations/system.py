"""An RC low-pass, driven by pulses: h(t - tau) is its memory of the past, y its answer."""

from animations.rendering import (
    Animation,
    CircuitPanel,
    Narration,
    OutputPanel,
    OverlapPanel,
    ReadoutPanel,
    follow,
    run,
)
from signals import convolve, from_transfer_function, piecewise

RC = 2.0  # milliseconds: 1 kΩ times 2 µF


def animation() -> Animation:
    h = from_transfer_function([1], [RC, 1])  # 1 / (1 + RC s)
    x = piecewise((0, 3, 1.0), (5, 8, 1.0), (10, 11, 1.0), (13, 14, 1.0))
    y = convolve(h, x)
    formula = r"\textcolor{h}{h(t)} = \frac{1}{RC}\ e^{-t/RC},\ \ RC = 2\ \mathrm{ms}"
    return Animation(
        title="A real system",
        caption=(
            "A resistor and a capacitor, RC = 2 ms, driven by pulses of 1 V. The circuit's output "
            "is x convolved with its impulse response h, which weights the recent past most."
        ),
        alt=(
            "Above, rectangular pulses, two long and two short, and the flipped exponential h that "
            "slides over them; their product is shaded. Below, its area is the capacitor's "
            "voltage: it charges towards 1 V in each pulse and decays between them."
        ),
        panels=[
            [
                Narration(formula),
                CircuitPanel(r"R = 1\ \mathrm{k\Omega}", r"C = 2\ \mathrm{\mu F}"),
            ],
            OverlapPanel(fixed=x, sliding=h, names=("x", "h"), unit="ms"),
            ReadoutPanel(y, units=("ms", "V")),
            OutputPanel(y, unit="ms"),
        ],
        timeline=follow(y, -1, 20, speed=1.4),
        span=(-3.5, 21),
        poster=7,
    )


if __name__ == "__main__":
    run(animation)
