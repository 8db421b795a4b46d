"""Two rows of smooth segments, one of which slides over the other, and the integral of products.

At the shift t the edges of both rows divide the line into stretches on which one segment of each
lies over the other. Where both are polynomials, Gauss–Legendre quadrature with few nodes is exact
on every stretch: n nodes are for degrees below 2n. No sum of large numbers has to cancel, as it
does among antiderivatives.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np

from signals.arguments import FloatArray, IndexArray
from signals.polynomials import Constant, Known, Table

_TOGETHER = 16384  # stretches at once: their nodes take a few megabytes


class Row(Protocol):
    """Functions side by side, one for each segment between two edges, and zero elsewhere."""

    @property
    def edges(self) -> FloatArray:
        """The ends of the segments, ascending; one more than there are segments."""

    @property
    def degree(self) -> int:
        """Of polynomials that are equal to the functions up to rounding, the highest degree."""

    def on(self, segment: IndexArray, t: FloatArray) -> FloatArray:
        """Evaluate at rows of times, each within the segment given for it."""


class PolynomialRow:
    """Polynomials, each from a start to a stop, from left to right; between them is zero."""

    def __init__(self, pieces: Sequence[tuple[float, float, Known]]) -> None:
        starts, stops = (np.array([piece[end] for piece in pieces]) for end in (0, 1))
        self.edges = np.unique([starts, stops])
        self._which = np.searchsorted(starts, self.edges[:-1], side="right") - 1
        self._which[stops[self._which] <= self.edges[:-1]] = len(pieces)
        self._table = Table([*(function for *_, function in pieces), Constant(0.0)])
        self.degree = len(self._table.coefficients) - 1

    def on(self, segment: IndexArray, t: FloatArray) -> FloatArray:
        """Evaluate at rows of times, each within the segment given for it."""
        return self._table.at(self._which[segment, None], t)


class Stretches(NamedTuple):
    """Where segments of two rows h and x lie over each other, at several shifts.

    A stretch belongs to the shift of number `owner`. It begins at `tau` of h, which is `sigma` of
    x; there τ runs up, and σ = t − τ down, by the `width`. The segments have numbers, too.
    """

    owner: IndexArray
    tau: FloatArray
    sigma: FloatArray
    width: FloatArray
    h: IndexArray
    x: IndexArray


def stretches(h: FloatArray, x: FloatArray, t: FloatArray) -> Iterator[Stretches]:
    """Yield all stretches between the edges of h and of x, which is flipped and slides, at t.

    The number at which a row has an edge is exact, and that at which the other row is then is
    rounded; so a width is taken in the row that both ends are edges of.
    """
    down = x[::-1]
    together = max(1, _TOGETHER // (h.size + x.size))
    for first in range(0, t.size, together):
        some = t[first : first + together, None]
        tau = np.hstack([np.broadcast_to(h, (some.size, h.size)), some - down])
        sigma = np.hstack([some - h, np.broadcast_to(down, (some.size, x.size))])
        order = np.argsort(tau, axis=1, kind="stable")
        tau, sigma = (np.take_along_axis(places, order, axis=1) for places in (tau, sigma))
        of_h = order < h.size
        one = np.cumsum(of_h, axis=1)[:, :-1] - 1
        other = x.size - 1 - np.cumsum(~of_h, axis=1)[:, :-1]
        with np.errstate(invalid="ignore"):  # of endless segments, which are not both met
            slides = ~(of_h[:, :-1] | of_h[:, 1:])
            width = np.where(slides, -np.diff(sigma, axis=1), np.diff(tau, axis=1))
            met = (width > 0) & (one >= 0) & (one < h.size - 1)
        met &= (other >= 0) & (other < x.size - 1)
        owner, _ = np.nonzero(met)
        begins = tau[:, :-1][met], sigma[:, :-1][met]
        yield Stretches(first + owner, *begins, width[met], one[met], other[met])


def convolved(h: Row, x: Row, t: FloatArray) -> FloatArray:
    """Return ∫ h(τ) x(t − τ) dτ for each t, stretch by stretch."""
    nodes, weights = _rule((h.degree + x.degree) // 2 + 1)
    total = np.zeros(t.size)
    for some in stretches(h.edges, x.edges, t):
        half = some.width / 2
        way = half[:, None] * (1 + nodes)
        values = h.on(some.h, some.tau[:, None] + way)
        values = values * x.on(some.x, some.sigma[:, None] - way)
        # einsum, not a matrix product, which would let a row's sum depend on the other rows.
        sums = half * np.einsum("ij,j->i", values, weights)
        total += np.bincount(some.owner, sums, t.size)
    return total


@lru_cache
def _rule(count: int) -> tuple[FloatArray, FloatArray]:
    """Return the nodes and the weights that are exact for degrees below twice their count."""
    nodes, weights = np.polynomial.legendre.leggauss(count)
    return nodes, weights
