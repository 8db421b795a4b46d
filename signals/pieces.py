"""The smooth pieces that a continuous signal is made of."""

import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from signals import latex
from signals.arguments import FloatArray, IndexArray, real_number, shown, within_floats
from signals.breakpoints import interval
from signals.combinations import DEEPEST, Sum, Transformed, leaves, parts_of, transformed
from signals.interpolation import Polynomials, interpolated
from signals.polynomials import Known, Table, added

Function = Callable[[FloatArray], Any]


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
                f"piece {self}: the formula must be a LaTeX string, got {shown(self.formula)}"
            )

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of any shape, drawn to the nearest end where they lie outside.

        Rounding may carry a time past an end, where the function need not be defined.
        """
        inside = t
        if math.isfinite(self.start) or math.isfinite(self.stop):
            inside = np.clip(t, self.start, self.stop)
        return self.within(inside)

    def within(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of any shape, none of them outside."""
        values = np.asarray(self.function(t.ravel()))
        if values.dtype.kind not in "biuf":
            raise TypeError(
                f"piece {self}: its function must return real numbers, got {values.dtype}"
            )
        if values.shape not in ((), (t.size,)):
            raise ValueError(
                f"piece {self}: its function turned {t.size} times into an array of shape "
                f"{values.shape}; it must return as many values as it is given"
            )
        values = values.astype(np.float64, copy=False)
        return np.broadcast_to(values, t.size).reshape(t.shape)

    @property
    def polynomial(self) -> Known | None:
        """Its function, if that is known to be a polynomial."""
        return self.function if isinstance(self.function, Known) else None

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
        with np.errstate(all="ignore"), suppress(ValueError):  # which integrals will tell of
            return interpolated(self, self.start, self.stop, self.landmarks)
        return None

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
        if self.polynomial:
            function = self.polynomial.scale(by)
            within_floats(np.array(function.coefficients), f"{by:g} times piece {self}")
            return replace(
                self,
                function=function,
                formula=self._written(function) or latex.multiply(by, self.formula),
            )
        before = transformed(self)
        factor = within_floats(by * before.factor, f"{by:g} times piece {self}")
        return self._transformed(replace(before, factor=factor))

    def restrict(self, start: float, stop: float) -> "Piece":
        """Return the same function on a shorter interval."""
        if (start, stop) == (self.start, self.stop):
            return self
        return replace(self, start=start, stop=stop)

    def add(self, other: "Piece") -> "Piece":
        """Return the sum with another piece on the same interval."""
        formula = latex.add(self.formula, other.formula)
        total = None
        if self.polynomial and other.polynomial:
            total = added(self.polynomial, other.polynomial)
        if total is not None:
            within_floats(np.array(total.coefficients), f"the sum on {self}")
            return replace(self, function=total, formula=self._written(total) or formula)
        return replace(self, function=Sum(parts_of(self) + parts_of(other)), formula=formula)

    def _move(self, start: float, stop: float, flip: bool, by: float) -> "Piece":
        """Return the reflected or delayed piece; moves add up instead of nesting."""
        if self.polynomial:
            function = (self.polynomial.flip() if flip else self.polynomial).shift(by)
            formula = self._written(function) or latex.substitute(self.formula, flip, by)
            return Piece(start, stop, function, formula)
        before = transformed(self)
        at = (-before.at if flip else before.at) + by
        moved = replace(before, flipped=before.flipped != flip, at=at)
        return self._transformed(moved).restrict(start, stop)

    def _written(self, function: Known) -> str:
        """Return the formula of a line that this piece becomes; of what is none, nothing."""
        lower, slope, *higher = (*function.coefficients, 0.0)
        if any(higher) or not self.formula:
            return ""
        return latex.line(lower, slope, function.center)

    def _transformed(self, function: "Transformed") -> "Piece":
        """Return the piece with another function, made of the same original."""
        original = function.original
        if function == Transformed(original):
            return original.restrict(self.start, self.stop)
        formula = latex.substitute(original.formula, function.flipped, function.at)
        formula = latex.multiply(function.factor, formula)
        moved = replace(self, function=function, formula=formula)
        if function.depth < DEEPEST:
            return moved
        parts = (Piece(-math.inf, math.inf, leaf) for leaf in leaves(original, function))
        return replace(moved, function=Sum(tuple(parts)))


class Shared:
    """Many pieces evaluated together: polynomials, and those that have one function in common."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        known = [piece.polynomial is not None for piece in pieces]
        self._row = np.cumsum(known) - 1
        self._table = Table([piece.polynomial for piece in pieces if piece.polynomial])
        first: dict[int, int] = {}
        for number, piece in enumerate(pieces):
            first.setdefault(id(piece.function), number)
        leaders = [first[id(piece.function)] for piece in pieces]
        self._leaders = np.where(known, -1, leaders) if pieces else self._row

    def values(self, which: IndexArray, t: FloatArray) -> FloatArray:
        """Return the values of pieces of these numbers, each at a time within it."""
        values = np.empty(t.shape)
        leaders = self._leaders[which]
        for leader in np.unique(leaders).tolist():
            its = leaders == leader
            if leader >= 0:
                # Where two pieces meet, they are asked for the same.
                times, back = np.unique(t[its], return_inverse=True)
                values[its] = self._pieces[leader].within(times)[back]
            else:
                values[its] = self._table.at(self._row[which[its]], t[its])
        return values
