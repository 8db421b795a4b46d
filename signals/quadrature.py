"""Exact integrals: adaptive Gauss–Legendre quadrature of many integrals at once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from signals.arguments import BoolArray, FloatArray, IndexArray

Integrand = Callable[[FloatArray, IndexArray], FloatArray]

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(24)
# The polynomial through a panel's nodes, continued to its two ends: shape (ends, nodes).
_LEGENDRE = np.polynomial.legendre.legvander(np.append(_NODES, [-1.0, 1.0]), 23)
_TO_ENDS = (_LEGENDRE[24:] * (np.arange(24) + 0.5)) @ _LEGENDRE[:24].T * _WEIGHTS
_TOLERANCE = 1e-14  # of the integral of |f|: what one panel and its two halves may differ by
_HIDDEN = 1e-9  # of the largest |f|: an end this far from where the nodes point hides a peak
_GAP = 2e-3  # of an interval: how far its outermost nodes stay away from its ends
_DEEPEST = 100  # bisections; enough for an integrable singularity at an end
_BUDGET = 50_000  # bisections of one integral, so that a hopeless one ends
_ROWS = 4096  # intervals evaluated at once: a few megabytes per array
_LONGEST = 32.0  # a longer interval is walked from its ends in doubling panels
_FARTHEST = 128  # doubling panels towards infinity
_NEAREST = 7  # doubling panels before a tail can be called settled
_EMPTY = 40  # the same while nothing but zeros was met
_ULP = 2.0**-52
_NEGLIGIBLE = 2e-16  # of the integral of |f|: what a settled tail adds per panel


class DivergenceError(ValueError):
    """An integral does not converge, or too slowly to be told from one that does not."""

    def __init__(self, reason: str, owner: int) -> None:
        super().__init__(reason, owner)
        self.reason = reason
        self.owner = owner

    def __str__(self) -> str:
        return f"integral {self.owner} does not converge: {self.reason}"


def integrate(
    function: Integrand, lower: FloatArray, upper: FloatArray, size: FloatArray | float = 0.0
) -> FloatArray:
    """Integrate a function between many pairs of limits.

    Each interval is bisected until a 24-point Gauss–Legendre panel agrees with its two halves
    to 1e-14 of the integral of |f|, or as far as the rounding of points allows. An infinite
    interval is walked in panels that double in length, starting from its finite end, until they
    no longer add anything; the whole line is walked from 0 both ways. A peak between the limits
    is found when it is wider than about a sixteenth of its distance to the nearer one (to 0 on
    the whole line).

    Parameters
    ----------
    function : callable
        ``function(points, owner)`` returns the integrand, in the shape of ``points``
        (intervals, nodes); ``owner`` (intervals, 1) says to which integral each row belongs.
    lower, upper : ndarray of float, shape (integrals,)
        The limits, lower ≤ upper; −inf and +inf are allowed.
    size : ndarray of float, shape (integrals,), optional
        The largest number that the integrand adds to a point, or takes it from, and so rounds.

    Raises
    ------
    DivergenceError
        A ValueError: if an integral does not converge.
    """
    if not np.all(lower <= upper):
        raise ValueError("integrate: every lower limit must be at most its upper limit")
    batch = _Batch(function, np.broadcast_to(size, lower.shape))
    below, above = np.isinf(lower), np.isinf(upper)
    with np.errstate(all="ignore"):  # overflow on the way to infinity is judged by its result
        length = upper - lower
        batch.add_intervals(np.flatnonzero(length <= _LONGEST), lower, upper)
        # Where both ends are of one kind, meet in the middle: finite ends walk inwards.
        middle = np.where(below | above, 0.0, lower + length / 2)
        wide = np.flatnonzero(~below & ~above & (length > _LONGEST))
        batch.walk(wide, lower, middle)
        batch.walk(wide, upper, middle)
        both, right, left = below & above, above & ~below, below & ~above
        batch.walk(np.flatnonzero(both), middle, upper)
        batch.walk(np.flatnonzero(both), middle, lower)
        batch.walk(np.flatnonzero(right), lower, upper)
        batch.walk(np.flatnonzero(left), upper, lower)
    return batch.total


@dataclass
class _Rows:
    """Intervals, with what a single panel says about each.

    These are the integrals of f and of |f|, the largest |f|, f at both ends, and how far the
    rounding of points may carry the integral.
    """

    owner: IndexArray
    lower: FloatArray
    upper: FloatArray
    depth: IndexArray
    integral: FloatArray
    magnitude: FloatArray
    peak: FloatArray
    ends: FloatArray
    rounding: FloatArray

    def __len__(self) -> int:
        return self.owner.size

    def __getitem__(self, which: slice | BoolArray) -> "_Rows":
        return _Rows(*(column[which] for column in self.__dict__.values()))

    def join(self, other: "_Rows") -> "_Rows":
        """Return these rows followed by the other ones."""
        pairs = zip(self.__dict__.values(), other.__dict__.values(), strict=True)
        return _Rows(*(np.concatenate(pair) for pair in pairs))


class _Batch:
    """Many integrals under way: what each amounts to so far."""

    def __init__(self, function: Integrand, size: FloatArray) -> None:
        self.function = function
        self.size = size
        self.total = np.zeros(size.shape)
        self.magnitude = np.zeros(size.shape)  # the integral of |f|: a yardstick of tolerances
        self.budget = np.full(size.shape, _BUDGET)

    def walk(self, owner: IndexArray, start: FloatArray, stop: FloatArray) -> None:
        """Add the integrals between start and stop, in panels that double away from start."""
        start, stop = start[owner], stop[owner]
        sign = np.where(stop > start, 1.0, -1.0)
        distance, near = np.abs(stop - start), np.zeros(owner.size)
        quiet = np.zeros(owner.size, dtype=np.intp)
        limits = np.empty((2, self.total.size))
        for panel in range(1, _FARTHEST + 1):
            if not owner.size:
                return
            far = np.minimum(2.0**panel - 1, distance)
            ends = np.sort(
                [start + sign * near, np.where(far < distance, start + sign * far, stop)], axis=0
            )
            limits[:, owner] = ends
            before = self.magnitude[owner]
            self.add_intervals(owner, *limits)
            after = self.magnitude[owner]
            quiet = np.where(after - before <= _NEGLIGIBLE * after, quiet + 1, 0)
            settled = (quiet >= 2) & (panel >= np.where(after > 0, _NEAREST, _EMPTY))
            left = np.where(np.isinf(distance), ~settled, far < distance)
            owner, start, stop, sign = owner[left], start[left], stop[left], sign[left]
            distance, near, quiet = distance[left], far[left], quiet[left]
        if owner.size:
            raise DivergenceError("its tail does not die away", int(owner[0]))

    def add_intervals(self, owner: IndexArray, lower: FloatArray, upper: FloatArray) -> None:
        """Add the integrals of these owners between their finite limits."""
        owner = owner[upper[owner] > lower[owner]]
        for first in range(0, owner.size, _ROWS):
            some = owner[first : first + _ROWS]
            self._refine(some, lower[some], upper[some])

    def _refine(self, owner: IndexArray, lower: FloatArray, upper: FloatArray) -> None:
        """Bisect until every interval agrees with its halves, then add what they say."""
        waiting = self._panel(owner, lower, upper, np.zeros_like(owner))
        np.add.at(self.magnitude, owner, waiting.magnitude)
        while len(waiting):
            rows, waiting = waiting[-_ROWS:], waiting[:-_ROWS]
            waiting = waiting.join(self._judge(rows))

    def _judge(self, rows: _Rows) -> _Rows:
        """Add the intervals that are resolved; return the halves of the others."""
        count = len(rows)
        middle = rows.lower + (rows.upper - rows.lower) / 2
        halves = self._panel(
            np.tile(rows.owner, 2),
            np.concatenate([rows.lower, middle]),
            np.concatenate([middle, rows.upper]),
            np.tile(rows.depth + 1, 2),
        )
        integral = halves.integral[:count] + halves.integral[count:]
        magnitude = halves.magnitude[:count] + halves.magnitude[count:]
        np.add.at(self.magnitude, rows.owner, magnitude - rows.magnitude)
        allowed = _TOLERANCE * self.magnitude[rows.owner] + rows.rounding
        differs = np.abs(integral - rows.integral) > allowed
        pointed = np.stack([halves.ends[:count, 0], halves.ends[count:, 1]], axis=1)
        peak = np.maximum(halves.peak[:count], halves.peak[count:])
        hides = self._hides(rows, pointed, peak, allowed)
        divisible = (rows.lower < middle) & (middle < rows.upper)
        deep = rows.depth >= _DEEPEST
        hopeless = differs & divisible & deep
        if hopeless.any():
            raise DivergenceError(
                f"it is too steep near {middle[hopeless][0]:.6g}", int(rows.owner[hopeless][0])
            )
        split = (differs | hides) & divisible & ~deep
        np.add.at(self.total, rows.owner[~split], integral[~split])
        np.subtract.at(self.budget, rows.owner[split], 1)
        spent = split & (self.budget[rows.owner] < 0)
        if spent.any():
            raise DivergenceError(
                f"it varies too much near {middle[spent][0]:.6g}", int(rows.owner[spent][0])
            )
        return halves[np.tile(split, 2)]

    def _panel(
        self, owner: IndexArray, lower: FloatArray, upper: FloatArray, depth: IndexArray
    ) -> _Rows:
        """Look at each interval with one panel."""
        half = (upper - lower) / 2
        points = (lower + half)[:, None] + half[:, None] * _NODES
        values = self.function(points, owner[:, None])
        if not np.isfinite(values).all():
            row, node = np.argwhere(~np.isfinite(values))[0]
            raise DivergenceError(
                f"the integrand is not finite at {points[row, node]:.6g}", int(owner[row])
            )
        size = np.abs(values)
        # einsum, not a matrix product: BLAS would let a row's sum depend on the other rows.
        integral = half * np.einsum("ij,j->i", values, _WEIGHTS)
        magnitude = half * np.einsum("ij,j->i", size, _WEIGHTS)
        ends = np.einsum("ij,kj->ik", values, _TO_ENDS)
        # A point, or what f makes of it, is off by an ulp; across the panel f changes as it does.
        far = np.maximum(np.maximum(np.abs(lower), np.abs(upper)), self.size[owner])
        rounding = _ULP * far * (values.max(axis=1) - values.min(axis=1))
        peak = size.max(axis=1)
        return _Rows(owner, lower, upper, depth, integral, magnitude, peak, ends, rounding)

    def _hides(
        self, rows: _Rows, pointed: FloatArray, peak: FloatArray, allowed: FloatArray
    ) -> BoolArray:
        """Whether f at an end is not where the nodes point: a peak narrower than they see."""
        ends = np.stack([rows.lower, rows.upper], axis=1)
        miss = np.abs(self.function(ends, rows.owner[:, None]) - pointed)
        # An end where f is infinite is left to bisection alone.
        miss = np.where(np.isfinite(miss), miss, 0.0).max(axis=1)
        found = (miss > _HIDDEN * peak) & (_GAP * miss * (rows.upper - rows.lower) > allowed)
        return np.asarray(found)
