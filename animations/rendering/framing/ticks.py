"""The numbers along an axis: round, and in digits that tell them apart."""

from collections.abc import Sequence
from math import ceil, floor, log10

from animations.rendering.framing.numbers import MINUS, power_of

WIDEST = 9  # characters of a number along an axis


def step_for(least: float) -> float:
    """Return a round number, 1, 2 or 5 times a power of ten, that is at least so large."""
    power = 10.0 ** floor(log10(least))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= least * (1 - 1e-9))


def ticks(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of a step within [low, high]."""
    return [step * n for n in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]


def tick_names(at: Sequence[float], step: float, widest: int = WIDEST) -> tuple[int, list[str]]:
    """Return the power of ten that is split off, and each tick's number in digits that differ.

    Numbers wider than so many characters ask for a power.
    """
    own = 3 * floor(log10(step) / 3 + 1e-12)
    for power in dict.fromkeys((power_of(step), own, own + 3)):
        decimals = max(0, -floor(log10(step / 10.0**power) + 1e-9))
        names = [f"{tick / 10.0**power + 0.0:.{decimals}f}".replace("-", MINUS) for tick in at]
        names = [name.rstrip("0").rstrip(".") if "." in name else name for name in names]
        if all(len(name) <= widest for name in names):
            break
    return power, names
