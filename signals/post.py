"""The three signals of the blog post's running example.

All are asymmetric, so that a flip shows; x and k jump; k goes negative, so that signed area shows.
"""

from signals.arguments import FloatArray
from signals.elementary import exponential, piecewise


def _half(t: FloatArray) -> FloatArray:
    return t / 2


h = exponential(amplitude=2.0, rate=0.5)
"""The impulse response: 2e^(−t/2) for t ≥ 0."""

x = piecewise((0, 3, _half, "t/2"), (3, 5, 0.5))
"""The input: t/2 for 0 ≤ t < 3, then 1/2 for 3 ≤ t < 5."""

k = piecewise((1, 3, 1.0), (3, 6, -0.5))
"""The second channel: 1 for 1 ≤ t < 3, then −1/2 for 3 ≤ t < 6."""

TYPED = {
    h: "2 exp(-t/2) u(t)",
    x: "piecewise(t/2, 0, 3, 1/2, 3, 5)",
    k: "piecewise(1, 1, 3, -1/2, 3, 6)",
}
"""Each as it would be typed for `signals.expression`."""
