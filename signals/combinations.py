"""Functions made of other pieces' functions: moved, scaled and added up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from typing import TYPE_CHECKING

import numpy as np

from signals.arguments import FloatArray, within_floats

if TYPE_CHECKING:
    from signals.pieces import Piece

DEEPEST = 60
"""Functions within functions, each of which takes two calls; Python allows about 1000 in all."""


@dataclass(frozen=True)
class Transformed:
    """The function factor · original(t − at), or factor · original(at − t) when flipped."""

    original: "Piece"
    factor: float = 1.0
    flipped: bool = False
    at: float = 0.0

    @cached_property
    def depth(self) -> int:
        """How many functions lie within each other here."""
        return 1 + depth_of(self.original)

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of one axis."""
        values = self.original(self.at - t if self.flipped else t - self.at)
        if self.factor == 1:
            return values
        with np.errstate(over="ignore"):
            return _not_overflown(self.factor * values, values)

    @property
    def landmarks(self) -> tuple[float, ...]:
        """Where those of the original have moved to."""
        sign = -1.0 if self.flipped else 1.0
        return tuple(self.at + sign * place for place in self.original.landmarks)

    @property
    def is_integral(self) -> bool:
        """Whether each value takes an integral."""
        return self.original.is_integral


@dataclass(frozen=True)
class Sum:
    """The sum of the functions of all parts, none of which is a sum itself."""

    parts: tuple["Piece", ...]

    @cached_property
    def depth(self) -> int:
        """How many functions lie within each other here."""
        return 1 + max(map(depth_of, self.parts))

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of one axis."""
        terms = [part(t) for part in self.parts]
        with np.errstate(over="ignore"):
            return _not_overflown(reduce(np.add, terms), *terms)

    @property
    def landmarks(self) -> tuple[float, ...]:
        """Those of all parts."""
        return tuple({place for part in self.parts for place in part.landmarks})

    @property
    def is_integral(self) -> bool:
        """Whether each value takes an integral."""
        return any(part.is_integral for part in self.parts)


def transformed(piece: "Piece") -> Transformed:
    """Return the function of a piece as a transformed one."""
    return piece.function if isinstance(piece.function, Transformed) else Transformed(piece)


def parts_of(piece: "Piece") -> tuple["Piece", ...]:
    """Return what a piece is the sum of."""
    return piece.function.parts if isinstance(piece.function, Sum) else (piece,)


def depth_of(piece: "Piece") -> int:
    """Return how many functions lie within each other in a piece."""
    return getattr(piece.function, "depth", 0)


def leaves(piece: "Piece", outer: Transformed) -> Iterator[Transformed]:
    """Yield the functions that a transformed piece is the sum of, none of which is a sum."""
    function = piece.function
    if isinstance(function, Sum):
        for part in function.parts:
            yield from leaves(part, outer)
    elif isinstance(function, Transformed):
        factor = outer.factor * function.factor
        at = outer.at + (-function.at if outer.flipped else function.at)
        turned = outer.flipped != function.flipped
        yield from leaves(function.original, Transformed(function.original, factor, turned, at))
    else:
        yield replace(outer, original=piece)


def _not_overflown(values: FloatArray, *terms: FloatArray) -> FloatArray:
    """Return what was computed from terms; refuse what is too large for a float, and they not."""
    if np.isfinite(values).all() or not all(np.isfinite(term).all() for term in terms):
        return values
    return within_floats(values, "a value of the signal")
