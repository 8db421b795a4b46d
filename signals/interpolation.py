"""Functions as rows of polynomials: what makes it cheap to convolve a convolution again.

Every value of a convolution is an integral. Convolved once more, it would take integrals over
integrals; so both factors are replaced by polynomials through so many of their values that they
miss by rounding only, and `stretches` integrates the products of these.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, isfinite, isinf

import numpy as np

from signals.arguments import BoolArray, FloatArray, IndexArray

_COUNT = 24  # coefficients of a polynomial
_PLACES = np.cos(np.pi * (np.arange(_COUNT)[::-1] + 0.5) / _COUNT)
_CHECKS = np.array([-1.0, 0.0, 1.0])  # where no polynomial is made to fit
_AT_CHECKS = np.polynomial.chebyshev.chebvander(_CHECKS, _COUNT - 1)
# From values at the places to the coefficients of Chebyshev's polynomials, which are orthogonal
# over them: L. N. Trefethen, "Approximation Theory and Approximation Practice", SIAM 2013,
# chapters 3 and 4.
_TO_COEFFICIENTS = np.polynomial.chebyshev.chebvander(_PLACES, _COUNT - 1).T * 2 / _COUNT
_TO_COEFFICIENTS[0] /= 2

_ROUNDING = 4e-15  # of the largest value in a segment: what the last coefficients may be
_MISS = 1e-13  # of the same: what the polynomial may miss by, which is mostly rounding of t
_NEGLIGIBLE = 1e-17  # of the largest value in the piece; of a tail, near its end: the same
_NOISE = 1e-11  # of the same: a smaller miss that halving does not mend is in the values
_ULPS = 16 * 2.0**-52  # of t, which all values along a segment are off by: noise, too
_OUTER = 4  # places at the outer end of a segment of a tail:
_FALL = 1e-4  # there it may be so much of its largest value, so that digits are kept
_SEGMENTS = 512  # a function that takes more is left as it is
_HOPELESS = 64  # and so is one that needs as many while none is good yet
_PANELS = 24  # of a tail at most, each twice as long as the one before,
_NEAREST = 7  # at least, beyond what is known of; all of them where it is zero so far
_FADING = 0.9  # from panel to panel a tail falls to less than this, and to the same part
_STEADILY = 0.05  # up to as much of it: it is a power of t
_VANISHED = 1e-100  # of the largest value in the piece: where a tail ends


@dataclass(frozen=True, eq=False)
class Polynomials:
    """A function as polynomials, one for each segment between two edges, and zero elsewhere.

    The edges are one more than the segments; the coefficients have shape (degrees, segments).
    """

    edges: FloatArray
    coefficients: FloatArray
    ends: tuple[float, float]
    """From where to where they stand for the function; all over, where its tails have vanished."""

    @property
    def degree(self) -> int:
        """The highest degree among them."""
        return len(self.coefficients) - 1

    def reach(self, start: FloatArray, stop: FloatArray) -> BoolArray:
        """Whether they stand for the function all the way from each start to its stop."""
        return (start >= self.ends[0]) & (stop <= self.ends[1])

    def at(self, t: FloatArray) -> FloatArray:
        """Evaluate at rows of times, shape (rows, times), each row within one segment."""
        middle = (t[:, 0] + t[:, -1]) / 2
        segment = np.searchsorted(self.edges, middle, side="right") - 1
        return self.on(np.clip(segment, 0, self.coefficients.shape[1] - 1), t)

    def on(self, segment: IndexArray, t: FloatArray) -> FloatArray:
        """Evaluate at rows of times, shape (rows, times), each within the segment given for it.

        A time that rounding carries past an end is drawn to it: farther out polynomials explode.
        """
        start, stop = self.edges[segment, None], self.edges[segment + 1, None]
        place = np.clip(((t - start) - (stop - t)) / (stop - start), -1.0, 1.0)
        coefficients = self.coefficients[:, segment, None]
        return np.asarray(np.polynomial.chebyshev.chebval(place, coefficients, tensor=False))


def interpolated(
    function: Callable[[FloatArray], FloatArray],
    start: float,
    stop: float,
    landmarks: Iterable[float],
) -> Polynomials | None:
    """Return a smooth function on an interval as polynomials, or None if it takes too many.

    Each segment is halved until its polynomial misses by rounding only. A tail is followed down
    to 1e-100 of the largest value, and keeps eleven digits relative to itself.

    Parameters
    ----------
    function : callable
        Evaluates at times of any shape.
    start, stop : float
        The interval, which may be infinite.
    landmarks : iterable of float
        Where to look for something narrow.
    """
    landmarks = [place for place in landmarks if start < place < stop]
    origin = next((end for end in (start, stop, *landmarks) if isfinite(end)), 0.0)
    tail = isinf(start) or isinf(stop)
    edges = np.array([*pairwise(_first_edges(function, start, stop, origin, landmarks))])
    if not len(edges):
        return None
    before = np.full(len(edges), inf)
    peak = largest = 0.0
    found: list[tuple[FloatArray, FloatArray]] = []
    while len(edges):
        coefficients, miss, size, rim, settled = _look(function, edges, origin)
        if not np.isfinite(size).all():
            return None
        middle = edges[:, 0] + (edges[:, 1] - edges[:, 0]) / 2
        far = tail & (np.abs(middle - origin) > 1)
        peak = max(peak, float(size[~far].max(initial=0.0)))
        largest = max(largest, float(size.max()))
        good = (miss <= _MISS * size) & settled & ~(far & (rim < _FALL * size))
        good |= (miss <= _NEGLIGIBLE * peak) & ~far
        # Noise stays in both halves, a steep end in one.
        stuck = (miss > before / 4) & np.isfinite(before)
        stuck &= stuck[np.arange(len(stuck)) ^ 1] if stuck.any() else stuck
        rounding = _ULPS * np.abs(edges).max(axis=1) / (edges[:, 1] - edges[:, 0]) * size
        noise = np.maximum(_NOISE * np.where(far, size, peak), rounding)
        good |= (miss <= noise) & stuck
        good |= (size <= _VANISHED * largest) | (middle <= edges[:, 0]) | (middle >= edges[:, 1])
        found.append((edges[good], coefficients[good]))
        count, left = sum(len(some) for some, _ in found), np.count_nonzero(~good)
        if count + 2 * left > _SEGMENTS or (left >= _HOPELESS and not count):
            return None
        edges = np.stack([edges[:, 0], middle, middle, edges[:, 1]], axis=1)[~good].reshape(-1, 2)
        before = np.repeat(miss[~good], 2)
    edges, coefficients = (np.concatenate(column) for column in zip(*found, strict=True))
    order = np.argsort(edges[:, 0])
    degrees = 1 + max(np.flatnonzero(coefficients.any(axis=0)), default=0)
    known = np.append(edges[order, 0], edges[order[-1], 1])
    # A tail that was followed to the last panel goes on.
    last = tail * (2.0**_PANELS - 1)
    return Polynomials(
        known,
        np.ascontiguousarray(coefficients[order, :degrees].T),
        (
            -inf if known[0] > origin - last or isfinite(start) else float(known[0]),
            inf if known[-1] < origin + last or isfinite(stop) else float(known[-1]),
        ),
    )


def _first_edges(
    function: Callable[[FloatArray], FloatArray],
    start: float,
    stop: float,
    origin: float,
    landmarks: Sequence[float],
) -> list[float]:
    """Return where an interval is cut at first; its tails into panels that double in length.

    It is none if a tail dies away as a power of t does, and not as an exponential.
    """
    edges = {end for end in (start, stop, origin, *landmarks) if isfinite(end)}
    known = max(abs(place - origin) for place in edges)
    peak = float(np.abs(function(np.array(sorted(edges)))).max())
    for sign, end in ((1.0, stop), (-1.0, start)):
        sizes: list[np.float64] = []
        for panel in range(_PANELS if isinf(end) else 0):
            near, far = (origin + sign * (2.0**power - 1) for power in (panel, panel + 1))
            sizes.append(np.abs(function(np.linspace(near, far, _COUNT))).max())
            peak = max(peak, float(sizes[-1]))
            edges.add(far)
            if not peak or panel < _NEAREST or abs(near - origin) <= known:
                continue
            if sizes[-1] <= _VANISHED * peak:
                break
            # Without division, as one may be 0.
            steady = abs(sizes[-1] * sizes[-3] - sizes[-2] ** 2) < _STEADILY * sizes[-2] ** 2
            if sizes[-1] < _FADING * sizes[-2] and steady:
                return []
    return sorted(edges)


def _look(
    function: Callable[[FloatArray], FloatArray], edges: FloatArray, origin: float
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray, BoolArray]:
    """Return each segment's coefficients, how far they miss, and how large the values there are.

    Also how large these are at the end that lies away from the origin, and whether the last
    coefficients are rounding: small, or no smaller than those before.
    """
    start, stop = edges[:, :1], edges[:, 1:]
    half = (stop - start) / 2
    values = function(start + half * (1 + _PLACES))
    checks = function(np.hstack([start, start + half, stop]))
    # einsum, not a matrix product, which would let a row's sum depend on the other rows.
    coefficients = np.einsum("ij,kj->ik", values, _TO_COEFFICIENTS)
    miss = np.abs(checks - np.einsum("ij,kj->ik", coefficients, _AT_CHECKS)).max(axis=1)
    size = np.maximum(np.abs(values).max(axis=1), np.abs(checks).max(axis=1))
    last = np.abs(coefficients[:, -2:]).max(axis=1)
    settled = (last <= _ROUNDING * size) | (last > np.abs(coefficients[:, -10:-6]).max(axis=1) / 8)
    coefficients[np.abs(coefficients) <= _NEGLIGIBLE * size[:, None]] = 0.0
    outer = np.where(start >= origin, values[:, -_OUTER:], values[:, :_OUTER])
    return coefficients, np.maximum(miss, last), size, np.abs(outer).max(axis=1), settled
