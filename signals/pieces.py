"""The smooth pieces that a continuous signal is made of."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import Any

import numpy as np

from signals import latex
from signals.arguments import FloatArray, real_number, within_floats
from signals.breakpoints import interval
from signals.interpolation import Polynomials, interpolated

Function = Callable[[FloatArray], Any]

_DEEPEST = 60
"""Functions within functions, each of which takes two calls; Python allows about 1000 in all."""


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
            end = real_number(getattr(self, name), f"a piece's {name}")
            object.__setattr__(self, name, end + 0.0)  # no −0.0 left by a flip
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
        values = np.asarray(self.function(inside.ravel()))
        if values.dtype.kind not in "biuf":
            raise TypeError(
                f"piece {self}: its function must return real numbers, got {values.dtype}"
            )
        if values.shape not in ((), (inside.size,)):
            raise ValueError(
                f"piece {self}: its function turned {inside.size} times into an array of shape "
                f"{values.shape}; it must return as many values as it is given"
            )
        values = values.astype(np.float64, copy=False)
        return np.broadcast_to(values, inside.size).reshape(t.shape)

    @property
    def landmarks(self) -> tuple[float, ...]:
        """Where an integral has to look, lest it miss something narrow.

        It is what the function says itself; else where t = 0 of it, as it was first given, has
        moved to.
        """
        return getattr(self.function, "landmarks", (0.0,))

    @property
    def is_integral(self) -> bool:
        """Whether each value takes an integral."""
        return getattr(self.function, "is_integral", False)

    @cached_property
    def polynomials(self) -> Polynomials | None:
        """The piece as polynomials, if not too many are needed."""
        with np.errstate(all="ignore"):
            return interpolated(self, self.start, self.stop, self.landmarks)

    def __str__(self) -> str:
        return interval(self.start, self.stop)

    def shift(self, by: float) -> "Piece":
        """Return the piece delayed by ``by``.

        Raises
        ------
        ValueError
            If it is too narrow for where it would go, between two neighbouring floats.
        """
        start, stop = self.start + by, self.stop + by
        if start == stop:
            raise ValueError(
                f"piece {self} cannot be shifted by {by:g}: it is too narrow to stand there, where "
                f"numbers lie {math.ulp(start):.2g} apart"
            )
        return self._move(start, stop, False, by)

    def flip(self) -> "Piece":
        """Return the piece reflected about t = 0."""
        return self._move(-self.stop, -self.start, True, 0.0)

    def scale(self, by: float) -> "Piece":
        """Return the piece with its values multiplied by ``by``."""
        if isinstance(self.function, Constant):
            value = within_floats(by * self.function.value, f"{by:g} times piece {self}")
            formula = latex.multiply(by, self.formula)
            return replace(self, function=Constant(value), formula=formula)
        before = _transform(self)
        factor = within_floats(by * before.factor, f"{by:g} times piece {self}")
        return self._transformed(replace(before, factor=factor))

    def restrict(self, start: float, stop: float) -> "Piece":
        """Return the same function on a shorter interval."""
        if (start, stop) == (self.start, self.stop):
            return self
        return replace(self, start=start, stop=stop)

    def add(self, other: "Piece") -> "Piece":
        """Return the sum with another piece on the same interval."""
        mine, its = self.function, other.function
        if isinstance(mine, Constant) and isinstance(its, Constant):
            value = within_floats(mine.value + its.value, f"the sum on {self}")
            return replace(self, function=Constant(value), formula=latex.number(value))
        parts = _parts(self) + _parts(other)
        formula = latex.add(self.formula, other.formula)
        return replace(self, function=_Sum(parts), formula=formula)

    def _move(self, start: float, stop: float, flip: bool, by: float) -> "Piece":
        """Return the reflected or delayed piece; moves add up instead of nesting."""
        if isinstance(self.function, Constant):
            return replace(self, start=start, stop=stop)
        before = _transform(self)
        at = (-before.at if flip else before.at) + by
        moved = replace(before, flipped=before.flipped != flip, at=at)
        return self._transformed(moved).restrict(start, stop)

    def _transformed(self, function: "_Transformed") -> "Piece":
        """Return the piece with another function, made of the same original."""
        original = function.original
        if function == _Transformed(original):
            return original.restrict(self.start, self.stop)
        formula = latex.substitute(original.formula, function.flipped, function.at)
        formula = latex.multiply(function.factor, formula)
        moved = replace(self, function=function, formula=formula)
        if function.depth < _DEEPEST:
            return moved
        parts = (Piece(-math.inf, math.inf, leaf) for leaf in _leaves(original, function))
        return replace(moved, function=_Sum(tuple(parts)))


@dataclass(frozen=True)
class _Transformed:
    """The function factor · original(t − at), or factor · original(at − t) when flipped."""

    original: Piece
    factor: float = 1.0
    flipped: bool = False
    at: float = 0.0

    @cached_property
    def depth(self) -> int:
        return 1 + _depth(self.original)

    def __call__(self, t: FloatArray) -> FloatArray:
        values = self.original(self.at - t if self.flipped else t - self.at)
        if self.factor == 1:
            return values
        with np.errstate(over="ignore"):
            return _not_overflown(self.factor * values, values)

    @property
    def landmarks(self) -> tuple[float, ...]:
        sign = -1.0 if self.flipped else 1.0
        return tuple(self.at + sign * place for place in self.original.landmarks)

    @property
    def is_integral(self) -> bool:
        return self.original.is_integral


@dataclass(frozen=True)
class _Sum:
    """The sum of the functions of all parts, none of which is a sum itself."""

    parts: tuple[Piece, ...]

    @cached_property
    def depth(self) -> int:
        return 1 + max(map(_depth, self.parts))

    def __call__(self, t: FloatArray) -> FloatArray:
        terms = [part(t) for part in self.parts]
        with np.errstate(over="ignore"):
            return _not_overflown(reduce(np.add, terms), *terms)

    @property
    def landmarks(self) -> tuple[float, ...]:
        return tuple({place for part in self.parts for place in part.landmarks})

    @property
    def is_integral(self) -> bool:
        return any(part.is_integral for part in self.parts)


def _transform(piece: Piece) -> _Transformed:
    """Return the function of a piece as a transformed one."""
    return piece.function if isinstance(piece.function, _Transformed) else _Transformed(piece)


def _parts(piece: Piece) -> tuple[Piece, ...]:
    """Return what a piece is the sum of."""
    return piece.function.parts if isinstance(piece.function, _Sum) else (piece,)


def _depth(piece: Piece) -> int:
    """Return how many sums and transformed functions lie within each other."""
    return getattr(piece.function, "depth", 0)


def _leaves(piece: Piece, outer: _Transformed) -> Iterator[_Transformed]:
    """Yield the functions that a transformed piece is the sum of, none of which is a sum."""
    function = piece.function
    if isinstance(function, _Sum):
        for part in function.parts:
            yield from _leaves(part, outer)
    elif isinstance(function, _Transformed):
        factor = outer.factor * function.factor
        at = outer.at + (-function.at if outer.flipped else function.at)
        turned = outer.flipped != function.flipped
        yield from _leaves(function.original, _Transformed(function.original, factor, turned, at))
    else:
        yield replace(outer, original=piece)


def _not_overflown(values: FloatArray, *terms: FloatArray) -> FloatArray:
    """Return what was computed from terms; refuse what is too large for a float, and they not."""
    if np.isfinite(values).all() or not all(np.isfinite(term).all() for term in terms):
        return values
    return within_floats(values, "a value of the signal")
