"""The running example once more, by hand: values that the figures must show."""

from collections.abc import Callable
from math import exp

Sequence = Callable[[int], float]


def h(t: float) -> float:
    return 2 * exp(-t / 2) if t >= 0 else 0.0


def x(t: float) -> float:
    return (t / 2 if t < 3 else 0.5) if 0 <= t < 5 else 0.0


def k(t: float) -> float:
    return (1.0 if t < 3 else -0.5) if 1 <= t < 6 else 0.0


def y(t: float) -> float:
    """∫ h(t − u) x(u) du, integrated by parts: u/2 for 0 ≤ u < 3, then 1/2 for 3 ≤ u < 5."""
    if t <= 0:
        return 0.0
    ramp, flat = min(t, 3.0), min(max(t, 3.0), 5.0)
    # (2u − 4) e^(u/2) is an antiderivative of u e^(u/2), and 2 e^(u/2) one of e^(u/2).
    total = (2 * ramp - 4) * exp(ramp / 2) + 4 + 2 * (exp(flat / 2) - exp(1.5))
    return exp(-t / 2) * total


def convolution(one: Sequence, other: Sequence, t: int) -> float:
    """Σ one(τ) other(t − τ), term by term, over all τ at which something may be."""
    return sum(one(tau) * other(t - tau) for tau in range(-60, 61))


def correlation(one: Sequence, other: Sequence, t: int) -> float:
    """Σ one(τ) other(τ − t), term by term."""
    return sum(one(tau) * other(tau - t) for tau in range(-60, 61))


def cut(sequence: Sequence, stop: int) -> Sequence:
    """The samples before an index, and zero from there on."""
    return lambda n: sequence(n) if n < stop else 0.0


SUMS: dict[str, Callable[[int], float]] = {
    "discrete": lambda t: convolution(h, x, t),
    "multichannel": lambda t: convolution(x, h, t) + convolution(k, h, t),
    "unflipped": lambda t: correlation(x, h, t) + correlation(k, h, t),
}
"""y(t) of the figures that sample the running example."""
