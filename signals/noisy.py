"""A noisy measurement, as samples: a slow hump, then a step up and a step down.

It was drawn once: a smooth course plus normal noise of standard deviation 0.28.
"""

from signals.discrete import DiscreteSignal

noisy = DiscreteSignal(
    [
        -0.03, 0.06, -0.41, 0.27, -0.06, 0.17, 0.5, 0.25, 0.75, 1, 0.27, 0.88, 1.15, 0.95,
        1.2, 1.16, 0.91, 1.15, 1.58, 1.45, 1.44, 1.33, 1.62, 1.37, 1.59, 1.22, 1.44, 0.96,
        1, 1.35, 1.09, 0.86, 0.84, 0.56, 0.55, 0.78, 0.51, 0.41, 1.31, 1.64, 1.29, 1.84,
        1.78, 1.31, 1.54, 1.56, 1.91, 1.32, 1.42, 1.62, 1.47, 1.77, 1.96, 1.78, -0.08, 0.24,
        -0.09, 0.56, 0.12, -0.38,
    ]
)  # fmt: skip
"""60 samples from n = 0 on."""
