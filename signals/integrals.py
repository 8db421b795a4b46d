"""The functions that a convolution is made of: integrals of products of pieces."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from signals.arguments import BoolArray, FloatArray, IndexArray
from signals.pieces import Piece
from signals.quadrature import DivergenceError, Integrand, integrate
from signals.stretches import PolynomialRow, Row, Stretches, convolved, stretches

_NARROW = 1e-3  # of the other factor: then a piece is the one that stays

Integral = Callable[[FloatArray], FloatArray]


@dataclass(frozen=True, eq=False)
class Overlap:
    """The sum, over pairs of pieces, of ∫ h(τ) x(t − τ) dτ where the two overlap.

    Beside single pairs there are rows of pieces, which are integrated together.
    """

    pairs: tuple[tuple[Piece, Piece], ...]
    rows: "tuple[Rows | PieceAndRow, ...]" = ()

    is_integral = True
    """Each value takes one: convolved again, the factors are polynomials first."""

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of one axis."""
        total = np.zeros(t.shape)
        for row in self.rows:
            total += row(t)
        for h, x in self.pairs:
            total += _overlap(h, x, t)
        return total

    @property
    def degree(self) -> int | None:
        """The degree, if it is known to be a polynomial between any two breakpoints."""
        degrees = [row.h.degree + row.x.degree + 1 for row in self.rows if isinstance(row, Rows)]
        return max(degrees) if not self.pairs and len(degrees) == len(self.rows) else None

    @cached_property
    def landmarks(self) -> tuple[float, ...]:
        """Where those of both factors meet."""
        places = {
            one + other for h, x in self.pairs for one in h.landmarks for other in x.landmarks
        }
        return tuple(sorted(places.union(*(row.landmarks for row in self.rows))))


@dataclass(frozen=True, eq=False)
class Rows:
    """∫ h(τ) x(t − τ) dτ of two rows of polynomials."""

    h: PolynomialRow
    x: PolynomialRow

    landmarks = (0.0,)

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of one axis."""
        return convolved(self.h, self.x, t)


@dataclass(frozen=True, eq=False)
class _Segments:
    """A piece in segments, within each of which it is a polynomial up to rounding."""

    piece: Piece
    edges: FloatArray
    degree: int

    def on(self, segment: IndexArray, t: FloatArray) -> FloatArray:
        """Evaluate the piece itself."""
        return self.piece(t)


@dataclass(frozen=True, eq=False)
class PieceAndRow:
    """∫ h(τ) x(t − τ) dτ of a piece and a row of polynomials, none of them at −∞ and ∞ at once."""

    piece: Piece
    row: PolynomialRow

    def __call__(self, t: FloatArray) -> FloatArray:
        """Evaluate at times of one axis."""
        known = self._known(t)
        total = np.zeros(t.shape)
        if known.any() and self._segments:
            total[known] = convolved(self._segments, self.row, t[known])
        if not known.all():
            total[~known] = self._adapted(t[~known])
        return total

    @property
    def landmarks(self) -> tuple[float, ...]:
        """Where those of the piece meet the ends of the row."""
        ends = [end for end in (self.row.edges[0], self.row.edges[-1]) if math.isfinite(end)]
        return tuple(place + float(end) for place in self.piece.landmarks for end in ends)

    @cached_property
    def _segments(self) -> Row | None:
        found = self.piece.polynomials
        if found is None or self.piece.is_integral:
            return found
        return _Segments(self.piece, found.edges, found.degree)

    def _known(self, t: FloatArray) -> BoolArray:
        """Whether the piece is known in segments as far as the row reaches at t."""
        found = self.piece.polynomials
        if found is None:
            return np.zeros(t.shape, dtype=np.bool_)
        lower = np.maximum(self.piece.start, t - self.row.edges[-1])
        upper = np.maximum(lower, np.minimum(self.piece.stop, t - self.row.edges[0]))
        return found.reach(lower, upper)

    def _adapted(self, t: FloatArray) -> FloatArray:
        """Integrate stretch by stretch, each as finely as it needs."""
        places = [at for at in self.piece.landmarks if self.piece.start < at < self.piece.stop]
        edges = np.unique([self.piece.start, *places, self.piece.stop])
        total = np.zeros(t.shape)
        for some in stretches(edges, self.row.edges, t):

            def both(way: FloatArray, owner: IndexArray, some: Stretches = some) -> FloatArray:
                own, its = some.tau[owner] + way, some.sigma[owner] - way
                return self.piece(own) * self.row.on(some.x[owner[:, 0]], its)

            sums = _integrated(both, np.zeros(some.width.shape), some.width, t[some.owner])
            total += np.bincount(some.owner, sums, t.size)
        return total


def _overlap(h: Piece, x: Piece, t: FloatArray) -> FloatArray:
    def both(tau: FloatArray, owner: IndexArray) -> FloatArray:
        return h(tau) * x(t[owner] - tau)

    if x.stop - x.start < _NARROW * (h.stop - h.start) < math.inf:
        h, x = x, h  # its own ends are exact, those that move with t are rounded
    lower = np.maximum(h.start, t - x.stop)
    upper = np.maximum(lower, np.minimum(h.stop, t - x.start))
    if (h.is_integral or x.is_integral) and h.polynomials and x.polynomials:
        reached = h.polynomials.reach(lower, upper)
        if np.all(reached & x.polynomials.reach(t - upper, t - lower)):
            return convolved(h.polynomials, x.polynomials, t)
    cuts = [np.clip(place, lower, upper) for place in _places_to_look(h)]
    cuts += [np.clip(t - place, lower, upper) for place in _places_to_look(x)]
    limits = np.sort([lower, upper, *cuts], axis=0)
    total = np.zeros(t.shape)
    for start, stop in pairwise(limits):
        total += _integrated(both, start, stop, t)
    return total


def _integrated(both: Integrand, lower: FloatArray, upper: FloatArray, t: FloatArray) -> FloatArray:
    """Integrate products between limits, each for its t."""
    try:
        return integrate(both, lower, upper, np.abs(t))
    except DivergenceError as error:
        raise ValueError(
            "convolve: the integral of h(τ) x(t − τ) does not converge "
            f"at t = {t[error.owner]:g}: {error.reason}"
        ) from error


def _places_to_look(piece: Piece) -> tuple[float, ...]:
    """Return where a piece is cut: a short one shows what it has, unless it has several scales."""
    endless = math.isinf(piece.start) or math.isinf(piece.stop)
    return piece.landmarks if endless or len(piece.landmarks) > 1 else ()
