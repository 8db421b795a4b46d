"""A noisy measurement, as samples: a slow hump, then a step up and a step down.

The noise was drawn once: normal, of standard deviation 0.28.
"""

from math import pi, sin

from signals.discrete import DiscreteSignal

clean = DiscreteSignal(
    [0.3 + 1.1 * sin(pi * n / 40) ** 2 for n in range(40)] + [1.6] * 14 + [0.3] * 18
)
"""What there is to measure."""

noisy = DiscreteSignal(
    [
        0.02, 0.76, 0.87, 0.36, 0.14, 0.3, 0.5, 0.3, 1.29, 0.83, 1.13, 1.09, 1.33, 1.11,
        0.98, 1.61, 1.15, 1.1, 1.67, 1.12, 1.09, 1.83, 1.53, 1.22, 1.14, 0.85, 1.49, 1.18,
        1.29, 1.29, 0.7, 1.12, 0.8, 0.76, 0.09, 0.65, 0.32, 0.2, 0.34, 0.17, 1.51, 1.38,
        1.42, 1.61, 2.1, 1.17, 0.92, 1.56, 1.84, 1.49, 0.92, 1.35, 1.35, 1.07, 0.48, 0.38,
        -0.06, 0.49, 0.14, 0.7, 0.48, 0.81, 0.28, 0.55, 0.1, 0.3, 0.47, 0.35, 0.3, 0.39,
        0.27, 0.07,
    ]
)  # fmt: skip
"""72 samples from n = 0 on."""
