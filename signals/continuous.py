"""Signals of continuous time: smooth pieces and impulses."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from signals import latex
from signals.arguments import (
    FloatArray,
    IndexArray,
    finite_number,
    number_array,
    shown,
    within_floats,
)
from signals.arithmetic import Arithmetic
from signals.breakpoints import distinct, inside
from signals.pieces import Piece, Shared


class ContinuousSignal(Arithmetic):
    """A function of real t: smooth pieces, impulses, and zero elsewhere.

    Called with times it returns values; at a jump the value is the right-hand limit, since a
    piece holds on [start, stop). Impulses have no value: they act under an integral only.
    Signals are immutable. They can be added, subtracted, and scaled by a number.

    Parameters
    ----------
    pieces : iterable of Piece
        In any order, without overlaps.
    impulses : iterable of (at, weight)
        Dirac impulses, weight · δ(t − at). Those at one place add up.
    formula : str, optional
        LaTeX in the variable t, in place of the one built from the pieces. A ``*`` in it means
        convolution.

    Raises
    ------
    ValueError
        If pieces overlap, or an impulse is not finite.
    TypeError
        If something else than pieces, impulses and a formula is given.
    """

    __slots__ = ("_breakpoints", "_formula", "_impulses", "_pieces", "_shared", "_starts", "_stops")

    def __init__(
        self,
        pieces: Iterable[Piece],
        impulses: Iterable[tuple[float, float]] = (),
        formula: str | None = None,
    ) -> None:
        pieces = tuple(pieces)
        for piece in pieces:
            if not isinstance(piece, Piece):
                raise TypeError(f"a signal is made of pieces, got {type(piece).__name__}")
        self._pieces = tuple(sorted(pieces, key=lambda piece: piece.start))
        for one, following in pairwise(self._pieces):
            if one.stop > following.start:
                raise ValueError(f"pieces must not overlap, but {one} and {following} do")
        if formula is not None and not isinstance(formula, str):
            raise TypeError(f"the formula must be a LaTeX string, got {shown(formula)}")
        self._impulses = _collect(impulses)
        self._formula = formula
        self._starts = np.array([piece.start for piece in self._pieces])
        self._stops = np.array([piece.stop for piece in self._pieces])
        self._shared: Shared | None = None
        self._breakpoints: tuple[float, ...] | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The smooth pieces, from left to right."""
        return self._pieces

    @property
    def impulses(self) -> tuple[tuple[float, float], ...]:
        """The impulses as (at, weight), from left to right."""
        return self._impulses

    @property
    def support(self) -> tuple[float, float]:
        """The shortest interval outside of which the signal is zero; (0, 0) if it is so all over.

        The ends may be −inf and +inf.
        """
        ends = [at for at, _ in self._impulses]
        ends += [self._pieces[0].start, self._pieces[-1].stop] if self._pieces else []
        return (min(ends), max(ends)) if ends else (0.0, 0.0)

    @property
    def breakpoints(self) -> tuple[float, ...]:
        """The finite ends of the pieces, and the places of the impulses, from left to right."""
        if self._breakpoints is None:
            places = [at for at, _ in self._impulses]
            points = np.unique(np.concatenate([self._starts, self._stops, places]))
            self._breakpoints = tuple(points[np.isfinite(points)].tolist())
        return self._breakpoints

    @property
    def formula(self) -> str:
        r"""The signal as LaTeX in the variable t; pieces of unknown formula show as ``\cdots``."""
        if self._formula is not None:
            return self._formula
        formula = latex.cases((piece.start, piece.stop, piece.formula) for piece in self._pieces)
        for at, weight in self._impulses:
            formula = latex.add(formula, latex.impulse(at, weight))
        return formula

    @overload
    def __call__(self, t: float) -> float: ...
    @overload
    def __call__(self, t: NDArray[Any] | Sequence[float]) -> FloatArray: ...
    def __call__(self, t: ArrayLike) -> float | FloatArray:
        """Return the values at times t: right-hand limits, in the shape of t.

        NaN gives NaN, and so does an infinite t that the support reaches.
        """
        return self._evaluate(t, left=False)

    @overload
    def left(self, t: float) -> float: ...
    @overload
    def left(self, t: NDArray[Any] | Sequence[float]) -> FloatArray: ...
    def left(self, t: ArrayLike) -> float | FloatArray:
        """Return the left-hand limits at times t, in the shape of t."""
        return self._evaluate(t, left=True)

    def _evaluate(self, t: ArrayLike, left: bool) -> float | FloatArray:
        times = number_array(t, "t").astype(np.float64)
        # The piece that starts last before t; at its own start it has no left-hand limit yet.
        which = np.searchsorted(self._starts, times, side="left" if left else "right") - 1
        stops = np.append(self._stops, -np.inf)[which]
        there = (times <= stops) if left else (times < stops)
        values = self._along(np.where(there & np.isfinite(times), which, -1), times)
        values[np.isnan(times)] = np.nan
        if self._pieces:
            values[(times == np.inf) & (self._stops[-1] == np.inf)] = np.nan
            values[(times == -np.inf) & (self._starts[0] == -np.inf)] = np.nan
        return values if isinstance(t, np.ndarray) or values.ndim else float(values)

    def beside(self, t: FloatArray, places: FloatArray) -> FloatArray:
        """Return the values at times t of the pieces that hold at places right beside them.

        Times are drawn to the ends of these pieces, at which a limit is the one from inside.
        """
        which = np.searchsorted(self._starts, places, side="right") - 1
        which[places >= np.append(self._stops, -np.inf)[which]] = -1
        ends = np.append(self._starts, -np.inf)[which], np.append(self._stops, np.inf)[which]
        return self._along(which, np.clip(t, *ends))

    def _along(self, which: IndexArray, t: FloatArray) -> FloatArray:
        """Return the values of pieces of these numbers, at times within them; of none, zero."""
        if self._shared is None:
            self._shared = Shared(self._pieces)
        values = np.zeros(t.shape)
        inside = which >= 0
        with np.errstate(over="ignore"):
            values[inside] = self._shared.values(which[inside], t[inside])
        wrong = inside & ~np.isfinite(values)
        if wrong.any():
            within_floats(values[wrong], f"a value of {self._pieces[which[wrong][0]]}")
        return values

    def shift(self, by: float) -> "ContinuousSignal":
        """Return s(t − by): the signal delayed by ``by``, which must be finite."""
        by = finite_number(by, "a shift")
        formula = self._formula
        if formula is not None and "*" in formula:
            formula = rf"\left( {formula} \right) * {latex.impulse(by, 1.0)}"
        elif formula is not None:
            formula = latex.substitute(formula, False, by)
        impulses = [(at + by, weight) for at, weight in self._impulses]
        return ContinuousSignal([piece.shift(by) for piece in self._pieces], impulses, formula)

    def flip(self) -> "ContinuousSignal":
        """Return s(−t): the signal reflected about t = 0, again right-continuous."""
        # (f * g)(−t) is f(−t) * g(−t), so that the substitution holds for a convolution too.
        formula = None if self._formula is None else latex.substitute(self._formula, True, 0.0)
        impulses = [(0.0 - at, weight) for at, weight in self._impulses]
        return ContinuousSignal([piece.flip() for piece in self._pieces], impulses, formula)

    def _scale(self, factor: float) -> "ContinuousSignal":
        formula = None if self._formula is None else latex.multiply(factor, self._formula)
        impulses = [
            (at, within_floats(factor * weight, f"{factor:g} times an impulse"))
            for at, weight in self._impulses
        ]
        return ContinuousSignal([piece.scale(factor) for piece in self._pieces], impulses, formula)

    def __add__(self, other: "ContinuousSignal") -> "ContinuousSignal":
        if not isinstance(other, ContinuousSignal):
            return NotImplemented
        formula = None
        if self._formula is not None or other._formula is not None:
            formula = latex.add(self.formula, other.formula)
        pieces = self._pieces + other._pieces
        edges = distinct(
            (end for piece in pieces for end in (piece.start, piece.stop)),
            min((piece.stop - piece.start for piece in pieces), default=math.inf),
        )
        intervals = list(pairwise(edges))
        total = []
        for (start, stop), mine, its in zip(
            intervals, self._covering(intervals), other._covering(intervals), strict=True
        ):
            parts = [piece.restrict(start, stop) for piece in (mine, its) if piece is not None]
            if parts:
                total.append(parts[0] if len(parts) == 1 else parts[0].add(parts[1]))
        return ContinuousSignal(total, self._impulses + other._impulses, formula)

    def _covering(self, intervals: Sequence[tuple[float, float]]) -> list[Piece | None]:
        """Return the piece that covers each of these intervals, which no breakpoint divides."""
        middles = np.array([inside(start, stop) for start, stop in intervals])
        which = np.searchsorted(self._starts, middles, side="right") - 1
        return [
            self._pieces[index] if index >= 0 and middle < self._stops[index] else None
            for index, middle in zip(which.tolist(), middles.tolist(), strict=True)
        ]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ContinuousSignal):
            return NotImplemented
        return self._pieces == other._pieces and self._impulses == other._impulses

    def __hash__(self) -> int:
        return hash((self._pieces, self._impulses))

    def __repr__(self) -> str:
        parts = [f"{piece}: {piece.formula or '…'}" for piece in self._pieces]
        parts += [f"{weight:g} δ(t − {at:g})" for at, weight in self._impulses]
        return f"ContinuousSignal({', '.join(parts) or '0'})"


def _collect(impulses: Iterable[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Sort impulses, add up the weights of those at one place, and drop those without weight."""
    try:
        given = [(at, weight) for at, weight in impulses]
    except (TypeError, ValueError):
        raise TypeError("impulses must be pairs of numbers (at, weight)") from None
    given = [
        (finite_number(at, "an impulse's place"), finite_number(weight, "an impulse's weight"))
        for at, weight in given
    ]
    places = distinct(at for at, _ in given)
    weights = [0.0] * len(places)
    for at, weight in given:
        which = bisect_right(places, at) - 1
        weights[which] = within_floats(weights[which] + weight, f"the impulses at {at:g}")
    return tuple((at, weight) for at, weight in zip(places, weights, strict=True) if weight)
