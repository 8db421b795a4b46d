"""The smooth pieces that a continuous signal is made of."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from signals import latex
from signals.arguments import FloatArray
from signals.breakpoints import interval

Function = Callable[[FloatArray], Any]


@dataclass(frozen=True)
class Constant:
    """The function that has the same value everywhere."""

    value: float

    def __call__(self, t: FloatArray) -> FloatArray:
        """Return the value once for each time."""
        return np.full(t.shape, self.value)


@dataclass(frozen=True)
class Piece:
    """A smooth stretch of a signal, on [start, stop).

    Parameters
    ----------
    start, stop : float
        The ends, start < stop; −inf and +inf are allowed.
    function : callable
        Maps a one-dimensional array of times to as many values. Smooth on the *closed*
        interval [start, stop]: its value at ``stop`` is the signal's left-hand limit there.
    formula : str
        LaTeX in the variable t; empty when it is not known.

    Raises
    ------
    ValueError
        If the ends are not in order.
    TypeError
        If an end is no number, the function cannot be called, or the formula is no string.
    """

    start: float
    stop: float
    function: Function
    formula: str = ""

    def __post_init__(self) -> None:
        for name in ("start", "stop"):
            end = getattr(self, name)
            try:
                object.__setattr__(self, name, float(end) + 0.0)  # no −0.0 left by a flip
            except (TypeError, ValueError):
                raise TypeError(f"a piece's {name} must be a number, got {end!r}") from None
        if not self.start < self.stop:
            raise ValueError(
                f"a piece must have start < stop, got start = {self.start:g}, stop = {self.stop:g}"
            )
        if not callable(self.function):
            raise TypeError(
                f"piece {self}: the function must be callable, got {type(self.function).__name__}"
            )
        if not isinstance(self.formula, str):
            raise TypeError(
                f"piece {self}: the formula must be a LaTeX string, got {self.formula!r}"
            )

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of any shape, drawn to the nearest end where they lie outside.

        Rounding may carry a time past an end, where the function need not be defined.
        """
        inside = t
        if math.isfinite(self.start) or math.isfinite(self.stop):
            inside = np.clip(t, self.start, self.stop)
        values = np.asarray(self.function(inside.ravel()), dtype=np.float64)
        if values.shape not in ((), (inside.size,)):
            raise ValueError(
                f"piece {self}: its function turned {inside.size} times into an array of shape "
                f"{values.shape}; it must return as many values as it is given"
            )
        return np.broadcast_to(values, inside.size).reshape(t.shape)

    @property
    def landmarks(self) -> tuple[float, ...]:
        """Where an integral has to look, lest it miss something narrow.

        It is what the function says itself; else where t = 0 of it, as it was first given, has
        moved to.
        """
        return getattr(self.function, "landmarks", (0.0,))

    def __str__(self) -> str:
        return interval(self.start, self.stop)

    def shift(self, by: float) -> "Piece":
        """Return the piece delayed by ``by``."""
        return self._move(self.start + by, self.stop + by, False, by)

    def flip(self) -> "Piece":
        """Return the piece reflected about t = 0."""
        return self._move(-self.stop, -self.start, True, 0.0)

    def scale(self, by: float) -> "Piece":
        """Return the piece with its values multiplied by ``by``."""
        function: Function
        if isinstance(self.function, Constant):
            function = Constant(by * self.function.value)
        elif isinstance(self.function, _Scaled):
            return replace(self.function.original, start=self.start, stop=self.stop).scale(
                by * self.function.by
            )
        elif by == 1:
            return self
        else:
            function = _Scaled(self, by)
        return replace(self, function=function, formula=latex.multiply(by, self.formula))

    def restrict(self, start: float, stop: float) -> "Piece":
        """Return the same function on a shorter interval."""
        return replace(self, start=start, stop=stop)

    def add(self, other: "Piece") -> "Piece":
        """Return the sum with another piece on the same interval."""
        mine, its = self.function, other.function
        if isinstance(mine, Constant) and isinstance(its, Constant):
            value = mine.value + its.value
            return replace(self, function=Constant(value), formula=latex.number(value))
        formula = latex.add(self.formula, other.formula)
        return replace(self, function=_Sum(self, other), formula=formula)

    def _move(self, start: float, stop: float, flip: bool, by: float) -> "Piece":
        """Return the reflected or delayed piece; moves add up instead of nesting."""
        if isinstance(self.function, Constant):
            return replace(self, start=start, stop=stop)
        before = self.function if isinstance(self.function, _Moved) else _Moved(self)
        original, at = before.original, (-before.at if flip else before.at) + by
        moved = _Moved(original, before.flipped != flip, at)
        if moved == _Moved(original):
            return replace(original, start=start, stop=stop)
        return Piece(start, stop, moved, latex.substitute(original.formula, moved.flipped, at))


@dataclass(frozen=True)
class _Moved:
    """The function original(t − at), or original(at − t) when flipped."""

    original: Piece
    flipped: bool = False
    at: float = 0.0

    def __call__(self, t: FloatArray) -> FloatArray:
        return self.original(self.at - t if self.flipped else t - self.at)

    @property
    def landmarks(self) -> tuple[float, ...]:
        sign = -1.0 if self.flipped else 1.0
        return tuple(self.at + sign * place for place in self.original.landmarks)


@dataclass(frozen=True)
class _Scaled:
    """The function by · original(t)."""

    original: Piece
    by: float

    def __call__(self, t: FloatArray) -> FloatArray:
        return self.by * self.original(t)

    @property
    def landmarks(self) -> tuple[float, ...]:
        return self.original.landmarks


@dataclass(frozen=True)
class _Sum:
    """The function first(t) + second(t)."""

    first: Piece
    second: Piece

    def __call__(self, t: FloatArray) -> FloatArray:
        return self.first(t) + self.second(t)

    @property
    def landmarks(self) -> tuple[float, ...]:
        return tuple({*self.first.landmarks, *self.second.landmarks})
