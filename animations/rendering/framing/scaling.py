"""Powers of ten by which two signals are divided so that both can be seen on one axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import TypeVar

from signals import ContinuousSignal, DiscreteSignal

AnySignal = TypeVar("AnySignal", ContinuousSignal, DiscreteSignal)

MOST = 40.0  # times that one signal may be higher than another that stands on the same axis


@dataclass(frozen=True)
class Scaling:
    """The powers of ten that a fixed and a sliding signal are divided by; mostly 0.

    Their product is divided by both, so that its area is still the output's, divided likewise.
    """

    powers: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, fixed: Sequence[float], sliding: Sequence[float]) -> "Scaling":
        """Return the powers for signals that reach these values."""
        peaks = [max((abs(value) for value in values), default=0.0) for values in (fixed, sliding)]
        there = [peak for peak in peaks if peak]
        if len(there) < 2 or max(there) <= MOST * min(there):
            return cls()
        return cls((floor(log10(peaks[0])), floor(log10(peaks[1]))))

    @property
    def is_used(self) -> bool:
        """Whether anything is divided."""
        return any(self.powers)

    @property
    def factors(self) -> list[str]:
        """LaTeX of what each signal is multiplied with."""
        return [rf"\cdot 10^{{{-power}}}" if power else "" for power in self.powers]

    def apply(self, fixed: AnySignal, sliding: AnySignal) -> tuple[AnySignal, AnySignal]:
        """Return the signals as they are drawn."""
        first, second = (
            signal * 10.0**-power if power else signal
            for signal, power in zip((fixed, sliding), self.powers, strict=True)
        )
        return first, second
